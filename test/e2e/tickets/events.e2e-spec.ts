import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let path: string;

/** A ticket to which everything happened that can. */
beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  const { ada, agent, agent2 } = desk.people;
  const fileId = (await ada.client.upload('note.txt', 'A note.')).body.data.id as number;
  path = `/tickets/${await desk.open(ada, { attachment_ids: [fileId], tags: ['a'], custom: { km: 1 } })}`;
  await agent.client.post(`${path}/claim`, undefined, { 'x-request-id': 'claiming-it' });
  await agent.client.post(`${path}/messages`, { body: 'SECRET', visibility: 'internal' });
  await agent.client.patch(path, { status: 'pending', priority: 'urgent', tags: ['b', 'c'], custom: { km: 2 } });
  await agent.client.post(`${path}/messages`, { body: 'Which van?' });
  await ada.client.post(`${path}/messages`, { body: 'The blue one.' });
  await agent.client.post(`${path}/resolve`, { resolution: 'Battery replaced.' });
  await ada.client.post(`${path}/reopen`);
  await agent.client.patch(path, {
    assignee_id: agent2.id,
    team_id: null,
    category_id: desk.categoryId + 1,
    subject: 'Blue van',
  });
  await agent.client.post(`${path}/messages`, { body: 'SECRET, too', visibility: 'internal' });
  await agent2.client.post(`${path}/close`, { resolution: 'Van exchanged.' });
});
afterAll(() => test.close());

const fold = (events: { data: object }[]) =>
  events.reduce<Record<string, unknown>>((state, { data }) => ({ ...state, ...data }), {});
const ofTicket = (events: { type: string }[]) => events.filter(({ type }) => type.startsWith('ticket.'));

describe('the timeline', () => {
  it('tells staff everything, oldest first, with who did it', async () => {
    const { ada, agent } = desk.people;
    const events = await everyPage(agent.client, `${path}/events?limit=3`);
    expect(events.map(({ type, actor }) => [type, actor.id])).toEqual([
      ['ticket.created', ada.id],
      ['attachment.added', ada.id],
      ['ticket.assigned', agent.id],
      ['message.created', agent.id],
      ['ticket.status_changed', agent.id],
      ['ticket.updated', agent.id],
      ['ticket.updated', agent.id],
      ['message.created', agent.id],
      ['ticket.status_changed', ada.id],
      ['message.created', ada.id],
      ['ticket.resolved', agent.id],
      ['ticket.reopened', ada.id],
      ['ticket.assigned', agent.id],
      ['ticket.updated', agent.id],
      ['message.created', agent.id],
      ['ticket.closed', desk.people.agent2.id],
    ]);
    expect(events[2]).toMatchObject({
      request_id: 'claiming-it',
      changed: { assignee_id: [null, agent.id] },
      version: 2,
    });
    expect(events.map(({ version }) => version)).toEqual([1, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 9, 10, 11]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  it('tells customers what is public, in versions and message numbers of their own', async () => {
    const { ada, agent } = desk.people;
    const events = await everyPage(ada.client, `${path}/events?limit=2`);
    expect(JSON.stringify(events)).not.toContain('SECRET');
    expect(events).toHaveLength((await everyPage(agent.client, `${path}/events`)).length - 2);
    expect(events.at(-1).version).toBe((await ada.client.get(path)).body.data.version);
    const said = events.filter(({ type }) => type === 'message.created');
    expect(said.map(({ data }) => [data.seq, data.body])).toEqual([
      [2, 'Which van?'],
      [3, 'The blue one.'],
    ]);
    const versions = events.map(({ version }) => version as number);
    expect([...new Set(versions)]).toEqual(Array.from({ length: versions.at(-1)! }, (_, index) => index + 1));
  });

  it('rebuilds the ticket when it is folded, for staff and for customers', async () => {
    for (const { client } of [desk.people.agent, desk.people.ada]) {
      const { data: ticket } = (await client.get(path)).body;
      expect(fold(ofTicket(await everyPage(client, `${path}/events`)) as never)).toEqual({
        number: ticket.number,
        subject: ticket.subject,
        description: ticket.description,
        status: ticket.status,
        priority: ticket.priority,
        category_id: ticket.category.id,
        requester_id: ticket.requester.id,
        team_id: ticket.team?.id ?? null,
        assignee_id: ticket.assignee.id,
        tags: ticket.tags,
        linked_resource: null,
        custom: ticket.custom,
        resolution: ticket.resolution,
        first_response_at: ticket.first_response_at,
        resolved_at: ticket.resolved_at,
        closed_at: ticket.closed_at,
      });
    }
  });

  it('says of each change what the value before it was', async () => {
    const events = ofTicket(await everyPage(desk.people.agent.client, `${path}/events`)) as unknown as {
      data: Record<string, unknown>;
      changed: Record<string, [unknown, unknown]>;
    }[];
    let state: Record<string, unknown> = {};
    for (const { data, changed } of events) {
      for (const [field, [was, is]] of Object.entries(changed)) {
        expect([field, was]).toEqual([field, state[field]]);
        expect(is).toEqual(data[field]);
      }
      state = { ...state, ...data };
    }
  });

  it('has cursors for its own reader only', async () => {
    const { ada, agent } = desk.people;
    const { next_cursor: cursor } = (await agent.client.get(`${path}/events?limit=2`)).body.meta;
    const elsewhere = `/tickets/${await desk.open(ada)}/events`;
    const answers = await Promise.all([
      ada.client.get(`${path}/events?cursor=${cursor}`),
      agent.client.get(`${elsewhere}?cursor=${cursor}`),
      agent.client.get(`${path}/messages?cursor=${cursor}`),
      agent.client.get(`/tickets?cursor=${cursor}`),
      agent.client.get(`${path}/events?cursor=${cursor}x`),
    ]);
    for (const { status, body } of answers) expect([status, body.code]).toEqual([400, 'invalid_cursor']);
  });

  it('does not show a failed change', async () => {
    const before = (await desk.people.agent.client.get(`${path}/events`)).body.data;
    await desk.people.agent.client.patch(path, { status: 'pending', subject: 'Nothing' });
    await desk.people.ada.client.post(`${path}/messages`, { body: 'Thanks!' });
    expect((await desk.people.agent.client.get(`${path}/events`)).body.data).toEqual(before);
  });
});
