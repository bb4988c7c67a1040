import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookEverywhere, zoomedIn } from './support/accessibility.mjs';
import { documentPicture, openPage, screenshot } from './support/browser.mjs';
import { signInAs } from './support/console.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage();

test('signing in and setting up look right everywhere', async () => {
  const page = await openPage(stage.browser);
  await page.goto(`${stage.desk.url}/console/`);
  await page.getByRole('button', { name: /Agent/ }).waitFor();
  const found = await lookEverywhere(page, 'sign-in');
  await page.goto(`${stage.desk.url}/console/setup#token`);
  await page.getByLabel('Your name').waitFor();
  found.push(...(await lookEverywhere(page, 'setup')));
  await page.goto(`${stage.desk.url}/console/`);
  await page.getByRole('button', { name: /^Customer/ }).click();
  await page.getByRole('link', { name: 'Open the portal' }).waitFor();
  found.push(...(await lookEverywhere(page, 'for-staff')));
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});

test('the inbox looks right everywhere', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent', 'inbox/all?ticket=9&priority=high,normal');
  await page.getByRole('log').getByText('Batch is lovely').waitFor();
  const found = await lookEverywhere(page, 'inbox');
  await page.goto(`${stage.desk.url}/console/inbox/all`);
  await page.getByRole('row').first().waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByRole('toolbar').waitFor();
  found.push(...(await lookEverywhere(page, 'inbox-selection')));
  await page.goto(`${stage.desk.url}/console/inbox/all?tag=nothing-has-it`);
  await page.getByText('No ticket matches').waitFor();
  found.push(...(await lookEverywhere(page, 'inbox-empty')));
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});

test('a ticket looks right everywhere', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [404] });
  await signInAs(page, stage.desk, 'Agent', 'tickets/9');
  await page.getByRole('log').getByText('Batch is lovely').waitFor();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('link', { name: /@northwind/ }).waitFor();
  const found = await lookEverywhere(page, 'ticket-details');
  await page.keyboard.press('.');
  await details.waitFor({ state: 'detached' });
  found.push(...(await lookEverywhere(page, 'ticket')));
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Internal note' }).fill('Ask *Ines* about `stock/batch`.');
  found.push(...(await lookEverywhere(page, 'ticket-note')));
  await page.goto(`${stage.desk.url}/console/tickets/4711`);
  await page.getByText('There is nothing here').waitFor();
  found.push(...(await lookEverywhere(page, 'ticket-missing')));
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});

test('dialogs and the new ticket look right everywhere', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Admin');
  await page.getByRole('grid').waitFor();
  const found = [];
  for (const [name, key, shown] of [
    ['palette', 'Control+k', 'Command palette'],
    ['cheat-sheet', '?', 'Keyboard shortcuts'],
    ['chooser', 'a', 'Assign to'],
  ]) {
    await page.keyboard.press(key);
    await page.getByRole('dialog', { name: shown }).waitFor();
    found.push(...(await lookEverywhere(page, name)));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: shown }).waitFor({ state: 'detached' });
  }
  await page.goto(`${stage.desk.url}/console/new`);
  await page.getByLabel('Subject').waitFor();
  found.push(...(await lookEverywhere(page, 'new-ticket')));
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});

test('at twice the size everything can be reached', async () => {
  const page = await openPage(stage.browser, { width: 640, height: 400 });
  await signInAs(page, stage.desk, 'Agent');
  const found = [];
  const screens = {
    'inbox/all?priority=high,normal': page.getByRole('row').last(),
    'tickets/9': page.getByRole('button', { name: 'Send', exact: true }),
    new: page.getByRole('button', { name: 'Open the ticket' }),
    dashboard: page.getByRole('region', { name: 'Agents, as a table' }),
    'settings/profile': page.getByRole('switch', { name: 'Single-key shortcuts' }),
  };
  for (const [address, last] of Object.entries(screens)) {
    await page.goto(`${stage.desk.url}/console/${address}`);
    await last.scrollIntoViewIfNeeded();
    found.push(...(await zoomedIn(page, address.replace(/\W+/g, '-'))));
    const seen = await last.evaluate((element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
    if (!seen) found.push(`${address}: its end is out of reach`);
  }
  await page.goto(`${stage.desk.url}/console/tickets/9`);
  await page.getByRole('log').getByText('Batch is lovely').scrollIntoViewIfNeeded();
  const room = await page.getByRole('log').evaluate((log) => log.parentElement.parentElement.clientHeight);
  if (room < 150) found.push(`tickets/9: ${room} px to read in`);
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});

test('with colours of the system, what is chosen can be told from the rest', async () => {
  const page = await openPage(stage.browser, { forcedColors: 'active' });
  await signInAs(page, stage.desk, 'Agent', 'inbox/all?ticket=9');
  await page.getByRole('log').getByText('Batch is lovely').waitFor();
  await page.keyboard.press('x');
  const lineOf = (selector) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => window.getComputedStyle(element).outlineStyle);
  for (const chosen of ['[role=row][data-active=true]', 'nav a[data-active=true]', '[role=tab][aria-selected=true]']) {
    assert.equal(await lineOf(chosen), 'solid', chosen);
  }
  assert.equal(await lineOf('[role=row][data-active=false]'), 'none');
  await screenshot(page, 'inbox-forced-colors');
  assert.deepEqual(page.troubles, []);
});

test('the pictures of the README', async () => {
  const page = await openPage(stage.browser, { width: 1280, height: 800, colorScheme: 'light' });
  await signInAs(page, stage.desk, 'Agent', 'inbox/needs-reply?ticket=9');
  await page.getByRole('log').getByText('Batch is lovely').waitFor();
  await documentPicture(page, 'inbox');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${stage.desk.url}/console/tickets/9`);
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('link', { name: /@northwind/ })
    .waitFor();
  await page.getByRole('log').getByText('Batch is lovely').waitFor();
  await documentPicture(page, 'ticket');
  assert.deepEqual(page.troubles, []);
});
