import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT } from '../../../scripts/ready.mjs';

const CANDIDATES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARTEFACTS = join(ROOT, 'test/browser/artefacts');

/** Pages of an address bar that nobody sees: every window would load them, which was a tenth of all the work. */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** What Playwright 1.65 turns off by itself: of two lists the browser heeds the last. */
const TURNED_OFF = [
  ...['AimEnabled', 'LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PreconnectToSearch', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'ThirdPartyStoragePartitioning'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'AvoidCorsURLLoaderRestartOnRedirect'],
  ...['DestroyProfileOnBrowserClose', 'PaintHolding'],
];

const OPTIONS = {
  headless: true,
  args: [
    ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    `--disable-features=${[...TURNED_OFF, ...ADDRESS_BAR].join(',')}`,
  ],
};

export async function startBrowser() {
  return chromium.launch({ ...OPTIONS, executablePath: pathOfChromium() });
}

/** One that other tools reach at the port, with a profile that stays until it is closed. */
export async function openBrowserAt(port, profile) {
  const args = [...OPTIONS.args, `--remote-debugging-port=${port}`];
  return chromium.launchPersistentContext(profile, { ...OPTIONS, args, executablePath: pathOfChromium() });
}

function pathOfChromium() {
  const path = CANDIDATES.find((each) => each !== undefined && existsSync(each));
  if (!path) throw new Error('No Chromium was found: install one, or name it in CHROMIUM');
  return path;
}

/**
 * A page of a fresh profile. Whatever goes wrong on it is kept in `page.troubles`, except what the test expects: failed
 * loads of these statuses, and while it is offline all loads.
 */
export async function openPage(browser, options = {}) {
  const { expectedStatuses, isOfflineExpected, width = 1440, height = 900, ...others } = options;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', ...others });
  const page = await context.newPage();
  watch(page, { expectedStatuses, isOfflineExpected });
  return page;
}

/** Keeps what goes wrong on the page. */
export function watch(page, { expectedStatuses = [], isOfflineExpected = false } = {}) {
  const expected = expectedStatuses.map((status) => `status of ${status}`);
  if (isOfflineExpected) expected.push('ERR_INTERNET_DISCONNECTED');
  page.troubles = [];
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => page.troubles.push(`error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    const text = message.text();
    if (expected.some((part) => text.includes(part))) return;
    page.troubles.push(`${message.type()}: ${text} (${message.location().url})`);
  });
  return page;
}

export async function screenshot(page, name) {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name}.jpg`), type: 'jpeg', quality: 85 });
}

/** A picture of the README; kept in its place when README_PICTURES is set, since it is another one every day. */
export async function documentPicture(page, name) {
  const folder = process.env.README_PICTURES ? join(ROOT, 'docs/images') : ARTEFACTS;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
