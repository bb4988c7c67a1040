import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FastifyInstance, fastify } from 'fastify';
import { boundTimes, connectionTimes } from './time-limits.js';

const LIMITS = { body: 150, answer: 200 };

let server: FastifyInstance;
let late: number;

beforeEach(async () => {
  late = 0;
  server = fastify();
  server.addContentTypeParser('multipart/form-data', (_request, body, done) => {
    body.resume().on('end', () => done(null));
  });
  boundTimes(
    server,
    (request) => {
      late++;
      request.raw.socket.destroy();
    },
    LIMITS,
  );
  server.post('/', () => 'taken');
  server.post('/files', { config: { takesFiles: true } as never }, () => 'taken');
  server.post('/refused', { onRequest: async (_request, reply) => reply.status(401).send('refused') }, () => 'taken');
  server.get('/much', () => Readable.from(chunks()));
  server.get('/events', (_request, reply) => {
    void reply.type('text/event-stream').send(Readable.from(events()));
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(async () => {
  server.server.closeAllConnections();
  await server.close();
});

function* chunks(): Iterable<Buffer> {
  for (let count = 0; count < 2_000; count++) yield Buffer.alloc(65_536);
}

async function* events(): AsyncIterable<string> {
  for (let count = 0; count < 6; count++) {
    yield 'data: x\n\n';
    await sleep(100);
  }
}

function open(text: string): { socket: Socket; received: () => string } {
  const { port } = server.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let received = '';
  socket.on('data', (chunk: string) => (received += chunk)).on('error', () => undefined);
  socket.write(text);
  return { socket, received: () => received };
}

const head = (type: string) => `POST / HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ncontent-length: 20\r\n\r\n`;

describe('the time that requests may take', () => {
  it('ends a body that trickles', async () => {
    const { socket } = open(`${head('application/json')}{`);
    await once(socket, 'close');
    expect(late).toBe(1);
  });

  it('leaves a body alone that comes in time', async () => {
    const { socket, received } = open(head('application/json'));
    await sleep(50);
    socket.write(`"${'x'.repeat(18)}"`);
    await sleep(LIMITS.body * 2);
    expect([late, received().endsWith('taken')]).toEqual([0, true]);
    socket.destroy();
  });

  it('does not matter once there is an answer, whatever became of the body', async () => {
    const { body } = await server.inject({ method: 'POST', url: '/refused', payload: { some: 'body' } });
    const { socket, received } = open(head('application/json').replace('POST /', 'POST /refused'));
    while (!received().endsWith('refused')) await once(socket, 'data');
    await sleep(LIMITS.body * 2);
    expect([body, late]).toEqual(['refused', 0]);
    socket.destroy();
  });

  it('gives a file longer, where files are taken', async () => {
    const files = head('multipart/form-data; boundary=b');
    const { socket: refused } = open(files);
    await once(refused, 'close');
    expect(late).toBe(1);
    late = 0;
    const { socket, received } = open(files.replace('POST /', 'POST /files'));
    await sleep(LIMITS.body * 2);
    socket.write('x'.repeat(20));
    while (!received().endsWith('taken')) await once(socket, 'data');
    expect(late).toBe(0);
    socket.destroy();
  });

  it('ends an answer that nobody reads', async () => {
    const { socket } = open('GET /much HTTP/1.1\r\nhost: a\r\n\r\n');
    await once(socket, 'data');
    socket.pause();
    const [connection] = await new Promise<[Error | null, number]>((resolve) => {
      setTimeout(() => server.server.getConnections((error, count) => resolve([error, count])), LIMITS.answer * 3);
    }).then(([, count]) => [count]);
    expect(connection).toBe(0);
    socket.destroy();
  });

  it('lets a stream of events go on', async () => {
    const { socket, received } = open('GET /events HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n');
    await once(socket, 'close');
    expect(received().match(/data: x/g)).toHaveLength(6);
  });

  it('of the whole grows with the largest file', () => {
    const small = connectionTimes({ UPLOAD_MAX_BYTES: 1 }).requestTimeout;
    expect(connectionTimes({ UPLOAD_MAX_BYTES: 64 * 1_000_000 }).requestTimeout).toBeGreaterThan(small + 900_000);
    expect(connectionTimes({ UPLOAD_MAX_BYTES: 1 }).http.headersTimeout).toBeLessThan(small);
  });
});
