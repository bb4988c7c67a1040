import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blobsOf } from '../../support/blobs.js';
import type { Answer, Client } from '../../support/client.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const LIMIT = 200_000;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let test: TestApp;
let desk: Desk;
let ada: Client;

beforeAll(async () => {
  test = await startTestApp({ UPLOAD_MAX_BYTES: String(LIMIT) });
  desk = await makeDesk(test);
  ada = desk.people.ada.client;
});
afterAll(() => test.close());

/** Sends a multipart body as it is written here. */
const send = (payload: string | Buffer, type = 'multipart/form-data; boundary=b'): Promise<Answer> =>
  ada.request('POST', '/attachments', { payload, headers: { 'content-type': type } });
const part = (disposition: string, content = 'text', type = '') =>
  `--b\r\ncontent-disposition: form-data; ${disposition}\r\n${type && `content-type: ${type}\r\n`}\r\n${content}\r\n`;

async function expectRefusal(answering: Promise<Answer>, status: number, code: string): Promise<void> {
  const before = blobsOf(test);
  const answer = await answering;
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(blobsOf(test)).toEqual(before);
}

describe('an upload', () => {
  it('is kept as it came, measured and hashed', async () => {
    const bytes = Buffer.from(Array.from({ length: LIMIT }, (_, index) => (index * 7) % 256));
    const { status, body } = await ada.upload('blob.bin', bytes);
    expect(status).toBe(201);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(body.data).toMatchObject({ size: LIMIT, sha256, mime_type: 'application/octet-stream', status: 'unbound' });
    expect((await ada.get(`/attachments/${body.data.id}/content`)).bytes.equals(bytes)).toBe(true);
  });

  it('of a byte too many is refused and leaves nothing behind', async () => {
    await expectRefusal(ada.upload('big.bin', Buffer.alloc(LIMIT + 1)), 413, 'payload_too_large');
    await expectRefusal(ada.upload('bigger.bin', Buffer.alloc(LIMIT * 20)), 413, 'payload_too_large');
  });

  it('is bounded by what the tenant allows, too', async () => {
    const other = await makeDesk(test);
    await other.people.admin.client.patch('/tenant', { attachment_max_bytes: 1_000 });
    expect((await other.people.ada.client.upload('a.bin', Buffer.alloc(1_000))).status).toBe(201);
    await expectRefusal(other.people.ada.client.upload('a.bin', Buffer.alloc(1_001)), 413, 'payload_too_large');
    await expectRefusal(other.people.ada.client.upload('a.bin', Buffer.alloc(150_000)), 413, 'payload_too_large');
    await other.people.admin.client.patch('/tenant', { attachment_max_bytes: 1_000_000 });
    await expectRefusal(other.people.ada.client.upload('a.bin', Buffer.alloc(LIMIT + 1)), 413, 'payload_too_large');
  });

  it('that never ends is refused while it streams', async () => {
    const before = blobsOf(test);
    await test.app.listen(0, '127.0.0.1');
    const { port } = test.app.getHttpServer().address() as AddressInfo;
    const headers = {
      authorization: `Bearer ${desk.people.ada.token}`,
      'content-type': 'multipart/form-data; boundary=b',
    };
    const upload = httpRequest({ port, host: '127.0.0.1', method: 'POST', path: '/api/v1/attachments', headers });
    const answered = new Promise<number | undefined>((resolve) => {
      upload.on('response', (response) => resolve(response.resume().statusCode));
      upload.on('error', () => resolve(undefined));
    });
    upload.write(part('name="file"; filename="endless"', 'x'));
    // A little more than it may be, and no end; not on and on, or the closing connection could swallow the answer.
    upload.write(Buffer.alloc(LIMIT + 1_000));
    expect(await answered).toBe(413);
    upload.destroy();
    expect(blobsOf(test)).toEqual(before);
  });

  it('without bytes, without a file or with another part is refused', async () => {
    await expectRefusal(ada.upload('empty.txt', ''), 422, 'validation_failed');
    await expectRefusal(send('--b--\r\n'), 422, 'validation_failed');
    await expectRefusal(send(''), 422, 'validation_failed');
    await expectRefusal(send(`${part('name="file"')}--b--\r\n`), 422, 'validation_failed');
    await expectRefusal(send(`${part('name="photo"; filename="a.png"')}--b--\r\n`), 422, 'validation_failed');
    await expectRefusal(send(part('name="x"').repeat(30)), 422, 'validation_failed');
    await expectRefusal(send('x', 'multipart/form-data'), 422, 'validation_failed');
  });

  it('with a second part is refused, before or behind the file', async () => {
    const file = part('name="file"; filename="a.txt"', 'x'.repeat(100_000));
    for (const other of [
      file,
      part('name="ticket"'),
      part('name="photo"; filename="a.png"'),
      part('name="toString"'),
    ]) {
      await expectRefusal(send(`${file}${other}--b--\r\n`), 422, 'validation_failed');
      if (other !== file) await expectRefusal(send(`${other}${file}--b--\r\n`), 422, 'validation_failed');
    }
    expect((await send(`${file}--b--\r\n`)).status).toBe(201);
  });

  it('that breaks off is refused, whatever came already', async () => {
    await expectRefusal(send(part('name="file"; filename="a.txt"')), 422, 'validation_failed');
    await expectRefusal(
      send(part('name="file"; filename="a.txt"', 'x'.repeat(150_000)).slice(0, -2)),
      422,
      'validation_failed',
    );
    await expectRefusal(send('--b\r\ncontent-disposition: form-data; na'), 422, 'validation_failed');
  });

  it.each(['application/json', 'multipart/mixed; boundary=b', 'application/octet-stream', 'text/plain'])(
    'as %s is refused',
    async (type) => {
      await expectRefusal(send('{}', type), 415, 'unsupported_media_type');
    },
  );

  it('answers 503, at once, when the store cannot take it', async () => {
    const folder = join(test.database.folder, 'attachments');
    mkdirSync(folder, { recursive: true });
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, 'in the way');
    try {
      for (const size of [10, LIMIT]) {
        const { status, body } = await ada.upload('a.bin', Buffer.alloc(size, 1));
        expect([size, status, body.code]).toEqual([size, 503, 'unavailable']);
      }
      expect(await desk.open(desk.people.ada)).toBeGreaterThan(0);
    } finally {
      rmSync(folder);
      renameSync(`${folder}-away`, folder);
    }
    expect((await ada.upload('a.bin', 'a')).status).toBe(201);
  });
});

