/** How the pages of the settings are worked, as a person sees them. */
import { signInAs } from './console.mjs';

export const notice = (page, text) => page.getByRole('region', { name: 'Notifications' }).getByText(text).waitFor();
export const row = (page, text) => page.getByRole('row').filter({ hasText: text });
export const drawer = (page, name) => page.getByRole('dialog', { name });
export const button = (scope, name) => scope.getByRole('button', { name, exact: true });
export const field = (scope, label) => scope.getByRole('textbox', { name: label, exact: true }).first();

/** Signs in and opens a section of the settings. */
export async function openSettings(page, desk, section, role = 'Admin') {
  await signInAs(page, desk, role, `settings/${section}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
}
