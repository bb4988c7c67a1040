import type { Config } from '../config/config.js';

/**
 * What every answer tells browsers: take it for nothing but what it says it is, run nothing of it, show it in no frame,
 * keep no copy, tell nobody where it came from. Pages and files loosen what they must.
 */
export const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-site',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-permitted-cross-domain-policies': 'none',
  'cache-control': 'no-store',
} as const;

/** A year, and this host alone: what else is served beside the desk is not the desk's to decide. */
const HSTS = { 'strict-transport-security': 'max-age=31536000' } as const;

/**
 * The same for an installation. Only one whose users come by https may forbid plain http: on any other the browser would
 * find nothing any more.
 */
export function securityHeaders({ publicUrl }: Pick<Config, 'publicUrl'>): Readonly<Record<string, string>> {
  return publicUrl.startsWith('https://') ? { ...SECURITY_HEADERS, ...HSTS } : SECURITY_HEADERS;
}
