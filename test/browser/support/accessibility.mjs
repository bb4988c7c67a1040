import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { screenshot } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Preloading would fetch all styles again, for a rule that is no part of this. */
const OPTIONS = { resultTypes: ['violations'], preload: false };

export const THEMES = ['light', 'dark'];
export const WIDTHS = [1440, 768, 360];

/** What axe finds that is serious or critical, a line each. */
export async function violations(page) {
  // Evaluated by the browser's tools, which the page's policy does not bind.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const { violations: found } = await page.evaluate((options) => window.axe.run(document, options), OPTIONS);
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html}\n  ${failureSummary}`).join('\n')}`,
    );
}

/** Looks at the page in both themes and three widths without loading it anew, and keeps a picture of each. */
export async function lookEverywhere(page, name) {
  const found = [];
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width > 1000 ? 900 : 800 });
      await drawn(page);
      await screenshot(page, `${name}-${theme}-${width}`);
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      if (scrollWidth > width) found.push(`${name} ${theme} ${width}: scrolls sideways (${scrollWidth} px)`);
      for (const line of await violations(page)) found.push(`${name} ${theme} ${width}: ${line}`);
    }
  }
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
  return found;
}

/** What scrolls sideways at twice the size, as on a small laptop, where each pixel of the page takes two. */
export async function zoomedIn(page, name) {
  await page.setViewportSize({ width: 640, height: 400 });
  await drawn(page);
  await screenshot(page, `${name}-zoomed`);
  const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
  return scrollWidth > 640 ? [`${name}: scrolls sideways (${scrollWidth} px)`] : [];
}

/** Until what a change of the size or the theme leads to is on the screen. */
function drawn(page) {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
  });
}
