import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { SignJWT } from 'jose';
import { lookEverywhere } from './support/accessibility.mjs';
import { openPage } from './support/browser.mjs';
import { button, drawer, field, notice, openSettings, row } from './support/settings.mjs';
import { openStage } from './support/stage.mjs';

/** An endpoint of a customer's, which takes whatever comes. */
let sink;
const taken = [];
const stage = openStage({ env: { OUTBOUND_ALLOW: '127.0.0.0/8' } });
before(async () => {
  sink = createServer((request, response) => {
    taken.push(request.headers);
    request.resume().on('end', () => response.end('thanks'));
  });
  await new Promise((done) => sink.listen(0, '127.0.0.1', done));
});
after(async () => {
  sink?.close();
});

async function call(path, credential) {
  const answer = await fetch(`${stage.desk.url}/api/v1${path}`, { headers: { authorization: `Bearer ${credential}` } });
  return answer.status;
}

test('a key is shown once, works, and is revoked', async () => {
  const page = await openPage(stage.browser);
  await openSettings(page, stage.desk, 'api-keys');
  await page.getByRole('link', { name: 'Create key' }).click();
  const form = drawer(page, 'New API key');
  await field(form, 'Name').fill('Order sync');
  await form.getByRole('checkbox', { name: 'tickets:read' }).check();
  await button(form, 'Create').click();
  const shown = drawer(page, 'Order sync');
  await shown.locator('code').first().waitFor();
  const [key, curl] = await shown.locator('code').allTextContents();
  assert.match(key, /^sk_/);
  assert.deepEqual(await lookEverywhere(page, 'settings-api-key-shown'), []);
  assert.equal(curl, `curl ${stage.desk.url}/api/v1/tickets -H 'Authorization: Bearer ${key}'`);
  assert.equal(await call('/tickets', key), 200);
  assert.equal(await call('/users', key), 403);
  await button(shown, 'I have kept it').click();
  await row(page, 'Order sync').waitFor();
  assert.ok(!(await page.content()).includes(key));
  await button(page, 'Revoke Order sync').click();
  await button(drawer(page, 'Revoke Order sync?'), 'Revoke').click();
  await row(page, 'Order sync').waitFor({ state: 'detached' });
  assert.deepEqual(page.troubles, []);
});

test('a token is tested against the provider that was just made', async () => {
  const page = await openPage(stage.browser);
  await openSettings(page, stage.desk, 'identity-providers');
  await page.getByRole('link', { name: 'Add provider' }).click();
  const form = drawer(page, 'New identity provider');
  await field(form, 'Name').fill('Shop');
  await field(form, 'Issuer').fill('https://shop.example');
  await field(form, 'Audience').fill('support');
  await button(form, 'Create').click();
  const shown = drawer(page, 'Shop');
  const secret = await shown.locator('code').textContent();
  assert.deepEqual(await lookEverywhere(page, 'settings-provider-shown'), []);
  await button(shown, 'I have kept it').click();

  const sign = (claims) =>
    new SignJWT({ name: 'Grace Hopper', ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('https://shop.example')
      .setAudience('support')
      .setSubject('shopper-1')
      .setExpirationTime('5m')
      .sign(Buffer.from(secret));
  await page.getByRole('link', { name: 'Shop' }).click();
  const test_ = drawer(page, 'Shop');
  await field(test_, 'Token').fill(await sign({}));
  await button(test_, 'Test').click();
  await test_.getByText('Accepted').waitFor();
  await test_.getByText('Grace Hopper', { exact: true }).waitFor();
  await field(test_, 'Token').fill(`${(await sign({})).slice(0, -6)}AAAAAA`);
  await button(test_, 'Test').click();
  await test_.getByText('Refused').waitFor();
  await test_.getByText(/signature does not fit/).waitFor();
  assert.deepEqual(page.troubles, []);
});

test('a webhook is added, tested, paused, given a new secret, and replays', async () => {
  const page = await openPage(stage.browser);
  await openSettings(page, stage.desk, 'webhooks');
  const url = `http://127.0.0.1:${sink.address().port}/hooks`;
  await page.getByRole('link', { name: 'Add webhook' }).click();
  const form = drawer(page, 'New webhook');
  await field(form, 'Address').fill(url);
  await button(form, 'Create').click();
  await page.getByText(/^whsec_/).waitFor();
  assert.deepEqual(await lookEverywhere(page, 'settings-webhook-shown'), []);
  await button(page, 'I have kept it').click();
  await page.getByRole('link', { name: url }).click();
  await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
  await button(page, 'Send a test').click();
  await notice(page, /Answered 200 in/);
  await row(page, 'webhook.test').getByText('Delivered').waitFor();
  assert.deepEqual(await lookEverywhere(page, 'settings-webhook'), []);

  await button(page, 'Pause').click();
  await notice(page, 'The webhook is paused.');
  await button(page, 'Resume').click();
  await notice(page, 'The webhook is active.');
  await button(page, 'Rotate secret').click();
  await button(drawer(page, 'Give it a new secret?'), 'Rotate secret').click();
  await page.getByText(/^whsec_/).waitFor();
  await page.getByText(/secret before, too, until/).waitFor();
  await button(page, 'I have kept it').click();

  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Profile' }).click();
  await field(page, 'Name').fill('Ines the Admin');
  await button(page, 'Save changes').click();
  await notice(page, 'Saved.');
  await page.goBack();
  await page.getByRole('heading', { name: 'Deliveries' }).waitFor();
  while ((await row(page, 'user.updated').count()) === 0) {
    await button(page, 'Refresh').click();
    await page.waitForTimeout(300);
  }
  await row(page, 'user.updated').getByText('200').waitFor();
  const before_ = taken.length;
  await page.getByRole('link', { name: /^user.updated/ }).click();
  const details = page.getByRole('dialog', { name: /user.updated/ });
  await details.getByText(/"type": "user.updated"/).waitFor();
  await button(details, /^Replay/).click();
  await notice(page, 'It is delivered again.');
  while (taken.length === before_) await page.waitForTimeout(100);
  assert.equal(taken.at(-1)['webhook-id'], taken.at(-2)['webhook-id']);

  await page.keyboard.press('Escape');
  await button(page, 'Delete').click();
  await button(drawer(page, 'Delete this webhook?'), 'Delete').click();
  await page.getByText('No webhook yet').waitFor();
  assert.deepEqual(page.troubles, []);
});
