import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { lookup as resolve } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, fetch, request } from 'undici';
import { Config } from '../config/config.js';

const TIMEOUT_MS = 5_000;
const LARGEST_ANSWER_BYTES = 1_048_576;

/** How much of an answer to a post is read. */
const ANSWER_HEAD_BYTES = 2_048;

interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends the call; nothing else does, however long the answer takes. */
  readonly signal: AbortSignal;
}

interface PostAnswer {
  readonly status: number;
  /** Its beginning. */
  readonly body: string;
}

/** Where an address leads. */
export type Reach =
  | 'unresolvable'
  /** Into a network that is not to be called. */
  | 'closed'
  | 'open'
  /** Into networks that OUTBOUND_ALLOW names, and no other. */
  | 'allowed';

type LookupDone = (error: Error | null, addresses: LookupAddress[]) => void;

/** Networks that are not the open internet: this machine, private nets, link-local (cloud metadata), special use. */
const CLOSED_NETWORKS = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4', '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23'],
  ...['2001:db8::/32', '2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

/**
 * Calls to addresses that a tenant typed in: key sets, webhooks. The address is checked when the connection is made, so
 * neither a redirect nor a changing DNS answer leads into the private network.
 */
@Injectable()
export class Outbound implements OnApplicationShutdown {
  private readonly closed = blockList(CLOSED_NETWORKS);
  private readonly allowed: BlockList;
  private readonly agent: Agent;

  constructor(config: Config) {
    this.allowed = blockList(config.OUTBOUND_ALLOW);
    this.agent = new Agent({
      connectTimeout: TIMEOUT_MS,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      maxResponseSize: LARGEST_ANSWER_BYTES,
      connect: { lookup: (host, options, done) => this.lookupOpen(host, options, done) },
    });
  }

  /** Fetches without following redirects. Rejects when the address may not be called or does not answer in time. */
  readonly fetch = (url: string, init: { headers?: Headers; signal?: AbortSignal } = {}): Promise<Response> => {
    // A literal address is connected to without a look-up.
    if (!this.mayConnect(url)) return Promise.reject(closedAddress());
    return fetch(url, {
      headers: Object.fromEntries(init.headers ?? []),
      redirect: 'error',
      dispatcher: this.agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  };

  /**
   * Posts once, without following redirects, and tells the status there is, whatever it is. Rejects when the address may
   * not be called or there is no status before `signal` says that it is enough.
   */
  async post(url: string, { headers, body, signal }: PostOptions): Promise<PostAnswer> {
    if (!this.mayConnect(url)) throw closedAddress();
    const answer = await request(url, {
      method: 'POST',
      headers,
      body,
      dispatcher: this.agent,
      headersTimeout: 0,
      bodyTimeout: 0,
      signal,
    });
    return { status: answer.statusCode, body: await headOf(answer.body) };
  }

  /** Looks up where an address leads now. */
  async reachOf(url: string): Promise<Reach> {
    try {
      const found = await resolve(hostOf(url), { all: true });
      if (!found.every(({ address }) => this.isOpen(address))) return 'closed';
      return found.every(({ address }) => this.isIn(this.allowed, address)) ? 'allowed' : 'open';
    } catch {
      return 'unresolvable';
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.agent.destroy();
  }

  private lookupOpen(host: string, options: LookupOptions, done: LookupDone): void {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) done(error, []);
      else if (addresses.every(({ address }) => this.isOpen(address))) done(null, addresses);
      else done(closedAddress(), []);
    });
  }

  private mayConnect(url: string): boolean {
    const host = hostOf(url);
    return isIP(host) === 0 || this.isOpen(host);
  }

  private isOpen(address: string): boolean {
    return this.isIn(this.allowed, address) || !this.isIn(this.closed, address);
  }

  private isIn(list: BlockList, address: string): boolean {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
    const checked = mapped ?? address;
    return list.check(checked, isIPv6(checked) ? 'ipv6' : 'ipv4');
  }
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^\[|\]$/g, '');
}

/** The beginning of a body, as far as it came; the rest is not wanted. */
async function headOf(body: AsyncIterable<Buffer> & { destroy(): unknown }): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= ANSWER_HEAD_BYTES) break;
    }
  } catch {
    // The status says what counts.
  }
  body.destroy();
  return Buffer.concat(chunks).subarray(0, ANSWER_HEAD_BYTES).toString('utf8');
}

function closedAddress(): Error {
  return new Error('This address is not on the open internet; OUTBOUND_ALLOW can allow its network');
}

function blockList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}
