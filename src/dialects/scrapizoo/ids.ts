import { type Instant, SECOND } from '../../platform/clock/clock.js';

/**
 * Ids of this wire look like a Mongo ObjectId: 24 lower-case hexadecimal digits. Ours are made of
 *
 * | digits  | ticket               | reply                                 | person      |
 * | ------- | -------------------- | ------------------------------------- | ----------- |
 * | 0 to 7  | second of its making | second of its making                  | zeros       |
 * | 8       | `1`                  | `2`                                   | `3`         |
 * | 9 to 15 | tenant               | number of its ticket                  | tenant      |
 * | 16 to 23| number               | its place among the public messages   | user        |
 *
 * Within a tenant no two things share an id, whatever they are: the ninth digit tells the kinds apart, the rest the
 * things of a kind. A ticket is found by its last 16 digits; the second is there because clients of ObjectIds may read
 * it, and is not compared.
 */
const KIND = { ticket: '1', reply: '2', person: '3' } as const;

const TICKET_ID = /^[0-9a-f]{8}1([0-9a-f]{7})([0-9a-f]{8})$/;

/** What every id looks like. */
export const ID_PATTERN = /^[0-9a-f]{24}$/;

interface Numbered {
  readonly number: number;
  readonly createdAt: Instant;
}

export function ticketId(tenantId: number, { number, createdAt }: Numbered): string {
  return secondOf(createdAt) + KIND.ticket + hex(tenantId, 7) + hex(number, 8);
}

/** The number of the tenant's ticket with this id; null for an id that is another tenant's, or of another kind. */
export function ticketNumber(tenantId: number, id: string): number | null {
  const [, tenant, number] = TICKET_ID.exec(id) ?? [];
  return tenant === hex(tenantId, 7) ? Number(`0x${number}`) : null;
}

/** By the place among the public messages: customers must not notice internal ones by a gap. */
export function replyId(
  ticketNumber: number,
  reply: { readonly publicSeq: number; readonly createdAt: Instant },
): string {
  return secondOf(reply.createdAt) + KIND.reply + hex(ticketNumber, 7) + hex(reply.publicSeq, 8);
}

interface Person {
  readonly id: number;
  readonly externalId: string | null;
}

/**
 * Whoever the tenant's identity provider knows by an ObjectId is called by it: frontends compare it with the id of
 * whoever signed in. No ObjectId in use begins with eight zeros, so it is never one of ours.
 */
export function personId(tenantId: number, { id, externalId }: Person): string {
  if (externalId !== null && ID_PATTERN.test(externalId)) return externalId;
  return hex(0, 8) + KIND.person + hex(tenantId, 7) + hex(id, 8);
}

function secondOf(instant: Instant): string {
  return hex(Math.floor(instant / SECOND), 8);
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, '0');
}
