import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Ticket } from '../api/client';
import { queryClient } from '../api/queries';
import { type LiveEvent, useLiveEvents } from '../live/live';
import { showUnread } from '../ui/page-title';
import { knownTicket, refreshLists, showAs } from './cache';
import { TICKETS, ticketQuery, timelineQuery, unreadQuery } from './queries';

/** What stands in an event just as it stands in a ticket. */
const PLAIN_FIELDS = ['subject', 'description', 'status', 'priority', 'tags', 'resolution'] as const;
const FIELDS_READ_ANEW = ['category_id', 'team_id', 'assignee_id', 'linked_resource', 'requester_id'];

/** Several events in a row are one reason to read a list again. */
const QUIET_MS = 250;

/** Keeps what is shown of tickets as they are, whoever changes them, and the number of unread ones in the title. */
export function useTicketEvents(): void {
  useLiveEvents((heard) => {
    if (heard.kind === 'missed') void queryClient.invalidateQueries({ queryKey: [TICKETS] });
    else follow(heard.event);
  });
  const { data: unread = 0 } = useQuery(unreadQuery);
  useEffect(() => showUnread(unread), [unread]);
  useEffect(() => () => showUnread(0), []);
}

let timer = 0;

function follow(event: LiveEvent): void {
  const { ticket_number: number, version } = event;
  if (number === null || version === null) return;
  const known = knownTicket(number);
  if (known && version <= known.version && event.type !== 'message.created') return;
  if (known && version === known.version + 1) showAs(number, { ...plainPart(event.data), version });
  const isWhole = known !== undefined && version === known.version + 1 && !touchesMore(event);
  if (!isWhole) void queryClient.invalidateQueries({ queryKey: ticketQuery(number).queryKey });
  void queryClient.invalidateQueries({ queryKey: timelineQuery(number).queryKey });
  window.clearTimeout(timer);
  timer = window.setTimeout(refreshLists, QUIET_MS);
}

function plainPart(data: LiveEvent['data']): Partial<Ticket> {
  return Object.fromEntries(PLAIN_FIELDS.filter((field) => field in data).map((field) => [field, data[field]]));
}

/** Whether it changed what the event tells in other words than the ticket, or the thread. */
function touchesMore({ type, data }: LiveEvent): boolean {
  return !type.startsWith('ticket.') || 'status' in data || FIELDS_READ_ANEW.some((field) => field in data);
}
