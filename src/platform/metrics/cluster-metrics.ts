import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue, type Registry } from 'prom-client';

type Measured = MetricObjectWithValues<MetricValue<string>>[];

/** A worker asks for all, the process that supervises collects from each and answers with the sum. */
type Message =
  | { readonly metrics: 'ask' }
  | { readonly metrics: 'collect' }
  | { readonly metrics: 'collected'; readonly measured: Measured }
  | { readonly metrics: 'sum'; readonly text: string };

/** A worker that is dying, or still starting, is left out. */
const PATIENCE_MS = 1_000;

const isOurs = (message: unknown): message is Message => (message as Partial<Message> | null)?.metrics !== undefined;

/** In the process that supervises: sums up what its workers have measured, for whichever of them is asked. */
export function answerForWorkers(): void {
  cluster.on('message', (worker: Worker, message: unknown) => {
    // A worker that asks in vain gives up by itself.
    if (isOurs(message) && message.metrics === 'ask') answer(worker).catch(() => undefined);
  });
}

async function answer(worker: Worker): Promise<void> {
  const workers = Object.values(cluster.workers ?? {}).filter((each) => each !== undefined);
  const measured = (await Promise.all(workers.map(collect))).filter((each) => each !== null);
  const text = await AggregatorRegistry.aggregate(measured).metrics();
  if (worker.isConnected()) worker.send({ metrics: 'sum', text } satisfies Message);
}

/** What one worker has measured; null when it does not say in time. */
async function collect(worker: Worker): Promise<Measured | null> {
  if (!worker.isConnected()) return null;
  worker.send({ metrics: 'collect' } satisfies Message);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    for (;;) {
      const [message] = (await once(worker, 'message', { signal })) as unknown[];
      if (isOurs(message) && message.metrics === 'collected') return message.measured;
    }
  } catch {
    return null;
  }
}

/** In a worker: lets `registry` be summed up with the others'. */
export function shareMetrics(registry: Registry): void {
  process.on('message', (message: unknown) => {
    if (!isOurs(message) || message.metrics !== 'collect') return;
    void registry.getMetricsAsJSON().then((measured) => process.send?.({ metrics: 'collected', measured }));
  });
}

let asking: Promise<string> | null = null;

/** What all workers together have measured; who asks while that is summed up already is told the same. */
export function askForAll(): Promise<string> {
  return (asking ??= ask().finally(() => (asking = null)));
}

async function ask(): Promise<string> {
  process.send?.({ metrics: 'ask' } satisfies Message);
  const signal = AbortSignal.timeout(2 * PATIENCE_MS);
  for (;;) {
    const [message] = (await once(process, 'message', { signal })) as unknown[];
    if (isOurs(message) && message.metrics === 'sum') return message.text;
  }
}
