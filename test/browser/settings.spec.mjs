import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './support/browser.mjs';
import { signInAs } from './support/console.mjs';
import { button, drawer, field, notice, openSettings, row } from './support/settings.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage();

test('categories are added, changed, ordered, archived and deleted', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [409, 422] });
  await openSettings(page, stage.desk, 'categories');
  await page.getByRole('link', { name: 'Add category' }).click();
  let form = drawer(page, 'New category');
  await field(form, 'Name').fill('Refunds');
  await field(form, 'Slug').fill('No Slug');
  await button(form, 'Create').click();
  await form
    .getByText(/slug must match/)
    .first()
    .waitFor();
  assert.equal(await field(form, 'Slug').evaluate((input) => input === document.activeElement), true);
  await field(form, 'Slug').fill('billing');
  await button(form, 'Create').click();
  await form.getByText('Another category has this slug.').first().waitFor();
  await field(form, 'Slug').fill('refunds');
  await button(form, 'Create').click();
  await notice(page, 'Saved.');
  await row(page, 'Refunds').waitFor();

  const names = () => page.getByRole('row').locator('a').allTextContents();
  const last = (await names()).at(-1);
  assert.equal(last, 'Refunds');
  await button(page, 'Move Refunds up').click();
  await notice(page, /Refunds is number/);
  await page.waitForFunction(() => [...document.querySelectorAll('tbody a')].at(-1)?.textContent !== 'Refunds');
  assert.equal((await names()).at(-2), 'Refunds');

  await page.getByRole('link', { name: 'Refunds' }).click();
  form = drawer(page, 'Refunds');
  await field(form, 'Description').fill('Money back');
  await page.keyboard.press('Escape');
  const question = drawer(page, 'Discard what you changed?');
  await button(question, 'Keep editing').click();
  assert.equal(await field(form, 'Description').inputValue(), 'Money back');
  await button(form, 'Save changes').click();
  await row(page, 'Money back').waitFor();
  await form.waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Refunds' }).click();
  await button(drawer(page, 'Refunds'), 'Archive').click();
  await row(page, 'Refunds').getByText('Archived').waitFor();
  await button(page, 'Undo').click();
  await row(page, 'Refunds').getByText('Active').waitFor();
  await page.getByRole('link', { name: 'Refunds' }).click();
  await button(drawer(page, 'Refunds'), 'Delete').click();
  await button(drawer(page, 'Delete Refunds?'), 'Delete').click();
  await row(page, 'Refunds').waitFor({ state: 'detached' });
  assert.deepEqual(page.troubles, []);
});

test('people are added, found, put into teams and deactivated', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [409, 422] });
  await openSettings(page, stage.desk, 'users');
  await page.getByRole('link', { name: 'Add user' }).click();
  const form = drawer(page, 'New user');
  await field(form, 'Name').fill('Nora Newcomer');
  await field(form, 'E-mail').fill('ada@northwind.example');
  await form.getByLabel(/^Password/).fill('short');
  await button(form, 'Create').click();
  await form
    .getByText(/password must/)
    .first()
    .waitFor();
  await form.getByLabel(/^Password/).fill('a long pass phrase');
  await button(form, 'Create').click();
  await form.getByText('Somebody has this e-mail already.').first().waitFor();
  await field(form, 'E-mail').fill('nora@northwind.example');
  await button(form, 'Create').click();
  await notice(page, 'Nora Newcomer is added.');

  await page.goto(`${stage.desk.url}/console/settings/teams`);
  await page.getByRole('link', { name: 'Add team' }).click();
  await field(drawer(page, 'New team'), 'Name').fill('Night shift');
  await button(drawer(page, 'New team'), 'Create').click();
  await page.getByRole('link', { name: 'Night shift' }).click();
  const team = drawer(page, 'Night shift');
  await team.getByText('Nobody is in this team.').waitFor();
  await team.getByRole('combobox', { name: 'Add a member' }).or(field(team, 'Add a member')).first().fill('nora');
  await page.getByRole('option', { name: /Nora Newcomer/ }).click();
  await notice(page, 'Nora Newcomer is in the team.');
  await button(team, 'Take Nora Newcomer out of the team').waitFor();

  await page.goto(`${stage.desk.url}/console/settings/users?q=nora`);
  await row(page, 'Night shift').waitFor();
  await page.getByRole('link', { name: 'Nora Newcomer' }).click();
  await button(drawer(page, 'Nora Newcomer'), 'Deactivate').click();
  await button(drawer(page, 'Deactivate Nora Newcomer?'), 'Deactivate').click();
  await row(page, 'Nora Newcomer').getByText('Deactivated').waitFor();
  assert.deepEqual(page.troubles, []);
});

