import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { TicketListing } from '../../../src/modules/tickets/index.js';
import { makeCrowdedDesk } from '../../support/a-busy-desk.js';
import type { Desk } from '../../support/desk.js';
import { askDatabase, askedDuring, isSqlite } from '../../support/asked.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const TICKETS = 16_384;
const LIMIT = 10;
/** What is looked up of each part of a list: one more than a page, to know whether there is another. */
const LOOKED_UP = LIMIT + 1;
/** However many tickets there are, no list gathers or steps over more of them. */
const MOST = { gathered: 3_000, steppedOver: 10_000 };
const PRIMARY = /^(PRIMARY|sqlite_autoindex_tickets_1)$/;

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeCrowdedDesk(test, TICKETS);
}, 120_000);
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => test.close());

const query = (sql: string, values: readonly unknown[]) => askDatabase(test, sql, values);

/** How a part of a list was read. `rows` were met on the way; SQLite does not tell how many. */
interface Reading {
  readonly index: string;
  readonly sorted: boolean;
  readonly rows: number | null;
}

type Asked = readonly [sql: string, values: readonly unknown[]];

/** What the database is asked to find where the tickets of a list stand. */
async function askedFor(person: 'agent' | 'ada', path: string): Promise<readonly Asked[]> {
  return askedDuring(test, /^SELECT \* FROM \(SELECT/, async () => {
    const { status } = await desk.people[person].client.get(`/tickets?limit=${LIMIT}&${path}`);
    expect(status).toBe(200);
  });
}

function readingsOf(asked: Asked): Promise<readonly Reading[]> {
  return isSqlite(test) ? onSqlite(...asked) : onMysql(...asked);
}

/** How it looks for them, where it is asked once. */
async function onlyReadingsOf(person: 'agent' | 'ada', path: string): Promise<readonly Reading[]> {
  const asked = await askedFor(person, path);
  expect(asked).toHaveLength(1);
  return readingsOf(asked[0]!);
}

async function onSqlite(sql: string, values: readonly unknown[]): Promise<readonly Reading[]> {
  const steps = (await query(`EXPLAIN QUERY PLAN ${sql}`, values)) as { id: number; parent: number; detail: string }[];
  return steps
    .filter(({ detail }) => /^(SCAN|SEARCH) t\b/.test(detail))
    .map(({ parent, detail }) => ({
      index: /USING (?:COVERING )?INDEX (\w+)/.exec(detail)?.[1] ?? detail,
      // The parts themselves are put in order: only what is sorted beside the search is of the search.
      sorted: steps.some((step) => step.parent === parent && parent !== 0 && /USE TEMP B-TREE/.test(step.detail)),
      rows: null,
    }));
}

async function onMysql(sql: string, values: readonly unknown[]): Promise<readonly Reading[]> {
  const steps = await query(`ANALYZE ${sql}`, values);
  return steps
    .filter(({ table }) => table === 't')
    .map(({ key, r_rows: rows, Extra: extra }) => ({
      index: String(key),
      sorted: /filesort|temporary/i.test(String(extra)),
      rows: Number(rows),
    }));
}

/** Read in the order of the list, and hardly more than is shown. */
async function expectInOrder(person: 'agent' | 'ada', path: string, index: string): Promise<void> {
  for (const reading of await onlyReadingsOf(person, path)) {
    expect(reading).toMatchObject({ index, sorted: false });
    if (reading.rows !== null) expect(reading.rows).toBeLessThanOrEqual(3 * LOOKED_UP);
  }
}

describe('what staff list is read in its order', () => {
  it.each([
    ['', 'tickets_by_update'],
    ['status=closed', 'tickets_by_status'],
    ['status=open,closed', 'tickets_by_status'],
    ['assignee_id=me', 'tickets_by_assignee'],
    ['assignee_id=null', 'tickets_by_assignee'],
    ['assignee_id=me,null', 'tickets_by_assignee'],
    ['assignee_id=me&status=open', 'tickets_by_assignee'],
    ['category=billing', 'tickets_by_category'],
    ['category=billing,general&status=open', 'tickets_by_category'],
    ['priority=urgent', 'tickets_by_status_priority'],
    ['priority=high,urgent&status=open,pending', 'tickets_by_status_priority'],
    ['sort=-created_at', 'tickets_by_creation'],
    ['sort=created_at', 'tickets_by_creation'],
    ['sort=created_at&status=open', 'tickets_by_status_creation'],
    ['sort=-created_at&status=open,closed', 'tickets_by_status_creation'],
    ['sort=-priority', 'tickets_by_priority'],
    ['sort=-priority&priority=low', 'tickets_by_priority'],
    ['sort=-priority&priority=low,urgent', 'tickets_by_priority'],
    ['sort=-priority&priority=low&status=open,closed', 'tickets_by_status_urgency'],
    ['sort=-priority&status=open', 'tickets_by_status_urgency'],
    ['sort=-priority&status=open,pending', 'tickets_by_status_urgency'],
    ['updated_at[lt]=2024-06-01T00:00:00Z', 'tickets_by_update'],
    ['updated_at[lt]=2024-06-01T00:00:00Z&status=closed', 'tickets_by_status'],
    ['sort=created_at&created_at[gte]=2024-06-01T00:00:00Z', 'tickets_by_creation'],
  ])('%s', (path, index) => expectInOrder('agent', path, index));
});

describe('what customers list is read in its order', () => {
  it.each([
    ['', ['tickets_by_requester', 'tickets_by_team']],
    ['sort=created_at', ['tickets_by_requester_creation', 'tickets_by_team_creation']],
    ['sort=-created_at', ['tickets_by_requester_creation', 'tickets_by_team_creation']],
  ])('%s', async (path, [requester, team]) => {
    const [requested, ofTeam, takenPartIn] = await onlyReadingsOf('ada', path);
    expect(takenPartIn!.index).toMatch(PRIMARY);
    expect([requested, ofTeam]).toMatchObject([
      { index: requester, sorted: false },
      { index: team, sorted: false },
    ]);
    for (const { rows } of [requested!, ofTeam!]) if (rows !== null) expect(rows).toBeLessThanOrEqual(3 * LOOKED_UP);
  });

  it.each(['', '&sort=created_at'])('their team%s: nothing but the tickets of the team', (order) =>
    expectInOrder(
      'ada',
      `team_id=${desk.teams.shared}${order}`,
      order === '' ? 'tickets_by_team' : 'tickets_by_team_creation',
    ),
  );

  it.each(['sort=-priority', 'status=open', 'category=billing&sort=-priority'])(
    '%s: no ticket of others is met',
    async (path) => {
      const asked = await askedFor('ada', path);
      const [requested, ofTeam] = await readingsOf(asked.at(-1)!);
      expect([requested!.index, ofTeam!.index]).toEqual(['tickets_by_requester', 'tickets_by_team']);
    },
  );
});

describe('few tickets are gathered by what they have in common', () => {
  it.each([
    ['requester_id', () => `requester_id=${desk.people.ada.id}`, 'tickets_by_requester'],
    ['requester_id and status', () => `requester_id=${desk.people.ada.id}&status=open`, 'tickets_by_requester'],
    ['team_id', () => `team_id=${desk.teams.shared}`, 'tickets_by_team'],
    ['a category by creation', () => 'category=billing&sort=-created_at', 'tickets_by_category'],
    ['an assignee by priority', () => 'assignee_id=me&sort=-priority', 'tickets_by_assignee'],
  ])('%s', async (_, path, index) => {
    for (const reading of await onlyReadingsOf('agent', path())) expect(reading.index).toBe(index);
  });

  it('those of a tag', async () => {
    const readings = await onlyReadingsOf('agent', 'tag=rare');
    expect(readings).toHaveLength(1);
    expect(readings[0]!.index).toMatch(PRIMARY);
  });
});

it('what lies behind a page is looked up, also where very many are equal', async () => {
  const { client } = desk.people.agent;
  for (const path of ['sort=-priority', 'sort=-priority&status=open', '', 'status=closed', 'sort=created_at']) {
    let cursor = '';
    for (let page = 0; page < 3; page++) {
      const { body } = await client.get(`/tickets?limit=100&${path}${cursor}`);
      cursor = `&cursor=${body.meta.next_cursor}`;
    }
    for (const { sorted, rows } of await onlyReadingsOf('agent', `${path}${cursor}`)) {
      expect(sorted).toBe(false);
      if (rows !== null) expect(rows).toBeLessThanOrEqual(3 * LOOKED_UP);
    }
  }
});

describe('whatever is combined with whatever', () => {
  const filters = (): Readonly<Record<string, string>> => ({
    status: 'status=open,pending',
    priority: 'priority=high,urgent',
    category: 'category=billing',
    assignee: 'assignee_id=me,null',
    requester: `requester_id=${desk.people.dee.id}`,
    team: `team_id=${desk.teams.shared}`,
    tag: 'tag=old',
    created: 'created_at[gte]=2024-02-01T00:00:00Z',
    updated: 'updated_at[lt]=2025-06-01T00:00:00Z',
  });

  it.each(['-updated_at', '-created_at', 'created_at', '-priority'])(
    'a list by %s is read by an index, and no more than so much of it',
    async (sort) => {
      for (const chosen of upTo(3, Object.values(filters()))) {
        const path = [`sort=${sort}`, ...chosen].join('&');
        const asked = await askedFor('agent', path);
        expect(asked.length).toBeGreaterThan(0);
        for (const readings of await Promise.all(asked.map(readingsOf))) {
          const rows = readings.reduce((sum, reading) => sum + (reading.rows ?? 0), 0);
          const most = readings.some(({ sorted }) => sorted) ? MOST.gathered : MOST.steppedOver + 4 * LOOKED_UP;
          if (rows > most || readings.some(({ index }) => index === 'null' || /^SCAN/.test(index))) {
            throw new Error(`${path}: ${JSON.stringify(readings)}`);
          }
        }
      }
    },
    120_000,
  );

  it.each([
    ['-updated_at', []],
    ['-updated_at', ['open', 'closed']],
    ['-created_at', []],
    ['created_at', ['open', 'closed']],
    ['-priority', []],
    ['-priority', ['open', 'closed']],
  ] as const)(
    'a crawl by %s over what is far apart, of status %j, shows each once and in order',
    async (sort, statuses) => {
      const [column, direction] = sort.startsWith('-') ? [sort.slice(1), 'DESC'] : [sort, 'ASC'];
      const rows = await query(
        `SELECT t.number FROM tickets t INNER JOIN ticket_tags g ON g.tenant_id = t.tenant_id AND g.ticket_number = t.number
       WHERE t.tenant_id = ? AND g.tag = 'old' ${statuses.length > 0 ? "AND t.status IN ('open', 'closed')" : ''}
       ORDER BY t.${column} ${direction}, t.number ${direction}`,
        [desk.ctx.tenant.id],
      );
      const expected = rows.map(({ number }) => Number(number));
      const path = `tag=old&sort=${sort}${statuses.length > 0 ? `&status=${statuses.join()}` : ''}`;
      expect((await crawlOf('agent', path)).numbers).toEqual(expected);
      stepOver(7, 60);
      const short = await crawlOf('agent', path);
      expect(short.numbers).toEqual(expected);
      expect(short.endedEarly).toBeGreaterThan(50);
    },
  );

  it('a customer finds what is far behind among those of the team', async () => {
    const rows = await query(
      `SELECT number FROM tickets WHERE tenant_id = ? AND team_id = ? AND status = 'closed' AND created_at < ?
       ORDER BY public_updated_at DESC, number DESC`,
      [desk.ctx.tenant.id, desk.teams.shared, Date.parse('2024-03-01T00:00:00Z')],
    );
    expect(rows.length).toBeGreaterThan(0);
    const expected = rows.map(({ number }) => Number(number));
    const path = 'status=closed&created_at[lt]=2024-03-01T00:00:00Z';
    expect((await crawlOf('ada', path)).numbers).toEqual(expected);
    stepOver(7, 60);
    const short = await crawlOf('ada', path);
    expect(short.numbers).toEqual(expected);
    expect(short.endedEarly).toBeGreaterThan(20);
  });
});

/** What a list shows from page to page, and how many pages held fewer than they might. */
async function crawlOf(person: 'agent' | 'ada', path: string) {
  const numbers: number[] = [];
  let endedEarly = 0;
  for (let cursor = ''; ;) {
    const { body } = await desk.people[person].client.get(`/tickets?limit=100&${path}${cursor}`);
    numbers.push(...body.data.map(({ number }: { number: number }) => number));
    if (!body.meta.has_more) return { numbers, endedEarly };
    if (body.data.length < 100) endedEarly++;
    cursor = `&cursor=${body.meta.next_cursor}`;
  }
}

type Find = (ctx: unknown, request: unknown, steps?: readonly number[]) => Promise<never>;

/** Lets lists step over so few tickets that it is as if there were very many. */
function stepOver(...steps: readonly number[]): void {
  const { lists } = test.app.get<{ readonly lists: { findPositions: Find } }>(TicketListing);
  const find = lists.findPositions.bind(lists);
  jest.spyOn(lists, 'findPositions').mockImplementation((ctx, request) => find(ctx, request, steps));
}

/** All choices of so many of these, or fewer. */
function upTo<T>(most: number, of: readonly T[]): readonly (readonly T[])[] {
  if (most === 0 || of.length === 0) return [[]];
  const [first, ...others] = of as [T, ...T[]];
  return [...upTo(most, others), ...upTo(most - 1, others).map((rest) => [first, ...rest])];
}
