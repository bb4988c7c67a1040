import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { MessagesService, Threads } from '../../../src/modules/messages/index.js';
import { type Ticket, TicketsService } from '../../../src/modules/tickets/index.js';
import type { TenantContext } from '../../../src/platform/context/request-context.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { contextOf, statementsOf } from '../../support/acting.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let threads: Threads;
let agent: TenantContext;
let ada: TenantContext;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  threads = test.app.get(Threads);
  agent = await contextOf(test, desk, desk.people.agent);
  ada = await contextOf(test, desk, desk.people.ada);
});
afterAll(() => test.close());

const read = (ctx: TenantContext, numbers: readonly number[]): Promise<Ticket[]> =>
  Promise.all(numbers.map((number) => test.app.get(TicketsService).get(ctx, number)));
const upload = async (by: Person, name: string) => (await by.client.upload(name, name)).body.data.id as number;

async function say(by: Person, number: number, body: string, fields: object = {}) {
  const answer = await by.client.post(`/tickets/${number}/messages`, { body, ...fields });
  if (answer.status !== 201) throw new Error(`Posting answered ${answer.status}`);
}

/** Ada's tickets: one nobody answered, one with replies and notes, one whose last word is a note; each with files. */
async function openThree(): Promise<readonly number[]> {
  const { ada: customer, agent: staff } = desk.people;
  const file = async (by: Person, name: string) => ({ attachment_ids: [await upload(by, name)] });
  const numbers = [
    await desk.open(customer, { description: 'First', ...(await file(customer, 'first.txt')) }),
    await desk.open(customer, { description: 'Second' }),
    await desk.open(customer, { description: 'Third', ...(await file(customer, 'third.txt')) }),
  ] as const;
  await say(staff, numbers[1], 'Note', { visibility: 'internal', ...(await file(staff, 'secret.txt')) });
  await say(staff, numbers[1], 'Which van?', await file(staff, 'vans.txt'));
  await say(customer, numbers[1], 'The blue one.');
  await say(staff, numbers[2], 'Public', await file(staff, 'public.txt'));
  await say(staff, numbers[2], 'Hm.', { visibility: 'internal', ...(await file(staff, 'secret-2.txt')) });
  return numbers;
}

