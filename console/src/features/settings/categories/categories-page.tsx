import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCategory } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { settings } from '#text/settings';
import { api, type Category, dataOf } from '../../../api/client';
import { notify, notifyFailure } from '../../../shell/notices';
import { say } from '../../../text/say';
import { type Column, OpenLink, RecordTable } from '../frame/record-table';
import { SettingsPage } from '../frame/settings-page';
import { StateBadge } from '../frame/state-badge';
import { useEdited } from '../frame/use-edited';
import { CategoryForm } from './category-form';
import { allCategoriesQuery, refreshCategories } from './queries';
import classes from './categories-page.module.css';

const text = settings.categories;

export default function CategoriesPage() {
  const { edited, close } = useEdited();
  const records = useQuery(allCategoriesQuery);
  const all = records.data ?? [];
  const active = all.filter(({ archived }) => !archived);
  const move = useMutation({ mutationFn: moveTo, onError: notifyFailure, onSettled: refreshCategories });

  const columns: readonly Column<Category>[] = [
    {
      heading: settings.name,
      isWide: true,
      cell: ({ id, name, description }) => (
        <div>
          <OpenLink id={id}>{name}</OpenLink>
          {description !== null && <div className={classes.description}>{description}</div>}
        </div>
      ),
    },
    { heading: text.slug, cell: ({ slug }) => <code>{slug}</code> },
    {
      heading: settings.status,
      cell: ({ archived }) => (
        <StateBadge tone={archived ? 'off' : 'good'}>{archived ? text.archived : text.active}</StateBadge>
      ),
    },
    {
      heading: text.order,
      cell: (category) => {
        const place = active.indexOf(category);
        if (place < 0) return null;
        const step = (by: -1 | 1) => move.mutate({ active, from: place, to: place + by });
        return (
          <div className={classes.order}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say(text.moveUp, { name: category.name })}
              disabled={place === 0 || move.isPending}
              onClick={() => step(-1)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say(text.moveDown, { name: category.name })}
              disabled={place === active.length - 1 || move.isPending}
              onClick={() => step(1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </div>
        );
      },
    },
  ];
  const category = all.find(({ id }) => String(id) === edited);

  return (
    <SettingsPage title={text.title} lead={text.lead} add={text.add}>
      <RecordTable
        label={text.title}
        records={records}
        columns={columns}
        keyOf={({ id }) => id}
        isDim={({ archived }) => archived}
        empty={{ title: text.emptyTitle, hint: text.emptyHint, icon: <IconCategory size={26} /> }}
      />
      {(edited === 'new' || category) && <CategoryForm key={edited} category={category} close={close} />}
    </SettingsPage>
  );
}

interface Move {
  readonly active: readonly Category[];
  readonly from: number;
  readonly to: number;
}

/** Numbers the active ones anew, from 1; most have their number already. */
async function moveTo({ active, from, to }: Move): Promise<void> {
  const moved = active[from];
  if (!moved) return;
  const order = active.toSpliced(from, 1).toSpliced(to, 0, moved);
  for (const [index, { id, position }] of order.entries()) {
    if (position === index + 1) continue;
    const body = { position: index + 1 };
    await dataOf(api.PATCH('/api/v1/categories/{id}', { params: { path: { id } }, body }));
  }
  notify(say(text.moved, { name: moved.name, place: to + 1 }));
}
