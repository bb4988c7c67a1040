import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { TicketOpening } from '../../../src/modules/tickets/index.js';
import { clockOf } from '../../support/accounts.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { failed, type KinconectaDesk, makeKinconectaDesk, missing } from './a-kinconecta-desk.js';

let test: TestApp;
let wire: KinconectaDesk;

beforeAll(async () => {
  test = await startTestApp();
  wire = await makeKinconectaDesk(test, 'full');
});
afterAll(() => test.close());

const DATES = { createdAt: '2026-03-10T11:00:00Z', updatedAt: '2026-03-10T11:00:00Z' };

describe('a ticket', () => {
  it('shows the client’s `updatedAt` until something changes that a client may know', async () => {
    const { agent } = wire.desk.people;
    const { id } = await wire.create(null, DATES);
    await agent.client.post(`/tickets/${id}/messages`, { body: 'A nuisance.', visibility: 'internal' });
    expect((await wire.get(null, id)).body).toMatchObject(DATES);
    await agent.client.patch(`/tickets/${id}`, { status: 'in_progress' });
    const changed = (await wire.get(null, id)).body;
    expect(changed).toMatchObject({ status: 'in_progress', createdAt: DATES.createdAt });
    expect(changed.updatedAt > DATES.updatedAt).toBe(true);
    expect(changed.updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('prints as in progress while it waits for the customer', async () => {
    const { id } = await wire.create(null);
    await wire.desk.people.agent.client.patch(`/tickets/${id}`, { status: 'pending' });
    expect((await wire.get(null, id)).body.status).toBe('in_progress');
  });

  it('of the native API is one here: a guest’s, with the names that the desk knows', async () => {
    const { ada } = wire.desk.people;
    const id = await wire.desk.open(ada, { subject: 'From elsewhere' });
    expect((await wire.get(null, id)).body).toMatchObject({
      ...{ id, roleContext: 'guest', fullName: 'ada', email: ada.email, subject: 'From elsewhere' },
      ...{ category: 'General', message: 'Silence.', status: 'open', attachments: [] },
    });
  });

  it.each([
    {},
    { contact: null },
    { contact: 'Ana' },
    { contact: { name: 7, email: [], role_context: 'captain' }, client_created_at: 'soon', client_updated_at: 7 },
  ])('survives whatever staff put in the place of what was sent: %j', async (custom) => {
    const { agent } = wire.desk.people;
    const { id } = await wire.create(null, { fullName: 'Rosa', email: 'rosa@example.com', ...DATES });
    await agent.client.patch(`/tickets/${id}`, { custom });
    const { body } = await wire.get(null, id);
    expect(body).toMatchObject({ roleContext: 'guest', fullName: 'Rosa', email: 'rosa@example.com' });
    expect(body.createdAt > DATES.createdAt).toBe(true);
  });

  it('prints the new category once staff have filed it', async () => {
    const { id } = await wire.create(null, { category: 'Lost & found' });
    await wire.desk.people.agent.client.patch(`/tickets/${id}`, { category_id: wire.desk.categoryId });
    expect((await wire.get(null, id)).body.category).toBe('General');
  });

  it('never shows what is internal, not by a file, a time or a change, to staff neither', async () => {
    const { agent } = wire.desk.people;
    const { id } = await wire.create(null);
    const before = [await wire.get(null, id), await wire.list(null)].map(({ body }) => body);
    const clock = clockOf(test);
    clock.move(5_000);
    const file = (await agent.client.upload('secret.txt', 'He shouts.', 'text/plain')).body.data;
    const note = { body: 'He shouts.', visibility: 'internal', attachment_ids: [file.id] };
    expect((await agent.client.post(`/tickets/${id}/messages`, note)).status).toBe(201);
    clock.move(0);
    for (const by of [null, agent]) {
      expect([(await wire.get(by, id)).body, (await wire.list(by)).body]).toEqual(before);
    }
  });

  it('shows the files of its answers, by links that anybody can open', async () => {
    const { agent, ada, bob } = wire.desk.people;
    const { id } = await wire.create(ada);
    const file = (await agent.client.upload('refund.txt', 'Refunded.', 'text/plain')).body.data;
    await agent.client.post(`/tickets/${id}/messages`, { body: 'See the file.', attachment_ids: [file.id] });
    for (const by of [null, bob, agent]) {
      const { attachments } = (await wire.get(by, id)).body;
      expect(attachments).toEqual([{ id: file.id, fileName: 'refund.txt', fileUrl: expect.any(String) }]);
      const { pathname, search } = new URL(attachments[0].fileUrl);
      const opened = await test.client.send('GET', pathname + search);
      expect([opened.status, opened.bytes.toString()]).toEqual([200, 'Refunded.']);
    }
  });

  it('that was deleted is gone', async () => {
    const { id } = await wire.create(null);
    await wire.desk.people.admin.client.delete(`/tickets/${id}`);
    expect((await wire.get(null, id)).body).toEqual(missing(id));
  });
});

describe('an id', () => {
  it.each(['0', '-1', '1.5', '01', 'one', '1e3', '99999999999999999999', '%20'])(
    'that is no positive integer is a malformed request: %s',
    async (id) => {
      const malformed = failed(400, 'Bad Request', 'Malformed request');
      for (const { status, body } of [await wire.get(null, id), await wire.upload(null, id)]) {
        expect([status, body]).toEqual([400, malformed]);
      }
    },
  );

  it.each(['999', '2147483648', '9007199254740993'])('that nothing has is not found: %s', async (id) => {
    for (const { status, body } of [await wire.get(null, id), await wire.upload(null, id)]) {
      expect([status, body]).toEqual([404, missing(id)]);
    }
  });
});

describe('the list', () => {
  it('goes by id, and is cut to the newest thousand with a line in the log', async () => {
    const long = await makeKinconectaDesk(test, 'full');
    const opening = test.app.get(TicketOpening);
    const { id } = long.desk.people.ada;
    const ctx = { ...long.desk.ctx, actor: { ...long.desk.ctx.actor, id, userId: id, role: 'customer' as const } };
    const input = { subject: 'One of many', description: '.', category: { slug: 'general' } };
    for (let number = 1; number <= 1_001; number++) await opening.open(ctx, input);
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const ids = (await long.list(null)).body.map((ticket: { id: number }) => ticket.id);
    const told = warn.mock.calls.filter(([text]) => String(text).includes(long.desk.code));
    warn.mockRestore();
    expect(ids).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 2));
    expect(told).toHaveLength(1);
  }, 120_000);
});
