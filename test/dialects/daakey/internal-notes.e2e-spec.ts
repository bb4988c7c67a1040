import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockOf } from '../../support/accounts.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, type Side } from './agency.js';

let test: TestApp;
let agency: Agency;
let ada: Side;
let agent: Side;
/** What the client saw of the ticket, and of another that is like it, before one of them got notes. */
let noted: number;
let plain: number;

const shownTo = async (side: Side, id: number) => {
  const list = await side.get('/tickets?per_page=100');
  const row = list.body.data.find((each: any) => each.id === id);
  return { row, whole: (await side.get(`/tickets/${id}`)).body.data };
};

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
  ada = agency.client(agency.desk.people.ada);
  agent = agency.dashboard(agency.desk.people.agent);
  [noted, plain] = [await agency.open(agency.desk.people.ada), await agency.open(agency.desk.people.ada)];
});
afterAll(() => test.close());

const note = (id: number, message = 'The client is a known troublemaker') =>
  agent.post(`/tickets/${id}/messages`, { message, internal: true });

describe('an internal note', () => {
  it('changes nothing of what the client sees, in the list and in the ticket', async () => {
    const before = await shownTo(ada, noted);
    clockOf(test).move(60_000);
    expect((await note(noted)).status).toBe(201);
    const after = await shownTo(ada, noted);
    expect(after).toEqual(before);
    expect(after.row).toMatchObject({ unread_count: 0, last_message: 'I am unable to start the vehicle.' });
    expect(JSON.stringify(after)).not.toContain('troublemaker');
    clockOf(test).move(0);
  });

  it('moves no ticket of the client’s list', async () => {
    const order = async () => (await ada.get('/tickets')).body.data.map((row: any) => row.id);
    const before = await order();
    clockOf(test).move(120_000);
    await note(noted);
    expect(await order()).toEqual(before);
    expect((await agent.get('/tickets')).body.data[0].id).toBe(noted);
    clockOf(test).move(0);
  });

  it('is no gap in the ids, which clients and staff have in common', async () => {
    // Two agencies alike, each with its first ticket; of one with notes between the messages.
    const idsIn = async (code: string, agencyId: number, withNotes: boolean) => {
      const like = await makeAgency(test, { agency_id: agencyId, agency_code: code });
      const { dee, agent: staff } = like.desk.people;
      const id = await like.open(dee);
      const post = (internal: boolean) =>
        like.dashboard(staff).post(`/tickets/${id}/messages`, { message: 'Text', internal });
      for (let each = 0; each < 3; each++) {
        if (withNotes) await post(true);
        await post(false);
      }
      const ids = (messages: any[]) => messages.map((message) => message.id as number);
      const seen = ids((await like.client(dee).get(`/tickets/${id}`)).body.data.messages);
      const { messages } = (await like.dashboard(staff).get(`/tickets/${id}`)).body.data;
      expect(ids(messages.filter(({ internal }: any) => !internal))).toEqual(seen);
      expect(new Set(ids(messages)).size).toBe(withNotes ? 7 : 4);
      return seen;
    };
    expect(await idsIn('NOTED', 61, true)).toEqual(await idsIn('PLAIN', 62, false));
  });

  it('is shown to staff, marked as internal, and counts for them', async () => {
    const { row, whole } = await shownTo(agent, noted);
    expect(row.messages_count).toBe(whole.messages.length);
    expect(whole.messages.map(({ internal }: any) => internal)).toEqual([undefined, true, true]);
    const [open, internal] = whole.messages;
    expect(Object.keys(open)).toEqual(['id', 'message', 'sender', 'attachments', 'created_at']);
    expect(Object.keys(internal)).toEqual(['id', 'message', 'sender', 'internal', 'attachments', 'created_at']);
  });

  it('is not read away from what is unread: only the public message counts', async () => {
    await agent.post(`/tickets/${plain}/messages`, { message: 'Public' });
    await note(plain);
    expect((await shownTo(ada, plain)).row.unread_count).toBe(1);
    await note(plain);
    const { row } = await shownTo(ada, plain);
    expect([row.unread_count, row.last_message]).toEqual([0, 'Public']);
  });

  it('shows its files to nobody but staff', async () => {
    const secret = 'https://files.example/secret.pdf';
    const body = { message: 'See there', internal: true, attachments: [secret] };
    await agent.post(`/tickets/${plain}/messages`, body);
    expect(JSON.stringify(await shownTo(ada, plain))).not.toContain(secret);
    expect(JSON.stringify(await shownTo(agent, plain))).toContain(secret);
  });

  it('cannot be written by a client: there is no such field on its side', async () => {
    const { body } = await ada.post(`/tickets/${plain}/messages`, { message: 'Mine', internal: true });
    expect(body.data.message).toBe('Mine');
    expect((await shownTo(ada, plain)).row.last_message).toBe('Mine');
  });
});
