import type { Role } from '../../platform/context/request-context.js';

/** Ids of this wire: a prefix, an underscore and our number. */
class NumberedId {
  private readonly pattern: RegExp;

  constructor(private readonly prefix: string) {
    this.pattern = new RegExp(`^${prefix}_([1-9]\\d{0,9})$`);
  }

  write(number: number): string {
    return `${this.prefix}_${number}`;
  }

  /** The number, if the text is exactly how it is written; null otherwise. */
  read(text: string): number | null {
    const number = Number(this.pattern.exec(text)?.[1]);
    return number <= LARGEST ? number : null;
  }
}

const LARGEST = 2_147_483_647;

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
