import type { Instant } from '../../../../platform/clock/clock.js';
import type { TenantRole } from '../../../../platform/context/request-context.js';

export const ALGORITHMS = ['HS256', 'RS256', 'ES256', 'EdDSA'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** Names of the token's claims that say who somebody is. */
export interface ClaimNames {
  readonly subject: string;
  readonly role: string;
  readonly team: string;
  readonly name: string;
  readonly email: string;
}

export const DEFAULT_CLAIMS: ClaimNames = { subject: 'sub', role: 'role', team: 'team', name: 'name', email: 'email' };

/**
 * Where a tenant's own users come from: its SaaS signs a token for them. (issuer, audience) is unique over the whole
 * installation, so a token can mean one tenant only. The algorithm is the provider's, never the token's.
 */
export interface IdentityProvider {
  readonly tenantId: number;
  readonly id: number;
  readonly name: string;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: Algorithm;
  /** The shared secret (HS256) or the public key as PEM; null when keys are fetched from `jwksUrl`, or it cannot be read. */
  readonly key: string | null;
  readonly jwksUrl: string | null;
  readonly claims: ClaimNames;
  /** The roles its tokens may grant. */
  readonly roles: readonly TenantRole[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Who a verified token says its bearer is; null for what it does not say. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly role: TenantRole | null;
  readonly team: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

const LONGEST = 190;
/** In milliseconds. */
const LONGEST_LIFETIME = 3_650 * 24 * 60 * 60 * 1_000;

/**
 * When a token ends by its `exp`; null for one that does not say, or ends so late that it could be signed out, but never
 * be forgotten again.
 */
export function endOfToken(exp: unknown, now: Instant): Instant | null {
  const end = Number.isInteger(exp) ? Number(exp) * 1_000 : null;
  return end === null || end > now + LONGEST_LIFETIME ? null : end;
}

/**
 * Reads the identity out of verified claims; null when the subject is missing or the role may not be granted. Who claims
 * no role, or one that may not be granted, is a customer, if that may be granted.
 */
export function identityOf(provider: IdentityProvider, claims: Readonly<Record<string, unknown>>): Identity | null {
  const text = (name: string): string | null => {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    const written = typeof value === 'number' ? String(value) : value;
    return typeof written === 'string' && isPlain(written) ? written : null;
  };
  const subject = text(provider.claims.subject);
  const claimed = text(provider.claims.role);
  const role = provider.roles.find((each) => each === claimed) ?? provider.roles.find((each) => each === 'customer');
  if (subject === null || role === undefined) return null;
  const saysRole = Object.hasOwn(claims, provider.claims.role) && (claims[provider.claims.role] ?? null) !== null;
  return {
    issuer: provider.issuer,
    subject,
    role: saysRole ? role : null,
    team: text(provider.claims.team),
    name: text(provider.claims.name),
    email: text(provider.claims.email),
  };
}

/** Text that every database keeps and compares as it is: to MySQL, a blank at the end makes no difference. */
function isPlain(text: string): boolean {
  const fits = text !== '' && text.length <= LONGEST && text === text.trim();
  return fits && text.isWellFormed() && !text.includes('\0');
}
