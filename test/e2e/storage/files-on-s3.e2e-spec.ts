import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AttachmentSweep } from '../../../src/modules/attachments/index.js';
import { Clock, DAY } from '../../../src/platform/clock/clock.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { type S3Server, startS3Server } from '../../support/s3-server.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let server: S3Server;
let test: TestApp;
let desk: Desk;

beforeAll(async () => {
  server = await startS3Server();
  test = await startTestApp({ ...server.environment, UPLOAD_MAX_BYTES: '8000000' });
  desk = await makeDesk(test);
});
afterAll(async () => {
  await test.close();
  await server.close();
});

it('a file of several parts comes back whole, or a span of it', async () => {
  const bytes = randomBytes(7_000_000);
  const { client } = desk.people.ada;
  const { status, body } = await client.upload('a.bin', bytes);
  expect([status, body.data.size]).toEqual([201, bytes.length]);
  const path = `/attachments/${body.data.id}/content`;
  expect((await client.get(path)).bytes.equals(bytes)).toBe(true);
  const span = await client.get(path, { range: 'bytes=6000000-6999999' });
  expect([span.status, span.bytes.equals(bytes.subarray(6_000_000))]).toEqual([206, true]);
});

it('a file that is too large leaves nothing in the bucket', async () => {
  const before = server.seen.length;
  const answer = await desk.people.ada.client.upload('a.bin', randomBytes(8_000_001));
  expect([answer.status, answer.body.code]).toEqual([413, 'payload_too_large']);
  const completed = server.seen.slice(before).filter((each) => /^POST .*uploadId=/.test(each));
  expect(completed).toEqual([]);
});

it('while the bucket is away files answer 503, tickets work, and nothing is ready', async () => {
  const { client } = desk.people.ada;
  const { id } = (await client.upload('a.txt', 'text')).body.data;
  await server.leave();
  try {
    const refused = await client.upload('b.txt', 'text');
    expect([refused.status, refused.body.code]).toEqual([503, 'unavailable']);
    expect((await client.get(`/attachments/${id}/content`)).status).toBe(503);
    expect(await desk.open(desk.people.ada)).toBeGreaterThan(0);
    const ready = await test.app.inject({ url: '/health/ready' });
    expect([ready.statusCode, ready.json().checks.storage]).toEqual([503, 'failing']);
  } finally {
    await server.comeBack();
  }
  expect((await client.get(`/attachments/${id}/content`)).bytes.toString()).toBe('text');
  // What was found of the process's health is told for a quarter of a second.
  await sleep(300);
  expect((await test.app.inject({ url: '/health/ready' })).statusCode).toBe(200);
});

it('what nobody used is swept after a day', async () => {
  const { client } = desk.people.ada;
  const { id } = (await client.upload('a.txt', 'text')).body.data;
  const clock = test.app.get(Clock);
  const now = clock.now.bind(clock);
  clock.now = () => now() + 2 * DAY;
  try {
    const { files } = await test.app.get(AttachmentSweep).sweep();
    expect(files).toBeGreaterThan(0);
  } finally {
    clock.now = now;
  }
  expect((await client.get(`/attachments/${id}`)).status).toBe(404);
});
