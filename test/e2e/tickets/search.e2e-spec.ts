import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '../../../src/platform/database/database.service.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage, numbersOf } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const search = (client: Client, q: string, more = '') => client.get(`/tickets?q=${encodeURIComponent(q)}${more}`);
const found = async (client: Client, q: string, more = '') => {
  const { status, body } = await search(client, q, more);
  expect([q, status]).toEqual([q, 200]);
  return numbersOf(body.data);
};

/** Gives the desk so many tickets without words that its texts are not read one by one any more. */
async function crowd({ ctx }: Desk): Promise<void> {
  const database = test.app.get(Database);
  await database.transaction(ctx, (tx) =>
    database.write(tx, async (manager) => {
      const [row] = await manager.query<object[]>('SELECT * FROM tickets WHERE tenant_id = ? AND number = 1', [
        ctx.tenant.id,
      ]);
      const columns = Object.keys(row ?? {});
      const copied = columns.map((column) => (column === 'number' ? 'number + n.n' : column)).join(', ');
      await manager.query(
        `INSERT INTO tickets (${columns.join(', ')})
         WITH RECURSIVE n (n) AS (SELECT 50000 UNION ALL SELECT n + 1 FROM n WHERE n < 50600)
         SELECT ${copied} FROM n INNER JOIN tickets ON tenant_id = ? AND number = 1`,
        [ctx.tenant.id],
      );
    }),
  );
}

