import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UsersService } from '../../../src/modules/auth/index.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { failed, type KinconectaDesk, makeKinconectaDesk, NEW_TICKET, TICKETS } from './a-kinconecta-desk.js';

let test: TestApp;
let wire: KinconectaDesk;

beforeAll(async () => {
  test = await startTestApp();
  wire = await makeKinconectaDesk(test, 'full');
});
afterAll(() => test.close());

const bad = (message: string) => failed(400, 'Bad Request', message);
const NOW = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

describe('a new ticket', () => {
  it('has its keys in their order, status open and times of ours where the client says none', async () => {
    const { status, body } = await wire.post(null);
    expect([status, Object.entries(body)]).toEqual([
      200,
      [
        ['id', expect.any(Number)],
        ['roleContext', 'tourist'],
        ['fullName', NEW_TICKET.fullName],
        ['email', NEW_TICKET.email],
        ['subject', NEW_TICKET.subject],
        ['category', NEW_TICKET.category],
        ['message', NEW_TICKET.message],
        ['status', 'open'],
        ['createdAt', expect.stringMatching(NOW)],
        ['updatedAt', body.createdAt],
        ['attachments', []],
      ],
    ]);
    expect((await wire.get(null, body.id)).body).toEqual(body);
  });

  it('of nobody is a contact’s in the native API, and never of the account with that address', async () => {
    const { ada, agent } = wire.desk.people;
    const { id } = await wire.create(null, { email: ada.email.toUpperCase() });
    const native = (await agent.client.get(`/tickets/${id}`)).body.data;
    expect(native).toMatchObject({ subject: NEW_TICKET.subject, category: { slug: 'billing' }, priority: 'normal' });
    expect(native.requester).toMatchObject({ name: NEW_TICKET.fullName, email: ada.email.toUpperCase() });
    expect(native.requester.id).not.toBe(ada.id);
    expect((await ada.client.get(`/tickets/${id}`)).status).toBe(404);
  });

  it('of the same address is the same contact’s, and shows the name given with it', async () => {
    const { agent } = wire.desk.people;
    const email = 'same@example.com';
    const first = await wire.create(null, { email, fullName: 'Ana' });
    const second = await wire.create(null, { email: ' SAME@example.com ', fullName: ' Ana María ' });
    expect([second.fullName, second.email]).toEqual([' Ana María ', 'SAME@example.com']);
    const requesterOf = async ({ id }: { id: number }) =>
      (await agent.client.get(`/tickets/${id}`)).body.data.requester;
    expect(await requesterOf(second)).toEqual(await requesterOf(first));
  });

  it('of somebody with a token is theirs, and shows what they said of themselves', async () => {
    const { ada } = wire.desk.people;
    const made = await wire.create(ada, { fullName: 'Ada, for her aunt', email: 'aunt@example.com' });
    expect(made).toMatchObject({ fullName: 'Ada, for her aunt', email: 'aunt@example.com' });
    const native = (await ada.client.get(`/tickets/${made.id}`)).body.data;
    expect(native.requester).toMatchObject({ id: ada.id, email: ada.email });
  });

  it('keeps the client’s dates as they were written, and orders and counts by ours', async () => {
    const dates = { createdAt: '1999-12-31', updatedAt: '2001-02-03T04:05:06.789+02:00' };
    const made = await wire.create(null, dates);
    expect(made).toMatchObject(dates);
    const native = (await wire.desk.people.agent.client.get(`/tickets/${made.id}`)).body.data;
    expect(native.created_at.slice(0, 4)).toBe(String(new Date().getUTCFullYear()));
    const { body } = await wire.list(null);
    expect(body.at(-1).id).toBe(made.id);
  });

  it.each(['open', 'in_progress', 'resolved', 'closed'])('may begin as %s', async (status) => {
    const { id } = await wire.create(null, { status });
    expect((await wire.get(null, id)).body.status).toBe(status);
  });

  it.each(['tourist', 'guide', 'guest'])('may be a %s’s', async (roleContext) => {
    expect((await wire.create(null, { roleContext })).roleContext).toBe(roleContext);
  });

  it('keeps a category in words of its own, and knows those of the desk', async () => {
    const { agent } = wire.desk.people;
    const own = await wire.create(null, { category: 'Lost & found 🧳' });
    expect(own.category).toBe('Lost & found 🧳');
    expect((await agent.client.get(`/tickets/${own.id}`)).body.data.category.slug).toBe('other');
    const known = await wire.create(null, { category: 'billing' });
    expect(known.category).toBe('billing');
  });

  it('never takes the id of another, and passes over what nobody knows', async () => {
    const first = await wire.create(null);
    const second = await wire.create(null, { id: first.id, subject: 'Overwritten?', colour: 'red' });
    expect(second.id).not.toBe(first.id);
    expect((await wire.get(null, first.id)).body.subject).toBe(NEW_TICKET.subject);
  });

  it('may have files that are kept elsewhere', async () => {
    const attachments = [
      { fileName: 'a.png', fileUrl: 'https://files.example/a.png' },
      { fileName: 'b.png', fileUrl: 'http://files.example/b.png', id: 7, mimeType: 'image/png' },
    ];
    const made = await wire.create(null, { attachments });
    expect(made.attachments.map((file: object) => Object.entries(file))).toEqual(
      attachments.map(({ fileName, fileUrl }) => [
        ['id', expect.any(Number)],
        ['fileName', fileName],
        ['fileUrl', fileUrl],
      ]),
    );
    expect((await wire.create(null, { attachments: null, status: null, createdAt: null })).attachments).toEqual([]);
  });
});

