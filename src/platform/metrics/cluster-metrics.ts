import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { AggregatorRegistry, type Registry } from 'prom-client';

interface Message {
  readonly type: 'metrics';
  readonly text?: string;
}

const isOurs = (message: unknown): message is Message => (message as Partial<Message> | null)?.type === 'metrics';

/** In the process that supervises: sums up what its workers have measured, for whichever of them is asked. */
export function answerForWorkers(): void {
  const aggregate = new AggregatorRegistry();
  cluster.on('message', (worker: Worker, message: unknown) => {
    if (!isOurs(message)) return;
    void aggregate
      .clusterMetrics()
      .catch(() => '')
      .then((text) => worker.isConnected() && worker.send({ type: 'metrics', text } satisfies Message));
  });
}

/** In a worker: lets `registry` be summed up with the others'. */
export function shareMetrics(registry: Registry): void {
  AggregatorRegistry.setRegistries(registry);
  new AggregatorRegistry();
}

/** What all workers together have measured; empty when one of them did not answer. */
export async function askForAll(): Promise<string> {
  process.send?.({ type: 'metrics' } satisfies Message);
  for (;;) {
    const [message] = (await once(process, 'message')) as unknown[];
    if (isOurs(message)) return message.text ?? '';
  }
}
