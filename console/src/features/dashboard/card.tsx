import { Button } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { dashboard as text } from '#text/dashboard';
import { Failure } from '../../ui/failure';
import { Waiting } from '../../ui/waiting';
import classes from './card.module.css';

interface CardProps<T> {
  readonly title: string;
  readonly hint?: string;
  readonly query: UseQueryResult<T>;
  /** Said in place of a chart that would be empty. */
  readonly empty?: (data: T) => string | null;
  readonly chart: (data: T) => ReactNode;
  /** The same figures to read, copy and follow; a chart that is a table already has none. */
  readonly table?: (data: T) => ReactNode;
  readonly width?: 'single' | 'double' | 'full';
}

/** A part of the dashboard: waits, fails and is empty by itself. */
export function Card<T>({ title, hint, query, empty, chart, table, width = 'single' }: CardProps<T>) {
  const [isTable, setTable] = useState(false);
  const id = useId();
  const nothing = query.data === undefined ? null : (empty?.(query.data) ?? null);
  return (
    <section className={classes.card} data-width={width} aria-labelledby={id}>
      <header className={classes.head}>
        <div>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          {hint !== undefined && <p className={classes.hint}>{hint}</p>}
        </div>
        {table && query.data !== undefined && nothing === null && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            aria-describedby={id}
            leftSection={isTable ? <IconChartBar size={15} stroke={1.8} /> : <IconTable size={15} stroke={1.8} />}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? text.showChart : text.showTable}
          </Button>
        )}
      </header>
      <div className={classes.body}>
        {query.data !== undefined ? (
          (nothing !== null && <p className={classes.nothing}>{nothing}</p>) ||
          (table && isTable ? table(query.data) : chart(query.data))
        ) : query.isError ? (
          <Failure error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Waiting />
        )}
      </div>
    </section>
  );
}