describe('many threads', () => {
  let numbers: readonly number[];

  beforeAll(async () => {
    numbers = await openThree();
  });

  it('are read whole, oldest first, with files, as far as the reader may see', async () => {
    const shown = async (ctx: TenantContext, index: number) => {
      const [ticket] = await read(ctx, [numbers[index]!]);
      const messages = await threads.whole(ctx, ticket!);
      return messages.map(({ body, attachments }) => [body, ...attachments.map(({ fileName }) => fileName)]);
    };
    expect(await shown(ada, 0)).toEqual([['First', 'first.txt']]);
    expect(await shown(ada, 1)).toEqual([['Second'], ['Which van?', 'vans.txt'], ['The blue one.']]);
    expect(await shown(agent, 1)).toEqual([
      ['Second'],
      ['Note', 'secret.txt'],
      ['Which van?', 'vans.txt'],
      ['The blue one.'],
    ]);
  });

  it('give their public replies, to staff too, in one query', async () => {
    for (const ctx of [ada, agent]) {
      const tickets = await read(ctx, numbers);
      const replies = await threads.publicReplies(ctx, tickets);
      expect(numbers.map((number) => replies.get(number)?.map(({ body }) => body))).toEqual([
        [],
        ['Which van?', 'The blue one.'],
        ['Public'],
      ]);
      expect(replies.get(numbers[1]!)?.[0]?.author).toMatchObject({ name: 'agent', role: 'agent' });
      expect(await statementsOf(test, () => threads.publicReplies(ctx, tickets))).toBe(1);
      expect(await statementsOf(test, () => threads.publicReplies(ctx, tickets.slice(0, 1)))).toBe(0);
    }
  });

  it('give what was last heard in each, as the reader hears', async () => {
    const heard = async (ctx: TenantContext) => {
      const tickets = await read(ctx, numbers);
      const last = await threads.lastHeard(ctx, tickets);
      for (const ticket of tickets) {
        const at = ctx === agent ? ticket.lastMessageAt : ticket.lastPublicMessageAt;
        expect(last.get(ticket.number)?.at).toBe(at);
      }
      expect(await statementsOf(test, () => threads.lastHeard(ctx, tickets))).toBe(1);
      expect(await statementsOf(test, () => threads.lastHeard(ctx, tickets.slice(0, 1)))).toBe(0);
      return numbers.map((number) => last.get(number)?.body);
    };
    expect(await heard(ada)).toEqual(['First', 'The blue one.', 'Public']);
    expect(await heard(agent)).toEqual(['First', 'The blue one.', 'Hm.']);
  });

  it('give their public files, to staff too, in two queries, or one when nothing is internal', async () => {
    for (const ctx of [ada, agent]) {
      const tickets = await read(ctx, numbers);
      const files = await threads.publicFiles(ctx, tickets);
      expect(numbers.map((number) => files.get(number)?.map(({ fileName }) => fileName))).toEqual([
        ['first.txt'],
        ['vans.txt'],
        ['third.txt', 'public.txt'],
      ]);
      expect(await statementsOf(test, () => threads.publicFiles(ctx, tickets))).toBe(2);
      expect(await statementsOf(test, () => threads.publicFiles(ctx, tickets.slice(0, 1)))).toBe(1);
    }
    expect((await threads.publicFiles(ada, [])).size).toBe(0);
  });

  it('never give the file of a note that came after the tickets were read', async () => {
    const number = await desk.open(desk.people.ada);
    const [ticket] = await read(agent, [number]);
    const ids = [await upload(desk.people.agent, 'late.txt')];
    await say(desk.people.agent, number, 'Note', { visibility: 'internal', attachment_ids: ids });
    expect((await threads.publicFiles(agent, [ticket!])).get(number)).toEqual([]);
  });

  it('by the hundreds take a query for every five hundred', async () => {
    const [, second] = await read(agent, numbers);
    const many = Array.from({ length: 1_001 }, (_, index) => ({ ...second!, number: 1_000_000 + index }));
    const tickets = [...many, second!];
    expect(await statementsOf(test, () => threads.publicReplies(agent, tickets))).toBe(3);
    expect((await threads.publicReplies(agent, tickets)).get(second!.number)).toHaveLength(2);
    expect((await threads.lastHeard(agent, tickets)).get(second!.number)?.body).toBe('The blue one.');
    expect((await threads.publicFiles(agent, tickets)).get(second!.number)).toHaveLength(1);
  });
});

describe('a thread of the description alone', () => {
  it('costs no query: that there are no files is known from the ticket, and so is its author', async () => {
    const [ticket] = await read(ada, [await desk.open(desk.people.ada)]);
    expect(await statementsOf(test, () => threads.whole(ada, ticket!))).toBe(0);
    expect(await statementsOf(test, () => threads.page(ada, ticket!, { limit: 50 }))).toBe(0);
    const [description] = await threads.whole(ada, ticket!);
    expect(description?.author).toEqual({ id: desk.people.ada.id, name: 'ada', role: 'customer', externalId: null });
  });

  it('that staff opened for somebody names who wrote it', async () => {
    const number = await desk.open(desk.people.agent, { requester: { id: desk.people.ada.id } });
    const [ticket] = await read(ada, [number]);
    expect(await threads.whole(ada, ticket!)).toMatchObject([{ author: { name: 'agent', role: 'agent' } }]);
  });

  it('costs customers no more for a note', async () => {
    const number = await desk.open(desk.people.ada);
    await say(desk.people.agent, number, 'Note', { visibility: 'internal' });
    const [ticket] = await read(ada, [number]);
    expect(await statementsOf(test, () => threads.whole(ada, ticket!))).toBe(0);
    expect(await threads.whole(ada, ticket!)).toHaveLength(1);
  });

  it('costs a query for its files when it has some, and shows those that came after the ticket was read', async () => {
    const number = await desk.open(desk.people.ada);
    await say(desk.people.agent, number, 'One moment');
    const [before] = await read(agent, [number]);
    const ids = [await upload(desk.people.agent, 'late.txt')];
    await say(desk.people.agent, number, 'Here it is', { attachment_ids: ids });
    const files = async (ticket: Ticket) => (await threads.whole(agent, ticket)).map((each) => each.attachments.length);
    expect(await files(before!)).toEqual([0, 0, 1]);
    const [after] = await read(agent, [number]);
    expect(await statementsOf(test, () => threads.whole(agent, after!))).toBe(2);
    expect(await files(after!)).toEqual([0, 0, 1]);
  });
});