describe('what is wrong', () => {
  const BLANK = 'must not be blank';
  const FILES = 'attachments: must be at most 10 files, each with a fileName and a fileUrl';
  const DATE = 'must be a date and time in ISO 8601 format';
  const file = { fileName: 'a.png', fileUrl: 'https://files.example/a.png' };

  it.each([
    [{ fullName: undefined, email: ' ' }, `fullName: ${BLANK}; email: ${BLANK}`],
    [{ message: '', roleContext: null, category: ' ' }, `roleContext: ${BLANK}; category: ${BLANK}; message: ${BLANK}`],
    [{ roleContext: 'captain' }, 'roleContext: must be one of tourist, guide, guest'],
    [{ fullName: 'x'.repeat(151) }, 'fullName: size must be between 0 and 150'],
    [{ subject: 'x'.repeat(181) }, 'subject: size must be between 0 and 180'],
    [{ category: 'x'.repeat(101) }, 'category: size must be between 0 and 100'],
    [{ message: 'x'.repeat(20_001) }, 'message: size must be between 0 and 20000'],
    [{ email: `${'x'.repeat(190)}@example.com` }, 'email: size must be between 0 and 190'],
    [{ email: 'ana' }, 'email: must be a well-formed email address'],
    [{ email: '[email protected] ' }, 'email: must be a well-formed email address'],
    [{ subject: 7 }, 'subject: must be a string'],
    [{ subject: 'a\0b', fullName: '' }, `fullName: ${BLANK}; subject: must be well-formed text`],
    [{ status: 'pending' }, 'status: must be one of open, in_progress, resolved, closed'],
    [{ status: 'OPEN' }, 'status: must be one of open, in_progress, resolved, closed'],
    [{ createdAt: 'yesterday', updatedAt: 7 }, `createdAt: ${DATE}; updatedAt: ${DATE}`],
    [{ createdAt: '2026-02-30T10:00:00Z' }, `createdAt: ${DATE}`],
    [{ attachments: 'a.png' }, FILES],
    [{ attachments: [null] }, FILES],
    [{ attachments: [{ fileName: 'a.png' }] }, FILES],
    [{ attachments: [{ ...file, fileUrl: `${file.fileUrl}?${'x'.repeat(500)}` }] }, FILES],
    [{ attachments: Array.from({ length: 11 }, () => file) }, FILES],
  ])('is told of all fields: %j', async (fields, message) => {
    const { status, body } = await wire.post(null, fields);
    expect([status, body]).toEqual([400, bad(message)]);
    expect(Object.keys(body)).toEqual(['status', 'error', 'message', 'timestamp']);
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'https://ada:secret@files.example/a', 'a.png'])(
    'may be the address of a file: %s',
    async (fileUrl) => {
      const { status, body } = await wire.post(null, { attachments: [{ ...file, fileUrl }] });
      expect([status, body.message]).toEqual([400, expect.stringMatching(/^attachments: must be http or https URLs/)]);
    },
  );

  it('is everything, in a body that is no object', async () => {
    const headers = { 'content-type': 'application/json' };
    for (const payload of ['[]', '7', '']) {
      const { status, body } = await wire.send(null, 'POST', TICKETS, { payload, headers });
      const fields = ['roleContext', 'fullName', 'email', 'subject', 'category', 'message'];
      expect([status, body]).toEqual([400, bad(fields.map((field) => `${field}: ${BLANK}`).join('; '))]);
    }
    const broken = await wire.send(null, 'POST', TICKETS, { payload: '{', headers });
    expect([broken.status, broken.body]).toEqual([400, bad('Malformed request')]);
  });

  it('may be that a contact was deactivated', async () => {
    const { id } = await wire.create(null, { email: 'gone@example.com' });
    const native = (await wire.desk.people.agent.client.get(`/tickets/${id}`)).body.data;
    await test.app.get(UsersService).change(wire.desk.ctx, native.requester.id, { status: 'inactive' });
    const { status, body } = await wire.post(null, { email: 'gone@example.com' });
    expect([status, body]).toEqual([400, bad('email: must not be of somebody deactivated')]);
    const uploaded = await wire.upload(null, id);
    expect(uploaded.status).toBe(401);
  });
});
