import { Button, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { inbox as text } from '#text/inbox';
import { shell } from '#text/shell';
import { ticket as ticketText } from '#text/ticket';
import { categoriesQuery, staffQuery } from '../../api/queries';
import { type Choice, Chooser } from '../../ui/chooser';
import { Face } from '../../ui/face';
import { PriorityGlyph } from '../../ui/priority-glyph';
import { StatusSign } from '../../ui/status-badge';
import type { FilterName } from './inbox-search';

const STATUSES = ['open', 'in_progress', 'pending', 'resolved', 'closed'] as const;
const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;

interface FilterPickerProps {
  readonly name: FilterName;
  readonly current: readonly string[];
  readonly toggle: (value: string) => void;
  readonly close: () => void;
}

/** Chooses a value to narrow the list down by; chosen again, it no longer counts. */
export default function FilterPicker(props: FilterPickerProps) {
  const choices = useChoices(props.name);
  if (props.name === 'tag') return <TagDialog {...props} />;
  return (
    <Chooser
      title={text.filter.name[props.name]}
      placeholder={ticketText.choose.filter}
      none={ticketText.choose.none}
      found={shell.palette.results}
      choices={choices.map((choice) => ({ ...choice, isCurrent: props.current.includes(choice.id) }))}
      choose={({ id }) => props.toggle(id)}
      close={props.close}
    />
  );
}

function useChoices(name: FilterName): readonly Choice[] {
  const { data: categories = [] } = useQuery({ ...categoriesQuery, enabled: name === 'category' });
  const { data: staff = [] } = useQuery({ ...staffQuery, enabled: name === 'assignee_id' });
  switch (name) {
    case 'status':
      return STATUSES.map((id) => ({ id, label: ticketText.status[id], icon: <StatusSign status={id} /> }));
    case 'priority':
      return PRIORITIES.map((id) => ({ id, label: ticketText.priority[id], icon: <PriorityGlyph priority={id} /> }));
    case 'category':
      return categories.map(({ slug, name: label }) => ({ id: slug, label }));
    case 'assignee_id':
      return [
        { id: 'null', label: ticketText.unassigned, icon: <Face name="" /> },
        ...staff.map(({ id, name: label }) => ({ id: String(id), label, icon: <Face name={label} /> })),
      ];
    case 'tag':
    case 'requester_id':
    case 'created_at[gte]':
    case 'created_at[lt]':
    case 'resolved_at[gte]':
    case 'resolved_at[lt]':
      return [];
  }
}

function TagDialog({ toggle, close }: FilterPickerProps) {
  const [tag, setTag] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    if (tag.trim() !== '') toggle(tag.trim());
  };
  return (
    <Modal opened onClose={close} title={text.filter.tagPrompt} closeButtonProps={{ 'aria-label': shell.close }}>
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          aria-label={text.filter.name.tag}
          maxLength={40}
          value={tag}
          onChange={({ currentTarget }) => setTag(currentTarget.value)}
        />
        <Button type="submit" mt="md" fullWidth>
          {text.filter.apply}
        </Button>
      </form>
    </Modal>
  );
}
