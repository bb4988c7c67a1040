import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lookEverywhere } from './support/accessibility.mjs';
import { post, tokenOf } from './support/api.mjs';
import { openPage } from './support/browser.mjs';
import { openStage } from './support/stage.mjs';

let agent;
const stage = openStage({
  prepare: async () => {
    agent = await tokenOf(stage.desk, 'agent');
  },
});

async function enter(page, path = '/') {
  await page.goto(`${stage.desk.url}/portal${path}`);
  await page.getByRole('button', { name: 'Sign in as Ada Byron' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

test('a customer asks, is answered, replies with a file, closes and opens again', async () => {
  const page = await openPage(stage.browser);
  await enter(page);
  await page.getByRole('heading', { name: 'Your tickets' }).waitFor();
  await page.getByRole('link', { name: 'New ticket' }).click();
  await page.getByLabel('Subject').fill('The invoice names the wrong street');
  await page.getByLabel('Category').selectOption({ label: 'Billing' });
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('It says *Mill Lane*.');
  await page.reload();
  assert.equal(await page.getByLabel('Subject').inputValue(), 'The invoice names the wrong street');
  await page.getByLabel('Category').selectOption({ label: 'Billing' });
  await page
    .getByLabel('Attach files')
    .first()
    .setInputFiles({ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('Mill Lane 3') });
  await page.getByRole('button', { name: 'Remove invoice.txt' }).waitFor();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'The invoice names the wrong street' }).waitFor();
  const number = Number(page.url().split('/').at(-1));
  const thread = page.getByRole('region', { name: 'Messages' });
  await thread.getByText('Mill Lane', { exact: true }).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('popup'),
    thread.getByRole('link', { name: /invoice\.txt/ }).click(),
  ]).catch(() => [null]);
  await file?.close();

  await post(stage.desk, `/tickets/${number}/messages`, { body: 'We have changed it.' }, agent);
  await page.getByRole('link', { name: 'All tickets' }).click();
  const row = page.getByRole('listitem').filter({ hasText: 'The invoice names' });
  await page.reload();
  await row.getByText('1 new message').waitFor({ state: 'attached' });
  await row.getByRole('link').click();
  await thread.getByText('We have changed it.').waitFor();
  await thread.getByText('Support', { exact: true }).waitFor();
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Thank you!');
  await page.getByRole('button', { name: 'Send' }).click();
  await thread.getByText('Thank you!').waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Your reply' }).inputValue(), '');

  await page.getByRole('button', { name: 'Close ticket' }).click();
  await page.getByText('This ticket is closed. Open it again to write.').waitFor();
  await page.getByRole('link', { name: 'All tickets' }).click();
  await page.getByRole('link', { name: 'Resolved and closed' }).click();
  await row.getByText('Closed').waitFor();
  assert.equal(await row.getByText('new message').count(), 0);
  await row.getByRole('link').click();
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  assert.deepEqual(page.troubles, []);
});

test('a customer sees their own tickets and those of their team, and no other', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [404] });
  await enter(page);
  const rows = page.getByRole('listitem');
  await rows.filter({ hasText: 'by Bob Hale' }).first().waitFor();
  await page.getByRole('link', { name: 'Only mine' }).click();
  await rows.filter({ hasText: 'by Bob Hale' }).first().waitFor({ state: 'detached' });
  const ticket = { subject: 'Of another team', description: 'Secret.', category: 'billing' };
  const { number } = await post(stage.desk, '/tickets', ticket, await tokenOf(stage.desk, 'cy'));
  await page.goto(`${stage.desk.url}/portal/tickets/${number}`);
  await page.getByText('There is nothing here').waitFor();
  assert.equal(await page.getByText('Secret.').count(), 0);
  assert.deepEqual(page.troubles, []);
});

test('who is signed out comes back to the same address', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [401] });
  await enter(page, '/tickets/1');
  await page.getByRole('heading', { name: /EAN codes/ }).waitFor();
  await page.getByRole('textbox', { name: 'Your reply' }).fill('Not sent yet');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in as Ada Byron' }).click();
  await page.getByRole('heading', { name: /EAN codes/ }).waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Your reply' }).inputValue(), 'Not sent yet');
  assert.deepEqual(page.troubles, []);
});

test('a wrong password says nothing about which half was wrong; staff are shown to the console', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [401] });
  await page.goto(`${stage.desk.url}/portal/`);
  await page.getByLabel('Organisation').fill('northwind');
  await page.getByLabel('E-mail').fill('agent@northwind.example');
  await page.getByLabel('Password').fill('wrong');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('No account fits these. Check all three.').waitFor();
  await page.getByLabel('Password').fill('demo-password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText('The portal is for customers').waitFor();
  await page.getByRole('link', { name: 'Open the console' }).waitFor();
  assert.deepEqual(page.troubles, []);
});

test('it is served as the console is', async () => {
  const page = await fetch(`${stage.desk.url}/portal/tickets/3?x=1`);
  const html = await page.text();
  assert.equal(await (await fetch(`${stage.desk.url}/portal`)).text(), html);
  assert.equal(page.headers.get('cache-control'), 'no-cache');
  assert.match(
    page.headers.get('content-security-policy'),
    /^default-src 'none'; script-src 'self'; style-src 'self';/,
  );
  assert.doesNotMatch(html, /<style|style=|<script(?![^>]* src=)| on\w+=/);
  const [, script] = /src="(\/console\/assets\/[^"]+\.js)"/.exec(html);
  const asset = await fetch(`${stage.desk.url}${script}`, { headers: { 'accept-encoding': 'br' } });
  assert.equal(asset.headers.get('content-encoding'), 'br');
  assert.equal(asset.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  assert.equal((await fetch(`${stage.desk.url}/portal/no-such.js`)).status, 404);
});

test('the portal looks right everywhere', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [404] });
  await page.goto(`${stage.desk.url}/portal/`);
  await page.getByRole('button', { name: 'Sign in as Ada Byron' }).waitFor();
  const found = await lookEverywhere(page, 'portal-sign-in');
  await page.getByRole('button', { name: 'Sign in as Ada Byron' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  const screens = {
    list: ['/', page.getByText('EAN codes in the price list export')],
    empty: ['/?state=done&whose=mine', page.getByRole('heading', { level: 1 })],
    ticket: ['/tickets/1', page.getByText('Single piece.')],
    new: ['/new', page.getByLabel('Subject')],
    missing: ['/tickets/999999', page.getByText('There is nothing here')],
  };
  for (const [name, [path, sign]] of Object.entries(screens)) {
    await page.goto(`${stage.desk.url}/portal${path}`);
    await sign.first().waitFor();
    found.push(...(await lookEverywhere(page, `portal-${name}`)));
  }
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});
