import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, screenshot } from './support/browser.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage();

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** By what can be read on the screen alone, as somebody who has never seen it. */
test('a stranger signs in, answers with a picture, notes, resolves, and finds it again', async () => {
  const page = await openPage(stage.browser);
  const see = (text) => page.getByText(text, { exact: true }).locator('visible=true').first();
  await page.goto(stage.desk.url);
  await see('Agent').click();
  await see('Needs reply').click();
  await see('Pallet came without delivery note').click();
  await page.getByText('Is the rest coming on a second pallet?').waitFor();

  await page.getByPlaceholder('Write to Cy Moreno …').fill('Yes, tomorrow. This is the list of the second pallet.');
  const chooser = page.waitForEvent('filechooser');
  await page.getByLabel('Attach files').locator('visible=true').click();
  await (await chooser).setFiles({ name: 'pallet.png', mimeType: 'image/png', buffer: PICTURE });
  await see('pallet.png').waitFor();
  // Who sees a bar that fills waits for it.
  await page.getByRole('progressbar').waitFor({ state: 'detached' });
  await see('Send').click();
  await page.getByText('This is the list of the second pallet.').waitFor();
  await page.getByAltText('pallet.png').waitFor();

  await see('Internal note').click();
  await page.getByPlaceholder('Only your team sees this …').fill('Warehouse forgot the second label.');
  await see('Add note').click();
  await page.getByRole('log').getByText('Warehouse forgot the second label.').waitFor();

  await see('Resolve').click();
  await page.getByText('TK-2026-00010: Resolved').waitFor();
  await screenshot(page, 'stranger-resolved');

  await see('Resolved').click();
  await page.getByRole('heading', { name: 'Resolved' }).waitFor();
  await see('Pallet came without delivery note').click();
  await page.getByText('Warehouse forgot the second label.').waitFor();
  assert.deepEqual(page.troubles, []);
});
