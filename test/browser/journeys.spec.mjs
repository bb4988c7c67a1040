import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { lookEverywhere } from './support/accessibility.mjs';
import { post, tokenOf } from './support/api.mjs';
import { openPage, screenshot, watch } from './support/browser.mjs';
import { signInAs } from './support/console.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage();

const row = (page, subject) => page.getByRole('row').filter({ hasText: subject });
const notice = (page, text) => page.getByRole('region', { name: 'Notifications' }).getByText(text);
const log = (page) => page.getByRole('log');

test('triage by keyboard alone', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent');
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await page.getByRole('heading', { name: 'Unassigned' }).waitFor();
  await row(page, 'Minimum quantity for flasks').waitFor();
  while (!(await row(page, 'Minimum quantity').getAttribute('data-active')).includes('true'))
    await page.keyboard.press('j');

  await page.keyboard.press('p');
  await page.getByRole('dialog', { name: 'Set the priority' }).waitFor();
  await page.keyboard.type('urg');
  await page.keyboard.press('Enter');
  await notice(page, /Urgent/).waitFor();
  await page.getByRole('img', { name: 'Priority: Urgent' }).first().waitFor();

  await page.keyboard.press('i');
  await row(page, 'Minimum quantity').waitFor({ state: 'detached' });
  await page.keyboard.press('Control+z');
  await row(page, 'Minimum quantity').waitFor();

  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Search tickets');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
  await page.keyboard.type('go to mine');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Mine' }).waitFor();
  // What a screen reader says of a row, each part for itself.
  const said = / In progress TK-2026-00009 Cy Moreno Technical #api #rate-limit .+ 4 messages Assignee: Sam Agent$/;
  await page.getByRole('row', { name: said }).waitFor();
  assert.deepEqual(page.troubles, []);
});

test('a reply with a pasted picture and a note; a colleague sees both come', async () => {
  const [sam, ines] = [await openPage(stage.browser), await openPage(stage.browser)];
  await signInAs(ines, stage.desk, 'Admin', 'tickets/9');
  await log(ines).getByText('Batch is lovely').waitFor();
  await signInAs(sam, stage.desk, 'Agent', 'tickets/9');
  await log(sam).getByText('Batch is lovely').waitFor();

  await sam.keyboard.press('r');
  await sam.keyboard.type('They are **gone for good**, see the picture.');
  await pastePicture(sam);
  await sam.getByText('pasted.png').waitFor();
  await sam.getByRole('progressbar').waitFor({ state: 'detached' });
  const sent = Date.now();
  await sam.keyboard.press('Control+Enter');
  await log(ines).getByText('gone for good').waitFor();
  const seen = Date.now() - sent;
  await log(ines).getByRole('img', { name: 'pasted.png' }).waitFor();
  await sam
    .getByRole('button', { name: /Waiting for customer/ })
    .first()
    .waitFor();

  await sam.keyboard.press('Escape');
  await sam.keyboard.press('n');
  await sam.keyboard.type('Told them. #977 is the same.');
  await sam.keyboard.press('Control+Enter');
  const note = log(ines).getByRole('article').filter({ hasText: '#977 is the same' });
  await note.getByText('Internal note').waitFor();
  await screenshot(ines, 'journey-reply');
  assert.ok(seen < 3_000, `A colleague saw the reply after ${seen} ms`);
  assert.deepEqual([sam.troubles, ines.troubles], [[], []]);
});

test('two set the same: the later is asked', async () => {
  const sam = await openPage(stage.browser, { expectedStatuses: [412] });
  const ines = await openPage(stage.browser);
  // Sam hears nothing of what others do.
  await sam.route('**/api/v1/events/stream**', () => undefined);
  await signInAs(sam, stage.desk, 'Agent', 'tickets/10');
  await log(sam).waitFor();
  await signInAs(ines, stage.desk, 'Admin', 'tickets/10');
  await log(ines).waitFor();
  await choose(ines, 'p', 'low');
  await notice(ines, /Low/).waitFor();
  await choose(sam, 'p', 'urgent');
  await sam.getByText('Somebody changed this meanwhile: Priority is now Low.').waitFor();
  assert.deepEqual(await lookEverywhere(sam, 'ticket-collision'), []);
  await sam.getByRole('button', { name: 'Use mine' }).click();
  await ines
    .getByRole('button', { name: /Urgent/ })
    .first()
    .waitFor();

  // What others did to something else is merged without a word.
  await choose(ines, 'l', 'bill');
  await notice(ines, /Billing/).waitFor();
  await choose(sam, 's', 'progress');
  await notice(sam, /In progress/).waitFor();
  await sam.getByRole('button', { name: 'Billing' }).first().waitFor();

  // A reply that was begun before somebody else wrote is not sent unseen.
  await sam.keyboard.press('r');
  await sam.keyboard.type('I will send the note today.');
  await ines.keyboard.press('r');
  await ines.keyboard.type('The note was sent by mail.');
  await ines.keyboard.press('Control+Enter');
  await log(ines).getByText('sent by mail').waitFor();
  await sam.keyboard.press('Control+Enter');
  await sam.getByText('Ines Admin wrote while you were writing.').waitFor();
  assert.deepEqual(await lookEverywhere(sam, 'ticket-newer'), []);
  await sam.getByRole('button', { name: 'Send anyway' }).click();
  await log(sam).getByText('I will send the note today.').waitFor();
  assert.deepEqual([sam.troubles, ines.troubles], [[], []]);
});

