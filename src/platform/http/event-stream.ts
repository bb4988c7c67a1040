import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { SECOND } from '../clock/clock.js';

/** What a reader waits before it comes again after a cut. */
const RETRY_MS = 3 * SECOND;
/** Proxies close connections on which nothing comes. */
const HEARTBEAT_MS = 15 * SECOND;
/** What may lie here for a reader that does not take it, in bytes, and how long. */
const BUFFER_BYTES = 65_536;
const PATIENCE_MS = 15 * SECOND;

interface Message {
  /** What the reader says as `Last-Event-ID` when it comes again. */
  readonly id: string;
  readonly event: string;
  readonly data: object;
}

/**
 * An answer of server-sent events. It goes through the reply like any other stream, so that it has the headers, the log
 * line and the measurement of every answer.
 */
export class EventStream {
  private readonly body = new PassThrough({ highWaterMark: BUFFER_BYTES });
  private readonly ending = new AbortController();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(reply: FastifyReply) {
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS).unref();
    this.body.on('error', () => undefined).once('close', () => this.closed());
    // Also of an answer without a body, to HEAD, through which nothing is ever sent.
    reply.raw.once('close', () => this.body.destroy());
    void reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache, no-transform')
      .header('x-accel-buffering', 'no')
      // Nothing else follows on it, and a server that ends has not to wait for it.
      .header('connection', 'close')
      .send(this.body);
    this.body.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** Aborted when nothing can be sent any more, whoever ended it. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** Sends, and waits while the reader is behind; one that takes nothing for long is cut off. */
  async send({ id, event, data }: Message): Promise<void> {
    if (this.ended.aborted) return;
    if (this.body.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) return;
    const patience = setTimeout(() => this.body.destroy(), PATIENCE_MS).unref();
    await once(this.body, 'drain', { signal: this.ended }).catch(() => undefined);
    clearTimeout(patience);
  }

  /** Says that there is no more for now; the reader comes again. */
  end(): void {
    this.body.end();
    this.closed();
  }

  private beat(): void {
    if (!this.body.writableNeedDrain) this.body.write(':\n\n');
  }

  private closed(): void {
    clearInterval(this.heartbeat);
    this.ending.abort();
  }
}
