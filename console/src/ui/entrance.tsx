import type { ReactNode } from 'react';
import icon from '../app/icon.svg';
import { shell } from '#text/shell';
import classes from './entrance.module.css';

interface EntranceProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The one card of a page for people who are not inside yet. */
export function Entrance({ title, lead, children }: EntranceProps) {
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <p className={classes.brand}>
          <img src={icon} alt="" width="28" height="28" />
          {shell.product}
        </p>
        <h1 className={classes.title}>{title}</h1>
        <p className={classes.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
