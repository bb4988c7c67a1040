import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './support/browser.mjs';
import { lookAtSettings, signInAs } from './support/console.mjs';
import { openStage } from './support/stage.mjs';

const stage = openStage();

test('the pages of the settings look right everywhere', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Admin');
  const found = await lookAtSettings(page, stage.desk, {
    categories: 'Booking-related questions',
    users: 'bob@northwind.example',
    teams: 'Mill Lane',
    'identity-providers': 'Northwind Traders app',
    'api-keys': /Every request|No API key yet|For programs/,
    webhooks: 'No webhook yet',
    tenant: 'Largest file, in megabytes',
    profile: 'Single-key shortcuts',
  });
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});

test('the forms of the settings look right everywhere', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Admin');
  const found = await lookAtSettings(page, stage.desk, {
    'categories?edit=2': 'Save changes',
    'teams?edit=1': 'Add a member',
    'identity-providers?edit=1': 'Test a token',
    'api-keys?edit=new': 'tickets:write',
  });
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});

test('what the owner sees looks right everywhere', async () => {
  const page = await openPage(stage.browser);
  await signInAs(page, stage.desk, 'Owner');
  const found = await lookAtSettings(page, stage.desk, {
    'tenants?edit=new': 'First admin',
    'tenants?edit=northwind': 'Suspend',
  });
  assert.deepEqual(found, []);
  assert.deepEqual(page.troubles, []);
});
