/**
 * npm run chaos -- webhook-faults [--engine sqlite|mysql] [--events 300] [--tickets 30] [--rate 40] [--writers 8]
 *   [--processes 1, on mysql 2]
 *
 * Events are written at a rate, first with one good endpoint that listens, then with four bad ones beside it: one fails
 * three times in ten, one never answers, one cuts the connection, one takes its time. Then all are well again. Every
 * endpoint must have got every event, of each ticket in order, well signed; and the good one must not have noticed.
 * With `--rate 0` the writers do not wait.
 */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { call, createInstallation, must, PATIENT, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    events: { type: 'string', default: '300' },
    tickets: { type: 'string', default: '30' },
    rate: { type: 'string', default: '40' },
    writers: { type: 'string', default: '8' },
    processes: { type: 'string' },
  },
});
const { engine } = options;
const [EVENTS, TICKETS, RATE, WRITERS] = ['events', 'tickets', 'rate', 'writers'].map((name) => Number(options[name]));
const processes = Number(options.processes ?? (engine === 'mysql' ? 2 : 1));
/** Short at first, and so many that nothing is given up before all are well. */
const RETRY_SECONDS = [1, 1, 1, 2, 2, 5, 10, ...Array(13).fill(20)].join();
const BAR_MS = 2_000;
const BAR_RATIO = 2;
const TYPES = ['ticket.*', 'message.*'];

const installation = await createInstallation({
  engine,
  environment: { OUTBOUND_ALLOW: '127.0.0.0/8', WEBHOOK_RETRY_SECONDS: RETRY_SECONDS, ...PATIENT },
});
const sinks = [];

try {
  const first = await installation.start();
  await setUp(installation.url, first);
  const services = [{ url: installation.url, ...first }];
  while (services.length < processes) services.push(await installation.startBeside());
  const urls = services.map(({ url }) => url);
  const token = await signIn(urls[0]);
  const numbers = await openTickets(urls, token);

  const good = await addEndpoint('good', token, (_count, response) => response.end());
  const [alone, aloneSeconds] = await timed(good, () => write(urls, token, numbers));
  const bad = [
    await addEndpoint('fails 30 %', token, (_count, response) =>
      response.writeHead(Math.random() < 0.3 ? 500 : 200).end(),
    ),
    await addEndpoint('never answers', token, () => undefined),
    await addEndpoint('cuts', token, (_count, response) => response.socket.destroy()),
    await addEndpoint('slow (0.5 s)', token, (_count, response) => void sleep(500).then(() => response.end())),
  ];
  const [beside, besideSeconds] = await timed(good, () => write(urls, token, numbers));
  const healed = performance.now();
  for (const sink of bad) sink.heal();
  const happened = await eventsOf(urls[0], token);
  for (const sink of sinks) await untilAll(sink, happened);
  const recovery = (performance.now() - healed) / 1_000;
  for (const service of services) await service.end('SIGTERM');

  console.log(
    `${engine}, ${processes} process(es): twice ${EVENTS} events over ${TICKETS} tickets, in ${aloneSeconds.toFixed(1)} s alone and ${besideSeconds.toFixed(1)} s beside four bad endpoints; all delivered ${recovery.toFixed(1)} s later`,
  );
  let wrong = 0;
  for (const sink of sinks) {
    const { missing, disordered } = judge(sink, happened);
    wrong += missing + disordered + sink.badSignatures;
    console.log(
      `  ${sink.name.padEnd(14)} ${sink.attempts} attempts; missing ${missing}, first deliveries out of order ${disordered}, bad signatures ${sink.badSignatures} (bars: 0)`,
    );
  }
  const [p99, p99Beside] = [quantile(alone, 0.99), quantile(beside, 0.99)];
  const ratio = p99Beside / p99;
  const show = (times) => `p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms`;
  console.log(`  commit to first attempt at the good one: alone ${show(alone)}; beside the bad ${show(beside)}`);
  console.log(`  p99 beside ${p99Beside} ms (bar: ${BAR_MS}); ratio ${ratio.toFixed(2)} (bar: ${BAR_RATIO})`);
  process.exitCode = wrong === 0 && p99Beside <= BAR_MS && ratio <= BAR_RATIO ? 0 : 1;
} finally {
  for (const { server } of sinks) server.close().closeAllConnections();
  await installation.remove();
}