test('a message on its way does not stop its author from resolving', async () => {
  const page = await openPage(stage.browser);
  await page.route('**/tickets/11/messages', async (route) => {
    const response = await route.fetch();
    await sleep(500);
    await route.fulfill({ response });
  });
  await page.route('**/api/v1/events/stream**', () => undefined);
  await signInAs(page, stage.desk, 'Admin', 'tickets/11');
  await log(page).waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Solved by telephone.');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await notice(page, /Resolved/).waitFor();
  await log(page).getByText('Solved by telephone.').waitFor();
  // Not even a 412 that is made good without a word.
  assert.deepEqual(page.troubles, []);
});

test('many at once, and undone', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Admin', 'inbox/all?sort=created_at');
  await page.getByRole('row').first().waitFor();
  const before = await page.getByRole('row').count();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  await page.getByText('3 selected').waitFor();
  await page.getByRole('button', { name: 'Resolve', exact: true }).first().click();
  await notice(page, '3 tickets changed').waitFor();
  await page.waitForFunction((count) => document.querySelectorAll('[role=row]').length === count, before - 3);
  await screenshot(page, 'journey-bulk');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.waitForFunction((count) => document.querySelectorAll('[role=row]').length === count, before);
  assert.deepEqual(page.troubles, []);
});

test('drafts outlive reloads, and a session that ends leads back to the same address', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent', 'tickets/8?from=here');
  await log(page).waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Half a tho');
  await page.reload();
  const field = page.getByRole('textbox', { name: 'Internal note' });
  await field.waitFor();
  assert.equal(await field.inputValue(), 'Half a tho');

  const address = page.url();
  await page.evaluate(() => {
    localStorage.removeItem('polydesk.session');
    // As the other tabs hear it.
    window.dispatchEvent(new StorageEvent('storage', { key: 'polydesk.session' }));
  });
  await page.getByText('Your session has ended').waitFor();
  await page.getByRole('button', { name: /^Agent/ }).click();
  await field.waitFor();
  assert.equal(page.url(), address);
  assert.equal(await field.inputValue(), 'Half a tho');
  assert.deepEqual(page.troubles, []);
});

const OTHER_TENANT = 'verifik';

/** Opens tickets in a tenant until one has a number that is higher. */
async function openBeyond(tenant, floor) {
  const token = await tokenOf(stage.desk, 'ada', tenant);
  for (;;) {
    const ticket = { subject: 'Not for others', description: 'Secret.', category: 'technical' };
    const opened = await post(stage.desk, '/tickets', ticket, token);
    if (opened.number > floor) return opened;
  }
}

test('what is not theirs is not there', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [404] });
  await signInAs(page, stage.desk, 'Agent');
  // Numbers begin anew in every tenant: this is one that only the other has.
  const { number } = await openBeyond(OTHER_TENANT, 40);
  await page.goto(`${stage.desk.url}/console/tickets/${number}`);
  await page.getByText('There is nothing here').waitFor();
  assert.equal(await page.getByText('Not for others').count(), 0);
  await page.goto(`${stage.desk.url}/console/inbox/no-such-view`);
  await page.getByText('There is nothing here').waitFor();
  assert.deepEqual(page.troubles, []);
});

test('the tabs of a browser listen together, and go on when one is closed', async () => {
  const first = await openPage(stage.browser);
  const context = first.context();
  const listening = [];
  context.on('request', (request) => {
    if (request.url().includes('/events/stream')) listening.push(request.frame().page());
  });
  await signInAs(first, stage.desk, 'Agent');
  const second = watch(await context.newPage());
  await second.goto(`${stage.desk.url}/console/tickets/12`);
  await log(second).waitFor();
  await second.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  assert.deepEqual(listening, [first]);
  const taken = context.waitForEvent('request', (request) => request.url().includes('/events/stream'));
  await first.close();
  await taken;
  assert.deepEqual(listening, [first, second]);
  const other = await openPage(stage.browser);
  await signInAs(other, stage.desk, 'Admin', 'tickets/12');
  await log(other).waitFor();
  await other.keyboard.press('n');
  await other.keyboard.type('Is anybody there?');
  await other.keyboard.press('Control+Enter');
  await log(second).getByText('Is anybody there?').waitFor();
  assert.deepEqual([second.troubles, other.troubles], [[], []]);
});

test('a ticket for a customer who called', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent');
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Customer' }).fill('dee');
  await page.getByRole('option', { name: /Dee Okafor/ }).click();
  await page.getByLabel('Subject').fill('Called about the opening hours');
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('Wants to know whether we open on *Sunday*.');
  await page.getByRole('button', { name: 'Open the ticket' }).click();
  await page.getByRole('heading', { name: 'Called about the opening hours' }).waitFor();
  await page.getByRole('complementary', { name: 'Details' }).getByText('dee@northwind.example').waitFor();
  assert.deepEqual(page.troubles, []);
});

/** Chooses a value by the key of its property and what is typed. */
async function choose(page, key, typed) {
  await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type(typed);
  // The categories are asked for when they are needed first.
  await page.getByRole('dialog').getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** Pastes a picture as the system's clipboard would bring it. */
async function pastePicture(page) {
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [240, 120];
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#3451c6';
    pen.fillRect(0, 0, 240, 120);
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    const data = new DataTransfer();
    data.items.add(new File([blob], 'pasted.png', { type: 'image/png' }));
    document.activeElement.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
}
