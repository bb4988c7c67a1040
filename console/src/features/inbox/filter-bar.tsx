import { Button, CloseButton, Menu } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState, memo } from 'react';
import { inbox as text } from '#text/inbox';
import { ticket as ticketText } from '#text/ticket';
import { categoriesQuery, staffQuery, userQuery } from '../../api/queries';
import { dayOf, instantOf, say } from '../../text/say';
import { type FilterName, FILTERS, type InboxSearch } from './inbox-search';
import type { View } from './views';
import classes from './filter-bar.module.css';

const FilterPicker = lazy(() => import('./filter-picker'));

const OFFERED = ['status', 'priority', 'category', 'assignee_id', 'tag'] as const satisfies readonly FilterName[];

interface FilterBarProps {
  readonly view: View;
  readonly search: InboxSearch;
  readonly change: (changes: InboxSearch) => void;
  readonly clear: () => void;
}

/** What the list is narrowed down by, a chip each, and more to add. */
export const FilterBar = memo(function FilterBar({ view, search, change, clear }: FilterBarProps) {
  const [adding, setAdding] = useState<(typeof OFFERED)[number] | null>(null);
  const set = FILTERS.filter((name) => search[name] !== undefined);
  // A view that is about assignees is not narrowed down by one.
  const offered = OFFERED.filter((name) => name !== 'assignee_id' || view.filter['assignee_id'] === undefined);
  const toggle = (name: FilterName, value: string) => {
    const values = (search[name] ?? '').split(',').filter((each) => each !== '');
    const next = values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
    change({ [name]: next.length > 0 ? next.join(',') : undefined });
  };
  return (
    <div className={classes.bar}>
      {set.map((name) => (
        <FilterChip key={name} name={name} value={search[name] ?? ''} remove={() => change({ [name]: undefined })} />
      ))}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={<IconFilterPlus size={15} stroke={1.8} />}
          >
            {text.filter.add}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map((name) => (
            <Menu.Item key={name} onClick={() => setAdding(name)}>
              {text.filter.name[name]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {set.length > 1 && (
        <Button variant="subtle" color="gray" size="compact-sm" onClick={clear}>
          {text.filter.clear}
        </Button>
      )}
      <Suspense>
        {adding && (
          <FilterPicker
            name={adding}
            current={(search[adding] ?? '').split(',')}
            toggle={(value) => toggle(adding, value)}
            close={() => setAdding(null)}
          />
        )}
      </Suspense>
    </div>
  );
});

interface FilterChipProps {
  readonly name: FilterName;
  readonly value: string;
  readonly remove: () => void;
}

function FilterChip({ name, value, remove }: FilterChipProps) {
  const nameOf = useValueNames(name, value);
  const said = say(text.filter.is, {
    name: text.filter.name[name],
    value: value.split(',').map(nameOf).join(text.filter.or),
  });
  return (
    <span className={classes.chip}>
      <span className={classes.said} title={said}>
        {said}
      </span>
      <CloseButton size="xs" aria-label={say(text.filter.remove, { name: said })} onClick={remove} />
    </span>
  );
}

/** A day where it begins there, as those of reports do. */
function momentOf(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return moment.getHours() + moment.getMinutes() === 0 ? dayOf(iso) : instantOf(iso);
}

/** How people call the values of a filter. */
function useValueNames(name: FilterName, value: string): (value: string) => string {
  const { data: categories = [] } = useQuery({ ...categoriesQuery, enabled: name === 'category' });
  const { data: staff = [] } = useQuery({ ...staffQuery, enabled: name === 'assignee_id' });
  const isPerson = name === 'requester_id' && /^\d+$/.test(value);
  const { data: requester } = useQuery({ ...userQuery(Number(value)), enabled: isPerson });
  switch (name) {
    case 'status':
      return (each) => ticketText.status[each as keyof typeof ticketText.status] ?? each;
    case 'priority':
      return (each) => ticketText.priority[each as keyof typeof ticketText.priority] ?? each;
    case 'category':
      return (each) => categories.find(({ slug }) => slug === each)?.name ?? each;
    case 'assignee_id':
      return (each) =>
        each === 'null'
          ? ticketText.unassigned
          : (staff.find(({ id }) => String(id) === each)?.name ?? say(text.filter.person, { id: each }));
    case 'requester_id':
      return (each) => requester?.name ?? say(text.filter.person, { id: each });
    case 'tag':
      return (each) => each;
    case 'created_at[gte]':
    case 'created_at[lt]':
    case 'resolved_at[gte]':
    case 'resolved_at[lt]':
      return momentOf;
  }
}