describe('a file’s type', () => {
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

  it.each([
    ['a picture that calls itself text', 'photo.txt', PNG, 'text/plain', 'image/png'],
    ['a picture that calls itself a page', 'photo.html', PNG, 'text/html', 'image/png'],
    ['a page', 'page.html', '<!doctype html><script>alert(1)</script>', 'text/html', 'text/plain'],
    ['a page that calls itself a picture', 'page.png', '<html><script>alert(1)</script>', 'image/png', 'text/plain'],
    ['a drawing', 'drawing.svg', SVG, 'image/svg+xml', 'text/plain'],
    ['a drawing with a prologue', 'drawing.svg', `<?xml version="1.0"?>${SVG}`, 'image/svg+xml', 'application/xml'],
    ['a table', 'table.csv', 'a,b\n1,2', 'text/csv; charset=utf-8', 'text/csv'],
    ['a script', 'run.js', 'alert(1)', 'text/javascript', 'text/plain'],
    ['JSON', 'data.json', '{}', 'application/json', 'application/json'],
    ['text in UTF-8', 'note.txt', 'Grüße 🚐', 'text/plain', 'text/plain'],
    ['text that is not UTF-8', 'note.txt', Buffer.from([0x47, 0xfc, 0x65]), 'text/plain', 'application/octet-stream'],
    ['a PDF', 'a.pdf', '%PDF-1.7\n%âãÏÓ', 'application/octet-stream', 'application/pdf'],
  ])('is told by its bytes: %s', async (_what, name, bytes, claimed, type) => {
    const { id, mime_type: found } = (await ada.upload(name, bytes, claimed)).body.data;
    expect(found).toBe(type);
    const { headers } = await ada.get(`/attachments/${id}/content?disposition=inline`);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    // A sandbox would keep a browser's PDF viewer from starting.
    expect(String(headers['content-security-policy']).includes('sandbox')).toBe(type !== 'application/pdf');
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
    expect(headers['vary']).toContain('Authorization');
    expect(String(headers['content-type']).split(';')[0]).toBe(type);
    const isShown = ['image/png', 'application/pdf'].includes(type);
    expect(String(headers['content-disposition']).split(';')[0]).toBe(isShown ? 'inline' : 'attachment');
    const saved = await ada.get(`/attachments/${id}/content`);
    expect(String(saved.headers['content-disposition'])).toMatch(/^attachment/);
    expect(String(saved.headers['content-security-policy'])).toContain('sandbox');
  });
});

describe('a file’s name', () => {
  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Users\\\\ada\\\\invoice.pdf', 'invoice.pdf'],
    ['Rechnung März – 1.pdf', 'Rechnung März – 1.pdf'],
    ['写真🚐.png', '写真🚐.png'],
    [`${'x'.repeat(300)}.png`, `${'x'.repeat(251)}.png`],
    ['say \\"hi\\".txt', 'say "hi".txt'],
    ['..', 'file'],
    ['', 'file'],
    ['rtl\u202Egnp.exe', 'rtlgnp.exe'],
    ['semi;colon=1.txt', 'semi;colon=1.txt'],
    ["percent%20'quote.txt", "percent%20'quote.txt"],
  ])('given as %j is kept as %j and comes back', async (given, kept) => {
    const { id, file_name: name } = (await ada.upload(given, 'x')).body.data;
    expect(name).toBe(kept);
    const disposition = String((await ada.get(`/attachments/${id}/content`)).headers['content-disposition']);
    expect(disposition).not.toMatch(/[\r\n]/);
    const extended = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
    if (extended) expect(decodeURIComponent(extended)).toBe(kept);
    else expect(disposition.replace(/\\(.)/g, '$1')).toContain(kept);
    for (const path of blobsOf(test)) expect(path).toMatch(/\/[0-9a-f]{2}\/[0-9a-f]{32}$/);
  });

  it('may be missing', async () => {
    const { status, body } = await send(`${part('name="file"', 'text', 'application/octet-stream')}--b--\r\n`);
    expect([status, body.data?.file_name]).toEqual([201, 'file']);
  });
});
