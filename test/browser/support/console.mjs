import { lookEverywhere } from './accessibility.mjs';

/** Goes to an address of the console and signs in with the demo's one click for a role, which leads on to it. */
export async function signInAs(page, desk, role, address = '') {
  await page.goto(`${desk.url}/console/${address}`);
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
