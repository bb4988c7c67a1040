import { createHash, createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';

const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const hmac = (text, secret, hash = 'sha256') => createHmac(hash, secret).update(text).digest('base64url');
const MINUTES_5 = 300;

/** A token signed with a shared secret; `hash` belongs to the algorithm, whatever the header says. */
function hs(header, claims, secret, hash) {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${hmac(text, secret, hash)}`;
}

function rs(header, claims, key, options = {}) {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${signWith('sha256', Buffer.from(text), { key, ...options }).toString('base64url')}`;
}

/** Credentials that must open nothing, by what is wrong with them: headers of a request. */
export function forgeriesOf({ people, key, providers, otherTenant, daakey }) {
  const { secret, issuer, audience } = providers.hs256;
  const rsa = providers.rs256;
  const now = Math.floor(Date.now() / 1_000);
  const good = { iss: issuer, aud: audience, sub: 'victim', exp: now + MINUTES_5, iat: now };
  const ofRsa = { ...good, iss: rsa.issuer, aud: rsa.audience };
  const own = people.agent;
  const [head, claims, signature] = own.split('.');
  const ownClaims = JSON.parse(Buffer.from(claims, 'base64url').toString());
  const HS = { alg: 'HS256', typ: 'JWT' };
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const jwk = stranger.publicKey.export({ format: 'jwk' });
  const without = (name) => Object.fromEntries(Object.entries(good).filter(([each]) => each !== name));
  const unsigned = (alg, kept = '') => `${part({ ...HS, alg })}.${part(good)}.${kept}`;

  const tokens = {
    ...Object.fromEntries(
      ['none', 'None', 'NONE', 'nOnE', '', 'null'].map((alg) => [`alg ${alg || 'empty'}`, unsigned(alg)]),
    ),
    'alg none with a signature': unsigned('none', hmac('x', secret)),
    'own token as alg none': `${part({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    'no alg': hs({ typ: 'JWT' }, good, secret),
    'alg of another kind': hs({ alg: ['HS256'] }, good, secret),
    'HMAC keyed with the public key': hs(HS, ofRsa, rsa.publicPem),
    'HMAC keyed with the public key, trimmed': hs(HS, ofRsa, rsa.publicPem.trim()),
    'HMAC keyed with the public key as DER': hs(HS, ofRsa, rsa.publicDer),
    HS384: hs({ alg: 'HS384' }, good, secret, 'sha384'),
    HS512: hs({ alg: 'HS512' }, good, secret, 'sha512'),
    PS256: rs({ alg: 'PS256' }, ofRsa, rsa.privateKey, { padding: 6, saltLength: 32 }),
    'RS256 for an HS256 provider': rs({ alg: 'RS256' }, good, rsa.privateKey),
    'a stranger’s RSA key': rs({ alg: 'RS256' }, ofRsa, stranger.privateKey),
    'embedded jwk': rs({ alg: 'RS256', jwk }, ofRsa, stranger.privateKey),
    'jku of the forger': rs(
      { alg: 'RS256', jku: 'http://127.0.0.1:1/jwks.json', kid: '1' },
      ofRsa,
      stranger.privateKey,
    ),
    'x5u of the forger': rs({ alg: 'RS256', x5u: 'http://127.0.0.1:1/x' }, ofRsa, stranger.privateKey),
    'x5c of the forger': rs({ alg: 'RS256', x5c: ['MIIB'] }, ofRsa, stranger.privateKey),
    'kid that is a path': hs({ ...HS, kid: '../../../../dev/null' }, good, ''.padEnd(1, '\0')),
    'kid that is SQL': hs({ ...HS, kid: "x' UNION SELECT 'k" }, good, 'k'),
    'kid of thousands': rs({ alg: 'RS256', kid: 'k'.repeat(4_000) }, ofRsa, stranger.privateKey),
    'crit that nobody knows': hs({ ...HS, crit: ['x-unknown'], 'x-unknown': 1 }, good, secret),
    'crit that is empty': hs({ ...HS, crit: [] }, good, secret),
    'payload not encoded': hs({ ...HS, b64: false, crit: ['b64'] }, good, secret),
    'wrong issuer': hs(HS, { ...good, iss: `${issuer}/` }, secret),
    'issuer that is a list': hs(HS, { ...good, iss: [issuer] }, secret),
    'no issuer': hs(HS, without('iss'), secret),
    'wrong audience': hs(HS, { ...good, aud: 'somebody else' }, secret),
    'audience that is an object': hs(HS, { ...good, aud: { [audience]: true } }, secret),
    'no audience': hs(HS, without('aud'), secret),
    'no end': hs(HS, without('exp'), secret),
    'no subject': hs(HS, without('sub'), secret),
    'subject that is empty': hs(HS, { ...good, sub: '' }, secret),
    'subject that is an object': hs(HS, { ...good, sub: {} }, secret),
    expired: hs(HS, { ...good, exp: now - MINUTES_5 }, secret),
    'an end that is text': hs(HS, { ...good, exp: String(now + MINUTES_5) }, secret),
    'an end in the far future': hs(HS, { ...good, exp: 1e15 }, secret),
    'an end that is negative': hs(HS, { ...good, exp: -1 }, secret),
    'not yet valid': hs(HS, { ...good, nbf: now + MINUTES_5 }, secret),
    'not-before that is text': hs(HS, { ...good, nbf: 'now' }, secret),
    'truncated signature': hs(HS, good, secret).slice(0, -4),
    'changed signature': hs(HS, good, secret).replace(/.(?=.{3}$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
    'no signature': `${head}.${claims}.`,
    'no third part': `${head}.${claims}`,
    'five parts': `${own}.a.b`,
    'claims of another': `${head}.${part({ ...ownClaims, sub: '1', sid: 'x' })}.${signature}`,
    'claims twice': `${head}.${part(`{"iss":"${issuer}","iss":"polydesk","aud":"${audience}","sub":"1","exp":${now + 60}}`)}.${signature}`,
    'claims that are no object': hs(HS, '"text"', secret),
    'claims that are no JSON': hs(HS, '{', secret),
    'our own issuer, a tenant’s secret': hs(HS, { ...ownClaims, exp: now + MINUTES_5 }, secret),
    'our own issuer, a guess': hs(HS, { ...ownClaims, exp: now + MINUTES_5 }, 'secret'),
    'our own issuer, an empty secret': hs(HS, { ...ownClaims, exp: now + MINUTES_5 }, ''),
    'another tenant’s secret': hs(HS, good, otherTenant.secret),
    'a digest for the secret': hs(HS, good, createHash('sha256').update(secret).digest('hex')),
    'an encrypted one': `${part({ alg: 'dir', enc: 'A128GCM' })}..${part('iv')}.${part('text')}.${part('tag')}`,
    'a token within a token': hs({ ...HS, cty: 'JWT' }, hs(HS, good, secret), secret),
    'a bottomless header': `${part('{"alg":'.repeat(2_000))}.${claims}.${signature}`,
    'padding and another alphabet': `${head}==.${claims.replaceAll('-', '+')}+/==.${signature}`,
    'a key that is none': `sk_${'A'.repeat(43)}`,
    'a key cut short': key.slice(0, -1),
    'a key with one letter more': `${key}A`,
    'a key in capitals': key.toUpperCase(),
    'a refresh token': 'rt_'.padEnd(46, 'x'),
    'an opaque token': `1|${'x'.repeat(43)}`,
    'words of every object': '__proto__',
    'a long one': 'a'.repeat(7_000),
  };
  const forged = Object.entries(tokens).map(([name, token]) => ({
    name,
    headers: { authorization: `Bearer ${token}` },
  }));
  forged.push(
    {
      name: 'Basic',
      headers: { authorization: `Basic ${Buffer.from(`owner@example.com:${own}`).toString('base64')}` },
    },
    { name: 'no credential after the word', headers: { authorization: 'Bearer ' } },
    { name: 'two credentials', headers: { authorization: `Bearer x, Bearer ${own}` } },
    { name: 'a cookie', headers: { cookie: `access_token=${own}; token=${own}` } },
    { name: 'a header of proxies', headers: { 'x-user-id': '1', 'x-forwarded-user': 'admin', 'x-original-url': '/' } },
    { name: 'the method in a header', headers: { 'x-http-method-override': 'GET', 'x-access-token': own } },
  );
  const text = (fields) => Buffer.from(JSON.stringify(fields)).toString('base64url');
  const signed = (payload, by) => `${payload}.${createHmac('sha256', by).update(payload).digest('hex')}`;
  const fresh = text({ agency_code: daakey.code, timestamp: now });
  for (const [name, given] of Object.entries({
    'a signature by another secret': signed(fresh, 'another-secret-of-nobody'),
    'a signature of long ago': signed(text({ agency_code: daakey.code, timestamp: now - 86_400 }), daakey.secret),
    'a signature of an agency that is none': signed(text({ agency_code: 'NOBODY', timestamp: now }), daakey.secret),
    'a signature of nothing': signed(text(null), daakey.secret),
    'a signature of something else': `${fresh}.${createHmac('sha256', daakey.secret).update(`${fresh}x`).digest('hex')}`,
    'half a signature': signed(fresh, daakey.secret).slice(0, -10),
    'no signature of an agency': fresh,
  })) {
    forged.push({
      name,
      headers: { 'x-agency-signature': given, authorization: `Bearer ${people.customer}` },
      signature: true,
    });
  }
  return forged;
}
