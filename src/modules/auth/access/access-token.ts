import { jwtVerify, SignJWT } from 'jose';
import { asDate, type Instant, MINUTE, SECOND } from '../../../platform/clock/clock.js';
import { digest } from '../../../platform/crypto/keys.service.js';

/** Issuer and audience of the tokens that this service signs itself. */
export const OWN_ISSUER = 'polydesk';

export const ACCESS_TOKEN_LIFETIME = 15 * MINUTE;

/** Signs the access token of a session. */
export function signAccessToken(
  secret: Uint8Array,
  session: { id: string; userId: number },
  now: Instant,
  lifetime: number,
) {
  return new SignJWT({ sid: session.id })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(OWN_ISSUER)
    .setAudience(OWN_ISSUER)
    .setSubject(String(session.userId))
    .setIssuedAt(asDate(now))
    .setExpirationTime(asDate(now + lifetime))
    .sign(secret);
}

/** The session that a token of ours belongs to, and when the token ends. */
export interface AccessToken {
  readonly sessionId: string;
  readonly expiresAt: Instant;
}

/** Checks a token of ours. Rejects with jose's errors. */
export async function verifyAccessToken(secret: Uint8Array, token: string, now: Instant): Promise<AccessToken> {
  const { payload } = await jwtVerify<{ sid: string }>(token, secret, {
    algorithms: ['HS256'],
    issuer: OWN_ISSUER,
    audience: OWN_ISSUER,
    requiredClaims: ['exp', 'sid', 'sub'],
    currentDate: asDate(now),
  });
  return { sessionId: payload.sid, expiresAt: Number(payload.exp) * SECOND };
}

/**
 * What a provider's token is remembered by: its signed part, which nobody can change, and the provider whose key fits,
 * for another may have signed the very same words. Of the signature there may be several spellings that all fit.
 */
export function tokenDigest(token: string, provider: { readonly tenantId: number; readonly id: number }): string {
  return digest(`${provider.tenantId}/${provider.id} ${token.slice(0, token.lastIndexOf('.'))}`);
}
