import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

interface Received {
  readonly id: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: any;
  readonly at: number;
}

type Behave = (received: Received, response: ServerResponse, count: number) => void;

const PATIENCE_MS = 10_000;

/** An endpoint on this machine; remembers what it got. */
export class WebhookSink {
  readonly received: Received[] = [];
  /** What it does with the n-th message, from 1. */
  behave: Behave = (_received, response) => response.end('ok');
  private server: Server;

  static async start(behave?: Behave): Promise<WebhookSink> {
    const sink = new WebhookSink();
    if (behave) sink.behave = behave;
    sink.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { headers } = request;
        const received = {
          id: String(headers['webhook-id']),
          headers,
          text,
          body: JSON.parse(text) as unknown,
          at: Date.now(),
        };
        sink.received.push(received);
        sink.behave(received, response, sink.received.length);
      });
    });
    await new Promise<void>((done) => sink.server.listen(0, '127.0.0.1', done));
    return sink;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  get types(): readonly string[] {
    return this.received.map(({ body }) => body.type as string);
  }

  /** Waits until as many messages came that fit. */
  async until(count: number, fits: (received: Received) => boolean = () => true): Promise<readonly Received[]> {
    const start = Date.now();
    for (;;) {
      const found = this.received.filter(fits);
      if (found.length >= count) return found;
      if (Date.now() - start > PATIENCE_MS)
        throw new Error(`The sink got ${found.length} of ${count}: ${this.types.join()}`);
      await sleep(10);
    }
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }
}
