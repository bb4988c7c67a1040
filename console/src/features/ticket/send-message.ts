import { thread } from '#text/thread';
import { ticket as words } from '#text/ticket';
import { api, dataOf, type Message, type Ticket } from '../../api/client';
import { queryClient } from '../../api/queries';
import { currentSession } from '../../api/session';
import { notify } from '../../shell/notices';
import { say } from '../../text/say';
import { freshTicket, refreshLists } from '../../tickets/cache';
import { changeTicket, Collision } from '../../tickets/changes';
import { toStatus } from '../../tickets/describe';
import { ticketQuery, timelineQuery } from '../../tickets/queries';
import { inTurn } from '../../tickets/turns';
import type { Draft } from './use-draft';

/** What becomes of the ticket once the message is posted. */
export type Afterwards = 'pending' | 'resolved' | 'keep';

export interface Move {
  readonly base: Base;
  readonly afterwards: Afterwards;
}

/** The ticket as the writer saw it. */
type Base = Pick<Ticket, 'status' | 'version'>;

export function baseOf({ status, version }: Ticket): Base {
  return { status, version };
}

/** What others wrote since the writing began, so that it may no longer fit. */
export function writtenSince({ seen }: Draft, messages: readonly Message[]): readonly Message[] {
  const userId = currentSession()?.userId;
  return messages.filter(({ seq, author }) => seq > seen && author.id !== userId);
}

/**
 * Posts the message, says when that is done, and then moves the ticket. Where somebody else has moved it since its writer
 * saw it, it stays there, and the writer is told.
 */
export async function sendMessage(
  number: number,
  draft: Draft,
  { base, afterwards }: Move,
  posted: () => void,
): Promise<void> {
  const fresh = await inTurn(number, async () => {
    showMessage(number, await post(number, draft));
    posted();
    return freshTicket(number);
  });
  if (afterwards !== 'keep' && fresh.status !== afterwards) {
    if (await othersMoved(fresh, base)) {
      const { reference, status } = fresh;
      notify(say(thread.composer.movedMeanwhile, { reference, status: words.status[status] }), { tone: 'bad' });
    } else {
      await move(fresh, afterwards);
    }
  }
  refreshLists();
}

async function othersMoved(fresh: Ticket, base: Base): Promise<boolean> {
  if (fresh.status === base.status) return false;
  const userId = currentSession()?.userId;
  const events = await queryClient.fetchQuery({ ...timelineQuery(fresh.number), staleTime: 0 });
  return events.some(
    ({ actor, changed, version }) =>
      version > base.version && 'status' in changed && !(actor.type === 'user' && actor.id === userId),
  );
}

async function move(ticket: Ticket, status: Exclude<Afterwards, 'keep'>): Promise<void> {
  try {
    await changeTicket(ticket, toStatus(status));
  } catch (error) {
    if (!(error instanceof Collision)) throw error;
  }
}

function post(number: number, draft: Draft): Promise<Message> {
  const ids = draft.files.flatMap(({ id }) => (id === null ? [] : [id]));
  return dataOf(
    api.POST('/api/v1/tickets/{number}/messages', {
      params: { path: { number: String(number) } },
      headers: { 'idempotency-key': draft.key },
      body: {
        body: draft.body,
        visibility: draft.mode === 'note' ? 'internal' : 'public',
        ...(ids.length > 0 && { attachment_ids: ids }),
      },
    }),
  );
}

function showMessage(number: number, message: Message): void {
  queryClient.setQueryData(ticketQuery(number).queryKey, (known) =>
    known && !known.messages.some(({ seq }) => seq === message.seq)
      ? { ...known, messages: [...known.messages, message], message_count: Math.max(known.message_count, message.seq) }
      : known,
  );
}
