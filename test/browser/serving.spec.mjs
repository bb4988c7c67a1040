import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startDesk } from './support/desk.mjs';

let desk;
before(async () => {
  desk = await startDesk({ program: 'main.js' });
});
after(() => desk?.stop());

const get = (path, headers = {}) => fetch(`${desk.url}${path}`, { headers, redirect: 'manual' });

test('every address of the console is its page, which is asked for anew each time', async () => {
  const page = await get('/console');
  const html = await page.text();
  for (const path of ['/console/', '/console/inbox/mine?sort=created_at', '/console/tickets/3']) {
    assert.equal(await (await get(path)).text(), html);
  }
  assert.equal(page.headers.get('cache-control'), 'no-cache');
  assert.equal((await get('/console', { 'if-none-match': page.headers.get('etag') })).status, 304);
  assert.equal((await get('/')).headers.get('location'), '/console');
});

test('the page lets in nothing that is inline or comes from elsewhere', async () => {
  const answer = await get('/console');
  const policy = answer.headers.get('content-security-policy');
  assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|nonce|https?:/);
  const html = await answer.text();
  assert.doesNotMatch(html, /<style|style=|<script(?![^>]* src=)| on\w+=/);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
});

test('files are kept for good and come compressed; what is not there is no page', async () => {
  const html = await (await get('/console')).text();
  const [, script] = /src="(\/console\/assets\/[^"]+\.js)"/.exec(html);
  for (const encoding of ['br', 'gzip']) {
    const answer = await get(script, { 'accept-encoding': encoding });
    assert.equal(answer.headers.get('content-encoding'), encoding);
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.match(answer.headers.get('content-type'), /javascript/);
    assert.match(answer.headers.get('vary'), /accept-encoding/i);
  }
  for (const path of ['/console/assets/no-such.js', '/console/no-such.js', '/console/assets/../index.html']) {
    assert.equal((await get(path)).status, 404, path);
  }
});

test('only the demo offers accounts', async () => {
  const { sign_in_offers: none } = await (await get('/console/settings.json')).json();
  assert.deepEqual(none, []);
  const demo = await startDesk();
  try {
    const { sign_in_offers: offers } = await (await fetch(`${demo.url}/console/settings.json`)).json();
    assert.deepEqual(
      offers.map(({ role, tenant }) => [role, tenant]),
      [
        ['admin', 'northwind'],
        ['agent', 'northwind'],
        ['customer', 'northwind'],
        ['owner', null],
      ],
    );
  } finally {
    await demo.stop();
  }
});
