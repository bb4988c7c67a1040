import type { Role } from '../../platform/context/request-context.js';
import { NumberedId } from '../../platform/http/numbered-id.js';

export const TICKET_ID = new NumberedId('support_ticket');
export const AGENT_ID = new NumberedId('agent');
const CLIENT_ID = new NumberedId('client');

interface Person {
  readonly id: number;
  readonly externalId: string | null;
}

/** Who the tenant's identity provider knows is called as there: frontends compare it with the id of whoever signed in. */
export function agentId({ id, externalId }: Person): string {
  return externalId ?? AGENT_ID.write(id);
}

/** A customer is a client of this wire, everybody else an agent. */
export function personId({ id, externalId, role }: Person & { readonly role: Role }): string {
  return externalId ?? (role === 'customer' ? CLIENT_ID : AGENT_ID).write(id);
}
