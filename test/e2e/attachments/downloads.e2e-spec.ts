import { mkdirSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentSweep } from '../../../src/modules/attachments/index.js';
import { Clock, HOUR, MINUTE } from '../../../src/platform/clock/clock.js';
import { blobsOf } from '../../support/blobs.js';
import type { Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const TEXT = '0123456789abcdefghij';

let test: TestApp;
let desk: Desk;
let ada: Client;

const realNow = Clock.prototype.now;
const moveClock = (by: number) => {
  test.app.get(Clock).now = () => realNow() + by;
};

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
  ada = desk.people.ada.client;
});
afterAll(() => test.close());
afterEach(() => moveClock(0));

const upload = async (by = ada, text = TEXT) =>
  (await by.upload('note.txt', text)).body.data as { id: number; url: string };
const pathOf = (url: string) => url.slice(url.indexOf('/api/'));

describe('the bytes of a file', () => {
  let path: string;
  beforeAll(async () => {
    path = `/attachments/${(await upload()).id}/content`;
  });

  it.each([
    ['bytes=0-4', '01234', '0-4'],
    ['bytes=5-9', '56789', '5-9'],
    ['bytes=15-', 'fghij', '15-19'],
    ['bytes=-3', 'hij', '17-19'],
    ['bytes=-100', TEXT, '0-19'],
    ['bytes=18-100', 'ij', '18-19'],
    ['bytes=0-0', '0', '0-0'],
  ])('are sent in part: %s', async (range, text, span) => {
    const answer = await ada.get(path, { range });
    expect([answer.status, answer.bytes.toString()]).toEqual([206, text]);
    expect(answer.headers).toMatchObject({
      'content-range': `bytes ${span}/20`,
      'content-length': String(text.length),
    });
  });

  it.each(['bytes=20-', 'bytes=100-200'])('are not there: %s', async (range) => {
    const answer = await ada.get(path, { range });
    expect([answer.status, answer.headers['content-range'], answer.bytes.length]).toEqual([416, 'bytes */20', 0]);
  });

  it.each(['bytes=0-1,4-5', 'lines=1-2', 'bytes=', 'bytes=b-a', 'nonsense'])(
    'are sent whole when asked for %s',
    async (range) => {
      const answer = await ada.get(path, { range });
      expect([answer.status, answer.bytes.toString(), answer.headers['accept-ranges']]).toEqual([200, TEXT, 'bytes']);
    },
  );

  it('are sent whole when the part is of another version', async () => {
    const { headers } = await ada.get(path);
    const etag = String(headers['etag']);
    expect((await ada.get(path, { range: 'bytes=0-4', 'if-range': etag })).status).toBe(206);
    expect((await ada.get(path, { range: 'bytes=0-4', 'if-range': '"other"' })).status).toBe(200);
  });

  it('are not sent again', async () => {
    const etag = String((await ada.get(path)).headers['etag']);
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const answer = await ada.get(path, { 'if-none-match': tag });
      expect([tag, answer.status, answer.bytes.length]).toEqual([tag, 304, 0]);
    }
    expect((await ada.get(path, { 'if-none-match': '"x"' })).status).toBe(200);
  });

  it('are 503 when they are gone or cut, never a part of a file', async () => {
    for (const harm of [(blob: string) => truncateSync(blob, 5), (blob: string) => rmSync(blob)]) {
      const before = blobsOf(test);
      const { id } = await upload();
      harm(blobsOf(test).find((blob) => !before.includes(blob))!);
      const asked: Record<string, string>[] = [{}, { range: 'bytes=0-2' }];
      for (const headers of asked) {
        const answer = await ada.get(`/attachments/${id}/content`, headers);
        expect([answer.status, answer.body?.code, answer.headers['retry-after']]).toEqual([
          503,
          'unavailable',
          expect.any(String),
        ]);
        expect(answer.headers['content-disposition']).toBeUndefined();
      }
      expect((await ada.get(`/attachments/${id}`)).status).toBe(200);
    }
  });
});

describe('a file that no message has', () => {
  it('is its uploader’s alone', async () => {
    const { id } = await upload();
    for (const person of [desk.people.bob, desk.people.agent, desk.people.admin]) {
      expect((await person.client.get(`/attachments/${id}`)).status).toBe(404);
      expect((await person.client.get(`/attachments/${id}/content`)).status).toBe(404);
    }
    expect((await ada.get(`/attachments/${id}`)).body.data.status).toBe('unbound');
  });
});

