/**
 * npm run chaos -- interleave [--engine sqlite|mysql] [--others 1000] [--processes 1, on mysql 2]
 *
 * Transactions that write an event and stay open while others are committed, with readers of the feed by cursor and by
 * stream at every process, the latter cut off over and over. Whoever reads must have met every event once. On SQLite
 * writers queue, so that the others wait for what is open; elsewhere they pass it.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { followStream } from '../../scripts/event-stream.mjs';
import { insertEvent, openRows } from '../../scripts/rows.mjs';
import { call, createInstallation, must, setUp, signIn } from '../../scripts/service.mjs';

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string', default: 'sqlite' },
    others: { type: 'string', default: '1000' },
    processes: { type: 'string' },
  },
});
const { engine } = options;
const processes = Number(options.processes ?? (engine === 'mysql' ? 2 : 1));
const OTHERS = Number(options.others);
const WRITERS = 6;
/** How long each transaction stays open beside the one that stays to the end; on SQLite the others wait meanwhile. */
const HOLDS_MS = engine === 'mysql' ? [50, 200, 500, 1_000, 2_000] : [50, 100, 200, 300];

let othersAreDone = false;
const installation = await createInstallation({ engine, environment: { RATE_LIMIT: 'off' } });

try {
  const first = await installation.start();
  await setUp(installation.url, first);
  const services = [{ url: installation.url, ...first }];
  while (services.length < processes) services.push(await installation.startBeside());
  const urls = services.map(({ url }) => url);
  const token = await signIn(urls[0]);
  const rows = await openRows(installation);
  const [{ id: tenantId }] = await rows.query("SELECT id FROM tenants WHERE code = 'acme'");
  const start = await endOfFeed(urls[0], token);
  const [{ id: before }] = await rows.query('SELECT MAX(id) AS id FROM events');

  const readers = urls.flatMap((url) => [pollFeed(url, token, start), followAndCut(urls, url, token, start)]);
  const began = performance.now();
  await Promise.all([writeOthers(urls, token), holdTransactions(tenantId)]);
  const seconds = (performance.now() - began) / 1_000;

  const written = (await rows.query('SELECT id FROM events WHERE tenant_id = ? AND id > ?', [tenantId, before])).map(
    ({ id }) => Number(id),
  );
  const results = await Promise.all(readers.map((reader) => reader.end(written.length)));
  await rows.close();
  for (const service of services) await service.end('SIGTERM');

  console.log(
    `${engine}, ${processes} process(es): ${written.length} events in ${seconds.toFixed(1)} s, ${HOLDS_MS.length + 1} transactions held open`,
  );
  let wrong = 0;
  for (const { name, ids, cuts } of results) {
    const seen = new Set(ids);
    const skipped = written.filter((id) => !seen.has(id)).length;
    const twice = ids.length - seen.size;
    wrong += skipped + twice;
    console.log(`  ${name}: ${ids.length} read, skipped ${skipped} (bar: 0), twice ${twice} (bar: 0)${cuts ?? ''}`);
  }
  const reference = results[0].ids.join();
  const differing = results.filter(({ ids }) => ids.join() !== reference).length;
  console.log(`  readers who met them in another order: ${differing} (bar: 0)`);
  process.exitCode = wrong + differing === 0 && written.length >= OTHERS ? 0 : 1;
} finally {
  await installation.remove();
}

async function endOfFeed(url, token) {
  for (let cursor = ''; ;) {
    const { meta } = await must(call(url, 'GET', `/api/v1/events?limit=100${cursor}`, undefined, token));
    if (!meta.has_more) return meta.next_cursor;
    cursor = `&cursor=${encodeURIComponent(meta.next_cursor)}`;
  }
}

/** Opens tickets, each an event in a transaction of its own. */
async function writeOthers(urls, token) {
  let left = OTHERS;
  const write = async (url) => {
    while (left > 0) {
      const answer = call(
        url,
        'POST',
        '/api/v1/tickets',
        { subject: 'S', description: 'D', category: 'general' },
        token,
      );
      // Told to come again: one that is held open has the only place of a writer.
      if ((await answer).status === 503) {
        await sleep(50);
      } else {
        await must(answer);
        left--;
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => write(urls[index % urls.length])));
  othersAreDone = true;
}

async function holdTransactions(tenantId) {
  const hold = async (isOver) => {
    const rows = await openRows(installation);
    await rows.begin();
    await insertEvent(rows, { tenantId, type: 'test.held' });
    while (!(await isOver())) await sleep(20);
    await rows.query('COMMIT');
    await rows.close();
  };
  const forMs = (ms) => {
    const end = performance.now() + ms;
    return async () => performance.now() > end;
  };
  // To the end of all others where they pass it.
  const longest = engine === 'mysql' ? hold(async () => othersAreDone) : hold(forMs(1_000));
  if (engine !== 'mysql') await longest;
  for (const ms of HOLDS_MS) await hold(forMs(ms));
  await longest;
}

/** Reads on and on from where the feed ended; `end` gives the ids once it has met so many or waits in vain. */
function pollFeed(url, token, start) {
  const ids = [];
  let over = false;
  const done = (async () => {
    for (let cursor = start; ;) {
      // What was under way when all was committed may have been read before that.
      const isLast = over;
      const path = `/api/v1/events?limit=100&cursor=${encodeURIComponent(cursor)}`;
      const { data, meta } = await must(call(url, 'GET', path, undefined, token));
      ids.push(...data.map(({ id }) => id));
      cursor = meta.next_cursor;
      if (isLast && !meta.has_more) return;
      if (!meta.has_more) await sleep(10);
    }
  })();
  const end = async () => {
    over = true;
    await done;
    return { name: `by cursor at ${new URL(url).port}`, ids };
  };
  return { end };
}

/** Follows the stream, is cut off now and then, and goes on at any process. */
function followAndCut(urls, url, token, start) {
  const ids = [];
  let [lastEventId, cuts, over] = [start, 0, false];
  const done = (async () => {
    while (!over) {
      const at = cuts % 2 === 0 ? url : urls[cuts % urls.length];
      const onEvent = ({ id, data }) => {
        ids.push(data.id);
        lastEventId = id;
      };
      const stream = await followStream(at, token, { lastEventId, onEvent });
      for (let waited = 0; waited < 40 + ((cuts * 37) % 160) && !over; waited += 10) await sleep(10);
      stream.cut();
      cuts++;
    }
  })();
  const end = async (expected) => {
    for (let waited = 0; ids.length < expected && waited < 5_000; waited += 20) await sleep(20);
    await sleep(100);
    over = true;
    await done;
    return { name: `by stream at ${new URL(url).port}`, ids, cuts: `, cut off ${cuts} times` };
  };
  return { end };
}
