import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

const MINIMUM = { subject: 'Van will not start', description: 'Silence.', category: 'general' };
const open = (who: keyof Desk['people'], fields: object = {}) =>
  desk.people[who].client.post('/tickets', { ...MINIMUM, ...fields });
const upload = async (who: keyof Desk['people']) =>
  (await desk.people[who].client.upload('note.txt', 'A note.')).body.data.id as number;
const link = (externalId: string, owner: string | null) =>
  desk.people.admin.client.put(`/linked-resources/booking/${externalId}`, {
    reference: `BK-${externalId}`,
    owner_subject: owner,
    data: { car: 'Van' },
  });

describe('opening a ticket', () => {
  it('keeps every field that was given', async () => {
    const { ada, admin } = desk.people;
    await link('5', ada.email);
    const fileId = await upload('ada');
    const { status, headers, body } = await open('ada', {
      priority: 'urgent',
      tags: ['rental', 'roadside'],
      custom: { odometer_km: 48_120, nested: { deep: [1, null, 'ä'] } },
      linked_resource: { type: 'booking', external_id: '5' },
      attachment_ids: [fileId],
    });
    expect(status).toBe(201);
    const { data } = body;
    expect(headers['location']).toBe(`/api/v1/tickets/${data.number}`);
    expect(headers['etag']).toBe('W/"1"');
    expect(data).toMatchObject({
      ...{ subject: 'Van will not start', description: 'Silence.', status: 'open', priority: 'urgent', version: 1 },
      category: { id: desk.categoryId, slug: 'general', name: 'General' },
      requester: { id: ada.id, name: 'ada', email: ada.email, team: { id: desk.teams.shared, name: 'Shared' } },
      team: { id: desk.teams.shared, name: 'Shared' },
      tags: ['rental', 'roadside'],
      linked_resource: { type: 'booking', external_id: '5', reference: 'BK-5', data: { car: 'Van' } },
      custom: { odometer_km: 48_120, nested: { deep: [1, null, 'ä'] } },
      ...{ assignee: null, resolution: null, message_count: 1, unread_count: 0 },
      ...{ first_response_at: null, resolved_at: null, closed_at: null },
    });
    expect(data.reference).toBe(`TK-${data.created_at.slice(0, 4)}-${String(data.number).padStart(5, '0')}`);
    const seenByAdmin = (await admin.client.get(`/tickets/${data.number}`)).body.data;
    expect(seenByAdmin).toMatchObject({ unread_count: 1, message_count: 1 });
    expect(seenByAdmin.messages).toMatchObject([
      { seq: 1, body: 'Silence.', author: { id: ada.id }, attachments: [{ id: fileId }] },
    ]);
  });

  it('takes the longest texts, counted in characters, and trims them', async () => {
    const subject = '🚐'.repeat(255);
    const { body } = await open('ada', {
      subject: `  ${subject}\n`,
      description: 'ü'.repeat(20_000),
      tags: ['é'.repeat(40)],
    });
    expect(body.data).toMatchObject({ subject, description: 'ü'.repeat(20_000), tags: ['é'.repeat(40)] });
  });

  it('gives parallel tickets different numbers', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => open('dee')));
    const numbers = answers.map(({ body }) => body.data.number as number);
    expect(new Set(numbers).size).toBe(20);
    expect(Math.min(...numbers)).toBeGreaterThan(0);
  });

  it.each([
    ['no subject', { subject: undefined }, 'subject'],
    ['an empty subject', { subject: '' }, 'subject'],
    ['a blank subject', { subject: ' \t\u00a0\ufeff ' }, 'subject'],
    ['256 characters of subject', { subject: 'x'.repeat(256) }, 'subject'],
    ['no description', { description: undefined }, 'description'],
    ['20 001 characters of description', { description: 'x'.repeat(20_001) }, 'description'],
    ['an unknown category', { category: 'nothing' }, 'category'],
    ['an unknown category id', { category: undefined, category_id: 999 }, 'category_id'],
    ['both ways to name a category', { category_id: 1 }, 'category'],
    ['no category where the tenant has no standard', { category: undefined }, 'category'],
    ['a priority that is none', { priority: 'critical' }, 'priority'],
    ['21 tags', { tags: Array.from({ length: 21 }, (_, index) => `t${index}`) }, 'tags'],
    ['a tag of 41 characters', { tags: ['x'.repeat(41)] }, 'tags'],
    ['an empty tag', { tags: [''] }, 'tags'],
    ['a tag twice', { tags: ['a', ' a '] }, 'tags'],
    ['a tag with a comma', { tags: ['a,b'] }, 'tags'],
    ['11 attachments', { attachment_ids: Array.from({ length: 11 }, (_, index) => index + 1) }, 'attachment_ids'],
    ['an attachment that does not exist', { attachment_ids: [9_999] }, 'attachment_ids'],
    ['an attachment twice', { attachment_ids: [1, 1] }, 'attachment_ids'],
    ['custom data of more than 8 KB', { custom: { text: 'x'.repeat(8_192) } }, 'custom'],
    ['custom data that is a list', { custom: [1] }, 'custom'],
    [
      'a linked resource that does not exist',
      { linked_resource: { type: 'booking', external_id: 'none' } },
      'linked_resource',
    ],
    ['a linked resource without a type', { linked_resource: { external_id: '5' } }, 'linked_resource.type'],
    ['the tenant', { tenant: 'other' }, 'tenant'],
    ['the status', { status: 'closed' }, 'status'],
    ['the number', { number: 7 }, 'number'],
  ])('refuses %s, naming the field', async (_what, fields, field) => {
    const { status, body } = await open('ada', fields);
    expect([status, body.code, Object.keys(body.errors)]).toEqual([422, 'validation_failed', [field]]);
  });

  it('tells of all wrong fields at once', async () => {
    const { body } = await open('ada', {
      subject: '',
      priority: 'x',
      linked_resource: { type: 'A B', external_id: '' },
    });
    expect(Object.keys(body.errors).sort()).toEqual([
      'linked_resource.external_id',
      'linked_resource.type',
      'priority',
      'subject',
    ]);
  });

  it('refuses an archived category', async () => {
    const { admin } = desk.people;
    const { id } = (await admin.client.post('/categories', { name: 'Retired' })).body.data;
    await admin.client.patch(`/categories/${id}`, { archived: true });
    expect((await open('ada', { category: 'retired' })).body.errors).toHaveProperty('category');
    expect((await open('agent', { category: undefined, category_id: id })).body.errors).toHaveProperty('category_id');
  });

  it('refuses an attachment of somebody else, or one that a ticket has, and stores nothing', async () => {
    const before = (await desk.people.admin.client.get('/tickets?include_total=true')).body.meta.total;
    const bobs = await upload('bob');
    expect((await open('ada', { attachment_ids: [bobs] })).body.errors).toHaveProperty('attachment_ids');
    expect((await open('admin', { attachment_ids: [bobs] })).status).toBe(422);
    expect((await open('bob', { attachment_ids: [bobs] })).status).toBe(201);
    expect((await open('bob', { attachment_ids: [bobs] })).status).toBe(422);
    const after = (await desk.people.admin.client.get('/tickets?include_total=true')).body.meta.total;
    expect(after).toBe(before + 1);
  });

  it('links only what is the requester’s; staff also what is nobody’s', async () => {
    await link('bobs', desk.people.bob.email);
    await link('nobodys', null);
    for (const externalId of ['bobs', 'nobodys', 'unheard-of']) {
      const { status, body } = await open('ada', { linked_resource: { type: 'booking', external_id: externalId } });
      expect([status, Object.keys(body.errors)]).toEqual([422, ['linked_resource']]);
    }
    const bobs = { linked_resource: { type: 'booking', external_id: 'bobs' } };
    expect((await open('agent', bobs)).status).toBe(422);
    expect((await open('agent', { ...bobs, requester: { id: desk.people.ada.id } })).status).toBe(422);
    expect((await open('agent', { ...bobs, requester: { id: desk.people.bob.id } })).status).toBe(201);
    await desk.people.admin.client.put('/linked-resources/booking/nobodys', {});
    const nobodys = { linked_resource: { type: 'booking', external_id: 'nobodys' } };
    expect((await open('ada', nobodys)).status).toBe(422);
    expect((await open('agent', { ...nobodys, requester: { id: desk.people.ada.id } })).status).toBe(201);
  });

  it('takes what is not said from the tenant’s settings', async () => {
    const other = await makeDesk(test);
    const { admin, ada } = other.people;
    await admin.client.patch('/tenant', { default_category: 'billing', default_priority: 'high' });
    const { body } = await ada.client.post('/tickets', { subject: 'S', description: 'D' });
    expect(body.data).toMatchObject({ priority: 'high', category: { slug: 'billing' } });
    const said = await ada.client.post('/tickets', { ...MINIMUM, priority: 'low' });
    expect(said.body.data).toMatchObject({ priority: 'low', category: { slug: 'general' } });
  });
});

