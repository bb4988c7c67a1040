/** Why a token of an identity provider is refused. */
export const TOKEN_FLAWS = [
  'malformed',
  'algorithm',
  'signature',
  'keys_unavailable',
  'issuer',
  'audience',
  'expired',
  'not_yet_valid',
  'lifetime',
  'subject_or_role',
  'signed_out',
  'deactivated',
] as const;
export type TokenFlaw = (typeof TOKEN_FLAWS)[number];

/** What of a provider an explanation names. */
interface Expected {
  readonly algorithm: string;
  readonly issuer: string;
  readonly audience: string;
  readonly claims: { readonly subject: string; readonly role: string };
  readonly roles: readonly string[];
}

/** Tells an admin what to change, in the token or in the provider. */
export function explainFlaw(flaw: TokenFlaw, { algorithm, issuer, audience, claims, roles }: Expected): string {
  switch (flaw) {
    case 'malformed':
      return 'This is not a signed JWT: three parts of base64url, with dots between them.';
    case 'algorithm':
      return `The token must be signed with ${algorithm}.`;
    case 'signature':
      return 'The signature does not fit the key: the key differs, or the token was changed after it was signed.';
    case 'keys_unavailable':
      return 'The keys of the provider cannot be had: its key set does not answer, or the stored key cannot be read.';
    case 'issuer':
      return `The claim iss must be ${issuer}.`;
    case 'audience':
      return `The claim aud must be, or include, ${audience}.`;
    case 'expired':
      return 'The token has expired.';
    case 'not_yet_valid':
      return 'The token is not valid yet, by its claim nbf: do the clocks agree?';
    case 'lifetime':
      return 'The claim exp must be a time in whole seconds, within ten years.';
    case 'subject_or_role':
      return `The claim ${claims.subject} must be a text or a number of 1 to 190 characters, and ${claims.role} one of: ${roles.join(', ')}.`;
    case 'signed_out':
      return 'The token was signed out.';
    case 'deactivated':
      return 'The account that the token stands for is deactivated.';
  }
}
