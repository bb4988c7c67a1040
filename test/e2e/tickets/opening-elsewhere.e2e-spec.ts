import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UsersService } from '../../../src/modules/auth/index.js';
import { CategoriesService } from '../../../src/modules/categories/index.js';
import { Threads } from '../../../src/modules/messages/index.js';
import {
  labelOf,
  type NewTicket,
  STATUSES,
  TicketOpening,
  TicketsService,
} from '../../../src/modules/tickets/index.js';
import type { TenantContext } from '../../../src/platform/context/request-context.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { toIso } from '../../../src/platform/clock/clock.js';
import { contextOf } from '../../support/acting.js';
import { type Desk, makeDesk, PASSWORD } from '../../support/desk.js';
import { addProvider } from '../../support/identity-provider.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let opening: TicketOpening;
let ada: TenantContext;
let agent: TenantContext;

beforeAll(async () => {
  test = await startTestApp();
  opening = test.app.get(TicketOpening);
});
afterAll(() => test.close());
beforeEach(async () => {
  desk = await makeDesk(test);
  ada = await contextOf(test, desk, desk.people.ada);
  agent = await contextOf(test, desk, desk.people.agent);
});

const TEXT = { subject: 'Van will not start', description: 'Silence.' };
const open = (input: Partial<NewTicket> = {}, by = ada) =>
  opening.open(by, { ...TEXT, category: { slug: 'general' }, ...input });
const labelled = (label: string) => open({ category: { label } });
const categories = async () => (await desk.people.agent.client.get('/categories')).body.data as { slug: string }[];

describe('a ticket that starts somewhere', () => {
  it.each(STATUSES)('starts %s, with its times, as its event says', async (status) => {
    const ticket = await open({ status });
    const [resolvedAt, closedAt] = [status === 'resolved', status === 'closed'].map((is) =>
      is ? ticket.createdAt : null,
    );
    expect(ticket).toMatchObject({ status, resolvedAt, closedAt, version: 1, resolution: null });
    const { data } = (await desk.people.ada.client.get(`/tickets/${ticket.number}/events`)).body;
    expect(data).toMatchObject([
      {
        type: 'ticket.created',
        data: { status, closed_at: closedAt && toIso(closedAt), resolved_at: resolvedAt && toIso(resolvedAt) },
      },
    ]);
    expect(data).toHaveLength(1);
  });
});

describe('a category in the customer’s own words', () => {
  it.each([
    ['Billing', {}],
    [' Billing ', {}],
    ['  bIlLiNg ', { category_label: 'bIlLiNg' }],
    ['billing', { category_label: 'billing' }],
  ])('is the one of that name or slug, and called as they called it: %j', async (label, custom) => {
    const ticket = await labelled(label);
    expect([ticket.category.slug, ticket.custom, labelOf(ticket)]).toEqual(['billing', custom, label.trim()]);
  });

  it('is the one whose name is not its slug, by either', async () => {
    await test.app.get(CategoriesService).create(desk.ctx, { name: 'Booking Issues', slug: 'bookings' });
    for (const label of ['booking issues', 'Bookings']) {
      expect((await labelled(label)).category).toMatchObject({ slug: 'bookings', name: 'Booking Issues' });
    }
  });

  it('is the tenant’s default when none fits, and the words are kept beside what else is', async () => {
    await desk.people.admin.client.patch('/tenant', { default_category: 'billing' });
    const ticket = await open({ category: { label: ' Lost luggage ' }, custom: { km: 1 } });
    expect(ticket).toMatchObject({ category: { slug: 'billing' }, custom: { km: 1, category_label: 'Lost luggage' } });
    expect(labelOf(ticket)).toBe('Lost luggage');
    expect(await categories()).toHaveLength(2);
  });

  it('is `other` without a default, made once however many come first at once', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, (_, index) => labelled(`Word ${index}`)));
    expect(opened.map(labelOf).toSorted()).toEqual(Array.from({ length: 8 }, (_, index) => `Word ${index}`));
    expect(new Set(opened.map(({ category }) => category.slug))).toEqual(new Set(['other']));
    expect(await categories()).toMatchObject([{}, {}, { slug: 'other', name: 'Other' }]);
  });

  it('is `other` that was archived too, which is offered no more than before', async () => {
    const { id } = (await labelled('Word')).category;
    await desk.people.admin.client.patch(`/categories/${id}`, { archived: true });
    expect((await labelled('Another')).category).toMatchObject({ id, slug: 'other' });
    expect(await categories()).toHaveLength(2);
    expect((await labelled('other')).custom).toEqual({ category_label: 'other' });
  });

  it('is forgotten when staff files the ticket elsewhere, and only then', async () => {
    const tickets = test.app.get(TicketsService);
    const { number, categoryId } = await open({ category: { label: 'Lost luggage' }, custom: { km: 1 } });
    expect(labelOf(await tickets.edit(agent, number, { categoryId, priority: 'high' }))).toBe('Lost luggage');
    const filed = await tickets.edit(agent, number, { categoryId: desk.categoryId });
    expect([labelOf(filed), filed.custom]).toEqual(['General', { km: 1 }]);
  });

  it('is a name when somebody else put something of that name there', async () => {
    expect(labelOf(await open({ custom: { category_label: 5 } }))).toBe('General');
  });
});