describe('opening a ticket for somebody', () => {
  it('is staff’s right', async () => {
    const answer = await open('ada', { requester: { id: desk.people.bob.id } });
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    expect((await open('ada', { requester: { id: desk.people.ada.id } })).status).toBe(403);
  });

  it('by id makes it theirs, written by staff', async () => {
    const { ada, bob, cy, agent } = desk.people;
    const { body } = await open('agent', { requester: { id: ada.id } });
    expect(body.data).toMatchObject({ requester: { id: ada.id }, team: { id: desk.teams.shared }, unread_count: 0 });
    const path = `/tickets/${body.data.number}`;
    const seen = (await ada.client.get(path)).body.data;
    expect(seen).toMatchObject({ unread_count: 1, messages: [{ seq: 1, author: { id: agent.id, role: 'agent' } }] });
    expect(seen.abilities).toContain('close');
    expect((await bob.client.get(path)).status).toBe(200);
    expect((await cy.client.get(path)).status).toBe(404);
  });

  it('by e-mail and name finds who is known and makes who is not, once', async () => {
    const known = await open('agent', { requester: { email: desk.people.ada.email.toUpperCase(), name: 'Whoever' } });
    expect(known.body.data.requester).toMatchObject({ id: desk.people.ada.id, name: 'ada' });
    const eve = { email: `eve@${desk.code}.example`, name: 'Eve' };
    const [first, second] = [await open('agent', { requester: eve }), await open('agent2', { requester: eve })];
    expect(first.body.data.requester).toMatchObject({ name: 'Eve', email: eve.email, team: null });
    expect(second.body.data.requester.id).toBe(first.body.data.requester.id);
    const users = await everyPage(desk.people.admin.client, '/users?q=eve');
    expect(users).toHaveLength(1);
    expect(users[0].role).toBe('customer');
  });

  it.each([
    ['an id that nobody has', { id: 9_999 }, 'requester.id'],
    ['id and e-mail', { id: 1, email: 'a@b.example', name: 'A' }, 'requester'],
    ['an e-mail without a name', { email: 'a@b.example' }, 'requester'],
    ['nothing', {}, 'requester'],
    ['an e-mail that is none', { email: 'nobody', name: 'A' }, 'requester.email'],
    ['a role', { id: 1, role: 'admin' }, 'requester.role'],
  ])('refuses %s', async (_what, requester, field) => {
    const { status, body } = await open('agent', { requester });
    expect([status, Object.keys(body.errors)]).toEqual([422, [field]]);
  });

  it('refuses somebody who was deactivated', async () => {
    const gone = await desk.add('gone', 'customer');
    await desk.people.admin.client.patch(`/users/${gone.id}`, { status: 'inactive' });
    expect((await open('agent', { requester: { id: gone.id } })).body.errors).toHaveProperty(['requester.id']);
  });
});
