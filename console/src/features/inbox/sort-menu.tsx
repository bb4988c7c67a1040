import { Button, Menu } from '@mantine/core';
import { IconArrowsSort, IconCheck } from '@tabler/icons-react';
import { memo } from 'react';
import { inbox as text } from '#text/inbox';
import { type Sort, SORTS } from './views';

interface SortMenuProps {
  /** Null for results of a search, which have an order of their own. */
  readonly sort: Sort | null;
  readonly change: (sort: Sort) => void;
}

export const SortMenu = memo(function SortMenu({ sort, change }: SortMenuProps) {
  const label = sort === null ? text.sort.byMatch : text.sort[sort];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          disabled={sort === null}
          leftSection={<IconArrowsSort size={15} stroke={1.8} />}
        >
          <span className="visually-hidden">{text.sort.label} </span>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SORTS.map((each) => (
          <Menu.Item key={each} onClick={() => change(each)} rightSection={each === sort && <IconCheck size={16} />}>
            {text.sort[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
