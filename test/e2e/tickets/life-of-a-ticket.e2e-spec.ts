import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  test = await startTestApp();
  desk = await makeDesk(test);
});
afterAll(() => test.close());

describe('the life of a ticket', () => {
  it('goes from opening to closing, and everybody sees what is theirs to see', async () => {
    const { ada, bob, cy, agent, agent2 } = desk.people;

    const upload = await ada.client.upload('dash board.png', PNG);
    expect(upload.status).toBe(201);
    expect(upload.body.data).toMatchObject({
      file_name: 'dash board.png',
      mime_type: 'image/png',
      size: PNG.length,
      status: 'unbound',
    });

    const opened = await ada.client.post('/tickets', {
      subject: 'Vehicle not starting',
      description: 'The dashboard shows an error.',
      category: 'general',
      priority: 'high',
      attachment_ids: [upload.body.data.id],
    });
    expect(opened.status).toBe(201);
    const { number } = opened.body.data;
    expect(opened.headers['location']).toBe(`/api/v1/tickets/${number}`);
    expect(opened.headers['etag']).toBe('W/"1"');

    const path = `/tickets/${number}`;
    const seenByBob = await bob.client.get(path);
    expect(seenByBob.status).toBe(200);
    expect(seenByBob.body.data.messages).toHaveLength(1);
    expect(seenByBob.body.data.messages[0].attachments[0].status).toBe('bound');
    expect((await cy.client.get(path)).status).toBe(404);
    expect((await cy.client.get(`/attachments/${upload.body.data.id}`)).status).toBe(404);

    const claimed = await agent.client.post(`${path}/claim`);
    expect(claimed.body.data.assignee.id).toBe(agent.id);
    const lost = await agent2.client.post(`${path}/claim`);
    expect(lost.status).toBe(409);
    expect(lost.body).toMatchObject({ code: 'conflict', data: { assignee: { id: agent.id, name: 'agent' } } });

    const before = (await ada.client.get(path)).body.data;
    const note = await agent.client.post(`${path}/messages`, { body: 'Battery, I guess.', visibility: 'internal' });
    expect(note.status).toBe(201);
    const after = await ada.client.get(path);
    expect(after.body.data).toEqual({ ...before, messages: after.body.data.messages });
    expect(after.body.data.messages).toHaveLength(1);
    expect(after.headers['etag']).toBe(`W/"${before.version}"`);
    expect((await ada.client.get(`${path}/messages`)).body.data).toHaveLength(1);
    expect(JSON.stringify((await ada.client.get(`${path}/events`)).body)).not.toContain('Battery');
    expect((await agent.client.get(path)).body.data).toMatchObject({ message_count: 2, version: before.version + 1 });

    const reply = await agent.client.post(`${path}/messages`, { body: 'Help is on the way.' });
    expect(reply.body.data).toMatchObject({ seq: 3, visibility: 'public' });
    const answered = (await ada.client.get(path)).body.data;
    expect(answered).toMatchObject({ unread_count: 1, message_count: 2, version: before.version + 1 });
    expect(answered.first_response_at).toBe(reply.body.data.created_at);
    expect(answered.messages.map((message: { seq: number }) => message.seq)).toEqual([1, 2]);
    expect((await ada.client.post(`${path}/read`, {})).body.data.unread_count).toBe(0);

    const resolved = await agent.client.post(`${path}/resolve`, { resolution: 'Battery replaced.' });
    expect(resolved.body.data).toMatchObject({ status: 'resolved', resolution: 'Battery replaced.' });
    expect(resolved.body.data.resolved_at).not.toBeNull();

    expect((await ada.client.post(`${path}/messages`, { body: 'It stopped again.' })).status).toBe(201);
    expect((await agent.client.get(path)).body.data).toMatchObject({
      status: 'open',
      resolved_at: null,
      resolution: null,
    });

    const closed = await agent.client.post(`${path}/close`, { resolution: 'Van exchanged.' });
    expect(closed.body.data).toMatchObject({ status: 'closed', resolution: 'Van exchanged.' });
    const refused = await ada.client.post(`${path}/messages`, { body: 'Thanks!' });
    expect(refused.status).toBe(409);
    expect(refused.body.code).toBe('invalid_transition');

    const types = (await agent.client.get(`${path}/events`)).body.data.map((event: { type: string }) => event.type);
    expect(types).toEqual([
      ...['ticket.created', 'attachment.added', 'ticket.assigned', 'message.created'],
      ...[
        'ticket.updated',
        'message.created',
        'ticket.resolved',
        'ticket.reopened',
        'message.created',
        'ticket.closed',
      ],
    ]);
  });
});
