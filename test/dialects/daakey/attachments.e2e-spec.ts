import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blobsOf } from '../../support/blobs.js';
import type { Answer, Client } from '../../support/client.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { type Agency, makeAgency, NEW_TICKET, type Side } from './agency.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const CDN = 'https://cdn.daakey.example/photos/dashboard.jpg?v=2';

let test: TestApp;
let agency: Agency;
let ada: Side;
let agent: Side;

beforeAll(async () => {
  test = await startTestApp();
  agency = await makeAgency(test);
  ada = agency.client(agency.desk.people.ada);
  agent = agency.dashboard(agency.desk.people.agent);
});
afterAll(() => test.close());

type Who = 'ada' | 'bob' | 'agent';
type Fields = Readonly<Record<string, string>>;

function upload(who: Who, bytes: Buffer | string | null, fields: Fields = {}, fileName = 'dash.png'): Promise<Answer> {
  const part = (disposition: string, content: Buffer | string) =>
    Buffer.concat([
      Buffer.from(`--b\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]);
  const payload = Buffer.concat([
    ...Object.entries(fields).map(([name, value]) => part(`name="${name}"`, value)),
    ...(bytes === null ? [] : [part(`name="file"; filename="${fileName}"`, bytes)]),
    Buffer.from('--b--\r\n'),
  ]);
  const person = agency.desk.people[who];
  const [client, base]: [Client, string] =
    who === 'agent'
      ? [test.client.as(person.token), '/api/v1/dashboard']
      : [agency.signed.as(person.token), '/api/v1/client'];
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  return client.send('POST', `${base}/upload`, { payload, headers });
}

const urlOf = async (who: Who) => (await upload(who, PNG)).body.data.url as string;

function expectErrors({ status, body }: Answer, errors: object): void {
  expect([status, body.message, body.errors]).toEqual([422, 'Validation failed', errors]);
}

/** The bytes behind a URL, asked for without a token. */
const fetched = (url: string) => test.client.send('GET', url.slice(new URL(url).origin.length));

describe('an upload', () => {
  it.each(['ada', 'agent'] as const)('of %s is answered in the keys of the page', async (who) => {
    const fields = { collection: 'tickets', model_type: 'Ticket', model_id: '3', unknown: 'x' };
    const { status, body } = await upload(who, PNG, fields);
    expect([status, body.message]).toEqual([201, 'File uploaded']);
    expect('meta' in body).toBe(who === 'ada');
    expect(Object.keys(body.data)).toEqual([
      ...['id', 'url', 'filename', 'original_filename', 'mime_type', 'size'],
      ...['collection', 'model_type', 'model_id', 'created_at'],
    ]);
    expect(body.data).toMatchObject({ original_filename: 'dash.png', mime_type: 'image/png', size: PNG.length });
    expect(body.data).toMatchObject({ collection: 'tickets', model_type: 'Ticket', model_id: 3 });
    expect(body.data.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect((await fetched(body.data.url)).bytes.equals(PNG)).toBe(true);
  });

  it('needs nothing beside the file; what is not said is null', async () => {
    for (const fields of [{}, { collection: '', model_id: ' ' }] as Fields[]) {
      const { collection, model_type, model_id } = (await upload('ada', PNG, fields)).body.data;
      expect([collection, model_type, model_id]).toEqual([null, null, null]);
    }
    expect((await upload('ada', PNG, { model_id: 'a-uuid' })).body.data.model_id).toBe('a-uuid');
  });

  it.each([
    ['PDF', '%PDF-1.7\n1 0 obj', 'application/pdf'],
    ['text', 'Photos: see below', 'text/plain'],
  ])('may be %s', async (_what, bytes, type) => {
    expect((await upload('agent', bytes)).body.data.mime_type).toBe(type);
  });

  it.each([
    ['an archive', Buffer.from('504b0304140000000000', 'hex')],
    ['a program', Buffer.from('7f454c4602010100000000000000000002003e00', 'hex')],
    ['a drawing that can run', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['something', Buffer.from([0, 1, 2, 3, 255])],
  ])('may not be %s, and leaves nothing behind', async (_what, bytes) => {
    const before = blobsOf(test);
    expectErrors(await upload('ada', bytes), {
      file: ['The file field must be a file of type: image/*, application/pdf, text/*.'],
    });
    expect(blobsOf(test)).toEqual(before);
  });

  it('may have ten megabytes and not a byte more', async () => {
    const limit = 10 * 1_024 * 1_024;
    const bytes = Buffer.alloc(limit, 'x');
    expect((await upload('ada', bytes)).body.data.size).toBe(limit);
    const before = blobsOf(test);
    expectErrors(await upload('ada', Buffer.concat([bytes, Buffer.from('x')])), {
      file: ['The file field must not be greater than 10240 kilobytes.'],
    });
    expect(blobsOf(test)).toEqual(before);
  });

  it('that the desk allows nobody fails as PHP has it', async () => {
    await agency.desk.people.admin.client.patch('/tenant', { attachment_max_bytes: 1_000 });
    expectErrors(await upload('ada', 'x'.repeat(1_001)), { file: ['The file failed to upload.'] });
    await agency.desk.people.admin.client.patch('/tenant', { attachment_max_bytes: null });
  });

  it('must be there, and not be empty', async () => {
    expectErrors(await upload('ada', null), { file: ['The file field is required.'] });
    expectErrors(await upload('ada', null, { collection: 'x' }), { file: ['The file field is required.'] });
    expectErrors(await ada.post('/upload', { file: 'x' }), { file: ['The file field is required.'] });
    expectErrors(await agent.post('/upload'), { file: ['The file field is required.'] });
    expectErrors(await upload('ada', ''), { file: ['The file failed to upload.'] });
    expectErrors(await upload('ada', PNG, { collection: 'x'.repeat(191) }), {
      collection: ['The selected collection is invalid.'],
    });
  });
});

describe('attachments', () => {
  it('of a new ticket are those of its first message', async () => {
    const attachments = [await urlOf('ada'), CDN];
    const { status, body } = await ada.post('/tickets', { ...NEW_TICKET, attachments });
    expect(status).toBe(201);
    expect('attachments' in body.data.messages[0]).toBe(false);
    const [message] = (await ada.get(`/tickets/${body.data.id}`)).body.data.messages;
    expect(message.attachments).toHaveLength(2);
    expect(message.attachments[1]).toBe(CDN);
    expect((await fetched(message.attachments[0])).bytes.equals(PNG)).toBe(true);
    const inDashboard = (await agent.get(`/tickets/${body.data.id}`)).body.data.messages[0].attachments;
    expect((await fetched(inDashboard[0])).bytes.equals(PNG)).toBe(true);
  });

  it('of messages are answered with them, on both sides', async () => {
    const id = await agency.open(agency.desk.people.ada);
    for (const [side, who] of [
      [ada, 'ada'],
      [agent, 'agent'],
    ] as const) {
      const attachments = [await urlOf(who), CDN];
      const { body } = await side.post(`/tickets/${id}/messages`, { message: 'See', attachments });
      expect(body.data.attachments).toHaveLength(2);
      expect(body.data.attachments[1]).toBe(CDN);
      expect((await fetched(body.data.attachments[0])).bytes.equals(PNG)).toBe(true);
    }
  });

  it('may name an upload without its signature, and one upload twice', async () => {
    const url = await urlOf('ada');
    const bare = url.split('?')[0]!;
    const { status, body } = await ada.post('/tickets', { ...NEW_TICKET, attachments: [bare, url] });
    expect(status).toBe(201);
    const [message] = (await ada.get(`/tickets/${body.data.id}`)).body.data.messages;
    expect(message.attachments).toHaveLength(1);
  });

  it('must be http or https URLs, each of which is told', async () => {
    const attachments = [CDN, 'ftp://x.example/a', 'javascript:alert(1)', 'nothing', 7, 'https://u:p@x.example/'];
    const bad = [1, 2, 3, 4, 5].map((index) => [
      `attachments.${index}`,
      [`The attachments.${index} field must be a valid URL.`],
    ]);
    const answer = await ada.post('/tickets', { ...NEW_TICKET, subject: '', attachments });
    expectErrors(answer, { subject: ['The subject field is required.'], ...Object.fromEntries(bad) });
  });

  it('are ten at most, and a list', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `https://x.example/${index}`);
    expect((await ada.post('/tickets', { ...NEW_TICKET, attachments: many(10) })).status).toBe(201);
    expectErrors(await ada.post('/tickets', { ...NEW_TICKET, attachments: many(11) }), {
      attachments: ['The attachments field must not have more than 10 items.'],
    });
    expectErrors(await ada.post('/tickets', { ...NEW_TICKET, attachments: CDN }), {
      attachments: ['The attachments field must be an array.'],
    });
  });

  it('may not be uploads of others, of another message or of nobody', async () => {
    const used = await urlOf('ada');
    await ada.post('/tickets', { ...NEW_TICKET, attachments: [used] });
    const nowhere = used.replace(/attachments\/\d+/, 'attachments/999999');
    for (const url of [await urlOf('bob'), await urlOf('agent'), used, nowhere]) {
      const before = (await ada.get('/tickets')).body.meta.total;
      expectErrors(await ada.post('/tickets', { ...NEW_TICKET, attachments: [url] }), {
        attachments: ['The selected attachments is invalid.'],
      });
      expect((await ada.get('/tickets')).body.meta.total).toBe(before);
    }
  });
});
