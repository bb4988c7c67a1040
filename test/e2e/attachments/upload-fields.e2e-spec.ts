import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import multipart from '@fastify/multipart';
import { fastify, type FastifyInstance } from 'fastify';
import { AttachmentsService, uploadOf } from '../../../src/modules/attachments/index.js';
import type { TenantContext } from '../../../src/platform/context/request-context.js';
import type { DomainError } from '../../../src/platform/errors/domain-error.js';
import { blobsOf } from '../../support/blobs.js';
import { makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

const FIELDS = ['collection', 'model_type', 'model_id'];

let test: TestApp;
let server: FastifyInstance;

/** A route as a foreign wire has it: the same store, fields beside the file. */
beforeAll(async () => {
  test = await startTestApp();
  const desk = await makeDesk(test);
  const { id } = desk.people.ada;
  const actor = { type: 'user', id, userId: id, role: 'customer', sharedTeamId: null } as const;
  const ctx: TenantContext = { ...desk.ctx, actor };
  server = fastify();
  await server.register(multipart);
  server.post('/upload', async (request, reply) => {
    try {
      const upload = await uploadOf(request, { fields: FIELDS });
      const { fileName, size } = await test.app.get(AttachmentsService).upload(ctx, upload);
      return { fileName, size, fields: upload.fields };
    } catch (error) {
      const { code, details } = error as DomainError;
      return reply.status(422).send({ code, errors: details.errors });
    }
  });
});
afterAll(async () => {
  await server.close();
  await test.close();
});

const part = (disposition: string, content: string, type = '') =>
  `--b\r\ncontent-disposition: form-data; ${disposition}\r\n${type && `content-type: ${type}\r\n`}\r\n${content}\r\n`;
const field = (name: string, value: string, type = '') => part(`name="${name}"`, value, type);
const FILE = part('name="file"; filename="a.txt"', 'x'.repeat(100_000));

async function send(...parts: string[]) {
  const payload = `${parts.join('')}--b--\r\n`;
  const headers = { 'content-type': 'multipart/form-data; boundary=b' };
  const answer = await server.inject({ method: 'POST', url: '/upload', payload, headers });
  return answer.json<Record<string, any>>();
}

describe('fields beside a file', () => {
  const kept = { fileName: 'a.txt', size: 100_000 };
  const [collection, type, id] = [field('collection', 'tickets'), field('model_type', 'Märkt'), field('model_id', '5')];
  const all = { collection: 'tickets', model_type: 'Märkt', model_id: '5' };

  it('are collected before it, behind it, and on both sides', async () => {
    expect(await send(collection, type, id, FILE)).toEqual({ ...kept, fields: all });
    expect(await send(FILE, collection, type, id)).toEqual({ ...kept, fields: all });
    expect(await send(collection, FILE, id, type)).toEqual({ ...kept, fields: all });
  });

  it('may be missing or empty', async () => {
    expect(await send(FILE)).toEqual({ ...kept, fields: {} });
    expect(await send(FILE, field('collection', ''))).toEqual({ ...kept, fields: { collection: '' } });
  });

  it('that nobody asked for are passed over', async () => {
    expect(await send(field('other', 'x'.repeat(300)), FILE, field('more', 'x'), id)).toEqual({
      ...kept,
      fields: { model_id: '5' },
    });
  });

  it('have at most 190 characters of text, or nothing is kept', async () => {
    const longest = '🚐'.repeat(190);
    expect((await send(FILE, field('model_id', longest))).fields).toEqual({ model_id: longest });
    const before = blobsOf(test);
    const [long, json] = [field('model_id', 'x'.repeat(191)), field('model_id', '{"a":1}', 'application/json')];
    for (const bad of [long, json]) {
      for (const parts of [
        [bad, FILE],
        [FILE, bad],
      ]) {
        const { code, errors } = await send(...parts);
        expect([code, Object.keys(errors)]).toEqual(['validation_failed', ['model_id']]);
      }
    }
    expect(blobsOf(test)).toEqual(before);
  });

  it('do not make up for the file, and no second one stands beside it', async () => {
    const before = blobsOf(test);
    for (const parts of [
      [collection],
      [],
      [FILE, FILE],
      [FILE, collection, part('name="photo"; filename="b.png"', 'b')],
      [part('name="photo"; filename="b.png"', 'b'), FILE],
      [field('toString', 'x'), FILE],
      [FILE, field('toString', 'x')],
    ]) {
      const { code, errors } = await send(...parts);
      expect([code, Object.keys(errors)]).toEqual(['validation_failed', ['file']]);
    }
    expect(blobsOf(test)).toEqual(before);
  });
});
