import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { Button, Modal, TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { shell } from '#text/shell';
import { ticket as text } from '#text/ticket';
import type { Ticket } from '../api/client';
import { categoriesQuery, profileQuery, staffQuery } from '../api/queries';
import { say } from '../text/say';
import { type Choice, Chooser } from '../ui/chooser';
import { Face } from '../ui/face';
import { PriorityGlyph } from '../ui/priority-glyph';
import { StatusSign } from '../ui/status-badge';
import type { Change } from './changes';
import { type Property, toAssignee, toCategory, toPriority, toStatus, toTags } from './describe';

const STATUSES = ['open', 'in_progress', 'pending', 'resolved', 'closed'] as const;
const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
const MOST_TAGS = 20;
const LONGEST_TAG = 40;

interface PickerProps {
  readonly property: Property;
  readonly tickets: readonly Ticket[];
  readonly apply: (change: Change) => void;
  readonly close: () => void;
}

interface Option extends Choice {
  readonly change: Change;
}

/** Chooses the value of a property for one ticket or many. */
export default function PropertyPicker(props: PickerProps) {
  const options = useOptions(props);
  if (props.property === 'tags') return <TagsDialog {...props} />;
  return (
    <Chooser
      title={text.choose[props.property]}
      placeholder={text.choose.filter}
      none={text.choose.none}
      found={shell.palette.results}
      choices={options}
      choose={({ change }) => props.apply(change)}
      close={props.close}
    />
  );
}

function useOptions({ property, tickets }: PickerProps): readonly Option[] {
  const { data: me } = useQuery(profileQuery);
  const { data: staff = [] } = useQuery({ ...staffQuery, enabled: property === 'assignee' });
  const { data: categories = [] } = useQuery({ ...categoriesQuery, enabled: property === 'category' });
  const isCurrent = (fits: (ticket: Ticket) => boolean) => tickets.every(fits);
  switch (property) {
    case 'status':
      return STATUSES.map((status) => ({
        id: status,
        label: text.status[status],
        icon: <StatusSign status={status} />,
        isCurrent: isCurrent((ticket) => ticket.status === status),
        change: toStatus(status),
      }));
    case 'priority':
      return PRIORITIES.map((priority) => ({
        id: priority,
        label: text.priority[priority],
        icon: <PriorityGlyph priority={priority} />,
        isCurrent: isCurrent((ticket) => ticket.priority === priority),
        change: toPriority(priority),
      }));
    case 'assignee': {
      const active = staff.filter(({ status }) => status === 'active');
      // Whoever chooses comes first, then nobody.
      const mine = active.filter(({ id }) => id === me?.id);
      const others = active.filter(({ id }) => id !== me?.id);
      return [...mine, null, ...others].map((user) => ({
        id: String(user?.id),
        label: user === null ? text.unassigned : user.id === me?.id ? say(text.me, { name: user.name }) : user.name,
        icon: <Face name={user?.name ?? ''} />,
        isCurrent: isCurrent(({ assignee }) => (assignee?.id ?? null) === (user?.id ?? null)),
        change: toAssignee(user),
      }));
    }
    case 'category':
      return categories.map((category) => ({
        id: category.slug,
        label: category.name,
        isCurrent: isCurrent((ticket) => ticket.category.id === category.id),
        change: toCategory(category),
      }));
    case 'tags':
      return [];
  }
}

/** Tags of many tickets: those that all of them have to begin with. */
function TagsDialog({ tickets, apply, close }: PickerProps) {
  const [first, ...rest] = tickets;
  const [tags, setTags] = useState(() =>
    (first?.tags ?? []).filter((tag) => rest.every((ticket) => ticket.tags.includes(tag))),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    close();
    apply(toTags(tags));
  };
  return (
    <Modal
      opened
      onClose={close}
      title={text.choose.tags}
      closeButtonProps={{ 'aria-label': shell.close }}
      yOffset="12vh"
    >
      <form onSubmit={submit}>
        <TagsInput
          data-autofocus
          aria-label={text.property.tags}
          description={text.choose.tagsHint}
          value={tags}
          onChange={setTags}
          maxTags={MOST_TAGS}
          maxLength={LONGEST_TAG}
          splitChars={[',']}
        />
        <Button type="submit" mt="md" fullWidth>
          {text.choose.apply}
        </Button>
      </form>
    </Modal>
  );
}