describe('a contact', () => {
  const CONTACT = { name: 'Ada B.', email: ' ADA@Contact.example ' };
  const openAs = (contact: { name: string; email: string }) =>
    opening.openByContact(desk.ctx, contact, { ...TEXT, category: { slug: 'general' } });

  it('requests and writes the ticket, without an account', async () => {
    const { number, requester, openedBy } = await openAs(CONTACT);
    expect(requester).toMatchObject({
      name: 'Ada B.',
      email: 'ADA@Contact.example',
      role: 'customer',
      externalId: null,
    });
    expect([requester.isContact, openedBy]).toEqual([true, requester.id]);
    const user = await test.app.get(UsersService).get(desk.ctx, requester.id);
    expect(user).toMatchObject({ issuer: 'contact', subject: 'ada@contact.example', kind: 'person', team: null });
    const [created] = (await desk.people.agent.client.get(`/tickets/${number}/events`)).body.data;
    expect(created.actor).toEqual({ type: 'user', id: requester.id });
  });

  it('is the same person for the same address, called as at first, however many come first at once', async () => {
    const emails = ['x@contact.example', 'X@CONTACT.example', ' x@contact.example'];
    const opened = await Promise.all(
      [...emails, ...emails].map((email, index) => openAs({ name: `N${index}`, email })),
    );
    const [{ requester }] = opened as [(typeof opened)[0]];
    expect(new Set(opened.map((ticket) => ticket.requesterId))).toEqual(new Set([requester.id]));
    expect((await openAs({ name: 'Later', email: emails[0]! })).requester.name).toBe(requester.name);
  });

  it('is one also for units of work that meet, which all go on', async () => {
    const [database, users] = [test.app.get(Database), test.app.get(UsersService)];
    const contact = { name: 'N', email: 'within@contact.example' };
    const made = await Promise.all(
      Array.from({ length: 6 }, () =>
        database.transaction(ada, async (tx) => {
          const category = await test.app.get(CategoriesService).classify(tx, 'Word', null);
          return `${(await users.findOrCreateContact(tx, contact)).id} ${category.id}`;
        }),
      ),
    );
    expect(new Set(made).size).toBe(1);
  });

  it('never reaches the account of that address, nor does the account reach it', async () => {
    const { ada: account, agent: staff } = desk.people;
    const ticket = await openAs({ name: 'Mallory', email: account.email });
    expect(ticket.requesterId).not.toBe(account.id);
    expect((await account.client.get(`/tickets/${ticket.number}`)).status).toBe(404);
    expect((await account.client.get('/tickets')).body.data).toEqual([]);
    // Staff who names an address means the account, or a new one; not whoever typed it.
    const onBehalf = (email: string) => desk.open(staff, { requester: { email, name: 'New' } });
    await desk.open(account);
    expect((await test.app.get(TicketsService).get(agent, await onBehalf(account.email))).requesterId).toBe(account.id);
    const unknown = await openAs({ name: 'Mallory', email: 'nobody@contact.example' });
    const { requester } = await test.app.get(TicketsService).get(agent, await onBehalf('nobody@contact.example'));
    expect([requester.isContact, requester.id === unknown.requesterId]).toEqual([false, false]);
  });

  it('cannot sign in, not even with a password that an admin set', async () => {
    const { requesterId } = await openAs({ name: 'N', email: 'door@contact.example' });
    const given = await desk.people.admin.client.patch(`/users/${requesterId}`, { password: PASSWORD });
    expect(given.status).toBe(200);
    const credentials = { tenant: desk.code, email: 'door@contact.example', password: PASSWORD };
    expect((await test.client.post('/auth/login', credentials)).status).toBe(401);
  });

  it.each([
    [{ name: 'N', email: 'nothing' }, 'email'],
    [{ name: ' ', email: 'a@contact.example' }, 'name'],
    [{ name: 'N', email: `${'ﷺ'.repeat(15)}@example.com` }, 'email'],
  ])('%j is refused for its %s', async (contact, field) => {
    await expect(openAs(contact)).rejects.toMatchObject({
      code: 'validation_failed',
      details: { errors: { [field]: [expect.any(String)] } },
    });
  });

  it('who was deactivated opens nothing', async () => {
    const { requesterId } = await openAs(CONTACT);
    await desk.people.admin.client.patch(`/users/${requesterId}`, { status: 'inactive' });
    await expect(openAs(CONTACT)).rejects.toMatchObject({ code: 'validation_failed' });
  });

  it('is an issuer that no provider may have', async () => {
    const provider = { name: 'P', issuer: 'contact', audience: 'a', algorithm: 'HS256' };
    expect((await desk.people.admin.client.post('/tenant/identity-providers', provider)).status).toBe(422);
  });
});

