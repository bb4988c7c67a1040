import type { Instant } from '../../../../platform/clock/clock.js';
import type { Role } from '../../../../platform/context/request-context.js';

/** Issuer of the accounts that sign in with e-mail and password here; their subject is the normalised e-mail. */
export const LOCAL_ISSUER = 'local';

/** Issuer of the machine users behind API keys; their subject is the key's id. */
export const KEY_ISSUER = 'api-key';

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

/** The form in which two e-mails are the same address. */
export function emailKey(email: string): string {
  return email.trim().normalize('NFKC').toLowerCase();
}

/** What a search for people looks in. */
export function searchKey(name: string, email: string | null): string {
  return `${name} ${email ?? ''}`.normalize('NFKC').toLowerCase().slice(0, 400);
}