describe.each(['few', 'many'])('among %s tickets', (size) => {
  let desk: Desk;
  let agent: Client;
  let ada: Client;

  /** Tickets 1 to 8; the third is cy's, the others ada's. */
  beforeAll(async () => {
    desk = await makeDesk(test);
    const { people } = desk;
    [agent, ada] = [people.agent.client, people.ada.client];
    await desk.open(people.ada, {
      subject: 'Battery',
      description: 'Where is ORD-10293847? Écris à ada.b@example.com',
    });
    await desk.open(people.ada, { subject: 'Van', description: 'The battery of the van will not start.' });
    await desk.open(people.cy, { subject: 'Other van', description: 'Batteries are included.' });
    await desk.open(people.ada, { subject: '电池', description: '我的电池坏了。Müller, Straße 5' });
    await desk.open(people.ada, { subject: 'Silence', description: 'Nothing at all.' });
    await desk.open(people.ada, { subject: 'Invoice', description: 'It is about the zeppelin.' });
    await desk.open(people.ada, { subject: 'Zeppelin gone', description: 'Deleted soon.' });
    await desk.open(people.ada, { subject: 'Wrong zeppelins', description: 'Renamed soon.' });
    await ada.post('/tickets/5/messages', { body: 'A reply about the gasket.' });
    await agent.post('/tickets/5/messages', { body: 'Swindler, says the gearbox.', visibility: 'internal' });
    await agent.post('/tickets/5/messages', { body: 'Thank you for the flowers, gasket.' });
    await people.admin.client.delete('/tickets/7');
    await agent.patch('/tickets/8', { subject: 'Renamed to airship', status: 'pending', tags: ['air'] });
    if (size === 'many') await crowd(desk);
  });

  it.each<[string, number[]]>([
    ['battery', [1, 2]],
    ['BATTERY van', [2]],
    ['batt', [1, 3, 2]],
    ['batt* van', [3, 2]],
    ['batt van', []],
    ['"will not start"', [2]],
    ['"not will"', []],
    ['ecris', [1]],
    ['MULLER strasse', [4]],
    ['Müller', [4]],
    ['ORD-10293847', [1]],
    ['ord10293847', [1]],
    ['10293847', [1]],
    ['ada.b@example.com', [1]],
    ['example.com', [1]],
    ['example', [1]],
    ['电池', [4]],
    ['电池坏', [4]],
    ['坏', [4]],
    ['电坏', []],
    ['gasket', [5]],
    ['zeppelin', [6]],
    ['airship', [8]],
    ['renamed', [8]],
    ['of the', [2]],
    ['nowhere', []],
  ])('%s finds %j', async (q, numbers) => {
    expect((await found(agent, q)).toSorted()).toEqual(numbers.toSorted());
  });

  it('puts tickets with the words in their subject first, then the newest', async () => {
    expect(await found(agent, 'batt')).toEqual([1, 3, 2]);
    expect(await found(agent, 'van')).toEqual([3, 2]);
    expect(await found(agent, 'soon')).toEqual([8]);
  });

  it('shows customers what they may see and no internal note', async () => {
    const { bob, cy, dee } = desk.people;
    expect(await found(agent, 'gearbox')).toEqual([5]);
    for (const { client } of Object.values(desk.people)) {
      const isStaff = (await found(client, 'gearbox')).length > 0;
      expect(isStaff).toBe([agent, desk.people.agent2.client, desk.people.admin.client].includes(client));
    }
    expect(await found(ada, 'van')).toEqual([2]);
    expect(await found(bob.client, 'van')).toEqual([2]);
    expect(await found(cy.client, 'van')).toEqual([3]);
    expect(await found(dee.client, 'van')).toEqual([]);
    const { highlight } = (await search(ada, 'gasket')).body.data[0];
    expect(highlight.message).toEqual({
      seq: 3,
      pieces: [
        { text: 'Thank you for the flowers, ', match: false },
        { text: 'gasket', match: true },
        { text: '.', match: false },
      ],
    });
    expect((await search(agent, 'gasket')).body.data[0].highlight.message.seq).toBe(4);
    // One word in a note, one in the open: no message has both.
    expect(await found(ada, 'swindler gasket')).toEqual([]);
  });

  it('goes with the filters of a list', async () => {
    expect(await found(agent, 'batt', `&requester_id=${desk.people.cy.id}`)).toEqual([3]);
    expect(await found(agent, 'airship', '&status=pending&tag=air')).toEqual([8]);
    expect(await found(agent, 'airship', '&status=open')).toEqual([]);
    expect(await found(agent, 'battery', '&status=open')).toEqual([1, 2]);
  });

  it('does not find the subject that a ticket had, nor what was deleted', async () => {
    expect(await found(agent, 'wrong')).toEqual([]);
    expect(await found(agent, 'gone')).toEqual([]);
    expect(await found(agent, 'deleted')).toEqual([]);
  });

  it('tells where it was found, as text', async () => {
    const [first] = (await search(agent, 'battery')).body.data;
    expect(first.highlight).toEqual({ subject: [{ text: 'Battery', match: true }], message: null });
    const number = await desk.open(desk.people.ada, {
      subject: '<b>Xylophone</b>',
      description: `${'a '.repeat(200)}<script>xylophone</script>${' z'.repeat(300)}`,
    });
    const [ticket] = (await search(agent, 'xylophone')).body.data;
    expect(ticket.number).toBe(number);
    expect(ticket.highlight.subject).toEqual([
      { text: '<b>', match: false },
      { text: 'Xylophone', match: true },
      { text: '</b>', match: false },
    ]);
    const { pieces } = ticket.highlight.message;
    expect(pieces.filter(({ match }: { match: boolean }) => match)).toEqual([{ text: 'xylophone', match: true }]);
    expect([pieces[0].text, pieces.at(-1).text]).toEqual(['…', '…']);
    expect((await agent.get('/tickets?limit=1')).body.data[0]).not.toHaveProperty('highlight');
  });

  it.each([
    ...[
      '-battery',
      '+battery',
      '~battery',
      '>battery',
      '(battery)',
      'battery) OR (',
      'battery" OR "x',
      "battery' OR 1=1 --",
    ],
    ...[
      'battery*',
      '*battery',
      'text:battery',
      '^battery',
      'battery NEAR/3 x',
      '{battery} : x',
      '@distance',
      'batt%',
      'b_ttery',
    ],
    ...['1p00000_battery', '\\battery', '!battery', '%', '_', '"battery', '""battery""'],
  ])('takes %s for words and nothing else', async (q) => {
    const { status, body } = await search(agent, q);
    expect([200, 400]).toContain(status);
    if (status === 400) expect(body.code).toBe('invalid_parameter');
    else expect(numbersOf(body.data).every((number: number) => [1, 2, 3].includes(number))).toBe(true);
  });

  it('keeps tenants apart', async () => {
    const other = await makeDesk(test);
    const theirs = await other.open(other.people.ada, { subject: 'Flugelhorn', description: 'Flugelhorn.' });
    expect(await found(agent, 'flugelhorn')).toEqual([]);
    expect(await found(other.people.agent.client, 'flugelhorn')).toEqual([theirs]);
    expect(await found(other.people.agent.client, 'battery')).toEqual([]);
  });

  it('is paged without loss while others come', async () => {
    const open = (index: number) =>
      desk.open(desk.people.ada, { subject: index % 3 === 0 ? 'Pangolin' : 'Animal', description: 'A pangolin.' });
    const numbers: number[] = [];
    for (let index = 0; index < 9; index++) numbers.push(await open(index));
    const rows = numbersOf(await everyPage(agent, '/tickets?q=pangolin&limit=2', async () => void (await open(0))));
    const [titled, others] = [
      [0, 3, 6],
      [1, 2, 4, 5, 7, 8],
    ].map((places) => places.map((place) => numbers[place]!));
    expect(rows).toEqual([...titled!.toReversed(), ...others!.toReversed()]);
  });

  it('has cursors for this search, these filters and this reader', async () => {
    const { meta } = (await search(agent, 'pangolin', '&limit=2')).body;
    const cursor = `&limit=2&cursor=${encodeURIComponent(meta.next_cursor)}`;
    expect((await search(agent, 'pangolin', cursor)).status).toBe(200);
    for (const answer of [
      await search(agent, 'pangolins', cursor),
      await search(agent, 'pangolin', `${cursor}&status=open`),
      await search(ada, 'pangolin', cursor),
      await agent.get(`/tickets?${cursor.slice(1)}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid_cursor']);
    }
  });
});

it('needs a word, and takes neither order nor total', async () => {
  const { agent } = (await makeDesk(test)).people;
  for (const query of [
    'q=%2B-*',
    'q=%22%22',
    'q=',
    'q=a&sort=-priority',
    'q=a&include_total=true',
    `q=${'a'.repeat(201)}`,
  ]) {
    const { status, body } = await agent.client.get(`/tickets?${query}`);
    expect([query, status, body.code]).toEqual([query, 400, 'invalid_parameter']);
  }
  const counted = await agent.client.get(`/tickets/counts?filter=${encodeURIComponent('q=a')}`);
  expect(counted.body.errors).toEqual({ 'filter.0': ['what a search finds is not counted'] });
});
