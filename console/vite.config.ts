import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from './build/budget.js';
import { precompress } from './build/precompress.js';

/** The pages, and what each may load before it shows anything, in bytes, compressed. */
const PAGES = {
  console: { file: 'index.html', limits: { js: 230_000, css: 20_000 } },
  portal: { file: 'portal.html', limits: { js: 100_000, css: 5_000 } },
};

/**
 * Builds the page that is the mode's name: nobody has both open, so each is one script and one style of its own. In any
 * other mode, as of the server for developers, there are all.
 */
export default defineConfig(({ mode }) => {
  const named = Object.entries(PAGES).filter(([name]) => name === mode);
  const pages = named.length > 0 ? named : Object.entries(PAGES);
  return {
    base: '/console/',
    plugins: [react(), ...pages.map(([, { limits }]) => budget(limits)), precompress()],
    build: {
      // An inlined file would be inside a style or script, where the policy of the pages lets no data in.
      assetsInlineLimit: 0,
      // Every browser that this builds for knows how to preload modules.
      modulePreload: { polyfill: false },
      // What counts is what is loaded at first, compressed: the budget above.
      chunkSizeWarningLimit: 1_000,
      rolldownOptions: {
        input: Object.fromEntries(pages.map(([name, { file }]) => [name, file])),
        // All that is loaded at first in one file: else what later parts also use would be in dozens, each asked for.
        output: { codeSplitting: { groups: [{ name: 'initial', tags: ['$initial'] }] } },
      },
    },
    server: {
      proxy: { '/api': 'http://127.0.0.1:3000', '/console/settings.json': 'http://127.0.0.1:3000' },
    },
  };
});
