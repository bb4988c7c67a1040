import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import type { Desk } from './desk.js';

export type KeyAlgorithm = 'RS256' | 'ES256' | 'EdDSA';

/** An identity provider of a desk's tenant, as its SaaS knows it: able to sign. */
export interface TestProvider {
  readonly id: number;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithm: string;
  readonly key: CryptoKey | Uint8Array;
  readonly publicKey: string;
  /** The claims of a good token for `u-1`; `changes` override them, and undefined takes one away. */
  claims(changes?: JWTPayload): JWTPayload;
  /** A token that is good but for `changes`. */
  sign(changes?: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Adds a provider through the API; an HS256 one with the secret that the answer shows. */
export async function addProvider(desk: Desk, algorithm: 'HS256' | KeyAlgorithm, fields: Fields = {}) {
  const pair = algorithm === 'HS256' ? null : await generateKeyPair(algorithm, { extractable: true });
  const publicKey = pair ? await exportSPKI(pair.publicKey) : '';
  const answer = await desk.people.admin.client.post('/tenant/identity-providers', {
    name: 'Our app',
    issuer: `https://${randomBytes(5).toString('hex')}.example`,
    audience: 'support',
    algorithm,
    ...(pair && !('jwks_url' in fields) && { public_key: publicKey }),
    ...fields,
  });
  if (answer.status !== 201) throw new Error(`Adding a provider answered ${answer.status}`);
  const { id, issuer, audience, secret } = answer.body.data;
  return signerOf({ id, issuer, audience, algorithm, publicKey, key: pair?.privateKey ?? bytesOf(secret) });
}

/** Signs in the name of a provider, possibly with what is not its own. */
export function signerOf(provider: Omit<TestProvider, 'claims' | 'sign'>): TestProvider {
  const claims = (changes: JWTPayload = {}) => {
    const now = Math.floor(Date.now() / 1_000);
    return { iss: provider.issuer, aud: provider.audience, sub: 'u-1', iat: now, exp: now + 300, ...changes };
  };
  return {
    ...provider,
    claims,
    sign: (changes, header) =>
      new SignJWT(claims(changes)).setProtectedHeader({ alg: provider.algorithm, ...header }).sign(provider.key),
  };
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** A token put together by hand. */
export function rawToken(header: object, claims: object, signature: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

/** A key set on this machine; counts how often it is fetched. */
export class KeySetServer {
  status = 200;
  /** Whether it takes requests and answers none. */
  silent = false;
  fetched = 0;
  private keys: JWK[] = [];
  private server: Server;

  async start(): Promise<void> {
    this.server = createServer((_request, response) => {
      this.fetched++;
      if (this.silent) return;
      response.writeHead(this.status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: this.keys }));
    });
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/jwks.json`;
  }

  /** Publishes a new key and gives its private half. */
  async add(kid: string, algorithm: KeyAlgorithm = 'RS256'): Promise<CryptoKey> {
    const { publicKey, privateKey } = await generateKeyPair(algorithm);
    this.keys.push({ ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' });
    return privateKey;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
