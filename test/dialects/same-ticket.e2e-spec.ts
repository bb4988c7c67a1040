import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
// Loads every dialect, and with it its registration.
import { AppModule } from '../../src/app.module.js';
import type { Status } from '../../src/modules/tickets/index.js';
import { dialectWires } from '../../src/platform/http/dialect-wire.js';
import { openApiDocument } from '../../src/platform/http/docs/openapi-document.js';
import type { Method } from '../support/client.js';
import { type Desk, makeDesk } from '../support/desk.js';
import { speak } from '../support/dialects.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { SECRET } from './daakey/agency.js';
import { NATIVE, type Shown, type Voice, voicesOf } from './voices.js';

let test: TestApp;
let desk: Desk;
let voices: readonly Voice[];

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  voices = voicesOf(test);
  const settings = { daakey: { agency_code: 'SAME', secret_key: SECRET }, kinconecta: { anonymous: 'off' } };
  const spoken = voices.slice(1).map(({ name }) => [name, settings[name as keyof typeof settings] ?? {}] as const);
  await speak(test, desk, Object.fromEntries(spoken));
});
afterAll(() => test.close());

/** Whatever a wire shows must be as expected; what it does not show, nobody expects of it. */
async function expectEverywhere(number: number, expected: (voice: Voice) => Partial<Shown>): Promise<void> {
  for (const voice of voices) {
    const shown = await voice.read(desk.people.ada.client, number);
    const wanted = Object.entries(expected(voice)).filter(([key]) => key in shown);
    expect([voice.name, shown]).toEqual([voice.name, expect.objectContaining(Object.fromEntries(wanted))]);
  }
}

describe('a ticket, opened through each wire', () => {
  const [subject, description] = ['Größe & <b>Gewicht</b>', 'First line\n\n— "second" 🚚'];

  it('is the same ticket on every other', async () => {
    expect(voices.length).toBeGreaterThan(1);
    for (const voice of voices) {
      const number = await voice.open(desk.people.ada.client, subject, description);
      await expectEverywhere(number, ({ words }) => ({ subject, description, status: words.open[0], replies: [] }));
    }
  });

  it('has one thread, wherever somebody writes in it', async () => {
    const { client } = desk.people.ada;
    for (const { name, open } of voices) {
      const number = await open(client, subject, description);
      const said: string[] = [];
      for (const { name: through, reply } of voices) {
        if (!reply) continue;
        said.push(`Opened through ${name}, written through ${through}`);
        expect([200, 201]).toContain((await reply(client, number, said.at(-1)!)).status);
      }
      const note = { body: 'Between us', visibility: 'internal' };
      await desk.people.agent.client.post(`/tickets/${number}/messages`, note);
      await expectEverywhere(number, () => ({ replies: said }));
    }
  });

  it('has one status and one priority, in the words of each', async () => {
    const { client } = desk.people.ada;
    const number = await NATIVE.open(client, subject, description);
    await expectEverywhere(number, ({ words: { open } }) => ({ status: open[0], priority: open[1] }));
    const states: readonly [Status, string][] = [
      ['in_progress', 'normal'],
      ['pending', 'high'],
      ['resolved', 'urgent'],
      ['closed', 'urgent'],
    ];
    for (const [state, set] of states) {
      await desk.people.agent.client.patch(`/tickets/${number}`, { status: state, priority: set });
      await expectEverywhere(number, ({ words }) => ({ status: words[state][0], priority: words[state][1] }));
    }
    for (const { reply } of voices) {
      if (reply) expect((await reply(client, number, 'Too late')).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('a token of a tenant that speaks no dialect', () => {
  it('opens nothing of any', async () => {
    expect(AppModule).toBeDefined();
    const silent = await makeDesk(test);
    for (const wire of dialectWires()) {
      const { paths } = openApiDocument(test.app, wire) as unknown as { paths: Record<string, Record<string, any>> };
      for (const [path, methods] of Object.entries(paths)) {
        for (const [method, operation] of Object.entries(methods)) {
          if (operation['x-public'] === true) continue;
          for (const { client } of [silent.people.ada, silent.people.admin]) {
            const answer = await client.send(method.toUpperCase() as Method, path.replace(/\{[^}]+\}/g, '1'));
            expect([method, path, answer.status]).toEqual([method, path, 401]);
          }
        }
      }
    }
  });
});
