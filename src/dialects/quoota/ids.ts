import type { Role } from '../../platform/context/request-context.js';
import { NumberedId } from '../../platform/http/numbered-id.js';

export const TICKET_ID = new NumberedId('ticket', 3);
export const CATEGORY_ID = new NumberedId('category', 3);
export const MESSAGE_ID = new NumberedId('msg', 3);
export const FILE_ID = new NumberedId('file_id', 3);
const USER_ID = new NumberedId('user', 3);
const AGENT_ID = new NumberedId('agent', 3);

interface Person {
  readonly id: number;
  readonly externalId: string | null;
}

/** Who the tenant's identity provider knows is called as there: frontends compare it with the id of whoever signed in. */
export function personId(person: Person & { readonly role: Role }): string {
  return person.role === 'customer' ? (person.externalId ?? USER_ID.write(person.id)) : agentId(person);
}

/** The same for those who are staff by what they do. */
export function agentId({ id, externalId }: Person): string {
  return externalId ?? AGENT_ID.write(id);
}
