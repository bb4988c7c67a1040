/** The load generator, a process of its own started by `createLoad`: told what to ask, it tells how it was answered. */
import autocannon from 'autocannon';

process.on('message', async ({ url, connections, seconds, amount, requests }) => {
  const durations = [];
  let [refused, failed, began, next] = [0, 0, performance.now(), 0];
  const run = autocannon({
    ...{ url, connections, requests, timeout: 30 },
    ...(amount ? { amount } : { duration: seconds }),
    // Each connection begins elsewhere, or all would ask for the same at the same time.
    setupClient: (client) => {
      const from = Math.floor((next++ * requests.length) / connections);
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  run.once('start', () => (began = performance.now()));
  run.on('response', (_client, status, _bytes, duration) => {
    durations.push(duration);
    if (status >= 300) refused++;
  });
  run.on('reqError', () => failed++);
  await run;
  const elapsed = performance.now() - began;
  durations.sort((a, b) => a - b);
  const quantile = (q) => durations[Math.min(durations.length - 1, Math.floor(durations.length * q))] ?? null;
  process.send({
    answered: durations.length,
    ...{ elapsed, perSecond: ((durations.length - refused) * 1_000) / elapsed },
    ...{ p50: quantile(0.5), p99: quantile(0.99), errors: refused + failed },
  });
});
process.once('disconnect', () => process.exit());
