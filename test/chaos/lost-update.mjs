/**
 * npm run chaos -- lost-update [--engine sqlite|mysql] [--writers 50] [--rounds 20] [--processes 1]
 *
 * Many writers at one ticket of the built service: in every round all read it and all count it up with `If-Match`. As
 * many changes as were acknowledged must be in the version and in the count. Then claims at the same moment, of which one
 * may win, and messages at the same moment, of which all must be kept, numbered without a gap. The requests go to
 * `--processes` processes in turn: 1, or 2 on one MySQL database.
 */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { addPerson, call, createInstallation, must, PATIENT, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    writers: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '20' },
    processes: { type: 'string' },
  },
});
const { engine } = options;
const [writers, rounds] = [Number(options.writers), Number(options.rounds)];
const processes = Number(options.processes ?? (engine === 'mysql' ? 2 : 1));
const AGENTS = 8;
const CLAIMED = 12;
const environment = { ...PATIENT, LOG_LEVEL: 'error', WORKERS: '1', DB_POOL_SIZE: '10' };
const installation = await createInstallation({ engine, environment });
const others = [];

try {
  const first = await installation.start();
  await setUp(installation.url, first);
  for (let number = 1; number < processes; number++) others.push(await installation.startBeside());
  const urls = [installation.url, ...others.map(({ url }) => url)];
  const admin = await signIn(installation.url);
  const found = {
    updates: await updateTogether(urls, admin),
    claims: await claimTogether(urls, admin),
    messages: await replyTogether(urls, admin),
    pipelined: await replyPipelined(admin),
  };
  await Promise.all([first, ...others].map((service) => service.end('SIGTERM')));
  report(found);
} finally {
  await installation.remove();
}

async function open(token) {
  const ticket = { subject: 'One for all', description: 'Text', category: 'general', custom: { count: 0 } };
  return (await must(call(installation.url, 'POST', '/api/v1/tickets', ticket, token))).data;
}

/** Every writer reads the ticket, and then all of them count it up by one as they have read it. */
async function updateTogether(urls, token) {
  const { number, version } = await open(token);
  const path = `/api/v1/tickets/${number}`;
  const statuses = new Map();
  let roundsWithoutOneWinner = 0;
  for (let round = 0; round < rounds; round++) {
    const read = await Promise.all(
      Array.from({ length: writers }, async (_, n) => {
        const url = urls[n % urls.length];
        const { data } = await must(call(url, 'GET', path, undefined, token));
        return { url, etag: `W/"${data.version}"`, count: data.custom.count };
      }),
    );
    const answers = await Promise.all(
      read.map(({ url, etag, count }) =>
        call(url, 'PATCH', path, { custom: { count: count + 1 } }, token, { 'if-match': etag }),
      ),
    );
    for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (answers.filter(({ ok }) => ok).length !== 1) roundsWithoutOneWinner++;
    await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  }
  const { data } = await must(call(installation.url, 'GET', path, undefined, token));
  const done = statuses.get(200) ?? 0;
  const strange = [...statuses.keys()].filter((status) => status !== 200 && status !== 412);
  return {
    ...{ statuses, done, roundsWithoutOneWinner, strange },
    ...{ versions: data.version - version, lost: done - data.custom.count },
  };
}

/** Several agents claim a ticket at the same moment, several times over. */
async function claimTogether(urls, admin) {
  const agents = [];
  for (let n = 0; n < AGENTS; n++) {
    await addPerson(installation.url, admin, { name: `agent${n}`, role: 'agent' });
    agents.push(await signIn(installation.url, `agent${n}@example.com`));
  }
  let wrong = 0;
  for (let round = 0; round < CLAIMED; round++) {
    const { number } = await open(admin);
    const claims = agents.map((token, n) =>
      call(urls[n % urls.length], 'POST', `/api/v1/tickets/${number}/claim`, {}, token),
    );
    const answers = await Promise.all(claims);
    const bodies = await Promise.all(answers.map((answer) => answer.json()));
    const winners = bodies.filter((_, n) => answers[n].status === 200);
    const { assignee } = (await must(call(installation.url, 'GET', `/api/v1/tickets/${number}`, undefined, admin)))
      .data;
    const losers = answers.filter(({ status }) => status === 409).length;
    const oneWon = winners.length === 1 && losers === AGENTS - 1 && winners[0].data.assignee.id === assignee.id;
    if (!oneWon) wrong++;
  }
  return { wrong };
}

