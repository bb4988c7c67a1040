/**
 * The search of the floor: what somebody would write by hand who has the service's index. It is asked once for all that
 * the tenant has, without the service's steps from the newest on, so common words take it as long as there are many.
 */
import { excerpt, highlighted } from '../dist/platform/search/highlight.js';
import { parseSearch } from '../dist/platform/search/search-query.js';
import { patternOf, storedWord, unitOf } from '../dist/platform/search/stored-words.js';
import { ticketOf } from './floor-answers.mjs';
import { cursor, NAMES, PAGE, TICKET, unread, visible } from './floor-reads.mjs';

/** The index is asked for so many words of a query, the longest. */
const MOST_WORDS = 6;
const OPENING = 1;

/** Those whose subject has all words first, then the others, each from the newest. */
export async function searchTickets(database, who, query) {
  const wanted = parseSearch(query.get('q'));
  const [{ newest }] = await database.rows(
    'SELECT MAX(ticket_number) AS newest FROM search_texts WHERE tenant_id = ?',
    [who.tenantId],
  );
  const titled = await find(database, who, { wanted, newest, kinds: ['s'], limit: PAGE + 1 });
  const subjects = new Set(titled.map(({ number }) => number));
  const others =
    titled.length > PAGE
      ? []
      : await find(database, who, { wanted, newest, kinds: who.staff ? ['p', 'i'] : ['p'], limit: 2 * (PAGE + 1) });
  const hits = [...titled, ...others.filter(({ number }) => !subjects.has(number))];
  const shown = hits.slice(0, PAGE);
  const more = hits.length > PAGE;
  const last = shown.at(-1);
  const next = more ? cursor([subjects.has(last.number) ? 0 : 1, last.number]) : null;
  const data = await present(database, who, wanted, shown);
  return { message: 'Tickets retrieved', data, meta: { limit: PAGE, next_cursor: next, has_more: more } };
}

/** The newest message of each ticket that has all words. */
async function find(database, who, { wanted, newest, kinds, limit }) {
  const { tenantId, staff } = who;
  const [match, words] = database.hasAll(groupsOf(tenantId, wanted, newest, kinds));
  const rows = wanted.filter((item) => item.words.length > 1).map((item) => patternOf(tenantId, item));
  const [sees, viewer] = visible(who);
  return database.rows(
    `SELECT t.number, MAX(s.seq) AS seq FROM search_texts s
      JOIN tickets t ON t.tenant_id = s.tenant_id AND t.number = s.ticket_number
      WHERE ${match} AND s.tenant_id = ? ${staff ? '' : 'AND s.internal = 0'}
      ${rows.map(() => "AND s.text LIKE ? ESCAPE '!'").join(' ')} AND t.deleted_at IS NULL ${sees}
      GROUP BY t.number ORDER BY t.number DESC LIMIT ${limit}`,
    [words, tenantId, ...rows, ...viewer],
  );
}

/** All words in one message, so in one block and of one kind. */
function groupsOf(tenantId, wanted, newest, kinds) {
  const words = wanted
    .flatMap(({ words: row, beginsWith }) =>
      row.map((word, place) => ({ word, beginsWith: beginsWith && place === row.length - 1 })),
    )
    .sort((a, b) => b.word.length - a.word.length)
    .slice(0, MOST_WORDS);
  const groups = [];
  for (let at = 0; at <= unitOf('block', newest); at++) {
    for (const kind of kinds) {
      groups.push(
        words.map(({ word, beginsWith }) => ({
          text: storedWord(tenantId, kind, { unit: 'block', at }, word),
          beginsWith,
        })),
      );
    }
  }
  return groups;
}

async function present(database, who, wanted, hits) {
  if (hits.length === 0) return [];
  const { tenantId, id, staff } = who;
  const tickets = await database.rows(
    `SELECT ${TICKET}, ${unread(staff)} FROM tickets t ${NAMES}
      WHERE t.tenant_id = ? AND t.number IN (${hits.map(() => '?').join(', ')})`,
    [id, id, id, tenantId, ...hits.map(({ number }) => number)],
  );
  const answered = hits.filter(({ seq }) => seq !== OPENING);
  const replies =
    answered.length === 0
      ? []
      : await database.rows(
          `SELECT ticket_number, seq, public_seq, body FROM messages
            WHERE tenant_id = ? AND (${answered.map(() => '(ticket_number = ? AND seq = ?)').join(' OR ')})`,
          [tenantId, ...answered.flatMap(({ number, seq }) => [number, seq])],
        );
  return hits.map(({ number, seq }) => {
    const row = tickets.find((ticket) => ticket.number === number);
    const reply = replies.find((each) => each.ticket_number === number && each.seq === seq);
    const pieces = excerpt(wanted, reply ? reply.body : row.description);
    const shownSeq = reply ? (staff ? reply.seq : reply.public_seq) : OPENING;
    const highlight = { subject: highlighted(wanted, row.subject), message: pieces && { seq: shownSeq, pieces } };
    return { ...ticketOf(row, who), highlight };
  });
}
