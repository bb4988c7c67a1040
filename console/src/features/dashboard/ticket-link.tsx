import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EVERY_STATUS } from './queries';

interface TicketLinkProps {
  /** Of the list; any status unless it names some. */
  readonly filter: Readonly<Record<string, string>>;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A number that leads to the tickets that it counts. */
export function TicketLink({ filter, label, className, children }: TicketLinkProps) {
  const search = { status: EVERY_STATUS, sort: '-created_at', ...filter };
  return (
    <Link to="/inbox/$view" params={{ view: 'all' }} search={search} aria-label={label} className={className}>
      {children}
    </Link>
  );
}
