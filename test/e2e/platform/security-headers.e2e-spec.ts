import { afterEach, describe, expect, it } from '@jest/globals';
import { makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
afterEach(() => test.close());

const PAGES = ['/docs', '/docs/quoota'];
const OTHERS = ['/docs/openapi.json', '/docs/start.js', '/health/live', '/health/ready', '/metrics', '/nowhere'];
const ASSETS = ['/docs/assets/swagger-ui.css', '/docs/assets/swagger-ui-bundle.js'];

/** The headers of one answer of every sort that the service gives. */
async function answersOfEverySort(): Promise<Readonly<Record<string, Readonly<Record<string, unknown>>>>> {
  const desk = await makeDesk(test);
  const { ada } = desk.people;
  const { id } = (await ada.client.upload('a.txt', 'a')).body.data;
  const answers: Record<string, Readonly<Record<string, unknown>>> = {
    answer: (await ada.client.get('/tickets')).headers,
    created: (await ada.client.post('/teams')).headers,
    file: (await ada.client.get(`/attachments/${id}/content`)).headers,
    'missing file': (await ada.client.get('/attachments/99/content')).headers,
    refused: (await test.client.get('/tickets')).headers,
    malformed: (await test.client.request('POST', '/auth/login', { payload: '{', headers: JSON_TYPE })).headers,
    'in a dialect’s words': (await test.client.send('GET', '/api/v1/support/tickets')).headers,
  };
  for (const url of [...PAGES, ...OTHERS, ...ASSETS, '/%ff']) {
    answers[url] = (await test.app.inject({ url })).headers;
  }
  return answers;
}

const JSON_TYPE = { 'content-type': 'application/json' };

describe('every answer', () => {
  it('is not to be run, framed, sniffed or told of', async () => {
    test = await startTestApp({ PUBLIC_URL: '' });
    for (const [name, headers] of Object.entries(await answersOfEverySort())) {
      expect([name, headers['x-content-type-options']]).toEqual([name, 'nosniff']);
      expect([name, headers['x-frame-options']]).toEqual([name, 'DENY']);
      expect([name, headers['referrer-policy']]).toEqual([name, 'no-referrer']);
      expect([name, headers['cross-origin-opener-policy']]).toEqual([name, 'same-origin']);
      expect([name, headers['x-permitted-cross-domain-policies']]).toEqual([name, 'none']);
      expect([name, String(headers['permissions-policy'])]).toEqual([name, expect.stringContaining('camera=()')]);
      const policy = String(headers['content-security-policy']);
      expect([name, policy]).toEqual([name, expect.stringContaining("default-src 'none'")]);
      // Scripts run on the pages of the documentation alone, and there from files of ours only.
      expect([name, policy.includes('script-src')]).toEqual([name, PAGES.includes(name)]);
      expect([name, policy]).not.toEqual([name, expect.stringMatching(/unsafe-inline|unsafe-eval|\*/)]);
      expect([name, headers['server'], headers['x-powered-by']]).toEqual([name, undefined, undefined]);
      const cached =
        name === 'file' ? 'private, max-age=300' : ASSETS.includes(name) ? 'public, max-age=3600' : 'no-store';
      expect([name, headers['cache-control']]).toEqual([name, cached]);
    }
  });

  it('keeps browsers to https where users come by https', async () => {
    test = await startTestApp({ PUBLIC_URL: 'https://desk.example/' });
    for (const [name, headers] of Object.entries(await answersOfEverySort())) {
      // A path that is no text at all is answered before there is a request.
      if (name !== '/%ff') expect([name, headers['strict-transport-security']]).toEqual([name, 'max-age=31536000']);
      expect([name, headers['content-security-policy']]).not.toEqual([
        name,
        expect.stringContaining('upgrade-insecure'),
      ]);
    }
  });

  it.each(['', 'http://desk.internal:8080'])('leaves browsers on http alone at %j', async (address) => {
    test = await startTestApp({ PUBLIC_URL: address });
    for (const [name, headers] of Object.entries(await answersOfEverySort())) {
      expect([name, headers['strict-transport-security']]).toEqual([name, undefined]);
      expect([name, headers['content-security-policy']]).not.toEqual([
        name,
        expect.stringContaining('upgrade-insecure'),
      ]);
    }
  });
});
