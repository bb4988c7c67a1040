import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { STATUSES, type Ticket, type TicketEdit, TicketsService } from '../../../src/modules/tickets/index.js';
import type { TenantContext } from '../../../src/platform/context/request-context.js';
import { contextOf, statementsOf } from '../../support/acting.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let tickets: TicketsService;
let agent: TenantContext;
let ada: TenantContext;
let bob: TenantContext;
let number: number;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  tickets = test.app.get(TicketsService);
  agent = await contextOf(test, desk, desk.people.agent);
  ada = await contextOf(test, desk, desk.people.ada);
  bob = await contextOf(test, desk, desk.people.bob);
});
afterAll(() => test.close());
beforeEach(async () => {
  number = await desk.open(desk.people.ada);
});

const edit = (changes: TicketEdit, moves?: 'through_open') => tickets.edit(agent, number, changes, null, moves);
const events = async () =>
  (await desk.people.agent.client.get(`/tickets/${number}/events`)).body.data.slice(1) as Record<string, unknown>[];

describe('staff', () => {
  it('rewrites a description, and the event tells both', async () => {
    expect((await edit({ description: 'No sound at all.' })).description).toBe('No sound at all.');
    const change = { description: ['Silence.', 'No sound at all.'] };
    expect(await events()).toMatchObject([{ type: 'ticket.updated', changed: change }]);
    const detail = (await desk.people.ada.client.get(`/tickets/${number}`)).body.data;
    expect(detail.messages).toMatchObject([{ seq: 1, body: 'No sound at all.' }]);
  });

  it('gives a resolution with the move or after it, as one event', async () => {
    const resolved = await edit({ status: 'resolved', resolution: 'Battery replaced.' });
    expect(resolved).toMatchObject({ status: 'resolved', resolution: 'Battery replaced.' });
    expect(await edit({ resolution: 'Van replaced.', priority: 'low' })).toMatchObject({ resolution: 'Van replaced.' });
    expect((await edit({ resolution: null })).resolution).toBeNull();
    expect((await events()).map(({ type }) => type)).toEqual(['ticket.resolved', 'ticket.updated', 'ticket.updated']);
  });

  it('gives none to a ticket that is, or is about to be, at work', async () => {
    const refusal = { code: 'validation_failed', details: { errors: { resolution: [expect.any(String)] } } };
    await expect(edit({ resolution: 'Done.' })).rejects.toMatchObject(refusal);
    await edit({ status: 'resolved' });
    await expect(edit({ status: 'open', resolution: 'Done.' })).rejects.toMatchObject(refusal);
    expect(await edit({ status: 'open', resolution: null })).toMatchObject({ status: 'open', resolution: null });
  });

  it('leaves what it names but does not give', async () => {
    const changes = { subject: undefined, tags: undefined, priority: 'high' } as const;
    expect(await edit(changes)).toMatchObject({ subject: 'Van will not start', tags: [], priority: 'high' });
    expect((await tickets.amend(ada, number, { subject: undefined, tags: ['x'] })).subject).toBe('Van will not start');
  });

  it('alone does so: a customer’s edit of more than the subject is refused', async () => {
    for (const changes of [{ description: 'D' }, { resolution: null }, { subject: 'S', description: 'D' }]) {
      await expect(tickets.edit(ada, number, changes)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('through open', () => {
  it('a closed ticket gets any status in one change and one event', async () => {
    for (const status of STATUSES) {
      number = await desk.open(desk.people.ada);
      const { version } = await tickets.close(agent, number, 'Gone.');
      const direct = edit({ status });
      if (status === 'open' || status === 'closed') await direct;
      else await expect(direct).rejects.toMatchObject({ code: 'invalid_transition' });
      if (status === 'open') continue;
      const moved = await edit({ status }, 'through_open');
      const isClosed = status === 'closed';
      expect(moved).toMatchObject({ status, version: isClosed ? version : version + 1 });
      expect(moved.resolution).toBe(isClosed ? 'Gone.' : null);
      expect([moved.closedAt !== null, moved.resolvedAt !== null]).toEqual([isClosed, status === 'resolved']);
    }
  });

  it('tells the move from where it was to where it went', async () => {
    await tickets.close(agent, number);
    await edit({ status: 'in_progress' }, 'through_open');
    expect((await events()).at(-1)).toMatchObject({
      type: 'ticket.reopened',
      changed: { status: ['closed', 'in_progress'] },
    });
  });
});

describe('a requester', () => {
  const amended = async (changes: Parameters<TicketsService['amend']>[2], by = ada): Promise<Ticket | string> =>
    tickets.amend(by, number, changes).catch((error: { code: string }) => error.code);

  it.each([
    ['open', true, true],
    ['in_progress', false, true],
    ['pending', false, true],
    ['resolved', false, true],
    ['closed', false, false],
  ] as const)('of a ticket that is %s: text %s, tags %s', async (status, text, tags) => {
    await edit({ status });
    const done = (outcome: Ticket | string) => typeof outcome !== 'string';
    expect(done(await amended({ subject: 'S' }))).toBe(text);
    expect(done(await amended({ description: 'D' }))).toBe(text);
    expect(done(await amended({ tags: ['t'] }))).toBe(tags);
    expect(done(await amended({ subject: 'S2', tags: ['u'] }))).toBe(text && tags);
    const { subject, description, tags: left } = await tickets.get(agent, number);
    expect([subject, description]).toEqual(text ? ['S2', 'D'] : ['Van will not start', 'Silence.']);
    expect(left).toEqual(text ? ['u'] : tags ? ['t'] : []);
    if (!text) expect(await amended({ subject: 'S' })).toBe('invalid_transition');
  });

  it('is no colleague who sees the ticket, and no stranger', async () => {
    const dee = await contextOf(test, desk, desk.people.dee);
    expect(await amended({ tags: ['t'] }, bob)).toBe('forbidden');
    expect(await amended({ tags: ['t'] }, dee)).toBe('not_found');
  });

  it('may be helped by staff at any time', async () => {
    await tickets.close(agent, number);
    expect(await amended({ subject: 'S', description: 'D', tags: ['t'] }, agent)).toMatchObject({ subject: 'S' });
  });

  it('writes an event for customers too, and none for nothing', async () => {
    await amended({ description: 'D', tags: [] });
    await amended({ description: 'D' });
    const { data } = (await desk.people.ada.client.get(`/tickets/${number}/events`)).body;
    expect(data).toMatchObject([{ type: 'ticket.created' }, { changed: { description: ['Silence.', 'D'] } }]);
    const abilities = (await desk.people.ada.client.get(`/tickets/${number}`)).body.data.abilities as string[];
    expect(abilities).toEqual(['reply', 'edit_subject', 'resolve', 'close']);
  });

  it('who expects another version is told', async () => {
    await amended({ tags: ['t'] });
    await expect(tickets.amend(ada, number, { tags: [] }, 1)).rejects.toMatchObject({ code: 'version_mismatch' });
  });
});

describe('who did it last', () => {
  const who = (type: 'ticket.resolved' | 'ticket.closed', by = ada) => tickets.whoLast(by, number, type);

  it('is the user behind the newest event, whatever came after', async () => {
    expect(await who('ticket.resolved')).toBeNull();
    await tickets.resolve(ada, number);
    await tickets.reopen(ada, number);
    await tickets.resolve(agent, number);
    await tickets.close(ada, number);
    await tickets.reopen(agent, number);
    expect(await who('ticket.resolved')).toEqual({ id: desk.people.agent.id, name: 'agent', externalId: null });
    expect(await who('ticket.closed')).toMatchObject({ id: desk.people.ada.id });
    expect(await statementsOf(test, () => who('ticket.closed'))).toBe(3);
  });

  it('is a key’s machine user when a key did it, and nobody when the system did', async () => {
    const created = await desk.people.admin.client.post('/api-keys', { name: 'Robot', scopes: ['tickets:write'] });
    const robot = test.client.as(created.body.data.key);
    expect((await robot.post(`/tickets/${number}/close`)).status).toBe(200);
    expect(await who('ticket.closed')).toMatchObject({ name: 'Robot', externalId: null });
    const system = { ...agent, actor: { ...agent.actor, type: 'system', id: 0 } } as const;
    await tickets.reopen(system, number);
    await tickets.close(system, number);
    expect(await who('ticket.closed')).toBeNull();
  });

  it('is told to those who see the ticket', async () => {
    const dee = await contextOf(test, desk, desk.people.dee);
    await expect(who('ticket.closed', dee)).rejects.toMatchObject({ code: 'not_found' });
  });
});
