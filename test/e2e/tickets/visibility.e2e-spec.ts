import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { numbersOf } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let foreign: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  foreign = await makeDesk(test);
});
afterAll(() => test.close());

/** Opens a ticket with a file for ada. */
async function opened(): Promise<{ number: number; fileId: number }> {
  const { ada } = desk.people;
  const fileId = (await ada.client.upload('note.txt', 'A note.')).body.data.id as number;
  return { number: await desk.open(ada, { attachment_ids: [fileId] }), fileId };
}

/** Whether somebody sees the ticket: every way to it must say the same. */
async function sees({ client }: Person, { number, fileId }: { number: number; fileId: number }): Promise<boolean> {
  const path = `/tickets/${number}`;
  const reads = [
    path,
    `${path}/messages`,
    `${path}/events`,
    `/attachments/${fileId}`,
    `/attachments/${fileId}/content`,
  ];
  const answers = await Promise.all(reads.map((each) => client.get(each)));
  const list = await client.get('/tickets?limit=100&include_total=true&sort=created_at');
  const listed = numbersOf(list.body.data).includes(number);
  expect(list.body.meta.total).toBe(list.body.data.length);
  expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(listed ? 200 : 404));
  return listed;
}

/** What writing to it is answered. */
async function writes({ client }: Person, number: number): Promise<number[]> {
  const path = `/tickets/${number}`;
  return Promise.all([
    client.patch(path, { priority: 'low' }).then(({ status }) => status),
    client.post(`${path}/messages`, { body: 'B' }).then(({ status }) => status),
    client.post(`${path}/read`, {}).then(({ status }) => status),
    client.post(`${path}/close`, {}).then(({ status }) => status),
  ]);
}

describe('a ticket', () => {
  it('is seen by its requester, a team that shares, and staff; by nobody else', async () => {
    const ticket = await opened();
    const { ada, bob, cy, dee, agent, admin } = desk.people;
    for (const person of [ada, bob, agent, admin]) expect(await sees(person, ticket)).toBe(true);
    for (const person of [cy, dee]) {
      expect(await sees(person, ticket)).toBe(false);
      expect(await writes(person, ticket.number)).toEqual([404, 404, 404, 404]);
    }
  });

  it('is unknown in another tenant, byte for byte as one that nobody has', async () => {
    const { number } = await opened();
    const timeless = ({ body }: { body: object }) => ({ ...body, request_id: '', timestamp: '' });
    for (const person of Object.values(foreign.people)) {
      const there = await person.client.get(`/tickets/${number}`);
      expect(there.status).toBe(404);
      expect(timeless(there)).toEqual(timeless(await person.client.get('/tickets/987654')));
      expect(await writes(person, number)).toEqual([404, 404, 404, 404]);
      expect((await person.client.get('/tickets?include_total=true')).body.meta.total).toBe(0);
    }
  });

  it('leaves the sight of colleagues when the team stops sharing', async () => {
    const ticket = await opened();
    const { ada, bob, admin } = desk.people;
    const share = (visibility: string) => admin.client.patch(`/teams/${desk.teams.shared}`, { visibility });
    await share('own');
    expect([await sees(ada, ticket), await sees(bob, ticket)]).toEqual([true, false]);
    await share('team');
    expect([await sees(ada, ticket), await sees(bob, ticket)]).toEqual([true, true]);
  });

  it('stays with who took part after leaving the team, and only with them', async () => {
    const ticket = await opened();
    const { admin } = desk.people;
    const talker = await desk.add('talker', 'customer', desk.teams.shared);
    const reader = await desk.add('reader', 'customer', desk.teams.shared);
    await talker.client.post(`/tickets/${ticket.number}/messages`, { body: 'Me too' });
    await talker.client.post(`/tickets/${ticket.number}/messages`, { body: 'Still' });
    await reader.client.post(`/tickets/${ticket.number}/read`, {});
    for (const { id } of [talker, reader]) await admin.client.delete(`/teams/${desk.teams.shared}/members/${id}`);
    expect([await sees(talker, ticket), await sees(reader, ticket)]).toEqual([true, false]);
    const page = await talker.client.get('/tickets');
    expect(page.body.data).toMatchObject([{ number: ticket.number, abilities: ['reply'] }]);
  });

  it('follows its team, not the requester’s new one', async () => {
    const ticket = await opened();
    const { ada, bob, cy, admin, agent } = desk.people;
    await admin.client.put(`/teams/${desk.teams.other}/members/${ada.id}`);
    expect([await sees(ada, ticket), await sees(bob, ticket), await sees(cy, ticket)]).toEqual([true, true, false]);
    await agent.client.patch(`/tickets/${ticket.number}`, { team_id: desk.teams.other });
    expect([await sees(ada, ticket), await sees(bob, ticket), await sees(cy, ticket)]).toEqual([true, false, true]);
    await admin.client.put(`/teams/${desk.teams.shared}/members/${ada.id}`);
  });
});

describe('a deleted ticket', () => {
  it('is gone from every read, with its events and files, and its number is never given again', async () => {
    const ticket = await opened();
    const { ada, agent, admin } = desk.people;
    const path = `/tickets/${ticket.number}`;
    const { url } = (await ada.client.get(`/attachments/${ticket.fileId}`)).body.data;
    const signed = (url as string).slice(url.indexOf('/api/'));
    expect((await ada.client.as(null).get(signed)).status).toBe(200);
    expect((await agent.client.delete(path)).status).toBe(403);
    expect((await ada.client.delete(path)).status).toBe(403);
    expect((await admin.client.delete(path)).body).toMatchObject({ success: true, data: null });
    for (const person of Object.values(desk.people)) {
      expect(await sees(person, ticket)).toBe(false);
      expect(await writes(person, ticket.number)).toEqual([404, 404, 404, 404]);
    }
    expect((await ada.client.as(null).get(signed)).status).toBe(404);
    expect((await admin.client.delete(path)).status).toBe(404);
    expect(await desk.open(ada)).toBeGreaterThan(ticket.number);
  });

  it('keeps its number though it was the newest when the service ended', async () => {
    const { ada, admin } = desk.people;
    const number = await desk.open(ada);
    await admin.client.delete(`/tickets/${number}`);
    await test.restart();
    const token = test.client.as(ada.token);
    const next = await token.post('/tickets', { subject: 'S', description: 'D', category: 'general' });
    expect(next.body.data.number).toBeGreaterThan(number);
    desk = { ...desk, people: { ...desk.people, ada: { ...ada, client: token } } };
  });
});