describe('a very long thread', () => {
  it('is cut to its newest thousand, and a line of the log says so', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    const number = await desk.open(desk.people.ada);
    await say(desk.people.ada, number, 'No. 2');
    await grow(number, 1_000);
    const [whole] = await read(agent, [number]);
    expect((await threads.whole(agent, whole!)).map(({ seq }) => seq)).toEqual(
      Array.from({ length: 1_000 }, (_, index) => index + 1),
    );
    expect(warn).not.toHaveBeenCalled();
    await say(desk.people.ada, number, 'No. 1001');
    const [cut] = await read(agent, [number]);
    const messages = await threads.whole(agent, cut!);
    expect([messages.length, messages[0]?.seq, messages.at(-1)?.body]).toEqual([1_000, 2, 'No. 1001']);
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  /** Copies the second message until there are `count`. */
  async function grow(number: number, count: number): Promise<void> {
    const database = test.app.get(Database);
    const tenantId = desk.ctx.tenant.id;
    await database.transaction(desk.ctx, (tx) =>
      database.write(tx, async (manager) => {
        const rows = Array.from(
          { length: count - 2 },
          (_, index) => `(${tenantId}, ${number}, ${index + 3}, ${index + 3}, ${desk.people.ada.id}, 'B', 1)`,
        );
        await manager.query(
          `INSERT INTO messages (tenant_id, ticket_number, seq, public_seq, author_id, body, created_at)
           VALUES ${rows.join(', ')}`,
        );
        await manager.query('UPDATE tickets SET last_seq = ?, last_public_seq = ? WHERE tenant_id = ? AND number = ?', [
          count,
          count,
          tenantId,
          number,
        ]);
      }),
    );
  }
});

describe('what was shown', () => {
  let number: number;
  const messages = () => test.app.get(MessagesService);
  const unread = async (ctx: TenantContext) => (await read(ctx, [number]))[0]!.unreadCount;

  beforeEach(async () => {
    number = await desk.open(desk.people.ada);
    await say(desk.people.agent, number, 'One');
    await say(desk.people.agent, number, 'Two');
  });

  it('is read, and what came meanwhile is not', async () => {
    const [ticket] = await read(ada, [number]);
    const shown = await threads.whole(ada, ticket!);
    await say(desk.people.agent, number, 'Three');
    await messages().markShown(ada, ticket!, shown);
    expect(await unread(ada)).toBe(1);
    expect(await unread(await contextOf(test, desk, desk.people.bob))).toBe(4);
  });

  it('beyond what the ticket knew is read too', async () => {
    await messages().markRead(ada, number, null);
    const [ticket] = await read(ada, [number]);
    await say(desk.people.agent, number, 'Three');
    const { items } = await threads.page(ada, ticket!, { limit: 10 });
    await messages().markShown(ada, ticket!, items);
    expect(await unread(ada)).toBe(0);
  });

  it('writes nothing when all of it was read, or nothing was shown', async () => {
    const [before] = await read(ada, [number]);
    expect(await statementsOf(test, () => messages().markShown(ada, before!, []))).toBe(0);
    await messages().markShown(ada, before!, await threads.whole(ada, before!));
    const [ticket] = await read(ada, [number]);
    const shown = await threads.whole(ada, ticket!);
    expect(await statementsOf(test, () => messages().markShown(ada, ticket!, shown))).toBe(0);
    expect(await unread(ada)).toBe(0);
  });

  it('of the past moves nothing back', async () => {
    const [ticket] = await read(ada, [number]);
    await messages().markRead(ada, number, null);
    await messages().markShown(ada, ticket!, [{ seq: 1 }]);
    expect(await unread(ada)).toBe(0);
  });
});
