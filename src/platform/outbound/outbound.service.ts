import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, fetch } from 'undici';
import { Config } from '../config/config.js';

const TIMEOUT_MS = 5_000;
const LARGEST_ANSWER_BYTES = 1_048_576;

type LookupDone = (error: Error | null, addresses: LookupAddress[]) => void;

/** Networks that are not the open internet: this machine, private nets, link-local (cloud metadata), special use. */
const CLOSED_NETWORKS = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4', '::/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23'],
  ...['2001:db8::/32', '2002::/16', '3fff::/20', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

/**
 * Calls to addresses that a tenant typed in (key sets today). The address is checked when the connection is made, so
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
    const { hostname } = new URL(url);
    const literal = hostname.replace(/^\[|\]$/g, '');
    // A literal address is connected to without a look-up.
    if (isIP(literal) && !this.isOpen(literal)) return Promise.reject(closedAddress());
    return fetch(url, {
      headers: Object.fromEntries(init.headers ?? []),
      redirect: 'error',
      dispatcher: this.agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  };

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

  private isOpen(address: string): boolean {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
    const checked = mapped ?? address;
    const family = isIPv6(checked) ? 'ipv6' : 'ipv4';
    return this.allowed.check(checked, family) || !this.closed.check(checked, family);
  }
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
