import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Drain } from '../../../src/platform/health/drain.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let drain: Drain;

beforeAll(async () => {
  test = await startTestApp();
  drain = test.app.get(Drain);
});
afterAll(() => test.close());

const get = (url: string) => test.app.inject({ method: 'GET', url });

describe('a process on its way out', () => {
  it('knows what it has accepted and not answered yet', async () => {
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      'POST /api/v1/auth/login HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n',
    );
    while (drain.accepted.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(drain.accepted).toEqual(['POST /api/v1/auth/login']);
    socket.write('{}');
    await once(socket, 'data');
    await get('/health/live');
    expect(drain.accepted).toEqual([]);
    socket.destroy();
  });

  it('says at first only that it is not ready, and then closes each connection with its answer', async () => {
    const ended: string[] = [];
    drain.onClose(() => ended.push('a stream'));
    drain.onClose(() => ended.push('one that ended by itself'))();

    expect((await get('/health/ready')).statusCode).toBe(200);
    drain.leave();
    const ready = await get('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([503, { status: 'leaving' }]);
    const live = await get('/health/live');
    expect([live.statusCode, live.headers['connection'], ended]).toEqual([200, 'keep-alive', []]);

    drain.close();
    expect((await get('/health/live')).headers['connection']).toBe('close');
    expect((await get('/api/v1/tickets')).headers['connection']).toBe('close');
    expect(ended).toEqual(['a stream']);
    drain.onClose(() => ended.push('a late stream'));
    expect(ended).toEqual(['a stream', 'a late stream']);
  });
});
