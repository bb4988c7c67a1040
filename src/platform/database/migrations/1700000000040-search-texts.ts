import type { MigrationInterface, QueryRunner } from 'typeorm';
import { storedMessage, storedOpening } from '../../search/stored-words.js';
import { dropIndex, findIndex } from './indexes.js';
import { wordsOf } from './words.js';

/** Tickets whose texts are written in one step. */
const BATCH = 250;
const INSERT_CHARACTERS = 1_000_000;

/** Tenant, number, seq, whether internal, text. */
type Row = readonly [number, number, number, number, string];

/**
 * What tickets are found by: the words of every message. The words of what is there already are written in steps, from
 * the ticket on that has none; the index is made of all at once.
 */
export class SearchTexts1700000000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const words = wordsOf(runner);
    await runner.query(`CREATE TABLE IF NOT EXISTS search_texts (
      tenant_id INT NOT NULL,
      ticket_number INT NOT NULL,
      seq INT NOT NULL,
      internal INT NOT NULL,
      text ${words.words} NOT NULL,
      ${words.fullTextKeys('tenant_id, ticket_number, seq')},
      FOREIGN KEY (tenant_id, ticket_number) REFERENCES tickets (tenant_id, number)
    ) ${words.tableOptions}`);
    if (await findIndex(runner, 'search_texts_index', 'search_texts')) return;
    await fill(runner);
    for (const statement of words.fullTextIndex('search_texts')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of wordsOf(runner).dropFullTextIndex('search_texts')) await runner.query(statement);
    if (await runner.hasTable('search_texts')) await dropIndex(runner, 'search_texts_index', 'search_texts');
    await runner.query('DROP TABLE IF EXISTS search_texts');
  }
}

interface Place {
  readonly tenant_id: number;
  readonly number: number;
}

/** Goes on with the last ticket that has texts, as a crash may have come before the last of them. */
async function fill(runner: QueryRunner): Promise<void> {
  const [last] = (await runner.query(`SELECT tenant_id, ticket_number AS number FROM search_texts
    ORDER BY tenant_id DESC, ticket_number DESC LIMIT 1`)) as Place[];
  if (last) {
    const place = [last.tenant_id, last.number];
    await runner.query('DELETE FROM search_texts WHERE tenant_id = ? AND ticket_number = ?', place);
  }
  let after: Place | undefined = last ? { ...last, number: last.number - 1 } : { tenant_id: 0, number: 0 };
  while (after) after = await fillAfter(runner, after);
}

/** Writes the texts of the next tickets, in their order; gives the last of them. */
async function fillAfter(runner: QueryRunner, { tenant_id: tenant, number }: Place): Promise<Place | undefined> {
  const next = (where: string) => `SELECT * FROM (SELECT tenant_id, number, subject, description FROM tickets
    WHERE deleted_at IS NULL AND ${where} ORDER BY tenant_id, number LIMIT ${BATCH}) found`;
  const tickets = (await runner.query(
    `${next('tenant_id = ? AND number > ?')} UNION ALL ${next('tenant_id > ?')}
     ORDER BY tenant_id, number LIMIT ${BATCH}`,
    [tenant, number, tenant],
  )) as (Place & { readonly subject: string; readonly description: string })[];
  for (const of of new Set(tickets.map((ticket) => ticket.tenant_id))) {
    const openings = tickets.filter((ticket) => ticket.tenant_id === of);
    const numbers = openings.map((ticket) => ticket.number);
    const messages = (await runner.query(
      `SELECT ticket_number AS number, seq, public_seq, body FROM messages
       WHERE tenant_id = ? AND ticket_number IN (${numbers.map(() => '?').join(', ')})`,
      [of, ...numbers],
    )) as { number: number; seq: number; public_seq: number | null; body: string }[];
    const rows: Row[] = [
      ...openings.map((each): Row => [
        of,
        each.number,
        1,
        0,
        storedOpening(of, each.number, each.subject, each.description),
      ]),
      ...messages.map((each): Row => {
        const isInternal = each.public_seq === null;
        return [of, each.number, each.seq, Number(isInternal), storedMessage(of, each.number, each.body, isInternal)];
      }),
    ];
    rows.sort((a, b) => a[1] - b[1] || a[2] - b[2]);
    for (const some of ofSize(rows, INSERT_CHARACTERS)) {
      await runner.query(
        `INSERT INTO search_texts (tenant_id, ticket_number, seq, internal, text)
         VALUES ${some.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
        some.flat(),
      );
    }
  }
  return tickets.at(-1);
}

/** Rows in groups of so many characters, so that no statement is too long. */
function* ofSize(rows: readonly Row[], most: number): Generator<readonly Row[]> {
  let some: Row[] = [];
  let size = 0;
  for (const row of rows) {
    some.push(row);
    size += row[4].length;
    if (size < most && some.length < BATCH) continue;
    yield some;
    [some, size] = [[], 0];
  }
  if (some.length > 0) yield some;
}