describe('a signed link', () => {
  const follow = (path: string) => test.client.get(path);

  it('opens its file without a token, for five minutes', async () => {
    const path = pathOf((await upload()).url);
    expect((await follow(path)).bytes.toString()).toBe(TEXT);
    expect((await follow(`${path}&disposition=inline`)).status).toBe(200);
    moveClock(5 * MINUTE - 1_000);
    expect((await follow(path)).status).toBe(200);
    moveClock(5 * MINUTE + 1_000);
    const late = await follow(path);
    expect([late.status, late.body.code, late.headers['www-authenticate']]).toEqual([401, 'token_expired', 'Bearer']);
  });

  it('opens nothing else, and nothing when it was changed', async () => {
    const [{ id, url }, other] = [await upload(), await upload()];
    const [path = '', signature = ''] = pathOf(url).split('?signature=');
    const [tenant, user, until, proof = ''] = signature.split('.');
    const bad = [
      `${path.replace(String(id), String(other.id))}?signature=${signature}`,
      `${path.replace('/content', '')}?signature=${signature}`,
      `/tickets?signature=${signature}`,
      `${path}?signature=${tenant}.${Number(user) + 1}.${until}.${proof}`,
      `${path}?signature=${tenant}.${user}.${Number(until) + 1}.${proof}`,
      `${path}?signature=${tenant}.${user}.${until}.${'A'.repeat(43)}`,
      ...[`${path}?signature=`, `${path}?signature=x`, `${path}?signature=${signature}&signature=${signature}`, path],
    ];
    for (const each of bad) expect([each, (await follow(each)).status]).toEqual([each, 401]);
  });

  it('ends with the sight of its ticket', async () => {
    const { bob, admin } = desk.people;
    const { id } = await upload();
    await desk.open(desk.people.ada, { attachment_ids: [id] });
    const path = pathOf((await bob.client.get(`/attachments/${id}`)).body.data.url);
    expect((await follow(path)).status).toBe(200);
    await admin.client.patch(`/teams/${desk.teams.shared}`, { visibility: 'own' });
    expect((await follow(path)).status).toBe(404);
    await admin.client.patch(`/teams/${desk.teams.shared}`, { visibility: 'team' });
    expect((await follow(path)).status).toBe(200);
  });

  it('ends with its user', async () => {
    const gone = await desk.add('gone', 'customer');
    const path = pathOf((await upload(gone.client)).url);
    expect((await follow(path)).status).toBe(200);
    await desk.people.admin.client.patch(`/users/${gone.id}`, { status: 'inactive' });
    expect((await follow(path)).status).toBe(401);
  });
});

describe('the sweep', () => {
  const sweep = () => test.app.get(AttachmentSweep).sweep();

  it('removes what nobody used for a day, rows and bytes, and nothing else', async () => {
    moveClock(48 * HOUR);
    await sweep();
    moveClock(0);
    const [unused, used] = [await upload(), await upload()];
    await desk.open(desk.people.ada, { attachment_ids: [used.id] });
    const before = blobsOf(test).length;
    expect((await sweep()).files).toBe(0);
    moveClock(24 * HOUR - MINUTE);
    expect((await sweep()).files).toBe(0);
    moveClock(24 * HOUR + MINUTE);
    expect(await sweep()).toEqual({ files: 1, strays: 0 });
    expect(blobsOf(test)).toHaveLength(before - 1);
    moveClock(0);
    expect((await ada.get(`/attachments/${unused.id}`)).status).toBe(404);
    expect((await ada.get(`/attachments/${used.id}/content`)).bytes.toString()).toBe(TEXT);
    const body = { subject: 'S', description: 'D', category: 'general', attachment_ids: [unused.id] };
    expect((await ada.post('/tickets', body)).status).toBe(422);
  });

  it('removes bytes that a crash left without a row, once they are a day old', async () => {
    const folder = join(test.database.folder, 'attachments', 'ab');
    mkdirSync(folder, { recursive: true });
    const old = (realNow() - 25 * HOUR) / 1_000;
    const [stray, fresh, draft] = ['a', 'b', 'c.draft'].map((end) => join(folder, `ab${'0'.repeat(29)}${end}`)) as [
      string,
      string,
      string,
    ];
    for (const path of [stray, fresh, draft]) writeFileSync(path, 'left behind');
    for (const path of [stray, draft]) utimesSync(path, old, old);
    const before = blobsOf(test);
    expect(await sweep()).toEqual({ files: 0, strays: 1 });
    expect(before.filter((path) => !blobsOf(test).includes(path))).toEqual([stray, draft]);
  });

  it('leaves a stranger’s file where it is and goes on', async () => {
    const folder = join(test.database.folder, 'attachments', 'ab');
    const strangers = join(folder, 'Thumbs.db');
    mkdirSync(join(folder, `ab${'0'.repeat(29)}e.draft`), { recursive: true });
    mkdirSync(join(folder, '..', 'not a shelf', 'x'), { recursive: true });
    const stray = join(folder, `ab${'0'.repeat(29)}d`);
    const old = (realNow() - 25 * HOUR) / 1_000;
    for (const path of [strangers, stray]) {
      writeFileSync(path, 'x');
      utimesSync(path, old, old);
    }
    expect((await sweep()).strays).toBe(1);
    expect(blobsOf(test)).toContain(strangers);
  });
});
