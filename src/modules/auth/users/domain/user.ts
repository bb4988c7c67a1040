import type { Instant } from '../../../../platform/clock/clock.js';
import type { Role } from '../../../../platform/context/request-context.js';

/** Issuer of the accounts that sign in with e-mail and password here; their subject is the normalised e-mail. */
export const LOCAL_ISSUER = 'local';

/** Issuer of the machine users behind API keys; their subject is the key's id. */
export const KEY_ISSUER = 'api-key';

/**
 * Issuer of those who wrote without an account; their subject is the normalised e-mail they gave, which nobody has
 * checked. So a contact is never the local account of that address, and cannot sign in.
 */
export const CONTACT_ISSUER = 'contact';

/** Issuers of identities that nobody outside knows. */
export const OUR_ISSUERS: readonly string[] = [LOCAL_ISSUER, KEY_ISSUER, CONTACT_ISSUER];

export type UserStatus = 'active' | 'inactive';

export interface UserTeam {
  readonly id: number;
  readonly name: string;
  readonly visibility: 'own' | 'team';
}

/** Somebody, or something, that acts in a tenant. (tenant, issuer, subject) is the identity. */
export interface User {
  readonly id: number;
  readonly issuer: string;
  readonly subject: string;
  readonly kind: 'person' | 'machine';
  readonly role: Role;
  readonly name: string;
  readonly email: string | null;
  readonly team: UserTeam | null;
  readonly status: UserStatus;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** What the tenant's own product calls the user; null for those whom only we know. */
export function externalIdOf({ issuer, subject }: Pick<User, 'issuer' | 'subject'>): string | null {
  return OUR_ISSUERS.includes(issuer) ? null : subject;
}

export function isContact({ issuer }: Pick<User, 'issuer'>): boolean {
  return issuer === CONTACT_ISSUER;
}

/** The form in which two e-mails are the same address. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** What a search for people looks in. */
export function searchKey(name: string, email: string | null): string {
  return `${name} ${email ?? ''}`.normalize('NFKC').toLowerCase().slice(0, 400);
}
