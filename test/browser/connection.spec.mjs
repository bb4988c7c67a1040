import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookEverywhere } from './support/accessibility.mjs';
import { post, read, tokenOf } from './support/api.mjs';
import { openPage, watch } from './support/browser.mjs';
import { signInAs } from './support/console.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage();

const log = (page) => page.getByRole('log');
const unsent = (page) => page.getByRole('list', { name: 'Not sent yet' });

/** The ticket, with a connection that is live. */
async function shown(page) {
  await log(page).waitFor();
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
}

async function write(page, key, words, sending = 'Control+Enter') {
  await page.keyboard.press(key);
  await page.keyboard.type(words);
  await page.keyboard.press(sending);
  // Out of the field, where letters are keys again.
  await page.keyboard.press('Escape');
}

/** Says something on a ticket, from elsewhere. */
async function sayElsewhere(person, number, body) {
  await post(stage.desk, `/tickets/${number}/messages`, { body }, await tokenOf(stage.desk, person));
}

/** How many open tickets of theirs somebody has not read. */
async function unreadOf(person) {
  const token = await tokenOf(stage.desk, person);
  const mine = '/tickets?assignee_id=me&status=open,in_progress,pending&limit=100';
  return (await read(stage.desk, mine, token)).filter(({ unread_count: count }) => count > 0).length;
}

test('what is not read yet stands in the tab', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent');
  const icon = () => page.locator('link[rel=icon]').getAttribute('href');
  await page.goto(`${stage.desk.url}/console/tickets/9`);
  await shown(page);
  await page.keyboard.press('i');
  const notices = page.getByRole('region', { name: 'Notifications' });
  await notices.getByText(/Sam Agent/).waitFor();
  // Nothing is read there.
  await page.goto(`${stage.desk.url}/console/inbox/resolved`);
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  await sayElsewhere('cy', 9, 'Is anybody there?');
  const unread = await unreadOf('agent');
  assert.ok(unread > 0);
  await page.waitForFunction((start) => document.title.startsWith(start), `(${unread}) `);
  assert.match(await icon(), /icon-unread/);
  assert.deepEqual(page.troubles, []);
});

test('what is sent without a connection waits for it, and is sent once', async () => {
  const page = await openPage(stage.browser, { isOfflineExpected: true });
  await signInAs(page, stage.desk, 'Agent', 'tickets/9');
  await shown(page);
  const context = page.context();

  await context.setOffline(true);
  await page.getByText('Offline, reconnecting').waitFor();
  await write(page, 'r', 'They are gone for good.');
  await unsent(page).getByText('They are gone for good.').waitFor();
  await write(page, 'n', 'Told them, offline.');
  await unsent(page).getByText('Told them, offline.').waitFor();
  await page.getByRole('link', { name: '2 messages not sent yet' }).waitFor();
  assert.deepEqual(await lookEverywhere(page, 'ticket-offline'), []);

  await context.setOffline(false);
  await log(page).getByText('They are gone for good.').waitFor();
  await log(page).getByText('Told them, offline.').waitFor();
  await unsent(page).waitFor({ state: 'detached' });
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  const messages = page.getByRole('article');
  assert.equal(await messages.filter({ hasText: 'gone for good' }).count(), 1);
  assert.deepEqual(page.troubles, []);
});

