/**
 * npm run chaos -- kill-loop [--engine sqlite|mysql] [--rounds 20] [--writers 8]
 *
 * Kills the built service with SIGKILL while writers are at work, starts it again on the same data, and at the end looks
 * for everything it had acknowledged. Prints the counts and exits 1 when anything is lost or half done.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    rounds: { type: 'string', default: '20' },
    writers: { type: 'string', default: '8' },
  },
});
const installation = await createInstallation({ engine: options.engine });
const { url } = installation;

/** What the service has acknowledged. */
const acknowledged = { tickets: new Map(), messages: [] };
let refused = 0;

try {
  const first = await installation.start();
  await setUp(url, first);
  const token = await signIn(url);
  await first.end('SIGKILL');
  for (let round = 1; round <= Number(options.rounds); round++) {
    const service = await installation.start();
    const stop = new AbortController();
    const writers = Array.from({ length: Number(options.writers) }, () => write(token, stop.signal));
    await sleep(randomInt(250, 900));
    await service.end('SIGKILL');
    stop.abort();
    await Promise.all(writers);
  }
  const service = await installation.start();
  const found = await audit(await signIn(url));
  await service.end('SIGKILL');
  console.log(`${options.engine}: ${options.rounds} kills under ${options.writers} writers`);
  console.log(`  acknowledged: ${acknowledged.tickets.size} tickets, ${acknowledged.messages.length} messages`);
  console.log(`  cut or refused while dying: ${refused}`);
  console.log(`  lost: ${found.lostTickets} tickets, ${found.lostMessages} messages`);
  console.log(`  changes without their event or events without their change: ${found.torn}`);
  process.exitCode = found.lostTickets + found.lostMessages + found.torn === 0 ? 0 : 1;
} finally {
  await installation.remove();
}

/** Opens tickets and answers them until told to stop; remembers what was acknowledged. */
async function write(token, signal) {
  while (!signal.aborted) {
    const subject = randomBytes(8).toString('hex');
    const opened = await attempt('/tickets', { subject, description: subject, category: 'general' }, token);
    if (!opened) continue;
    const { number } = opened.data;
    acknowledged.tickets.set(number, subject);
    const body = randomBytes(8).toString('hex');
    const posted = await attempt(`/tickets/${number}/messages`, { body }, token);
    if (posted) acknowledged.messages.push({ number, seq: posted.data.seq, body });
  }
}

async function attempt(path, body, token) {
  try {
    const answer = await call(url, 'POST', `/api/v1${path}`, body, token);
    if (answer.status === 201) return await answer.json();
  } catch {
    await sleep(5);
  }
  refused++;
  return null;
}

/** Compares what is there with what was acknowledged, and every ticket with its events. */
async function audit(token) {
  const tickets = new Map();
  for (let cursor = ''; ;) {
    const page = await must(call(url, 'GET', `/api/v1/tickets?sort=created_at&limit=100${cursor}`, undefined, token));
    for (const ticket of page.data) tickets.set(ticket.number, ticket);
    if (!page.meta.has_more) break;
    cursor = `&cursor=${encodeURIComponent(page.meta.next_cursor)}`;
  }
  const messages = new Map();
  let torn = 0;
  for (const { number, message_count: count } of tickets.values()) {
    const thread = await must(call(url, 'GET', `/api/v1/tickets/${number}/messages?limit=100`, undefined, token));
    for (const { seq, body } of thread.data) messages.set(`${number}/${seq}`, body);
    const events = (await must(call(url, 'GET', `/api/v1/tickets/${number}/events?limit=100`, undefined, token))).data;
    const told = (type) => events.filter((event) => event.type === type).length;
    if (thread.data.length !== count || told('ticket.created') !== 1 || told('message.created') !== count - 1) torn++;
  }
  return {
    lostTickets: [...acknowledged.tickets].filter(([number, subject]) => tickets.get(number)?.subject !== subject)
      .length,
    lostMessages: acknowledged.messages.filter(({ number, seq, body }) => messages.get(`${number}/${seq}`) !== body)
      .length,
    torn,
  };
}
