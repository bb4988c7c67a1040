import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dialectWires } from '../../src/platform/http/dialect-wire.js';
import { openApiDocument } from '../../src/platform/http/docs/openapi-document.js';
import { speak } from '../support/dialects.js';
import { type Desk, makeDesk } from '../support/desk.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const [OURS, THEIRS] = ['https://ours.example', 'https://theirs.example'];

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  const other = await makeDesk(test);
  await speak(test, desk, Object.fromEntries(dialectWires().map(({ name }) => [name, {}])));
  await desk.people.admin.client.patch('/tenant', { cors_origins: [OURS] });
  await other.people.admin.client.patch('/tenant', { cors_origins: [THEIRS] });
});
afterAll(() => test.close());

it('on every wire an answer to somebody is for pages of their own tenant', async () => {
  const { ada, agent } = desk.people;
  for (const wire of dialectWires()) {
    const document = openApiDocument(test.app, wire) as unknown as { paths: Record<string, Record<string, unknown>> };
    const known: number[] = [];
    for (const path of Object.keys(document.paths).filter((each) => 'get' in (document.paths[each] ?? {}))) {
      const url = path.replace(/\{[^}]+\}/g, '1');
      for (const { client } of [ada, agent]) {
        const ask = async (origin: string) => client.send('GET', url, { headers: { origin } });
        const [own, foreign] = [await ask(OURS), await ask(THEIRS)];
        // Whom a wire takes for nobody, or refuses before it says who it is, is answered as nobody.
        if (own.status === 401 || own.status === 403) continue;
        known.push(own.status);
        expect([url, own.headers['access-control-allow-origin']]).toEqual([url, OURS]);
        expect([url, foreign.headers['access-control-allow-origin']]).toEqual([url, undefined]);
      }
    }
    expect([wire.name, known.length > 0]).toEqual([wire.name, true]);
  }
});
