import { ticket as text } from '#text/ticket';
import type { Category, Ticket, User } from '../api/client';
import type { Change } from './changes';

/** What of a ticket people set by choosing. */
export type Property = 'status' | 'priority' | 'assignee' | 'category' | 'tags';

type Named = Property | 'subject';

export function toStatus(status: Ticket['status']): Change {
  return { edit: { status }, shown: { status } };
}

export function toPriority(priority: Ticket['priority']): Change {
  return { edit: { priority }, shown: { priority } };
}

/** Null for nobody. */
export function toAssignee(user: Pick<User, 'id' | 'name'> | null): Change {
  return { edit: { assignee_id: user?.id ?? null }, shown: { assignee: user && { id: user.id, name: user.name } } };
}

export function toCategory({ id, slug, name }: Category): Change {
  return { edit: { category_id: id }, shown: { category: { id, slug, name } } };
}

export function toTags(tags: string[]): Change {
  return { edit: { tags }, shown: { tags } };
}

/** What a change is about, for people. */
export function propertyIn({ shown }: Change): string {
  const [field = 'subject'] = Object.keys(shown);
  return text.property[field as Named];
}

/** What it is set to in a ticket that looks like this, for people. */
export function valueIn({ shown }: Change, ticket: Ticket): string {
  const [field] = Object.keys(shown);
  switch (field as Named | undefined) {
    case 'status':
      return text.status[ticket.status];
    case 'priority':
      return text.priority[ticket.priority];
    case 'assignee':
      return ticket.assignee?.name ?? text.unassigned;
    case 'category':
      return ticket.category.name;
    case 'tags':
      return ticket.tags.join(', ') || text.noTags;
    case 'subject':
    case undefined:
      return ticket.subject;
  }
}
