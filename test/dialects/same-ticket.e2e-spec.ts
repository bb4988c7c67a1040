import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
// Loads every dialect, and with it its registration.
import { AppModule } from '../../src/app.module.js';
import type { Status } from '../../src/modules/tickets/index.js';
import { dialectWires } from '../../src/platform/http/dialect-wire.js';
import { openApiDocument } from '../../src/platform/http/docs/openapi-document.js';
import type { Answer, Client, Method } from '../support/client.js';
import { type Desk, makeDesk } from '../support/desk.js';
import { speak } from '../support/dialects.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

/** A ticket as a wire shows it to its customer. */
interface Shown {
  readonly subject: string;
  readonly description: string;
  readonly status: string;
  readonly priority: string;
  readonly replies: readonly string[];
}

/** What a customer does on a wire, tickets being named by the desk's numbers. */
interface Voice {
  readonly name: string;
  open(client: Client, subject: string, description: string): Promise<number>;
  read(client: Client, number: number): Promise<Shown>;
  reply(client: Client, number: number, text: string): Promise<Answer>;
}

const NATIVE: Voice = {
  name: 'the native API',
  open: async (client, subject, description) =>
    (await client.post('/tickets', { subject, description, category: 'general', priority: 'low' })).body.data.number,
  read: async (client, number) => {
    const { subject, description, status, priority } = (await client.get(`/tickets/${number}`)).body.data;
    const messages = (await client.get(`/tickets/${number}/messages`)).body.data as { seq: number; body: string }[];
    const replies = messages.filter(({ seq }) => seq > 1).map(({ body }) => body);
    return { subject, description, status, priority, replies: replies.toReversed() };
  },
  reply: (client, number, body) => client.post(`/tickets/${number}/messages`, { body }),
};

const quootaId = (number: number) => `ticket_${String(number).padStart(3, '0')}`;
const QUOOTA: Voice = {
  name: 'quoota',
  open: async (client, subject, description) => {
    const body = { subject, description, categoryId: 'category_001', priority: 'Low' };
    const answer = await client.send('POST', '/api/v1/support/tickets', { body });
    return Number(answer.body.data.ticketId.slice('ticket_'.length));
  },
  read: async (client, number) => {
    const { data } = (await client.send('GET', `/api/v1/support/tickets/${quootaId(number)}`)).body;
    const { subject, description, status, priority, messages } = data;
    const [first, ...replies] = messages.map(({ content }: any) => content);
    expect(first).toBe(description);
    return { subject, description, status, priority, replies };
  },
  reply: (client, number, message) =>
    client.send('POST', `/api/v1/support/tickets/${quootaId(number)}/messages`, { body: { message } }),
};

const listedInScrapizoo = async (client: Client, number: number) =>
  (await client.send('GET', '/api/ticket/get')).body.data.find(
    ({ _id }: { _id: string }) => Number(`0x${_id.slice(16)}`) === number,
  );
const SCRAPIZOO: Voice = {
  name: 'scrapizoo',
  open: async (client, subject, description) => {
    const body = { subject, description, category: 'General' };
    const answer = await client.send('POST', '/api/ticket/create', { body });
    return Number(`0x${answer.body.data._id.slice(16)}`);
  },
  read: async (client, number) => {
    const { subject, description, status, priority, response } = await listedInScrapizoo(client, number);
    return { subject, description, status, priority, replies: response.map((each: any) => each.description) };
  },
  reply: async (client, number, description) => {
    const { _id } = await listedInScrapizoo(client, number);
    return client.send('POST', `/api/ticket/create-reply?id=${_id}`, { body: { description } });
  },
};

const BUILT = new Set(dialectWires().map(({ name }) => name));
const VOICES = [NATIVE, ...[QUOOTA, SCRAPIZOO].filter(({ name }) => BUILT.has(name))];

/** What each wire says of the states a ticket goes through. */
const WORDS: Readonly<Record<string, Readonly<Record<Status, readonly [status: string, priority: string]>>>> = {
  [NATIVE.name]: {
    open: ['open', 'low'],
    in_progress: ['in_progress', 'normal'],
    pending: ['pending', 'high'],
    resolved: ['resolved', 'urgent'],
    closed: ['closed', 'urgent'],
  },
  [QUOOTA.name]: {
    open: ['Open', 'Low'],
    in_progress: ['In Progress', 'Medium'],
    pending: ['In Progress', 'High'],
    resolved: ['Resolved', 'Critical'],
    closed: ['Closed', 'Critical'],
  },
  [SCRAPIZOO.name]: {
    open: ['created', 'low'],
    in_progress: ['in_progress', 'medium'],
    pending: ['in_progress', 'high'],
    resolved: ['resolved', 'critical'],
    closed: ['closed', 'critical'],
  },
};

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  await speak(test, desk, Object.fromEntries(VOICES.slice(1).map(({ name }) => [name, {}])));
});
afterAll(() => test.close());

describe.each(VOICES.map((voice) => [voice.name, voice] as const))('a ticket opened through %s', (_name, voice) => {
  const [subject, description] = ['Größe & <b>Gewicht</b>', 'First line\n\n— "second" 🚚'];

  it('is the same ticket on every wire', async () => {
    const { client } = desk.people.ada;
    const number = await voice.open(client, subject, description);
    for (const { name, read } of VOICES) {
      const [status, priority] = WORDS[name]!.open;
      const shown = { subject, description, status, priority, replies: [] };
      expect([name, await read(client, number)]).toEqual([name, shown]);
    }
  });

  it('has one thread, wherever somebody writes in it', async () => {
    const { client } = desk.people.ada;
    const number = await voice.open(client, subject, description);
    const said: string[] = [];
    for (const { name, reply } of VOICES) {
      said.push(`Written through ${name}`);
      expect([200, 201]).toContain((await reply(client, number, `Written through ${name}`)).status);
    }
    const note = { body: 'Between us', visibility: 'internal' };
    await desk.people.agent.client.post(`/tickets/${number}/messages`, note);
    for (const { name, read } of VOICES) expect([name, (await read(client, number)).replies]).toEqual([name, said]);
  });

  it('has one status and one priority, in the words of each', async () => {
    const { client } = desk.people.ada;
    const number = await voice.open(client, subject, description);
    const states: readonly [Status, string][] = [
      ['in_progress', 'normal'],
      ['pending', 'high'],
      ['resolved', 'urgent'],
      ['closed', 'urgent'],
    ];
    for (const [status, priority] of states) {
      await desk.people.agent.client.patch(`/tickets/${number}`, { status, priority });
      for (const { name, read } of VOICES) {
        const shown = await read(client, number);
        expect([name, shown.status, shown.priority]).toEqual([name, ...WORDS[name]![status]]);
      }
    }
    for (const { reply } of VOICES)
      expect((await reply(client, number, 'Too late')).status).toBeGreaterThanOrEqual(400);
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
