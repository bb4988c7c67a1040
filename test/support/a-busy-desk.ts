import { Database } from '../../src/platform/database/database.service.js';
import { storedOpening } from '../../src/platform/search/stored-words.js';
import { type Desk, makeDesk, type Person } from './desk.js';
import type { TestApp } from './test-app.js';

/** A ticket as a report sees it; instants are written out, and those that are absent never were. */
export interface Past {
  readonly created: string;
  readonly answered?: string;
  readonly resolved?: string;
  readonly deleted?: boolean;
  readonly assignee?: Person;
}

/** Gives the desk tickets with a past of their own. */
export async function addPast(test: TestApp, desk: Desk, tickets: readonly Past[]): Promise<void> {
  for (const { created, answered, resolved, deleted = false, assignee } of tickets) {
    const number = await desk.open(desk.people.ada);
    const instant = (text: string | undefined) => (text === undefined ? null : Date.parse(text));
    await write(test, desk, (run) =>
      run(
        `UPDATE tickets SET created_at = ?, first_response_at = ?, resolved_at = ?, deleted_at = ?, assignee_id = ?, status = ?
         WHERE tenant_id = ? AND number = ?`,
        [
          ...[instant(created), instant(answered), instant(resolved), deleted ? 1 : null, assignee?.id ?? null],
          ...[resolved === undefined ? 'open' : 'resolved', desk.ctx.tenant.id, number],
        ],
      ),
    );
  }
}

/** A desk with `count` tickets, one an hour from `start` on, each with a reply of the agent's half an hour later. */
export async function makeLongDesk(test: TestApp, start: number, count: number): Promise<Desk> {
  const desk = await makeDesk(test);
  const { agent, ada } = desk.people;
  await desk.open(ada);
  const { id } = desk.ctx.tenant;
  await write(test, desk, async (run) => {
    await copyTickets(run, id, count);
    const created = `${start} + number * 3600000`;
    await run(
      `UPDATE tickets SET created_at = ${created}, first_response_at = ${created} + 1800000, assignee_id = ?,
         resolved_at = ${created} + 7200000, status = CASE WHEN number % 10 = 0 THEN 'open' ELSE 'resolved' END
       WHERE tenant_id = ?`,
      [agent.id, id],
    );
    await run(
      `INSERT INTO messages (tenant_id, ticket_number, seq, public_seq, author_id, body, created_at)
       SELECT tenant_id, number, 2, 2, ${agent.id}, 'M', first_response_at FROM tickets WHERE tenant_id = ?`,
      [id],
    );
  });
  return desk;
}

/**
 * A desk with `count` tickets of every kind: a sixteenth are ada's and as many bob's, whose team sees both; the others are
 * dee's. One in 128 has the tag `rare`, and the first quarter of them all the tag `old`.
 */
export async function makeCrowdedDesk(test: TestApp, count: number): Promise<Desk> {
  const desk = await makeDesk(test, { categories: ['General', 'Billing', 'Sales'] });
  const { ada, bob, dee, agent, agent2 } = desk.people;
  const { shared } = desk.teams;
  const { categoryId } = desk;
  await desk.open(dee);
  const { id } = desk.ctx.tenant;
  const spread = <T>(length: number, most: T, others: Readonly<Record<number, T>>) =>
    Array.from({ length }, (_, place) => others[place] ?? most);
  /** Each in turn; of so many neighbours the same. */
  const oneOf = (values: readonly (number | string | null)[], neighbours: number) => {
    const cases = values.map((value, place) => `WHEN ${place} THEN ${value}`);
    return `CASE (number - number % ${neighbours}) % ${neighbours * values.length} / ${neighbours} ${cases.join(' ')} END`;
  };
  await write(test, desk, async (run) => {
    await copyTickets(run, id, count);
    const created = `${Date.parse('2024-01-01T00:00:00Z')} + number * 3600000`;
    await run(
      `UPDATE tickets SET created_at = ${created}, updated_at = ${created} + (number % 97) * 60000,
         public_updated_at = ${created} + (number % 89) * 60000, last_message_at = ${created} + (number % 83) * 60000,
         status = ${oneOf(["'closed'", "'open'", "'closed'", "'pending'", "'resolved'", "'in_progress'"], 1)},
         priority = ${oneOf([1, 2, 1, 3, 1, 0, 2], 7)},
         category_id = ${oneOf(spread(8, categoryId, { 1: categoryId + 1, 3: categoryId + 2 }), 3)},
         assignee_id = ${oneOf(spread(8, null, { 0: agent.id, 2: agent2.id, 5: agent2.id }), 5)},
         requester_id = ${oneOf(spread(16, dee.id, { 2: ada.id, 6: bob.id }), 1)},
         team_id = ${oneOf(spread(16, null, { 2: shared, 6: shared }), 1)}
       WHERE tenant_id = ?`,
      [id],
    );
    await run(
      `INSERT INTO ticket_tags (tenant_id, ticket_number, tag)
       SELECT tenant_id, number, 'rare' FROM tickets WHERE tenant_id = ? AND number % 128 = 0
       UNION ALL SELECT tenant_id, number, 'old' FROM tickets WHERE tenant_id = ? AND number <= ${count / 4}`,
      [id, id],
    );
  });
  return desk;
}

/** A desk whose tickets have the word from the `first` to the `last`, as well as a much newer one without it. */
export async function makeForgetfulDesk(
  test: TestApp,
  { word, first, last, newest }: { word: string; first: number; last: number; newest: number },
): Promise<Desk> {
  const desk = await makeDesk(test);
  await desk.open(desk.people.ada);
  const { id } = desk.ctx.tenant;
  await write(test, desk, async (run) => {
    await run('DELETE FROM search_texts WHERE tenant_id = ?', [id]);
    await copyTickets(run, id, last);
    await copyUp(run, id, newest - 1, 1);
    const rows = [[newest, storedOpening(id, newest, 'S', 'D')] as const];
    for (let number = first; number <= last; number++) rows.push([number, storedOpening(id, number, 'S', word)]);
    while (rows.length > 0) {
      const some = rows.splice(0, 200);
      await run(
        `INSERT INTO search_texts (tenant_id, ticket_number, seq, internal, text)
         VALUES ${some.map(() => '(?, ?, 1, 0, ?)').join(', ')}`,
        some.flatMap(([number, text]) => [id, number, text]),
      );
    }
  });
  return desk;
}

/** Makes `count` tickets of the only one there is. */
async function copyTickets(run: Run, tenantId: number, count: number): Promise<void> {
  for (let there = 1; there < count; there *= 2) await copyUp(run, tenantId, there, count - there);
}

/** Makes another of each ticket up to one, its number so much higher. */
async function copyUp(run: Run, tenantId: number, by: number, last: number): Promise<void> {
  const [row = {}] = await run('SELECT * FROM tickets WHERE tenant_id = ? LIMIT 1', [tenantId]);
  const columns = Object.keys(row);
  const copied = columns.map((column) => (column === 'number' ? `number + ${by}` : column)).join(', ');
  await run(
    `INSERT INTO tickets (${columns.join(', ')}) SELECT ${copied} FROM tickets WHERE tenant_id = ? AND number <= ${last}`,
    [tenantId],
  );
}

type Run = (sql: string, values: readonly unknown[]) => Promise<Record<string, unknown>[]>;

function write(test: TestApp, { ctx }: Desk, work: (run: Run) => Promise<unknown>): Promise<unknown> {
  const database = test.app.get(Database);
  return database.transaction(ctx, (tx) =>
    database.write(tx, (manager) => work((sql, values) => manager.query(sql, [...values]))),
  );
}
