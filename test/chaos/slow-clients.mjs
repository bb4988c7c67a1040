/**
 * npm run chaos -- slow-clients [--connections 1000] [--seconds 5] [--engine sqlite|mysql]
 *
 * Slow connections of three kinds, a third each: headers that never end, bodies that trickle, readers that take a large
 * file a little at a time. The p99 of normal requests beside them may be at most twice that without them, and in the
 * end the service has got rid of those that sent no request.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createInstallation, setUp, signIn } from '../../scripts/service.mjs';
import { WireClient } from '../../scripts/wire-client.mjs';

const { values: options } = parseArgs({
  options: {
    connections: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '5' },
    engine: { type: 'string', default: 'sqlite' },
    'as-slow-clients': { type: 'string' },
  },
});
const KINDS = ['headers', 'body', 'reader'];
/** Longer than headers may take, with the time that a connection may wait to be taken up. */
const HEADERS_MS = 18_000;

if (options['as-slow-clients']) await beSlow(JSON.parse(options['as-slow-clients']));
else await measure();

async function measure() {
  const installation = await createInstallation({
    engine: options.engine,
    environment: { RATE_LIMIT: 'off', LOG_LEVEL: 'fatal' },
  });
  const { url, port } = installation;
  let service;
  let slow;
  try {
    service = await installation.start();
    await setUp(url, service);
    const token = await signIn(url);
    const file = await upload(url, token);
    await load(port, token, 1_000);
    const alone = await load(port, token, Number(options.seconds) * 1_000);
    slow = fork(fileURLToPath(import.meta.url), [
      '--as-slow-clients',
      JSON.stringify({ port, token, file, count: Number(options.connections) }),
    ]);
    const [open] = await once(slow, 'message');
    const start = performance.now();
    const settled = await settle(port);
    const beside = await load(port, token, Number(options.seconds) * 1_000);
    const memory = await residentMegabytes(url);
    await sleep(Math.max(0, HEADERS_MS - (performance.now() - start)));
    slow.send('count');
    const [left] = await once(slow, 'message');
    const after = await load(port, token, 1_000);
    const ratio = beside.p99 / alone.p99;
    console.log(`${options.engine}: normal requests, alone and beside ${JSON.stringify(open)} slow connections`);
    console.log(`  buffers full after ${settled} s`);
    for (const [name, { p50, p99, count, failed }] of Object.entries({ alone, beside, after })) {
      console.log(`  ${name}: ${count} requests, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, failed ${failed}`);
    }
    console.log(`  p99 beside / alone: ${ratio.toFixed(2)} (bar: 2.00); resident ${memory} MB`);
    console.log(`  slow connections left after ${HEADERS_MS / 1_000} s: ${JSON.stringify(left)} (bar: 0 of headers)`);
    process.exitCode = ratio <= 2 && left.headers === 0 && alone.failed + beside.failed + after.failed === 0 ? 0 : 1;
  } finally {
    slow?.kill('SIGKILL');
    await service?.end('SIGKILL');
    await installation.remove();
  }
}

/**
 * What the system's own buffers take of the files, some megabytes each, goes at full speed; slow is what comes after.
 * Answers how many seconds it took.
 */
async function settle(port) {
  const client = new WireClient(port);
  const start = performance.now();
  for (let quick = 0; quick < 20 && performance.now() - start < 30_000;) {
    const asked = performance.now();
    await client.send('GET', '/health/live');
    quick = performance.now() - asked < 20 ? quick + 1 : 0;
    await sleep(20);
  }
  client.close();
  return ((performance.now() - start) / 1_000).toFixed(1);
}

/** Four clients that ask one after the other, mostly reading. */
async function load(port, token, milliseconds) {
  const times = [];
  let failed = 0;
  const end = performance.now() + milliseconds;
  const ask = async (at) => {
    const client = new WireClient(port, { authorization: `Bearer ${token}` });
    for (let turn = at; performance.now() < end; turn++) {
      const start = performance.now();
      const { status } =
        turn % 10 === 0
          ? await client.send('POST', '/api/v1/tickets', {
              body: { subject: 'Slow', description: 'Slow', category: 'general' },
            })
          : await client.send('GET', '/api/v1/tickets?limit=10');
      times.push(performance.now() - start);
      if (status >= 400) failed++;
      await sleep(5);
    }
    client.close();
  };
  await Promise.all([0, 3, 5, 7].map(ask));
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)];
  return { p50: at(0.5), p99: at(0.99), count: times.length, failed };
}

async function upload(url, token) {
  const head = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n';
  const answer = await fetch(`${url}/api/v1/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/form-data; boundary=b' },
    body: Buffer.concat([Buffer.from(head), Buffer.alloc(12_000_000, 1), Buffer.from('\r\n--b--\r\n')]),
  });
  return (await answer.json()).data.id;
}

async function residentMegabytes(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Math.round(Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]) / 1_048_576);
}

/** The other process: opens its connections, tells so, and keeps them slow until it is ended. */
async function beSlow({ port, token, file, count }) {
  const open = { headers: new Set(), body: new Set(), reader: new Set() };
  const authorized = `host: a\r\nauthorization: Bearer ${token}\r\n`;
  const first = {
    headers: 'GET /api/v1/tickets HTTP/1.1\r\nhost: a\r\n',
    body: `POST /api/v1/tickets HTTP/1.1\r\n${authorized}content-type: application/json\r\ncontent-length: 5000\r\n\r\n{`,
    reader: `GET /api/v1/attachments/${file}/content HTTP/1.1\r\n${authorized}\r\n`,
  };
  for (let at = 0; at < count; at++) {
    const kind = KINDS[at % 3];
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    open[kind].add(socket);
    socket.on('close', () => open[kind].delete(socket)).on('error', () => {});
    if (kind !== 'reader') socket.resume();
    socket.write(first[kind]);
    await sleep(5);
  }
  const counts = () => Object.fromEntries(KINDS.map((kind) => [kind, open[kind].size]));
  process.on('message', () => process.send(counts()));
  process.send(counts());
  // Each once a second, not all at once.
  const touch = {
    headers: (socket) => socket.write('x: y\r\n'),
    body: (socket) => socket.write(' '),
    reader: (socket) => socket.read(100),
  };
  for (let slice = 0; ; slice = (slice + 1) % 50) {
    await sleep(20);
    for (const kind of KINDS) {
      [...open[kind]].filter((_socket, at) => at % 50 === slice).forEach(touch[kind]);
    }
  }
}
