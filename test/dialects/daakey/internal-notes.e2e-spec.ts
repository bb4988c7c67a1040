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
    const idsAfter = async (id: number, withNotes: boolean) => {
      const ids: number[] = [];
      for (let each = 0; each < 3; each++) {
        if (withNotes) await note(id);
        ids.push((await agent.post(`/tickets/${id}/messages`, { message: 'Public' })).body.data.id);
      }
      return ids;
    };
    const [a, b] = [await agency.open(agency.desk.people.dee), await agency.open(agency.desk.people.dee)];
    await idsAfter(a, true);
    await idsAfter(b, false);
    const dee = agency.client(agency.desk.people.dee);
    const seen = async (id: number) => (await dee.get(`/tickets/${id}`)).body.data.messages.map((each: any) => each.id);
    const [withNotes, without] = [await seen(a), await seen(b)];
    expect([withNotes.length, without.length]).toEqual([4, 4]);
    for (const id of withNotes) expect(id % 2).toBe(1);
    const { messages } = (await agent.get(`/tickets/${a}`)).body.data;
    expect(messages.filter((each: any) => !each.internal).map((each: any) => each.id)).toEqual(withNotes);
    expect(new Set(messages.map((each: any) => each.id)).size).toBe(7);
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
