import { parseIso } from '../../platform/clock/clock.js';
import type { Ticket } from '../../modules/tickets/index.js';
import { ROLE_CONTEXTS, type RoleContext } from './vocabulary.js';
import type { KinconectaNewTicket } from './wire/requests.js';

/** What this wire gives back as it was sent and the desk has no use for; null where it is not known. */
interface AsSent {
  readonly roleContext: RoleContext | null;
  readonly fullName: string | null;
  readonly email: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
}

/** The same as a new ticket's `custom`. */
export function customOf({ roleContext, fullName, email, createdAt, updatedAt }: KinconectaNewTicket) {
  return {
    contact: { name: fullName, email, role_context: roleContext },
    ...(createdAt && { client_created_at: createdAt }),
    ...(updatedAt && { client_updated_at: updatedAt }),
  };
}

/** Reads it again. Staff, and customers on other wires, may have put anything there. */
export function asSent({ custom }: Pick<Ticket, 'custom'>): AsSent {
  const contact = custom['contact'];
  const role = textAt(contact, 'role_context');
  return {
    roleContext: ROLE_CONTEXTS.find((each) => each === role) ?? null,
    fullName: textAt(contact, 'name'),
    email: textAt(contact, 'email'),
    createdAt: dateAt(custom, 'client_created_at'),
    updatedAt: dateAt(custom, 'client_updated_at'),
  };
}

function textAt(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const text = (value as Readonly<Record<string, unknown>>)[key];
  return typeof text === 'string' ? text : null;
}

function dateAt(value: unknown, key: string): string | null {
  const text = textAt(value, key);
  return text !== null && parseIso(text) !== null ? text : null;
}
