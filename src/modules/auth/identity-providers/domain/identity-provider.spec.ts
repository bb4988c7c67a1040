import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLAIMS, type IdentityProvider, identityOf } from './identity-provider.js';

const PROVIDER: IdentityProvider = {
  ...{ tenantId: 2, id: 1, name: 'App', issuer: 'https://app.example', audience: 'support' },
  ...{
    algorithm: 'HS256',
    key: 'k',
    jwksUrl: null,
    claims: DEFAULT_CLAIMS,
    roles: ['customer'],
    createdAt: 0,
    updatedAt: 0,
  },
};
const read = (claims: object, changes: Partial<IdentityProvider> = {}) =>
  identityOf({ ...PROVIDER, ...changes }, claims as Record<string, unknown>);

describe('the identity in a token', () => {
  it('has what the claims say', () => {
    const claims = { sub: 'u-1', name: 'Ada', email: 'ada@app.example', team: 'acme', role: 'customer', other: 1 };
    expect(read(claims)).toEqual({
      ...{ issuer: 'https://app.example', subject: 'u-1', role: 'customer' },
      ...{ team: 'acme', name: 'Ada', email: 'ada@app.example' },
    });
  });

  it('needs a subject only', () => {
    expect(read({ sub: 'u-1' })).toMatchObject({ name: null, email: null, team: null, role: null });
    expect(read({ sub: 7 })).toMatchObject({ subject: '7' });
    expect(read({ sub: 'u-1', role: null })).toMatchObject({ role: null });
  });

  it.each([undefined, null, '', ' ', ' u', 'u ', 'u\0', '\udc00', 'x'.repeat(191), true, [], ['u'], {}])(
    'is nobody with the subject %p',
    (sub) => {
      expect(read({ sub })).toBeNull();
    },
  );

  it('is read from the claims that the provider names, and from nothing inherited', () => {
    const claims = { ...DEFAULT_CLAIMS, subject: 'uid', team: 'org' };
    expect(read({ sub: 'no', uid: 'yes', org: 'o', team: 't' }, { claims })).toMatchObject({
      subject: 'yes',
      team: 'o',
    });
    expect(read({ sub: 'u' }, { claims: { ...DEFAULT_CLAIMS, subject: 'constructor' } })).toBeNull();
    const inherited = Object.create({ uid: 'inherited' }) as object;
    expect(read(inherited, { claims })).toBeNull();
  });

  it.each([
    [['customer'], 'admin', 'customer'],
    [['customer'], undefined, null],
    [['customer', 'agent'], 'agent', 'agent'],
    [['customer', 'agent'], 'admin', 'customer'],
    [['customer', 'agent'], 'owner', 'customer'],
    [['customer', 'agent'], ['agent'], 'customer'],
    [['customer', 'agent'], 'Agent', 'customer'],
    [['agent'], 'agent', 'agent'],
    [['agent'], 'customer', undefined],
    [['agent'], undefined, undefined],
    [[], 'customer', undefined],
  ] as const)('of a provider that grants %j, claiming %j, has the role %p', (roles, role, granted) => {
    expect(read({ sub: 'u', role }, { roles })?.role).toBe(granted);
  });
});
