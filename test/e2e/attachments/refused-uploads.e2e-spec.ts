import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  await test.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  agent.destroy();
  await test.close();
});

/** Sends over the one connection there is; answers the status. */
function send(method: string, path: string, body = Buffer.alloc(0), type = 'application/json'): Promise<number> {
  const { port } = test.app.getHttpServer().address() as AddressInfo;
  const headers = {
    authorization: `Bearer ${desk.people.ada.token}`,
    ...(body.length > 0 && { 'content-type': type, 'content-length': body.length }),
  };
  return new Promise((resolve, reject) => {
    request({ port, host: '127.0.0.1', agent, method, path: `/api/v1${path}`, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    })
      .on('error', reject)
      .end(body);
  });
}

it('a file that is refused while it is sent does not keep its connection from the next request', async () => {
  const head =
    '--b\r\ncontent-disposition: form-data; name="other"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n';
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(8_000_000, 'x'), Buffer.from('\r\n--b--\r\n')]);
  expect(await send('POST', '/attachments', body, 'multipart/form-data; boundary=b')).toBe(422);
  const start = performance.now();
  expect(await send('GET', '/auth/me')).toBe(200);
  expect(performance.now() - start).toBeLessThan(5_000);
});
