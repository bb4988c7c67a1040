import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

/** What was found of the process's health is told for a quarter of a second. */
const whatWasFoundIsOld = () => sleep(300);
const get = (url: string) => test.app.inject({ method: 'GET', url });

describe('whoever watches the process', () => {
  it('learns without a token that it lives and can serve', async () => {
    expect((await get('/health/live')).json()).toEqual({ status: 'ok' });
    const ready = await get('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: 'ok', checks: { database: 'ok', schema: 'ok', storage: 'ok' } },
    ]);
  });

  it('learns that it cannot store files, and that it lives all the same', async () => {
    const folder = join(test.database.folder, 'attachments');
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, 'in the way');
    await whatWasFoundIsOld();
    try {
      const ready = await get('/health/ready');
      expect([ready.statusCode, ready.json().checks]).toEqual([
        503,
        { database: 'ok', schema: 'ok', storage: 'failing' },
      ]);
      expect(ready.headers['retry-after']).toBeDefined();
      expect((await get('/health/live')).statusCode).toBe(200);
    } finally {
      rmSync(folder);
      renameSync(`${folder}-away`, folder);
    }
    await whatWasFoundIsOld();
    expect((await get('/health/ready')).statusCode).toBe(200);
  });

  it('reads measurements by route pattern, never by path', async () => {
    const number = await desk.open(desk.people.ada);
    await desk.people.ada.client.get(`/tickets/${number}`);
    await desk.people.ada.client.get('/tickets/987654321');
    await get('/some/unheard-of/path');
    const { headers, body } = await get('/metrics');
    expect(headers['content-type']).toContain('text/plain');
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/v1/tickets/:number",status="200"} 1',
    );
    expect(body).toContain(
      'http_request_duration_seconds_count{method="GET",route="/api/v1/tickets/:number",status="404"} 1',
    );
    expect(body).toContain('process_resident_memory_bytes');
    expect(body).not.toMatch(/987654321|unheard-of/);
  });
});

describe('the documentation', () => {
  it('is a page without a script of its own, under a policy that allows none', async () => {
    const page = await get('/docs');
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const scripts = page.body.match(/<script\b[^>]*>[^<]*/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toMatch(/^<script src="\/docs\/[\w./-]+">$/);
    expect(page.body).not.toMatch(/ on\w+=|javascript:|<style|style=|https?:/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).not.toContain('unsafe');
    const assets = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path!);
    for (const asset of assets) expect([asset, (await get(asset)).statusCode]).toEqual([asset, 200]);
  });

  it('has the document that every answer is held against', async () => {
    const answer = await get('/docs/openapi.json');
    expect(answer.headers['content-type']).toContain('application/json');
    const document = answer.json();
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(['/api/v1/tickets', '/api/v1/attachments/{id}/content']),
    );
    expect(Object.keys(document.paths).filter((path) => !path.startsWith('/api/v1/'))).toEqual([]);
  });

  it.each([
    '/docs/assets/package.json',
    '/docs/assets/..%2fpackage.json',
    '/docs/assets/../../package.json',
    '/docs/assets/index.html',
  ])('serves nothing else: %s', async (path) => {
    expect((await get(path)).statusCode).toBe(404);
  });
});
