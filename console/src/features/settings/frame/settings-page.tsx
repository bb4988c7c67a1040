import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { usePageTitle } from '../../../ui/page-title';
import { editing } from './use-edited';
import classes from './settings-page.module.css';

interface SettingsPageProps {
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly lead: string;
  /** What its button says that opens an empty form. */
  readonly add?: string;
  /** Above the heading, where the page lies below another. */
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

export function SettingsPage({ title, lead, add, above, children }: SettingsPageProps) {
  usePageTitle(title);
  return (
    <div className={classes.page}>
      {above}
      <header className={classes.head}>
        <div className={classes.heading}>
          <h1 className={classes.title}>{title}</h1>
          <p className={classes.lead}>{lead}</p>
        </div>
        {add !== undefined && (
          <Button component={Link} to="." search={editing('new')} leftSection={<IconPlus size={16} />}>
            {add}
          </Button>
        )}
      </header>
      {children}
    </div>
  );
}
