import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { SECOND } from '../clock/clock.js';
import { csvLine } from './csv.js';

/** Spreadsheets take a file without it for one in an old code page. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What may lie here for a reader that does not take it, in bytes, and how long. */
const BUFFER_BYTES = 65_536;
const PATIENCE_MS = 15 * SECOND;

/** The media type of a table, whose answer may take as long as its reader takes something of it. */
export const CSV_TYPE = 'text/csv';

/** An answer that is a table, sent row by row while it is being read: as much is held as the buffer holds. */
export class CsvStream {
  private readonly body = new PassThrough({ highWaterMark: BUFFER_BYTES });
  private readonly ending = new AbortController();

  constructor(reply: FastifyReply, fileName: string, columns: readonly string[]) {
    this.body.on('error', () => undefined).once('close', () => this.ending.abort());
    // Also of an answer without a body, to HEAD, and when the reader leaves.
    reply.raw.once('close', () => this.body.destroy());
    void reply
      .header('content-type', `${CSV_TYPE}; charset=utf-8; header=present`)
      .header('content-disposition', contentDisposition(fileName))
      .header('cache-control', 'private, no-store')
      .header('x-accel-buffering', 'no')
      .send(this.body);
    this.body.write(BYTE_ORDER_MARK + csvLine(columns));
  }

  /** Aborted when nothing can be sent any more, whoever ended it. */
  get ended(): AbortSignal {
    return this.ending.signal;
  }

  /** Sends rows, and waits while the reader is behind; one that takes nothing for long is cut off. */
  async send(rows: readonly (readonly string[])[]): Promise<void> {
    if (this.ended.aborted || this.body.write(rows.map(csvLine).join(''))) return;
    const patience = setTimeout(() => this.cut(), PATIENCE_MS).unref();
    await once(this.body, 'drain', { signal: this.ended }).catch(() => undefined);
    clearTimeout(patience);
  }

  /** The table is whole. */
  end(): void {
    this.body.end();
  }

  /** Breaks the connection, so that nobody takes what there is for all. */
  cut(): void {
    this.body.destroy(new Error('The table was cut off'));
  }
}
