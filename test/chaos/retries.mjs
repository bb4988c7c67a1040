/**
 * npm run chaos -- retries [--engine sqlite|mysql] [--kills 3] [--clients 8]
 *
 * Clients that send every POST with an Idempotency-Key, and again until it is answered, while the service is killed with
 * SIGKILL over and over. Whatever was asked for must be there once; a request that is sent again after all of it must be
 * answered with the very bytes that its client has seen.
 */
import { createHash, randomInt, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    kills: { type: 'string', default: '3' },
    clients: { type: 'string', default: '8' },
  },
});
const installation = await createInstallation({ engine: options.engine, environment: { RATE_LIMIT: 'off' } });
const { url } = installation;
/** Every request that was answered, with the answer. */
const answered = [];
const counts = { sent: 0, cut: 0, inProgress: 0, unseen: 0 };

try {
  const first = await installation.start();
  await setUp(url, first);
  const token = await signIn(url);
  let service = first;
  const stop = new AbortController();
  const clients = Array.from({ length: Number(options.clients) }, () => work(token, stop.signal));
  for (let kill = 1; kill <= Number(options.kills); kill++) {
    await sleep(randomInt(300, 900));
    await service.end('SIGKILL');
    service = await installation.start();
  }
  stop.abort();
  await Promise.all(clients);
  const found = await audit(await signIn(url));
  await service.end('SIGTERM');
  console.log(`${options.engine}: ${options.kills} kills under ${options.clients} clients that send again`);
  console.log(`  requests answered: ${answered.length}; sent: ${counts.sent}, cut or refused: ${counts.cut}`);
  console.log(`  answers that came first as a replay, their first was lost on its way: ${counts.unseen}`);
  console.log(`  told that the first is being carried out: ${counts.inProgress}`);
  console.log(`  done more than once: ${found.duplicates} (bar: 0); answered and not done: ${found.missing} (bar: 0)`);
  console.log(`  answered in other bytes when sent again: ${found.different} (bar: 0)`);
  process.exitCode = found.duplicates + found.missing + found.different === 0 && answered.length > 0 ? 0 : 1;
} finally {
  await installation.remove();
}

/** Opens tickets, answers them and uploads files, one after the other. */
async function work(token, signal) {
  while (!signal.aborted) {
    const subject = randomUUID();
    const ticket = await insist(
      'ticket',
      subject,
      '/tickets',
      { subject, description: 'D', category: 'general' },
      token,
    );
    const { number } = JSON.parse(ticket.text).data;
    const body = randomUUID();
    await insist('message', body, `/tickets/${number}/messages`, { body }, token);
    const content = randomUUID();
    await insist('file', content, '/attachments', fileOf(content), token);
  }
}

/** A multipart body with one file. */
function fileOf(content) {
  return `--b\r\ncontent-disposition: form-data; name="file"; filename="note.txt"\r\n\r\n${content}\r\n--b--\r\n`;
}

/** Sends a request until it is answered, and remembers the answer. */
async function insist(kind, name, path, body, token) {
  const request = { kind, name, path, body, key: randomUUID() };
  for (;;) {
    // Some are impatient, and send it twice at once.
    const [answer, other] = await Promise.all(
      randomInt(4) === 0 ? [send(request, token), send(request, token)] : [send(request, token)],
    );
    if (other?.status === 409) counts.inProgress++;
    if (answer?.status === 201) {
      if (answer.replayed) counts.unseen++;
      answered.push({ ...request, text: answer.text });
      return answer;
    }
    if (answer?.status === 409) counts.inProgress++;
    else if (answer && answer.status !== 503) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    else counts.cut++;
    await sleep(randomInt(20, 80));
  }
}

async function send({ path, body, key }, token) {
  counts.sent++;
  try {
    const isForm = typeof body === 'string';
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': key,
        'content-type': isForm ? 'multipart/form-data; boundary=b' : 'application/json',
      },
      body: isForm ? body : JSON.stringify(body),
    });
    const replayed = answer.headers.get('idempotent-replayed') === 'true';
    return { status: answer.status, text: await answer.text(), replayed };
  } catch {
    return null;
  }
}

/** Looks for everything that was answered, and sends it all again. */
async function audit(token) {
  const there = new Map();
  const count = (kind, name) => there.set(`${kind} ${name}`, (there.get(`${kind} ${name}`) ?? 0) + 1);
  for (let cursor = ''; ;) {
    const page = await must(call(url, 'GET', `/api/v1/tickets?sort=created_at&limit=100${cursor}`, undefined, token));
    for (const { number, subject } of page.data) {
      count('ticket', subject);
      const thread = await must(call(url, 'GET', `/api/v1/tickets/${number}/messages?limit=100`, undefined, token));
      for (const { body } of thread.data) count('message', body);
    }
    if (!page.meta.has_more) break;
    cursor = `&cursor=${encodeURIComponent(page.meta.next_cursor)}`;
  }
  const names = new Map(
    answered.flatMap(({ kind, name }) =>
      kind === 'file' ? [[createHash('sha256').update(name).digest('hex'), name]] : [],
    ),
  );
  // Ids count up: every file there is lies between the first and a little beyond the last.
  const last = Math.max(
    0,
    ...answered.flatMap(({ kind, text }) => (kind === 'file' ? [JSON.parse(text).data.id] : [])),
  );
  for (let id = 1; id <= last + 50; id++) {
    const answer = await call(url, 'GET', `/api/v1/attachments/${id}`, undefined, token);
    const { data } = await answer.json();
    if (answer.ok && names.has(data.sha256)) count('file', names.get(data.sha256));
  }
  const again = [];
  for (const request of answered) again.push(await send(request, token));
  return {
    duplicates: [...there.values()].filter((times) => times > 1).length - descriptions(there),
    missing: answered.filter(({ kind, name }) => !there.has(`${kind} ${name}`)).length,
    different: answered.filter(({ text }, at) => !again[at]?.replayed || again[at].text !== text).length,
  };
}

/** The description `D` is the first message of every ticket. */
function descriptions(there) {
  return (there.get('message D') ?? 0) > 1 ? 1 : 0;
}