test('the tenant and the own profile are changed; keys can be turned off', async () => {
  const page = await openPage(stage.browser, { expectedStatuses: [401, 422] });
  await openSettings(page, stage.desk, 'tenant');
  await field(page, 'Name').fill('Northwind Trading');
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Users' }).click();
  await button(drawer(page, 'Discard what you changed?'), 'Keep editing').click();
  await button(page, 'Save changes').click();
  await notice(page, 'Saved.');
  await page.getByText('Northwind Trading', { exact: true }).first().waitFor();

  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Profile' }).click();
  await page.getByLabel(/^Present password/).fill('wrong password');
  await page.getByLabel(/^New password/).fill('another pass phrase');
  await button(page, 'Change password').click();
  await page.getByText('That is not your present password.').first().waitFor();
  await page.getByLabel(/^Present password/).fill('demo-password');
  await button(page, 'Change password').click();
  await notice(page, /Your password is changed/);
  await page.getByLabel(/^Present password/).fill('another pass phrase');
  await page.getByLabel(/^New password/).fill('demo-password');
  await button(page, 'Change password').click();
  await page.waitForFunction(() => document.querySelectorAll('input[type=password]')[0]?.value === '');

  await page.getByText('Dark', { exact: true }).click();
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor();
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).click();
  await page.getByRole('heading', { name: 'Profile' }).click();
  await page.keyboard.press('c');
  // Keys with Ctrl stay: what comes next shows that the one before led nowhere.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
  assert.match(page.url(), /settings\/profile$/);
  assert.deepEqual(page.troubles, []);
});

test('the owner makes a tenant with its admin, and suspends it', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Owner');
  await page.getByRole('heading', { name: 'Tenants' }).waitFor();
  await page.getByRole('link', { name: 'Create tenant' }).click();
  const form = drawer(page, 'New tenant');
  await field(form, 'Name').fill('Globex');
  await field(form, 'Code').fill('globex');
  await field(form, 'Name of the admin').fill('Hank Scorpio');
  await field(form, 'E-mail of the admin').fill('hank@globex.example');
  await form.getByLabel(/^Password of the admin/).fill('a long pass phrase');
  await button(form, 'Create').click();
  await notice(page, 'Globex is created.');
  const signIn = () =>
    fetch(`${stage.desk.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ tenant: 'globex', email: 'hank@globex.example', password: 'a long pass phrase' }),
    });
  assert.equal((await signIn()).status, 200);
  await page.getByRole('link', { name: 'Globex' }).click();
  await button(drawer(page, 'Globex'), 'Suspend').click();
  await button(drawer(page, 'Suspend Globex?'), 'Suspend').click();
  await row(page, 'Globex').getByText('Suspended').waitFor();
  assert.equal((await signIn()).status, 403);
  assert.deepEqual(page.troubles, []);
});

test('an agent finds the own profile there and nothing else', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Agent');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.getByRole('heading', { name: 'Profile' }).waitFor();
  assert.equal(await page.getByRole('navigation', { name: 'Settings' }).getByRole('link').count(), 1);
  await page.goto(`${stage.desk.url}/console/settings/users`);
  await page.getByText('There is nothing here').waitFor();
  assert.deepEqual(page.troubles, []);
});
