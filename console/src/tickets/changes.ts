import { api, dataOf, type Schemas, type Ticket } from '../api/client';
import { isFailure } from '../api/failure';
import { queryClient } from '../api/queries';
import { newestAnswer, refreshLists, showAnswer, showAs } from './cache';
import { ticketQuery } from './queries';
import { inTurn } from './turns';

/** What of a ticket is to change. */
export type TicketEdit = Schemas['EditTicketDto'];

/** A change with how the ticket looks afterwards, so that it can be shown before the API has answered. */
export interface Change {
  readonly edit: TicketEdit;
  readonly shown: Partial<Ticket>;
}

/** Somebody else changed the same meanwhile. */
export class Collision extends Error {
  constructor(
    readonly current: Ticket,
    readonly change: Change,
  ) {
    super();
  }
}

const MERGES = 4;

/**
 * Makes the change, which shows at once; what shows is taken back when it fails. A change that others made meanwhile to
 * something else is no obstacle. Throws `Collision` where it was to the same, and `ApiFailure`.
 */
export async function changeTicket(ticket: Ticket, change: Change): Promise<Ticket> {
  showAs(ticket.number, change.shown);
  try {
    return await inTurn(ticket.number, async () => {
      const answer = await sendMerged(ticket, change);
      showAnswer(answer);
      return answer;
    });
  } catch (error) {
    showAs(ticket.number, pick(ticket, Object.keys(change.shown)));
    if (error instanceof Collision) showAnswer(error.current);
    // What was shown before may have been a change that failed, too.
    else void queryClient.invalidateQueries({ queryKey: ticketQuery(ticket.number).queryKey });
    throw error;
  } finally {
    refreshLists();
  }
}

/** The change that takes a change back. */
export function inverseOf(before: Ticket, { edit, shown }: Change): Change {
  const was: Required<Omit<TicketEdit, 'custom'>> = {
    subject: before.subject,
    status: before.status,
    priority: before.priority,
    category_id: before.category.id,
    assignee_id: before.assignee?.id ?? null,
    team_id: before.team?.id ?? null,
    tags: before.tags,
  };
  return { edit: pick(was, Object.keys(edit)), shown: pick(before, Object.keys(shown)) };
}

/** Takes a change back. A closed ticket goes by way of open, the only way that leads out of there. */
export async function takeBack(now: Ticket, inverse: Change): Promise<Ticket> {
  const { status } = inverse.edit;
  if (now.status !== 'closed' || status === undefined || status === 'open') return changeTicket(now, inverse);
  const opened = await changeTicket(now, { edit: { status: 'open' }, shown: { status: 'open' } });
  return changeTicket(opened, inverse);
}

async function sendMerged(ticket: Ticket, change: Change): Promise<Ticket> {
  let base = newestAnswer(ticket);
  for (let tries = 0; ; tries++) {
    if (!isUntouched(ticket, base, change)) throw new Collision(base, change);
    try {
      return await send(base, change.edit);
    } catch (error) {
      if (!isFailure(error, 'version_mismatch') || tries === MERGES) throw error;
      base = error.data as Ticket;
    }
  }
}

function send({ number, version }: Ticket, body: TicketEdit): Promise<Ticket> {
  return dataOf(
    api.PATCH('/api/v1/tickets/{number}', {
      params: { path: { number: String(number) } },
      headers: { 'if-match': `W/"${version}"` },
      body,
    }),
  );
}

/** Whether others left alone what the change is about. */
function isUntouched(before: Ticket, current: Ticket, { shown }: Change): boolean {
  const fields = Object.keys(shown);
  return JSON.stringify(pick(before, fields)) === JSON.stringify(pick(current, fields));
}

function pick<T extends object>(source: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(source).filter(([field]) => fields.includes(field))) as Partial<T>;
}
