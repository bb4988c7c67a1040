import { thread as text } from '#text/thread';
import { ticket as ticketText } from '#text/ticket';
import type { Category, Message, Schemas } from '../../api/client';
import { dayOf, say } from '../../text/say';

type TimelineEvent = Schemas['TicketEventDto'];

/** What stands in a thread, in the order in which it happened. */
export type ThreadItem =
  | { readonly kind: 'day'; readonly key: string; readonly label: string }
  | { readonly kind: 'message'; readonly key: string; readonly message: Message }
  | { readonly kind: 'event'; readonly key: string; readonly at: string; readonly lines: readonly string[] };

interface Names {
  readonly person: (id: number) => string | undefined;
  readonly categories: readonly Category[];
}

interface Whole {
  readonly messages: readonly Message[];
  readonly events: readonly TimelineEvent[];
  /** Whether messages before the first of these are not here. */
  readonly isCut: boolean;
}

export function threadItems({ messages, events, isCut }: Whole, names: Names): readonly ThreadItem[] {
  const begin = isCut ? (messages[0]?.created_at ?? '') : '';
  const happened: (Exclude<ThreadItem, { kind: 'day' }> & { readonly at: string })[] = [
    ...messages.map((message) => ({
      ...{ kind: 'message' as const, key: `message-${message.seq}`, at: message.created_at },
      message,
    })),
    ...events.flatMap((event, index) => {
      const lines = linesOf(event, names);
      if (lines.length === 0 || event.occurred_at < begin) return [];
      return [{ kind: 'event' as const, key: `event-${event.id ?? index}`, at: event.occurred_at, lines }];
    }),
  ];
  happened.sort((one, other) => one.at.localeCompare(other.at));
  const items: ThreadItem[] = [];
  let day = '';
  for (const { at, ...item } of happened) {
    if (dayOf(at) !== day) {
      day = dayOf(at);
      items.push({ kind: 'day', key: `day-${day}`, label: day });
    }
    items.push(item.kind === 'event' ? { ...item, at } : item);
  }
  return items;
}

/** What to say of an event; nothing where the thread shows it anyway. */
function linesOf({ type, actor, changed }: TimelineEvent, names: Names): readonly string[] {
  if (type === 'ticket.deleted') return [say(text.event.deleted, { actor: actorName(actor, names) })];
  if (!type.startsWith('ticket.') || type === 'ticket.created') return [];
  const by = actorName(actor, names);
  return Object.entries(changed).flatMap(([field, change]) => {
    const line = lineOf(field, (change as readonly unknown[])[1], names, actor.id);
    return line ? [say(line[0], { actor: by, value: line[1] })] : [];
  });
}

/** What follows from another field, and is told with it. */
const DERIVED = new Set(['resolved_at', 'closed_at', 'first_response_at', 'resolution', 'custom']);

function lineOf(field: string, value: unknown, names: Names, actorId: number): readonly [string, string] | null {
  if (DERIVED.has(field)) return null;
  switch (field) {
    case 'status':
      return [text.event.status, ticketText.status[value as keyof typeof ticketText.status]];
    case 'priority':
      return [text.event.priority, ticketText.priority[value as keyof typeof ticketText.priority]];
    case 'assignee_id':
      if (value === null) return [text.event.unassigned, ''];
      if (value === actorId) return [text.event.assignedSelf, ''];
      return [text.event.assigned, names.person(Number(value)) ?? text.event.somebody];
    case 'category_id':
      return [text.event.category, names.categories.find(({ id }) => id === value)?.name ?? ''];
    case 'subject':
      return [text.event.subject, String(value)];
    case 'tags': {
      const tags = value as readonly string[];
      return tags.length === 0 ? [text.event.noTags, ''] : [text.event.tags, tags.join(', ')];
    }
    case 'team_id':
      return [text.event.team, ''];
    default:
      return [text.event.other, field];
  }
}

function actorName({ type, id }: TimelineEvent['actor'], { person }: Names): string {
  if (type === 'system') return text.event.system;
  if (type === 'key') return text.event.key;
  return person(id) ?? text.event.somebody;
}