describe('what the tenant’s product calls somebody', () => {
  it('is known of requester, assignee and author, and no business of the native API', async () => {
    const provider = await addProvider(desk, 'HS256', { roles: ['customer', 'agent'] });
    const customer = test.client.as(await provider.sign({ sub: 'user_123', name: 'Uma' }));
    const staff = test.client.as(await provider.sign({ sub: 'agent_7', name: 'Al', role: 'agent' }));
    const opened = await customer.post('/tickets', { ...TEXT, category: 'general' });
    const path = `/tickets/${opened.body.data.number}`;
    await staff.post(`${path}/claim`);
    await staff.post(`${path}/messages`, { body: 'B' });
    const ticket = await test.app.get(TicketsService).get(agent, opened.body.data.number);
    expect(ticket.requester).toMatchObject({ externalId: 'user_123', role: 'customer', isContact: false });
    expect(ticket.assignee).toMatchObject({ name: 'Al', externalId: 'agent_7' });
    const thread = await test.app.get(Threads).whole(agent, ticket);
    expect(thread.map(({ author }) => author.externalId)).toEqual(['user_123', 'agent_7']);
    const { requester, assignee, messages } = (await customer.get(path)).body.data;
    expect(Object.keys(requester)).toEqual(['id', 'name', 'email', 'team']);
    expect(Object.keys(assignee)).toEqual(['id', 'name']);
    for (const { author } of messages) expect(Object.keys(author)).toEqual(['id', 'name', 'role']);
  });

  it('is nothing for accounts of our own', async () => {
    const number = await desk.open(desk.people.ada);
    await desk.people.agent.client.post(`/tickets/${number}/claim`);
    const ticket = await test.app.get(TicketsService).get(agent, number);
    expect([ticket.requester.externalId, ticket.assignee?.externalId]).toEqual([null, null]);
  });
});
