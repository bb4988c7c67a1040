import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { lookEverywhere } from './support/accessibility.mjs';
import { openPage, watch } from './support/browser.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage({ program: 'main.js', host: '0.0.0.0' });

/** An address of this machine in its network, where pages that come by plain http are no secure context. */
function networkAddress() {
  const addresses = Object.values(networkInterfaces()).flat();
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

test('from the first start to the first ticket, by plain http from another machine', async (t) => {
  const address = networkAddress();
  if (address === undefined) t.diagnostic('This machine is in no network: the browser takes the page for a secure one');
  const base = `http://${address ?? '127.0.0.1'}:${stage.desk.port}`;
  const link = /\/console\/setup#(\S+)/.exec(stage.desk.output);
  assert.ok(link, `The desk did not say where to set it up:\n${stage.desk.output}`);

  const page = await openPage(stage.browser, { expectedStatuses: [401] });
  await page.goto(`${base}/console/setup#wrong`);
  await fillSetup(page);
  await page.getByText('This link was used already or is too old').waitFor();

  await page.goto('about:blank');
  await page.goto(`${base}/console/setup#${link[1]}`);
  if (address !== undefined) assert.equal(await page.evaluate(() => window.isSecureContext), false);
  await fillSetup(page);
  await page.getByText('No tickets yet').waitFor();
  const curl = await page.locator('code').textContent();
  const found = await lookEverywhere(page, 'inbox-first');
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });

  // Two tabs without the locks that only secure contexts have.
  const second = watch(await page.context().newPage());
  await second.goto(`${base}/console/`);
  await second.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  // As pasted into a terminal, with the token of the session as key.
  const token = await page.evaluate(() => JSON.parse(localStorage.getItem('polydesk.session')).accessToken);
  await promisify(execFile)('sh', ['-c', `${curl} --silent --fail`], { env: { ...process.env, KEY: token } });
  await second.getByRole('row').filter({ hasText: 'The first ticket' }).waitFor();

  await page.bringToFront();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Customer' }).fill('eve@example.com');
  await page.getByRole('option', { name: 'Add eve@example.com' }).click();
  await page.getByLabel('Name of the new customer').fill('Eve Moneypenny');
  await page.getByLabel('Subject').fill('The first of all tickets');
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('Does it work?');
  await page.getByRole('button', { name: 'Open the ticket' }).click();
  await page.getByRole('heading', { name: 'The first of all tickets' }).waitFor();
  await second.getByRole('row').filter({ hasText: 'The first of all tickets' }).waitFor();

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Copy the link' }).click();
  await page.getByText('Copied to the clipboard.').waitFor();
  assert.deepEqual(found, []);
  assert.deepEqual([expected(page.troubles), expected(second.troubles)], [[], []]);
});

async function fillSetup(page) {
  await page.getByLabel('Your name').fill('Olivia Owner');
  await page.getByLabel('E-mail').fill('olivia@acme.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('a long pass phrase');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Acme Tools');
  assert.equal(await page.getByLabel('Short name').inputValue(), 'acme-tools');
  await page.getByRole('button', { name: 'Set up' }).click();
}

/** Browsers complain of a header that only secure contexts heed. */
function expected(troubles) {
  return troubles.filter((line) => !line.includes('Cross-Origin-Opener-Policy'));
}
