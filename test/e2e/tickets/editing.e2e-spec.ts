import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { STATUSES } from '../../../src/modules/tickets/index.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let path: string;
let agent: Client;
let ada: Client;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  agent = desk.people.agent.client;
  ada = desk.people.ada.client;
});
afterAll(() => test.close());

beforeEach(async () => {
  path = `/tickets/${await desk.open(desk.people.ada, { tags: ['a', 'b'] })}`;
});

describe('editing', () => {
  it('changes any field for staff, in one version, telling once of each matter', async () => {
    const { agent2 } = desk.people;
    const edit = {
      subject: 'Van starts',
      priority: 'high',
      category_id: desk.categoryId + 1,
      tags: ['b', 'c'],
      custom: { a: 1 },
    };
    const answer = await agent.patch(path, {
      ...edit,
      status: 'pending',
      assignee_id: agent2.id,
      team_id: desk.teams.other,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers['etag']).toBe('W/"2"');
    expect(answer.body.data).toMatchObject({
      ...{ subject: 'Van starts', priority: 'high', category: { slug: 'billing' }, tags: ['b', 'c'], custom: { a: 1 } },
      ...{ status: 'pending', assignee: { id: agent2.id, name: 'agent2' }, team: { id: desk.teams.other }, version: 2 },
    });
    const events = (await agent.get(`${path}/events`)).body.data.slice(1);
    expect(events.map((event: { type: string }) => event.type)).toEqual([
      'ticket.status_changed',
      'ticket.assigned',
      'ticket.updated',
    ]);
    expect(events[2].changed.tags).toEqual([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    const tagged = async (tag: string) =>
      (await agent.get(`/tickets?tag=${tag}&tag=b&status=pending`)).body.data.length;
    expect([await tagged('a'), await tagged('c')]).toEqual([0, 1]);
  });

  it('that changes nothing is no new version and no event', async () => {
    const before = (await agent.get(path)).body.data;
    for (const edit of [{}, { subject: before.subject }, { tags: ['a', 'b'], status: 'open', assignee_id: null }]) {
      expect((await agent.patch(path, edit)).body.data).toMatchObject({ version: 1, updated_at: before.updated_at });
    }
    expect((await agent.get(`${path}/events`)).body.data).toHaveLength(1);
  });

  it('takes team and assignee away with null', async () => {
    await agent.patch(path, { assignee_id: desk.people.agent.id });
    const { body } = await agent.patch(path, { assignee_id: null, team_id: null });
    expect(body.data).toMatchObject({ assignee: null, team: null });
    expect((await desk.people.bob.client.get(path)).status).toBe(404);
  });

  it.each([
    ['an unknown category', { category_id: 999 }],
    ['an unknown team', { team_id: 999 }],
    ['an unknown assignee', { assignee_id: 999 }],
    ['no subject', { subject: null }],
    ['no category', { category_id: null }],
    ['a status that is none', { status: 'reopened' }],
    ['custom data of more than 8 KB', { custom: { text: 'ü'.repeat(4_096) } }],
    ['custom data that is null', { custom: null }],
    ['the description', { description: 'Other' }],
    ['the requester', { requester_id: 1 }],
  ])('refuses %s and changes nothing', async (_what, edit) => {
    const answer = await agent.patch(path, { priority: 'urgent', ...edit });
    expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, [Object.keys(edit)[0]]]);
    expect((await agent.get(path)).body.data).toMatchObject({ version: 1, priority: 'normal' });
  });

  it('refuses a customer, or somebody gone, as assignee', async () => {
    expect((await agent.patch(path, { assignee_id: desk.people.bob.id })).body.errors).toHaveProperty('assignee_id');
    const left = await desk.add('left', 'agent');
    await desk.people.admin.client.patch(`/users/${left.id}`, { status: 'inactive' });
    expect((await agent.post(`${path}/assign`, { assignee_id: left.id })).status).toBe(422);
    expect((await agent.post(`${path}/assign`, {})).status).toBe(422);
  });

  it('takes custom data of exactly 8 KB', async () => {
    const text = 'x'.repeat(8_192 - '{"text":""}'.length);
    expect((await agent.patch(path, { custom: { text } })).body.data.custom).toEqual({ text });
    expect((await agent.patch(path, { custom: { text: `${text}x` } })).status).toBe(422);
  });

  it('lets the requester change the subject while it is open, and nothing else', async () => {
    expect((await ada.patch(path, { subject: 'In the cold' })).body.data.subject).toBe('In the cold');
    for (const edit of [
      { priority: 'urgent' },
      { status: 'closed' },
      { subject: 'X', tags: [] },
      { assignee_id: null },
    ]) {
      expect((await ada.patch(path, edit)).status).toBe(403);
    }
    expect((await desk.people.bob.client.patch(path, { subject: 'Mine' })).status).toBe(403);
    expect((await desk.people.cy.client.patch(path, { subject: 'Mine' })).status).toBe(404);
    await agent.patch(path, { status: 'in_progress' });
    expect((await ada.patch(path, { subject: 'Too late' })).body.code).toBe('invalid_transition');
    expect((await agent.get(path)).body.data.subject).toBe('In the cold');
  });
});

describe('moving', () => {
  const STAFF = { open: '=xxxx', in_progress: 'x=xxx', pending: 'xx=xx', resolved: 'xxx=x', closed: 'x...=' } as const;

  it.each(STATUSES)('from %s goes where the table lets staff', async (from) => {
    for (const [column, to] of STATUSES.entries()) {
      const ticket = `/tickets/${await desk.open(desk.people.ada)}`;
      if (from !== 'open') await agent.patch(ticket, { status: from });
      const { status, body } = await agent.patch(ticket, { status: to });
      if (STAFF[from][column] === '.') expect([to, status, body.code]).toEqual([to, 409, 'invalid_transition']);
      else expect([to, status, body.data.status]).toEqual([to, 200, to]);
      const ticketNow = (await agent.get(ticket)).body.data;
      expect([ticketNow.resolved_at !== null, ticketNow.closed_at !== null]).toEqual([
        ticketNow.status === 'resolved' || (from === 'resolved' && to === 'closed'),
        ticketNow.status === 'closed',
      ]);
    }
  });

  const ACTIONS = {
    customer: { resolve: 'xxx..', close: 'xxxx.', reopen: '...xx' },
    staff: { resolve: 'xxx..', close: 'xxxx.', reopen: '...xx' },
  } as const;

  it.each(STATUSES.map((from, row) => [from, row] as const))('from %s by an action, as each may', async (from, row) => {
    for (const party of ['customer', 'staff'] as const) {
      for (const action of ['resolve', 'close', 'reopen'] as const) {
        const ticket = `/tickets/${await desk.open(desk.people.ada)}`;
        if (from !== 'open') await agent.patch(ticket, { status: from });
        const client = party === 'staff' ? agent : ada;
        const may = (await client.get(ticket)).body.data.abilities.includes(action);
        const { status, body } = await client.post(`${ticket}/${action}`, {});
        const allowed = ACTIONS[party][action][row] === 'x';
        expect([party, action, may, status]).toEqual([party, action, allowed, allowed ? 200 : 409]);
        if (!allowed) expect(body.code).toBe('invalid_transition');
      }
    }
  });

  it('is for staff and the requester only', async () => {
    for (const action of ['resolve', 'close', 'reopen']) {
      expect((await desk.people.bob.client.post(`${path}/${action}`, {})).status).toBe(403);
      expect((await desk.people.cy.client.post(`${path}/${action}`, {})).status).toBe(404);
    }
    for (const action of ['claim', 'assign'])
      expect((await ada.post(`${path}/${action}`, { assignee_id: 1 })).status).toBe(403);
  });

  it('keeps the resolution from resolving to closing and forgets it on reopening', async () => {
    await agent.post(`${path}/resolve`, { resolution: 'Battery replaced.' });
    expect((await ada.post(`${path}/close`)).body.data.resolution).toBe('Battery replaced.');
    const reopened = (await ada.post(`${path}/reopen`)).body.data;
    expect(reopened).toMatchObject({ status: 'open', resolution: null, resolved_at: null, closed_at: null });
  });
});
