/**
 * node bench/dialects.mjs [--engine sqlite|mysql] [--samples 400] [--rounds 3]
 *
 * What speaking a dialect costs: the median time of its create and of its list beside the native API's call for the same
 * work, taken in turns over one connection to one server. Prints the medians and their ratio.
 */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { addPerson, call, createInstallation, must, setUp, signIn } from '../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    samples: { type: 'string', default: '400' },
    rounds: { type: 'string', default: '3' },
  },
});
/** As many as a page of the native API holds, so that lists without pages can be held against one. */
const LISTED = 100;
const SECRET = 'sk_live_0123456789abcdefghij';
const DESCRIPTION = 'The dashboard shows an error message, and nothing that I tried so far has helped.';

const installation = await createInstallation({
  engine: options.engine,
  environment: { DEFAULT_TENANT: 'acme' },
});
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

try {
  const service = await installation.start();
  await setUp(installation.url, service);
  const token = await prepare();
  console.log(`${options.engine}, medians of ${options.samples} pairs in ${options.rounds} rounds, ms`);
  const ratios = new Map();
  // A kind at a time: what is created must not make the lists longer.
  for (const works of worksWith(token)) {
    // A warm-up, which is not counted.
    for (const work of works) await measure(work, 50);
    for (let round = 0; round < Number(options.rounds); round++) {
      for (const work of works)
        ratios.set(work, [...(ratios.get(work) ?? []), await measure(work, Number(options.samples))]);
    }
  }
  for (const [{ name }, measured] of ratios) {
    const { native, dialect, ratio } = measured.toSorted((a, b) => a.ratio - b.ratio)[measured.length >> 1];
    console.log(
      `${name.padEnd(18)} native ${native.toFixed(3)}  dialect ${dialect.toFixed(3)}  ratio ${ratio.toFixed(2)}`,
    );
  }
  await service.end('SIGTERM');
} finally {
  agent.destroy();
  await installation.remove();
}

/** A tenant that speaks everything, with a customer's hundred tickets; the customer's token. */
async function prepare() {
  const { url } = installation;
  const admin = await signIn(url);
  for (const slug of ['vehicle_issue', 'technical']) {
    await must(call(url, 'POST', '/api/v1/categories', { name: slug, slug }, admin));
  }
  await must(
    call(
      url,
      'PATCH',
      '/api/v1/tenant',
      {
        dialects: ['daakey', 'verifik', 'kinconecta', 'quoota', 'scrapizoo'],
        daakey: { agency_id: 123, agency_code: 'AGENCY123', secret_key: SECRET },
        kinconecta: { anonymous: 'full' },
      },
      admin,
    ),
  );
  await addPerson(url, admin, { name: 'ada', role: 'customer' });
  const token = await signIn(url, 'ada@example.com');
  for (let count = 0; count < LISTED; count++) {
    await must(call(url, 'POST', '/api/v1/tickets', nativeTicket('technical'), token));
  }
  return token;
}

function nativeTicket(category, fields = {}) {
  return { subject: 'Something is wrong', description: DESCRIPTION, category, priority: 'high', ...fields };
}

/** Lists, which must find the hundred tickets and no more, and after them creates. */
function worksWith(token) {
  const bearer = { authorization: `Bearer ${token}` };
  const signed = () => ({ ...bearer, 'x-agency-signature': signature() });
  const list = (name, native, path, headers = () => bearer) => ({
    name: `${name} list`,
    native: () => send('GET', `/api/v1/tickets?${native}`, bearer),
    dialect: () => send('GET', path, headers()),
  });
  const create = (name, category, path, body, headers = () => bearer) => ({
    name: `${name} create`,
    native: () => send('POST', '/api/v1/tickets', bearer, nativeTicket(category)),
    dialect: () => send('POST', path, headers(), body),
  });
  const daakey = { subject: 'Something is wrong', message: DESCRIPTION, category: 'vehicle_issue', priority: 'high' };
  const verifik = { title: 'Something is wrong', description: DESCRIPTION, category: 'technical', priority: 'high' };
  const kinconecta = {
    ...{ roleContext: 'tourist', fullName: 'Ana Martinez', email: 'ana@example.com', subject: 'Something is wrong' },
    ...{ category: 'technical', message: DESCRIPTION, status: 'open' },
  };
  const quoota = {
    subject: 'Something is wrong',
    description: DESCRIPTION,
    categoryId: 'category_001',
    priority: 'High',
  };
  const scrapizoo = { subject: 'Something is wrong', description: DESCRIPTION, category: 'technical' };
  const lists = [
    list('daakey', 'limit=15&include_total=true', '/api/v1/client/tickets', signed),
    list('verifik', 'limit=10&sort=-created_at&include_total=true', '/v2/support-tickets'),
    list('kinconecta', `limit=${LISTED}&sort=-created_at`, '/api/support-tickets', () => ({})),
    list('quoota', 'limit=20&sort=-created_at&include_total=true', '/api/v1/support/tickets'),
    list('scrapizoo', `limit=${LISTED}&sort=-created_at`, '/api/ticket/get'),
  ];
  const creates = [
    create('daakey', 'vehicle_issue', '/api/v1/client/tickets', daakey, signed),
    create('verifik', 'technical', '/v2/support-tickets', verifik),
    create('kinconecta', 'technical', '/api/support-tickets', kinconecta, () => ({})),
    create('quoota', 'general', '/api/v1/support/tickets', quoota),
    create('scrapizoo', 'technical', '/api/ticket/create', scrapizoo),
  ];
  return [lists, creates];
}

function signature() {
  const payload = JSON.stringify({ agency_code: 'AGENCY123', timestamp: Math.floor(Date.now() / 1_000) });
  const text = Buffer.from(payload).toString('base64url');
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('hex')}`;
}

/** Medians of both sides in turns, in milliseconds. */
async function measure({ native, dialect }, samples) {
  const times = { native: [], dialect: [] };
  for (let sample = 0; sample < samples; sample++) {
    const sides = [
      ['native', native],
      ['dialect', dialect],
    ];
    // Neither always runs in the other's wake.
    if (sample % 2 === 1) sides.reverse();
    for (const [side, run] of sides) {
      const start = performance.now();
      await run();
      times[side].push(performance.now() - start);
    }
  }
  const [nativeMedian, dialectMedian] = [median(times.native), median(times.dialect)];
  return { native: nativeMedian, dialect: dialectMedian, ratio: dialectMedian / nativeMedian };
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function send(method, path, headers, body) {
  const payload = body && JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      `${installation.url}${path}`,
      {
        method,
        agent,
        headers: {
          ...headers,
          ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (answer) => {
        const chunks = [];
        answer
          .on('data', (chunk) => chunks.push(chunk))
          .on('end', () => {
            if (answer.statusCode < 300) resolve();
            else reject(new Error(`${method} ${path} answered ${answer.statusCode}: ${Buffer.concat(chunks)}`));
          });
      },
    );
    sent.on('error', reject).end(payload);
  });
}
