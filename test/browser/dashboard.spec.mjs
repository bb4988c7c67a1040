import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lookEverywhere, violations } from './support/accessibility.mjs';
import { openPage } from './support/browser.mjs';
import { signInAs } from './support/console.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage();

const chart = (page) => page.getByRole('img', { name: /^Tickets per day/ });

test('the dashboard is found by its keys, looks right everywhere and leads to lists', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent');
  await page.getByRole('grid').waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.getByRole('heading', { name: 'Dashboard', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Last 90 days' }).click();
  await page.waitForURL(/days=90/);
  await chart(page).locator('canvas').waitFor();
  await page.getByRole('region', { name: 'Agents, as a table' }).waitFor();
  const found = await lookEverywhere(page, 'dashboard');
  await page.setViewportSize({ width: 1440, height: 1800 });
  while ((await page.getByRole('button', { name: 'Show as table' }).count()) > 0) {
    await page.getByRole('button', { name: 'Show as table' }).first().press('Enter');
  }
  await page.getByRole('region', { name: 'Created and resolved, as a table' }).waitFor();
  found.push(...(await violations(page)));
  assert.deepEqual(found, []);

  const row = page.getByRole('region', { name: 'Created and resolved, as a table' }).getByRole('row');
  const busy = row.filter({ has: page.getByRole('link', { name: /^[1-9]/ }) }).first();
  const link = busy.getByRole('link', { name: /^[1-9]/ }).first();
  const count = Number(await link.textContent());
  await link.press('Enter');
  await page.getByRole('grid').waitFor();
  assert.equal(await page.getByRole('grid').getByRole('row').count(), count);
  assert.deepEqual(page.troubles, []);
});

test('a report that fails says so where it is, and can be asked for again', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [500] });
  const body = JSON.stringify({ code: 'internal_error', message: 'Something went wrong on our side' });
  await page.route('**/reports/agents?*', (route) =>
    route.fulfill({ status: 500, contentType: 'application/json', body }),
  );
  await signInAs(page, stage.desk, 'Agent', 'dashboard?days=7');
  await page.getByRole('alert').waitFor({ timeout: 20_000 });
  await page.unroute('**/reports/agents?*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'Agents, as a table' }).waitFor();
  assert.deepEqual(page.troubles, []);
});

test('the list of the inbox is saved as a table', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent', 'inbox/all?priority=high');
  await page.getByRole('grid').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  assert.match(download.suggestedFilename(), /^tickets-\d{4}-\d\d-\d\d\.csv$/);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\r\n');
  assert.match(lines[0], /^\uFEFFreference,subject,status,priority,/);
  assert.ok(lines.length > 1);
  assert.ok(lines.slice(1).every((line) => line.includes(',high,')));
  await page.getByText('The list was saved as a CSV file').waitFor();
  assert.deepEqual(page.troubles, []);
});