test('what does not fit any more is asked about, and can be written on', async () => {
  const page = await openPage(stage.browser, { isOfflineExpected: true });
  await signInAs(page, stage.desk, 'Agent', 'tickets/8');
  await shown(page);
  await page.context().setOffline(true);
  await page.getByText('Offline, reconnecting').waitFor();
  await write(page, 'r', 'I will call you.');
  await unsent(page).getByText('I will call you.').waitFor();
  await sayElsewhere('admin', 8, 'I have called already.');
  await page.context().setOffline(false);
  const bar = unsent(page).getByText(/Ines Admin wrote while you were writing/);
  await bar.waitFor();
  await log(page).getByText('I have called already.').waitFor();
  assert.equal(await log(page).getByText('I will call you.').count(), 0);
  await unsent(page)
    .getByRole('button', { name: /^Discard/ })
    .click();
  await unsent(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await bar.waitFor();

  await unsent(page).getByRole('button', { name: 'Edit' }).click();
  const field = page.getByRole('textbox', { name: /^Reply to/ });
  assert.equal(await field.inputValue(), 'I will call you.');
  await field.fill('I will call again.');
  await page.keyboard.press('Control+Enter');
  await log(page).getByText('I will call again.').waitFor();
  assert.deepEqual(page.troubles, []);
});

test('a ticket that a colleague moved meanwhile stays where it is', async () => {
  const page = await openPage(stage.browser, { isOfflineExpected: true });
  await signInAs(page, stage.desk, 'Agent', 'tickets/10');
  await shown(page);
  await page.context().setOffline(true);
  await page.getByText('Offline, reconnecting').waitFor();
  await write(page, 'r', 'Could you send a picture?');
  await unsent(page).getByText('Could you send a picture?').waitFor();
  await post(stage.desk, '/tickets/10/resolve', {}, await tokenOf(stage.desk, 'admin'));
  await page.context().setOffline(false);
  await page.getByText(/was moved meanwhile. It stays “Resolved”/).waitFor();
  await log(page).getByText('Could you send a picture?').waitFor();
  const { status } = await read(stage.desk, '/tickets/10', await tokenOf(stage.desk, 'admin'));
  assert.equal(status, 'resolved');
  assert.deepEqual(page.troubles, []);
});

test('who sends one message after the other without a connection moves the ticket with each', async () => {
  const page = await openPage(stage.browser, { isOfflineExpected: true });
  await signInAs(page, stage.desk, 'Agent', 'tickets/11');
  await shown(page);
  await page.context().setOffline(true);
  await page.getByText('Offline, reconnecting').waitFor();
  await write(page, 'r', 'A new one is on its way.');
  await unsent(page).getByText('A new one is on its way.').waitFor();
  await write(page, 'r', 'It is there tomorrow.', 'Control+Shift+Enter');
  await unsent(page).getByText('It is there tomorrow.').waitFor();
  await page.context().setOffline(false);
  await unsent(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Resolved', description: 'Set the status' }).waitFor();
  assert.equal(await page.getByText(/was moved meanwhile/).count(), 0);
  assert.deepEqual(page.troubles, []);
});

test('what arrived although nothing was heard of it is there once, and may be said otherwise', async () => {
  const page = await openPage(stage.browser, { isOfflineExpected: true, expectedStatuses: [422] });
  await signInAs(page, stage.desk, 'Agent', 'tickets/12');
  await shown(page);
  const said = (words) => log(page).getByRole('article').filter({ hasText: words });
  // The answer of each is lost, until the connection is said to be good.
  let isGood = false;
  await page.route('**/tickets/12/messages', async (route) => {
    if (isGood) return route.continue();
    await route.fetch();
    await route.abort('internetdisconnected');
  });
  await write(page, 'n', 'The first words.');
  await unsent(page).getByText('The first words.').waitFor();
  await write(page, 'n', 'The other words.');
  await unsent(page).getByText('The other words.').waitFor();
  await unsent(page).getByRole('button', { name: 'Edit: The other words.' }).click();
  isGood = true;
  await page.context().setOffline(true);
  await page.getByText('Offline, reconnecting').waitFor();
  await page.context().setOffline(false);
  await unsent(page).waitFor({ state: 'detached' });
  await said('The first words.').waitFor();
  assert.equal(await said('The first words.').count(), 1);

  await page.getByRole('textbox', { name: 'Internal note' }).fill('Words of another day.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('An earlier version of this was sent already.').waitFor();
  await page.keyboard.press('Control+Enter');
  await said('Words of another day.').waitFor();
  await page.reload();
  await said('Words of another day.').waitFor();
  for (const words of ['The first words.', 'The other words.', 'Words of another day.']) {
    assert.equal(await said(words).count(), 1, words);
  }
  assert.deepEqual(page.troubles, []);
});

test('what waits goes out from wherever the desk is opened next', async () => {
  const page = await openPage(stage.browser, { isOfflineExpected: true });
  const context = page.context();
  await signInAs(page, stage.desk, 'Agent', 'tickets/7');
  await shown(page);
  await context.setOffline(true);
  await page.getByText('Offline, reconnecting').waitFor();
  await write(page, 'n', 'Written on the train.');
  await unsent(page).waitFor();
  await page.close();
  await context.setOffline(false);
  const next = watch(await context.newPage());
  await next.goto(`${stage.desk.url}/console/inbox/all`);
  await next.getByText(/Your message on .* is sent/).waitFor();
  await next.goto(`${stage.desk.url}/console/tickets/7`);
  await shown(next);
  await log(next).getByText('Written on the train.').waitFor();
  assert.deepEqual(next.troubles, []);
});
