import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AttachmentSweep, type FileLink, fileLinkTo } from '../../../src/modules/attachments/index.js';
import { MessagesService } from '../../../src/modules/messages/index.js';
import { TicketOpening } from '../../../src/modules/tickets/index.js';
import { Clock, HOUR } from '../../../src/platform/clock/clock.js';
import type { TenantContext } from '../../../src/platform/context/request-context.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { everyPage } from '../../support/reading.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PHOTO = fileLinkTo('https://files.example/van.png?v=1', { mimeType: 'image/png', size: 48_213 });
const REPORT = fileLinkTo('https://files.example/Bericht%20M%C3%A4rz.pdf');

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

function ctxOf(who: 'ada' | 'agent'): TenantContext {
  const { id } = desk.people[who];
  const role = who === 'ada' ? 'customer' : 'agent';
  return { ...desk.ctx, actor: { type: 'user', id, userId: id, role, sharedTeamId: null } };
}
const upload = async (who: 'ada' | 'agent') => (await desk.people[who].client.upload('note.txt', 'A note.')).body.data;
const open = (links: readonly FileLink[], attachmentIds: readonly number[] = []) =>
  test.app
    .get(TicketOpening)
    .open(ctxOf('ada'), { subject: 'S', description: 'D', category: { slug: 'general' }, links, attachmentIds });
const post = (
  who: 'ada' | 'agent',
  number: number,
  files: { links?: readonly FileLink[]; attachmentIds?: readonly number[]; visibility?: 'internal' },
) => test.app.get(MessagesService).post(ctxOf(who), number, { body: 'B', visibility: 'public', ...files });
const refusal = (field: string) => ({
  code: 'validation_failed',
  details: { errors: { [field]: [expect.any(String)] } },
});
const countTickets = async () =>
  (await desk.people.admin.client.get('/tickets?include_total=true')).body.meta.total as number;
const shown = async (who: keyof Desk['people'], number: number) =>
  (await desk.people[who].client.get(`/tickets/${number}`)).body.data.messages;

describe('a ticket with linked files', () => {
  it('has them behind the uploaded ones, in the order given', async () => {
    const uploads = [await upload('ada'), await upload('ada')];
    const { number } = await open(
      [REPORT, PHOTO, REPORT],
      uploads.map(({ id }) => id as number),
    );
    const [{ attachments }] = await shown('ada', number);
    expect(attachments).toMatchObject([
      { id: uploads[0].id, size: 7, sha256: uploads[0].sha256, status: 'bound' },
      { id: uploads[1].id, size: 7 },
      ...[{ url: REPORT.url }, { url: PHOTO.url }, { url: REPORT.url }],
    ]);
    expect(attachments[3]).toEqual({
      id: expect.any(Number),
      file_name: 'van.png',
      mime_type: 'image/png',
      size: 48_213,
      sha256: null,
      url: PHOTO.url,
      status: 'bound',
      created_at: expect.any(String),
    });
    expect(attachments[4]).toMatchObject({
      file_name: 'Bericht März.pdf',
      mime_type: 'application/octet-stream',
      size: null,
    });
    const ids = attachments.map(({ id }: { id: number }) => id);
    expect(ids).toEqual([...new Set<number>(ids)].sort((a, b) => a - b));
  });

  it('tells of each in its events, by address', async () => {
    const { id } = await upload('ada');
    const { number } = await open([PHOTO], [id]);
    const events = await everyPage(desk.people.ada.client, `/tickets/${number}/events`);
    expect(events.map(({ type }) => type)).toEqual(['ticket.created', 'attachment.added', 'attachment.added']);
    expect(events[1].data).toEqual({ id, file_name: 'note.txt', seq: 1 });
    expect(events[2].data).toEqual({ id: expect.any(Number), file_name: 'van.png', seq: 1, url: PHOTO.url });
  });

  it('shows them to whom it shows itself', async () => {
    const { number } = await open([PHOTO]);
    const [{ attachments }] = await shown('ada', number);
    const path = `/attachments/${attachments[0].id}`;
    for (const who of ['ada', 'bob', 'agent', 'admin'] as const) {
      const { status, body } = await desk.people[who].client.get(path);
      expect([who, status, body.data.url]).toEqual([who, 200, PHOTO.url]);
    }
    const stranger = (await makeDesk(test)).people.admin;
    for (const { client } of [desk.people.cy, desk.people.dee, stranger]) {
      expect((await client.get(path)).status).toBe(404);
    }
  });

  it('has no bytes of theirs, and sends nobody there', async () => {
    const { number } = await open([PHOTO]);
    const [{ attachments }] = await shown('ada', number);
    for (const query of ['', '?disposition=inline']) {
      const answer = await desk.people.ada.client.get(`/attachments/${attachments[0].id}/content${query}`);
      expect([answer.status, answer.body.code, answer.headers['location']]).toEqual([404, 'not_found', undefined]);
    }
  });

  it('has no more than ten files in all', async () => {
    const before = await countTickets();
    const ids = [(await upload('ada')).id as number, (await upload('ada')).id as number];
    const many = (count: number) => Array.from({ length: count }, () => PHOTO);
    await expect(open(many(11))).rejects.toMatchObject(refusal('links'));
    await expect(open(many(9), ids)).rejects.toMatchObject(refusal('links'));
    const eleven = Array.from({ length: 11 }, (_, index) => index + 1);
    await expect(open([], eleven)).rejects.toMatchObject(refusal('attachment_ids'));
    expect(await countTickets()).toBe(before);
    const { number } = await open(many(8), ids);
    expect((await shown('ada', number))[0].attachments).toHaveLength(10);
  });

  it.each([
    ['a script', 'javascript:alert(1)'],
    ['a path', '/a.png'],
    ['credentials', 'https://ada:secret@files.example/a.png'],
    ['2 001 characters', `https://files.example/${'x'.repeat(1_979)}`],
  ])('is not opened with %s for an address, and keeps nothing', async (_what, url) => {
    const before = await countTickets();
    const { id } = await upload('ada');
    await expect(open([PHOTO, { ...PHOTO, url }], [id])).rejects.toMatchObject(refusal('links'));
    expect(await countTickets()).toBe(before);
    expect((await desk.people.ada.client.get(`/attachments/${id}`)).body.data.status).toBe('unbound');
  });

  it('is not opened with an upload of somebody else either', async () => {
    const { id } = await upload('agent');
    await expect(open([PHOTO], [id])).rejects.toMatchObject(refusal('attachment_ids'));
  });

  it('keeps the longest address and cleans what else is said', async () => {
    const url = `https://files.example/${'ü'.repeat(1_978)}`;
    const { number } = await open([{ url, fileName: '../../a\r\n.txt', mimeType: 'nonsense'.repeat(50), size: -1 }]);
    expect((await shown('ada', number))[0].attachments).toMatchObject([
      { url, file_name: 'a.txt', mime_type: 'application/octet-stream', size: null },
    ]);
  });
});

