import 'reflect-metadata';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/config.js';
import { Outbound } from './outbound.service.js';

let server: Server;
let asked = 0;
let port: number;
const opened: Outbound[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    if (request.url === '/silent') return;
    if (request.url === '/half') return void response.write('ha');
    if (request.url === '/away') response.writeHead(302, { location: '/' });
    response.end(request.url === '/huge' ? Buffer.alloc(3_000_000) : 'here');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  ({ port } = server.address() as AddressInfo);
});
afterEach(async () => {
  for (const outbound of opened.splice(0)) await outbound.onApplicationShutdown();
});
afterAll(() => new Promise((done) => server.close(done)));

function outbound(allow = ''): Outbound {
  const made = new Outbound(readConfig({ OUTBOUND_ALLOW: allow }));
  opened.push(made);
  return made;
}
/** Why a call failed, down to the cause that undici wraps. */
async function refusalOf(url: string, allow = ''): Promise<string> {
  const error: unknown = await outbound(allow)
    .fetch(url)
    .then(
      () => new Error('It was called'),
      (reason: unknown) => reason,
    );
  return `${(error as Error).message} ${String((error as Error).cause)}`;
}

describe('calls to addresses that a tenant gave', () => {
  it.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.0.0.1', '0177.0.0.1', '017700000001', '127.0.0.1.'],
    ...['0', '0.0.0.0', '[::1]', '[::]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
    ...['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '[::ffff:10.0.0.1]', '198.18.0.1'],
    ...[
      '169.254.169.254',
      '0xa9fea9fe',
      '2852039166',
      '[::ffff:a9fe:a9fe]',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '[fec0::1]',
    ],
    ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '224.0.0.1', '255.255.255.255', '[ff02::1]'],
    ...['localhost', 'LOCALHOST', '１２７.0.0.1', '127。0。0。1'],
  ])('do not reach %s', async (host) => {
    expect(await refusalOf(`http://${host}:${port}/`)).toContain('not on the open internet');
    expect(asked).toBe(0);
  });

  it('reach a private network that OUTBOUND_ALLOW names, and no other', async () => {
    for (const host of ['127.0.0.1', '[::ffff:127.0.0.1]']) {
      expect(await (await outbound('127.0.0.0/8').fetch(`http://${host}:${port}/`)).text()).toBe('here');
    }
    expect(asked).toBe(2);
    expect(await refusalOf(`http://127.0.0.1:${port}/`, '10.0.0.0/8')).toContain('not on the open internet');
    expect(await refusalOf(`http://127.0.0.1:${port}/`, '127.0.0.2/32')).toContain('not on the open internet');
    expect(asked).toBe(2);
  });

  it('follow no redirect', async () => {
    expect(await refusalOf(`http://127.0.0.1:${port}/away`, '127.0.0.0/8')).toContain('redirect');
  });

  it('read no endless answer', async () => {
    const answer = await outbound('127.0.0.0/8').fetch(`http://127.0.0.1:${port}/huge`);
    await expect(answer.arrayBuffer()).rejects.toThrow();
  });
});

describe('a post', () => {
  const post = (path: string, allow = '127.0.0.0/8', signal = AbortSignal.timeout(5_000)) =>
    outbound(allow).post(`http://127.0.0.1:${port}${path}`, { headers: { 'x-a': 'b' }, body: '{}', signal });

  it('tells status and the beginning of the body, whatever they are', async () => {
    expect(await post('/')).toEqual({ status: 200, body: 'here' });
    expect((await post('/huge')).body).toHaveLength(2_048);
    expect((await post('/away')).status).toBe(302);
  });

  it('does not reach what is closed', async () => {
    const before = asked;
    await expect(post('/', '')).rejects.toThrow('not on the open internet');
    expect(asked).toBe(before);
  });

  it('ends when it is told to', async () => {
    await expect(post('/silent', '127.0.0.0/8', AbortSignal.timeout(50))).rejects.toThrow();
  });

  it('counts the status when the rest of the answer does not come', async () => {
    expect(await post('/half', '127.0.0.0/8', AbortSignal.timeout(200))).toEqual({ status: 200, body: 'ha' });
  });
});

describe('the reach of an address', () => {
  it.each([
    ['https://1.1.1.1/', 'open'],
    ['https://127.0.0.1/', 'allowed'],
    ['https://[::1]/', 'closed'],
    ['https://10.0.0.1/', 'closed'],
    ['https://2130706433/', 'allowed'],
    ['https://no-such-host.invalid/', 'unresolvable'],
  ])('of %s: %s', async (url, reach) => {
    expect(await outbound('127.0.0.0/8').reachOf(url)).toBe(reach);
  });
});
