import type { InfiniteData } from '@tanstack/react-query';
import type { Ticket, TicketDetail } from '../api/client';
import { queryClient } from '../api/queries';
import { type ListedTicket, readTicket, TICKETS, ticketQuery } from './queries';

type Pages = InfiniteData<{ readonly items: ListedTicket[] }>;

/** The ticket wherever it was last read; undefined when it was not. */
export function knownTicket(number: number): Ticket | undefined {
  return queryClient.getQueryData(ticketQuery(number).queryKey) ?? inLists(number);
}

/** Shows a ticket as if it already were like this, in every list and on its own page. */
export function showAs(number: number, shown: Partial<Ticket>): void {
  editEverywhere(number, (ticket) => ({ ...ticket, ...shown }));
}

/** The ticket as the API told it last, whatever is shown of it, or the given one where that is newer. */
export function newestAnswer(ticket: Ticket): Ticket {
  const answer = queryClient.getQueryData<Ticket>(answerKey(ticket.number));
  return answer && answer.version > ticket.version ? answer : ticket;
}

/** The ticket read now: not by a request that was sent before. */
export async function freshTicket(number: number): Promise<TicketDetail> {
  const { queryKey } = ticketQuery(number);
  await queryClient.cancelQueries({ queryKey });
  const fresh = await readTicket(number);
  queryClient.setQueryData<TicketDetail>(queryKey, (known) => newerOf(known, fresh));
  keepAnswer(fresh);
  return fresh;
}

/** Shows a ticket as the API answered, unless something newer is shown already. */
export function showAnswer(answer: Ticket): void {
  keepAnswer(answer);
  editEverywhere(answer.number, (ticket) => (answer.version >= ticket.version ? { ...ticket, ...answer } : ticket));
}

/** Has everything read anew that may have changed with a ticket: what stands in lists, the counts. */
export function refreshLists(): void {
  void queryClient.invalidateQueries({ queryKey: [TICKETS, 'counts'] });
  void queryClient.invalidateQueries({ queryKey: [TICKETS, 'unread'] });
  void queryClient.invalidateQueries({ queryKey: [TICKETS, 'of-requester'] });
  void queryClient.invalidateQueries({
    queryKey: [TICKETS, 'list'],
    // Long lists keep what they show, row by row: reading hundreds again would take longer than it is worth.
    predicate: ({ state }) => ((state.data as Pages | undefined)?.pages.length ?? 0) <= FRESH_PAGES,
  });
}

const FRESH_PAGES = 2;

const answerKey = (number: number) => [TICKETS, 'answer', number];

function keepAnswer(answer: Ticket): void {
  queryClient.setQueryData<Ticket>(answerKey(answer.number), (known) => newerOf(known, answer));
}

function newerOf<T extends Ticket>(known: T | undefined, answer: T): T {
  return known && known.version > answer.version ? known : answer;
}

function editEverywhere(number: number, edit: <T extends Ticket>(ticket: T) => T): void {
  queryClient.setQueriesData<Pages>(
    { queryKey: [TICKETS, 'list'] },
    (pages) => pages && editPages(pages, number, edit),
  );
  queryClient.setQueryData<TicketDetail>(ticketQuery(number).queryKey, (ticket) => ticket && edit(ticket));
}

function editPages(data: Pages, number: number, edit: (ticket: ListedTicket) => ListedTicket): Pages {
  if (!data.pages.some(({ items }) => items.some((each) => each.number === number))) return data;
  const pages = data.pages.map((page) => ({
    ...page,
    items: page.items.map((each) => (each.number === number ? edit(each) : each)),
  }));
  return { ...data, pages };
}

function inLists(number: number): Ticket | undefined {
  for (const [, data] of queryClient.getQueriesData<Pages>({ queryKey: [TICKETS, 'list'] })) {
    const found = data?.pages.flatMap(({ items }) => items).find((each) => each.number === number);
    if (found) return found;
  }
  return undefined;
}
