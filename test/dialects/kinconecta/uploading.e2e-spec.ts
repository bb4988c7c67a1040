import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blobsOf } from '../../support/blobs.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';
import { failed, type KinconectaDesk, makeKinconectaDesk, missing, NEW_TICKET, TICKETS } from './a-kinconecta-desk.js';

let test: TestApp;
let wire: KinconectaDesk;

beforeAll(async () => {
  test = await startTestApp();
  wire = await makeKinconectaDesk(test, 'create');
});
afterAll(() => test.close());

async function contentOf(fileUrl: string): Promise<unknown[]> {
  const { pathname, search } = new URL(fileUrl);
  const { status, bytes } = await test.client.send('GET', pathname + search);
  return [status, bytes.toString()];
}

describe('a file', () => {
  it('of nobody becomes a message of the ticket’s contact, which staff notice', async () => {
    const { agent } = wire.desk.people;
    const { id } = await wire.create(null);
    const { status, body } = await wire.upload(null, id);
    expect([status, Object.keys(body)]).toEqual([200, ['id', 'fileName', 'fileUrl']]);
    expect(body).toMatchObject({ id: expect.any(Number), fileName: 'photo.txt' });
    expect(await contentOf(body.fileUrl)).toEqual([200, 'A photo.']);
    const native = (await agent.client.get(`/tickets/${id}`)).body.data;
    expect([native.unread_count, native.message_count]).toEqual([2, 2]);
    const [message] = (await agent.client.get(`/tickets/${id}/messages`)).body.data;
    expect(message).toMatchObject({
      body: 'A file was added without signing in.',
      visibility: 'public',
      author: { name: NEW_TICKET.fullName },
    });
    expect((await wire.get(agent, id)).body.attachments).toEqual([{ ...body, fileUrl: expect.any(String) }]);
  });

  it('of somebody with a token becomes their message', async () => {
    const { ada, bob, cy, agent } = wire.desk.people;
    const { id } = await wire.create(ada);
    for (const person of [ada, bob, agent]) expect((await wire.upload(person, id)).status).toBe(200);
    expect((await wire.upload(cy, id)).body).toEqual(missing(id));
    const { data } = (await agent.client.get(`/tickets/${id}/messages`)).body;
    expect(data.map(({ author }: { author: { id: number } }) => author.id)).toEqual([agent.id, bob.id, ada.id, ada.id]);
  });

  it('of nobody is for the tickets of contacts only, unless anybody may read all of them', async () => {
    const { ada, agent } = wire.desk.people;
    const ids = [(await wire.create(ada))['id'], (await wire.create(agent))['id']];
    for (const id of ids) expect((await wire.upload(null, id)).body).toEqual(missing(id));
    await wire.allow('full');
    const uploaded = await wire.upload(null, ids[0]);
    // Nobody ever speaks for staff.
    const refused = await wire.upload(null, ids[1]);
    await wire.allow('create');
    expect([uploaded.status, refused.status]).toEqual([200, 404]);
    const [message] = (await agent.client.get(`/tickets/${ids[0]}/messages`)).body.data;
    expect(message.author.id).toBe(ada.id);
  });

  it('opens a resolved ticket again, and is refused by a closed one', async () => {
    const resolved = await wire.create(null, { status: 'resolved' });
    const closed = await wire.create(null, { status: 'closed' });
    expect((await wire.upload(null, resolved.id)).status).toBe(200);
    expect((await wire.get(wire.desk.people.agent, resolved.id)).body.status).toBe('open');
    const before = blobsOf(test);
    const { status, body } = await wire.upload(null, closed.id);
    expect([status, body]).toEqual([400, failed(400, 'Bad Request', 'Ticket is closed')]);
    expect((await wire.get(wire.desk.people.agent, closed.id)).body.attachments).toEqual([]);
    expect(blobsOf(test)).toEqual(before);
  });

  it('must be one, with something in it, in the part `file`', async () => {
    const { id } = await wire.create(null);
    const empty = await wire.upload(null, id, 'empty.txt', '');
    expect([empty.status, empty.body]).toEqual([400, failed(400, 'Bad Request', 'file: must not be empty')]);
    const json = await wire.send(null, 'POST', `${TICKETS}/${id}/attachments`, { body: { file: 'photo.txt' } });
    expect([json.status, json.body.message]).toEqual([415, 'Unsupported media type']);
    const payload = '--b\r\ncontent-disposition: form-data; name="photo"\r\n\r\nx\r\n--b--\r\n';
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const other = await wire.send(null, 'POST', `${TICKETS}/${id}/attachments`, { payload, headers });
    expect([other.status, other.body.message]).toEqual([400, expect.stringMatching(/^file: must be given/)]);
  });

  it('cannot come with a new ticket as one multipart body', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const payload = '--b\r\ncontent-disposition: form-data; name="subject"\r\n\r\nx\r\n--b--\r\n';
    const { status, body } = await wire.send(null, 'POST', TICKETS, { payload, headers });
    expect([status, body]).toEqual([415, failed(415, 'Unsupported Media Type', 'Unsupported media type')]);
  });
});