/** Everybody answers the same ticket at once. */
async function replyTogether(urls, token) {
  const { number } = await open(token);
  const path = `/api/v1/tickets/${number}/messages`;
  const sent = Array.from({ length: writers * 2 }, (_, n) => `Message ${n}`);
  const answers = await Promise.all(
    sent.map((body, n) => call(urls[n % urls.length], 'POST', path, { body }, token).then((answer) => answer.json())),
  );
  const kept = new Map();
  for (let cursor = ''; ;) {
    const page = await must(call(installation.url, 'GET', `${path}?limit=100${cursor}`, undefined, token));
    for (const { seq, body } of page.data) kept.set(seq, body);
    if (!page.meta.has_more) break;
    cursor = `&cursor=${encodeURIComponent(page.meta.next_cursor)}`;
  }
  const refused = answers.filter(({ success }) => !success).length;
  const lost = answers.filter(({ success, data }, n) => success && kept.get(data.seq) !== sent[n]).length;
  const seqs = [...kept.keys()].sort((one, other) => one - other);
  const gaps = seqs.filter((seq, index) => seq !== index + 1).length;
  return { sent: sent.length, refused, lost, gaps };
}

/**
 * The same down one connection, in one piece, and with a key, which is looked up without waiting for anything: on no other
 * way do transactions come closer together.
 */
async function replyPipelined(token) {
  const { number } = await open(token);
  const path = `/api/v1/tickets/${number}/messages`;
  const grant = { name: 'pipelined', scopes: ['tickets:read', 'tickets:write'] };
  const { key } = (await must(call(installation.url, 'POST', '/api/v1/api-keys', grant, token))).data;
  await must(call(installation.url, 'GET', path, undefined, key));
  const { port } = new URL(installation.url);
  const count = 30;
  const requests = Array.from({ length: count }, (_, n) => {
    const body = JSON.stringify({ body: `Pipelined ${n}` });
    const head = ['content-type: application/json', `authorization: Bearer ${key}`, `content-length: ${body.length}`];
    return [`POST ${path} HTTP/1.1`, 'host: 127.0.0.1', ...head, '', body].join('\r\n');
  });
  const socket = connect(Number(port), '127.0.0.1').setEncoding('utf8');
  let text = '';
  socket.on('data', (chunk) => (text += chunk)).on('error', () => undefined);
  socket.write(requests.join(''));
  const answered = () => [...text.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
  for (let waited = 0; answered().length < count && !socket.destroyed && waited < 10_000; waited += 20) await sleep(20);
  socket.destroy();
  const acknowledged = answered().filter((status) => status === 201).length;
  const page = await must(call(installation.url, 'GET', `${path}?limit=100`, undefined, token));
  return { sent: count, refused: count - acknowledged, lost: Math.max(0, acknowledged - (page.data.length - 1)) };
}

function report({ updates, claims, messages, pipelined }) {
  const counted = [...updates.statuses].map(([status, count]) => `${status} × ${count}`).join(', ');
  console.log(`${engine}, ${processes} process(es): ${writers} writers × ${rounds} rounds on one ticket: ${counted}`);
  console.log(`  changes made: ${updates.done}; versions more (bar: as many): ${updates.versions}`);
  console.log(`  updates lost (bar: 0): ${updates.lost}`);
  console.log(`  rounds without exactly one winner (bar: 0): ${updates.roundsWithoutOneWinner}`);
  console.log(`  answers other than 200 and 412 (bar: none): ${updates.strange.join(' ') || 'none'}`);
  console.log(`  claims of ${CLAIMED} by ${AGENTS} at once without exactly one winner (bar: 0): ${claims.wrong}`);
  console.log(`  messages sent at once: ${messages.sent}; refused (bar: 0): ${messages.refused}`);
  console.log(`  messages lost (bar: 0): ${messages.lost}; gaps in their numbers (bar: 0): ${messages.gaps}`);
  console.log(
    `  pipelined: ${pipelined.sent}; refused (bar: 0): ${pipelined.refused}; lost (bar: 0): ${pipelined.lost}`,
  );
  const bad = [updates.lost, updates.roundsWithoutOneWinner, updates.strange.length, claims.wrong, messages.refused];
  bad.push(pipelined.refused, pipelined.lost);
  const good = updates.versions === updates.done && [...bad, messages.lost, messages.gaps].every((each) => each === 0);
  process.exitCode = good ? 0 : 1;
}