describe('a message with linked files', () => {
  it('has them behind the uploaded ones', async () => {
    const { number } = await open([]);
    const { id } = await upload('agent');
    const message = await post('agent', number, { links: [PHOTO, REPORT], attachmentIds: [id] });
    expect(message.attachments.map(({ externalUrl }) => externalUrl)).toEqual([null, PHOTO.url, REPORT.url]);
    expect((await shown('ada', number))[1].attachments).toMatchObject([
      { id },
      { url: PHOTO.url },
      { url: REPORT.url },
    ]);
    const listed = (await desk.people.bob.client.get(`/tickets/${number}/messages`)).body.data[0];
    expect(listed.attachments).toHaveLength(3);
  });

  it('is refused with a bad one or too many, and moves nothing', async () => {
    const { number } = await open([]);
    const bad = { ...PHOTO, url: 'ftp://files.example/a.png' };
    await expect(post('ada', number, { links: [bad] })).rejects.toMatchObject(refusal('links'));
    await expect(post('ada', number, { links: Array.from({ length: 11 }, () => PHOTO) })).rejects.toMatchObject(
      refusal('links'),
    );
    const { data } = (await desk.people.ada.client.get(`/tickets/${number}`)).body;
    expect(data).toMatchObject({ version: 1, message_count: 1 });
  });

  it('that is internal hides them from customers', async () => {
    const { number } = await open([]);
    const secret = fileLinkTo('https://files.example/SECRET.pdf');
    await post('agent', number, { links: [secret], visibility: 'internal' });
    const [, { attachments }] = await shown('agent', number);
    expect(attachments).toMatchObject([{ url: secret.url }]);
    const { ada, bob, agent2 } = desk.people;
    const path = `/attachments/${attachments[0].id}`;
    for (const { client } of [ada, bob]) {
      for (const each of [path, `/tickets/${number}`, `/tickets/${number}/messages`, `/tickets/${number}/events`]) {
        const answer = await client.get(each);
        expect([each, answer.status]).toEqual([each, each === path ? 404 : 200]);
        expect(answer.bytes.toString()).not.toContain('SECRET');
      }
    }
    expect((await agent2.client.get(path)).body.data.url).toBe(secret.url);
  });
});

describe('the sweep', () => {
  afterEach(() => {
    test.app.get(Clock).now = () => Date.now();
  });

  it('leaves links alone, however old', async () => {
    const { number } = await open([PHOTO], [(await upload('ada')).id]);
    const unused = (await upload('ada')).id as number;
    test.app.get(Clock).now = () => Date.now() + 1_000 * HOUR;
    const { files, strays } = await test.app.get(AttachmentSweep).sweep();
    expect([files > 0, strays]).toEqual([true, 0]);
    test.app.get(Clock).now = () => Date.now();
    expect((await desk.people.ada.client.get(`/attachments/${unused}`)).status).toBe(404);
    const [{ attachments }] = await shown('ada', number);
    expect(attachments).toMatchObject([{ size: 7 }, { url: PHOTO.url }]);
    expect((await desk.people.ada.client.get(`/attachments/${attachments[0].id}/content`)).status).toBe(200);
  });
});