async function addEndpoint(name, token, behave) {
  const sink = { name, attempts: 0, badSignatures: 0, isWell: false, first: new Map(), accepted: new Set() };
  const open = new Set();
  sink.server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const at = Date.now();
      const { data } = JSON.parse(text);
      sink.attempts++;
      try {
        sink.webhook.verify(text, request.headers);
      } catch {
        sink.badSignatures++;
      }
      if (!sink.first.has(data.id)) sink.first.set(data.id, { at, occurredAt: Date.parse(data.occurred_at), data });
      open.add(response);
      response.once('close', () => open.delete(response));
      response.once('finish', () => response.statusCode < 300 && sink.accepted.add(data.id));
      if (sink.isWell) response.end();
      else behave(sink.attempts, response);
    });
  });
  await new Promise((resolve) => sink.server.listen(0, '127.0.0.1', resolve));
  sink.heal = () => {
    sink.isWell = true;
    for (const response of open) response.socket?.destroy();
  };
  const url = `http://127.0.0.1:${sink.server.address().port}/`;
  const made = await must(call(installation.url, 'POST', '/api/v1/webhooks', { url, events: TYPES }, token));
  sink.webhook = new Webhook(made.data.secret);
  sink.since = (await newestEvent(token)) ?? 0;
  sinks.push(sink);
  return sink;
}

/** Nothing else is being written when an endpoint is added. */
async function newestEvent(token) {
  return (await eventsOf(installation.url, token, '')).at(-1)?.id;
}

async function openTickets(urls, token) {
  const numbers = [];
  for (let count = 0; count < TICKETS; count++) {
    const body = { subject: 'S', description: 'D', category: 'general' };
    numbers.push((await must(call(urls[count % urls.length], 'POST', '/api/v1/tickets', body, token))).data.number);
  }
  return numbers;
}

/** Writes messages, each an event; several writers may meet at a ticket. */
async function write(urls, token, numbers) {
  let count = 0;
  const start = performance.now();
  const writer = async (index) => {
    while (count < EVENTS) {
      const own = count++;
      if (RATE > 0) await sleep(Math.max(0, start + (own / RATE) * 1_000 - performance.now()));
      const path = `/api/v1/tickets/${numbers[own % numbers.length]}/messages`;
      await must(call(urls[index % urls.length], 'POST', path, { body: `No. ${own}` }, token));
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(index)));
}

/** From commit to first attempt, of what was written by `work`; the moment of the event is a little before its commit. */
async function timed(sink, work) {
  const before = sink.first.size;
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1_000;
  for (let waited = 0; sink.first.size < before + EVENTS && waited < 30_000; waited += 20) await sleep(20);
  const times = [...sink.first.values()].slice(before).map(({ at, occurredAt }) => at - occurredAt);
  return [times, seconds];
}

async function eventsOf(url, token, filter = `&types=${TYPES.join()}`) {
  const events = [];
  for (let cursor = ''; ;) {
    const { data, meta } = await must(call(url, 'GET', `/api/v1/events?limit=100${filter}${cursor}`, undefined, token));
    events.push(...data);
    if (!meta.has_more) return events;
    cursor = `&cursor=${encodeURIComponent(meta.next_cursor)}`;
  }
}

function meantFor(sink, happened) {
  return happened.filter(({ id }) => id > sink.since);
}

async function untilAll(sink, happened) {
  const meant = meantFor(sink, happened);
  const limit = 30_000 + EVENTS * 30;
  for (let waited = 0; waited < limit && meant.some(({ id }) => !sink.accepted.has(id)); waited += 50) await sleep(50);
}

function judge(sink, happened) {
  const meant = meantFor(sink, happened);
  const missing = meant.filter(({ id }) => !sink.accepted.has(id)).length;
  const places = new Map(meant.map(({ id }, place) => [id, place]));
  const last = new Map();
  let disordered = 0;
  for (const { data } of sink.first.values()) {
    const place = places.get(data.id) ?? -1;
    if (place < (last.get(data.ticket_number) ?? -1)) disordered++;
    last.set(data.ticket_number, place);
  }
  return { missing, disordered };
}

function quantile(values, q) {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];
}
