import 'reflect-metadata';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { FastifyReply } from 'fastify';
import { EventStream } from './event-stream.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A reply that hands its body over to be read, or not. */
function begin() {
  let body: Readable | undefined;
  const raw = new EventEmitter();
  const reply = { raw, header: () => reply, send: (stream: Readable) => void (body = stream) };
  const stream = new EventStream(reply as unknown as FastifyReply);
  return { stream, body: body!, raw };
}

const large = { id: '1', event: 'test', data: { text: 'x'.repeat(100_000) } };

describe('a stream of events', () => {
  it('says something every 15 seconds', () => {
    const { stream, body } = begin();
    jest.advanceTimersByTime(46_000);
    expect(String(body.read())).toBe('retry: 3000\n\n:\n\n:\n\n:\n\n');
    stream.end();
  });

  it('waits for a reader who is behind, and cuts off one who takes nothing', async () => {
    const { stream } = begin();
    let isSent = false;
    const sent = stream.send(large).then(() => (isSent = true));
    await jest.advanceTimersByTimeAsync(14_000);
    expect([isSent, stream.ended.aborted]).toEqual([false, false]);
    await jest.advanceTimersByTimeAsync(2_000);
    await sent;
    expect(stream.ended.aborted).toBe(true);
    await stream.send(large);
  });

  it('goes on when the reader takes what there is', async () => {
    const { stream, body } = begin();
    const sent = stream.send(large);
    body.resume();
    await sent;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(stream.ended.aborted).toBe(false);
    stream.end();
  });

  it('is over when the connection is', async () => {
    const { stream, raw } = begin();
    raw.emit('close');
    await jest.advanceTimersByTimeAsync(0);
    expect(stream.ended.aborted).toBe(true);
  });
});
