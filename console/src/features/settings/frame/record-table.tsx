import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { settings as text } from '#text/settings';
import { Failure } from '../../../ui/failure';
import { Notable } from '../../../ui/notable';
import { Waiting } from '../../../ui/waiting';
import { editing } from './use-edited';
import classes from './record-table.module.css';

export interface Column<T> {
  readonly heading: string;
  readonly cell: (record: T) => ReactNode;
  /** Takes what width is left. */
  readonly isWide?: boolean;
}

/** As much of a query as a table shows. */
export interface Records<T> {
  readonly data: readonly T[] | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly hasNextPage?: boolean;
  readonly isFetchingNextPage?: boolean;
  readonly fetchNextPage?: () => unknown;
}

interface RecordTableProps<T> {
  readonly label: string;
  readonly records: Records<T>;
  readonly columns: readonly Column<T>[];
  readonly keyOf: (record: T) => string | number;
  readonly empty: { readonly title: string; readonly hint: string; readonly icon?: ReactNode };
  /** What looks paler, as it is out of use. */
  readonly isDim?: (record: T) => boolean;
}

/** Records a row each; on narrow screens a card each. */
export function RecordTable<T>({ label, records, columns, keyOf, empty, isDim }: RecordTableProps<T>) {
  const { data, error, refetch, hasNextPage = false, isFetchingNextPage = false, fetchNextPage } = records;
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Waiting />;
  if (data.length === 0) return <Notable icon={empty.icon} title={empty.title} hint={empty.hint} />;
  return (
    <>
      <table className={classes.table} role="table" aria-label={label}>
        <thead role="rowgroup" className={classes.head}>
          <tr role="row">
            {columns.map(({ heading, isWide = false }) => (
              <th key={heading} role="columnheader" scope="col" data-wide={isWide}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {data.map((record) => (
            <tr key={keyOf(record)} role="row" className={classes.row} data-dim={isDim?.(record) ?? false}>
              {columns.map(({ heading, cell }, index) => (
                <td key={heading} role="cell" data-label={index === 0 ? undefined : heading}>
                  {cell(record)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {hasNextPage && fetchNextPage && (
        <Button variant="default" loading={isFetchingNextPage} className={classes.more} onClick={() => fetchNextPage()}>
          {text.more}
        </Button>
      )}
    </>
  );
}

interface OpenLinkProps {
  readonly id: string | number;
  readonly children: ReactNode;
}

/** Opens the record's form; the whole row is its target. */
export function OpenLink({ id, children }: OpenLinkProps) {
  return (
    <Link to="." search={editing(id)} className={classes.open} preload={false}>
      {children}
    </Link>
  );
}
