import { lookEverywhere } from './accessibility.mjs';

/** Signs in with the demo's one click for a role. */
export async function signInAs(page, desk, role) {
  await page.goto(`${desk.url}/console/`);
  await page.getByRole('button', { name: new RegExp(`^${role}`) }).click();
  await page.locator('main#content').waitFor();
}

/** Each page by its address below the settings, and something that is there once it has loaded. */
export async function lookAtSettings(page, desk, screens) {
  const found = [];
  for (const [address, sign] of Object.entries(screens)) {
    await page.goto(`${desk.url}/console/settings/${address}`);
    await page.getByText(sign).first().waitFor();
    found.push(...(await lookEverywhere(page, `settings-${address.replace(/\W+/g, '-')}`)));
  }
  return found;
}
