import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

interface Received {
  readonly id: string;
  readonly type: string;
  readonly data: any;
  readonly at: number;
}

interface ReaderOptions {
  readonly token: string;
  readonly lastEventId?: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PATIENCE_MS = 5_000;

/** Follows a stream of server-sent events, as a browser would. */
export class EventReader {
  readonly events: Received[] = [];
  /** Everything that came, as it came. */
  text = '';
  /** When it ended. */
  endedAt: number | null = null;

  private constructor(readonly response: IncomingMessage) {}

  static async open(base: string, { token, lastEventId, query = '', headers }: ReaderOptions): Promise<EventReader> {
    const request = get(`${base}/api/v1/events/stream${query}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
        ...headers,
      },
      agent: false,
    });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const reader = new EventReader(response);
    void reader.read();
    return reader;
  }

  /** Waits until so many events came. */
  async until(count: number): Promise<readonly Received[]> {
    await this.patiently(() => this.events.length >= count, `${this.events.length} of ${count} events`);
    return this.events;
  }

  async untilEnd(patience = PATIENCE_MS): Promise<void> {
    await this.patiently(() => this.endedAt !== null, 'no end', patience);
  }

  get lastId(): string | undefined {
    return this.events.at(-1)?.id;
  }

  close(): void {
    this.response.destroy();
  }

  private async patiently(isDone: () => boolean, what: string, patience = PATIENCE_MS): Promise<void> {
    const start = performance.now();
    while (!isDone()) {
      if (performance.now() - start > patience) throw new Error(`The stream: ${what} after ${patience} ms`);
      await sleep(5);
    }
  }

  private async read(): Promise<void> {
    try {
      let rest = '';
      for await (const text of this.response.setEncoding('utf8') as AsyncIterable<string>) {
        this.text += text;
        const blocks = (rest + text).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) this.take(block);
      }
    } catch {
      // Cut.
    }
    this.endedAt = performance.now();
  }

  private take(block: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const [id, type, data] = [field('id'), field('event'), field('data')];
    if (id === undefined || type === undefined || data === undefined) return;
    this.events.push({ id, type, data: JSON.parse(data) as unknown, at: performance.now() });
  }
}
