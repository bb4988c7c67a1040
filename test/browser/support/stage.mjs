import { after, afterEach, before } from 'node:test';
import { startBrowser } from './browser.mjs';
import { startDesk } from './desk.mjs';

/**
 * A desk and a browser: there before the first test of a file, gone after its last; a test's pages are gone with it.
 * `prepare` comes right after the two.
 */
export function openStage({ prepare, ...options } = {}) {
  const stage = { desk: null, browser: null };
  before(async () => {
    // Both are waited for even when one fails, so that the other is there to be ended.
    const starts = [
      startDesk(options).then((desk) => (stage.desk = desk)),
      startBrowser().then((browser) => (stage.browser = browser)),
    ];
    const failed = (await Promise.allSettled(starts)).find(({ status }) => status === 'rejected');
    if (failed) throw failed.reason;
    await prepare?.();
  });
  afterEach(async () => {
    // Pages that are left open go on listening, and redraw what later tests change.
    await Promise.all((stage.browser?.contexts() ?? []).map((context) => context.close()));
  });
  after(async () => {
    await stage.browser?.close();
    await stage.desk?.stop();
  });
  return stage;
}
