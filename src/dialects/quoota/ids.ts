import type { Role } from '../../platform/context/request-context.js';

/** Ids of this wire: a prefix, an underscore and our number with at least three digits. */
class NumberedId {
  private readonly pattern: RegExp;

  constructor(private readonly prefix: string) {
    this.pattern = new RegExp(`^${prefix}_(\\d{3,10})$`);
  }

  write(number: number): string {
    return `${this.prefix}_${String(number).padStart(3, '0')}`;
  }

  /** The number, if the text is exactly how it is written; null otherwise. */
  read(text: string): number | null {
    const number = Number(this.pattern.exec(text)?.[1]);
    return number > 0 && number <= LARGEST && this.write(number) === text ? number : null;
  }
}

const LARGEST = 2_147_483_647;

export const TICKET_ID = new NumberedId('ticket');
export const CATEGORY_ID = new NumberedId('category');
export const MESSAGE_ID = new NumberedId('msg');
export const FILE_ID = new NumberedId('file_id');
const USER_ID = new NumberedId('user');
const AGENT_ID = new NumberedId('agent');

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
