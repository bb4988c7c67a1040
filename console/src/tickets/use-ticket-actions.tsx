import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { ticket as text } from '#text/ticket';
import type { Ticket } from '../api/client';
import { explain } from '../api/explain';
import { profileQuery } from '../api/queries';
import { notify, notifyFailure } from '../shell/notices';
import { say } from '../text/say';
import { usePreloaded } from '../ui/use-preloaded';
import { type Change, changeTicket, Collision, inverseOf, takeBack } from './changes';
import { type Property, propertyIn, toAssignee, toStatus, valueIn } from './describe';

const loadPicker = () => import('./property-picker');
const PropertyPicker = lazy(loadPicker);

/** How many of many are changed at once. */
const AT_ONCE = 4;

interface Bulk {
  readonly done: number;
  readonly of: number;
}

export interface TicketActions {
  /** Opens the choice of a value for the tickets there are to act on. */
  readonly pick: (property: Property) => void;
  readonly apply: (change: Change) => void;
  readonly assignToMe: () => void;
  readonly resolve: () => void;
  readonly reopen: () => void;
  /** While many are being changed. */
  readonly bulk: Bulk | null;
  /** What kept tickets from being changed, by their numbers. */
  readonly failures: ReadonlyMap<number, string>;
  readonly collision: Collision | null;
  readonly settleCollision: (whose: 'mine' | 'theirs') => void;
  /** To be shown somewhere. */
  readonly dialog: ReactNode;
}

/** What agents do with one ticket or many: at once on the screen, and to be undone for a while. */
export function useTicketActions(targets: () => readonly Ticket[]): TicketActions {
  const { data: me } = useQuery(profileQuery);
  const [picking, setPicking] = useState<{ property: Property; tickets: readonly Ticket[] } | null>(null);
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const [failures, setFailures] = useState<ReadonlyMap<number, string>>(new Map());
  const [collision, setCollision] = useState<Collision | null>(null);
  usePreloaded(loadPicker);

  const changeOne = async (ticket: Ticket, change: Change) => {
    try {
      const changed = await changeTicket(ticket, change);
      setCollision(null);
      const values = { what: changed.reference, value: valueIn(change, changed) };
      notify(say(text.done.status, { ...values, property: propertyIn(change) }), {
        undo: () => void undo([[changed, inverseOf(ticket, change)]]),
      });
    } catch (error) {
      if (error instanceof Collision) setCollision(error);
      else notifyFailure(error);
    }
  };

  const changeMany = async (tickets: readonly Ticket[], change: Change) => {
    const waiting = [...tickets];
    const undoable: [Ticket, Change][] = [];
    const failed = new Map<number, string>();
    setFailures(failed);
    setBulk({ done: 0, of: tickets.length });
    const work = async () => {
      for (let ticket = waiting.shift(); ticket; ticket = waiting.shift()) {
        try {
          undoable.push([await changeTicket(ticket, change), inverseOf(ticket, change)]);
        } catch (error) {
          failed.set(ticket.number, error instanceof Collision ? text.undoFailed : explain(error));
        }
        setBulk({ done: undoable.length + failed.size, of: tickets.length });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    setBulk(null);
    setFailures(new Map(failed));
    const said = [say(text.done.many, { count: undoable.length })];
    if (failed.size > 0) said.push(say(text.done.manyFailed, { count: failed.size }));
    notify(`${said.join('; ')}.`, {
      tone: failed.size > 0 ? 'bad' : 'plain',
      ...(undoable.length > 0 && { undo: () => void undo(undoable) }),
    });
  };

  const applyTo = (tickets: readonly Ticket[], change: Change) => {
    const [first] = tickets;
    if (!first) return;
    if (tickets.length === 1) void changeOne(first, change);
    else void changeMany(tickets, change);
  };
  const apply = (change: Change) => applyTo(targets(), change);

  return {
    pick: (property) => {
      const tickets = targets();
      if (tickets.length > 0) setPicking({ property, tickets });
    },
    apply,
    assignToMe: () => me && apply(toAssignee(me)),
    resolve: () => apply(toStatus('resolved')),
    reopen: () => apply(toStatus('open')),
    bulk,
    failures,
    collision,
    settleCollision: (whose) => {
      if (collision && whose === 'mine') void changeOne(collision.current, collision.change);
      setCollision(null);
    },
    dialog: (
      <Suspense>
        {picking && (
          <PropertyPicker
            {...picking}
            close={() => setPicking(null)}
            apply={(change) => applyTo(picking.tickets, change)}
          />
        )}
      </Suspense>
    ),
  };
}

async function undo(changes: readonly (readonly [Ticket, Change])[]): Promise<void> {
  for (const [changed, inverse] of changes) {
    try {
      await takeBack(changed, inverse);
    } catch (error) {
      if (error instanceof Collision) notify(text.undoFailed, { tone: 'bad' });
      else notifyFailure(error);
    }
  }
}
