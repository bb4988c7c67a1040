/**
 * node scripts/lighthouse.mjs: what Lighthouse thinks of the inbox and the portal, as somebody signed in sees them. It is
 * fetched for the run and no dependency, since it brings along a hundred packages.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowserAt } from '../test/browser/support/browser.mjs';
import { startDesk } from '../test/browser/support/desk.mjs';
import { ready } from './ready.mjs';
import { freePort } from './service.mjs';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const WANTED = { performance: 90, accessibility: 100, 'best-practices': 95 };

await ready({ build: ['server', 'console'] });
const folder = mkdtempSync(join(tmpdir(), 'polydesk-lighthouse-'));
const port = await freePort();
const desk = await startDesk();
const browser = await openBrowserAt(port, join(folder, 'profile'));
try {
  const page = await browser.newPage();
  await page.goto(`${desk.url}/console/`);
  await page.getByRole('button', { name: /^Agent/ }).click();
  await page.getByRole('grid').waitFor();
  await page.goto(`${desk.url}/portal/`);
  await page.getByRole('button', { name: 'Sign in as Ada Byron' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  await page.close();
  const missed = [];
  for (const path of ['/console/inbox/all', '/portal/']) missed.push(...(await audit(path)));
  for (const line of missed) console.error(line);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await desk.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Prints the scores; what is below what is wanted comes back, with the audits that cost points. */
async function audit(path) {
  const report = join(folder, 'report.json');
  await lighthouse(`${desk.url}${path}`, report);
  const { categories, audits } = JSON.parse(readFileSync(report, 'utf8'));
  return Object.entries(WANTED).flatMap(([id, wanted]) => {
    const { score, auditRefs } = categories[id];
    const points = Math.round(score * 100);
    console.log(`${path} ${id}: ${points} (at least ${wanted})`);
    if (points >= wanted) return [];
    const costly = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 0.9);
    return costly.map(({ id }) => `${path}: ${audits[id].title} ${audits[id].displayValue ?? ''}`);
  });
}

/** In the browser that is signed in already, whose storage it leaves alone. */
function lighthouse(url, report) {
  const options = [
    '--preset=desktop',
    '--disable-storage-reset',
    '--quiet',
    '--output=json',
    `--output-path=${report}`,
  ];
  const only = `--only-categories=${Object.keys(WANTED).join(',')}`;
  return new Promise((resolve, reject) => {
    const child = spawn('npx', ['--yes', LIGHTHOUSE, url, `--port=${port}`, only, ...options], { stdio: 'inherit' });
    child.on('error', reject).on('exit', (code) => (code === 0 ? resolve() : reject(new Error('Lighthouse failed'))));
  });
}
