import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { HOUR } from '../../../src/platform/clock/clock.js';
import { ConfigError, readConfig } from '../../../src/platform/config/config.js';
import type { BlobStore } from '../../../src/platform/storage/blob-store.js';
import { DiskBlobStore } from '../../../src/platform/storage/disk-blob-store.js';
import { S3BlobStore } from '../../../src/platform/storage/s3-blob-store.js';
import { type S3Server, startS3Server } from '../../support/s3-server.js';

const MIB = 1_048_576;
const folder = mkdtempSync(join(tmpdir(), 'polydesk_test-blobs-'));
let server: S3Server;
let stores: Readonly<Record<'disk' | 's3', BlobStore>>;

beforeAll(async () => {
  server = await startS3Server();
  stores = { disk: new DiskBlobStore(folder), s3: s3With({}) };
});
afterEach(() => {
  server.fate = () => null;
});
afterAll(async () => {
  stores.s3.close();
  await server.close();
  rmSync(folder, { recursive: true });
});

const s3With = (environment: Readonly<Record<string, string>>) =>
  new S3BlobStore(readConfig({ ...server.environment, ...environment }));

function newKey(): string {
  const name = randomBytes(16).toString('hex');
  return `${name.slice(0, 2)}/${name}`;
}

/** In chunks as they come from a request. */
function* chunksOf(bytes: Buffer): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

async function keysIn(store: BlobStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const key of store.keysBefore(Number.MAX_SAFE_INTEGER)) keys.push(key);
  return keys;
}

describe.each(['disk', 's3'] as const)('the blob store on %s', (name) => {
  it.each([1, 70_000, 5 * MIB, 11 * MIB + 7])('keeps %d bytes as they came', async (size) => {
    const [key, bytes] = [newKey(), randomBytes(size)];
    await stores[name].put(key, Readable.from(chunksOf(bytes)));
    expect((await buffer(await stores[name].read(key, size))).equals(bytes)).toBe(true);
    expect(await keysIn(stores[name])).toContain(key);
  });

  it('gives spans of a blob', async () => {
    const [key, bytes] = [newKey(), randomBytes(200_000)];
    await stores[name].put(key, Readable.from(chunksOf(bytes)));
    for (const [start, end] of [
      [0, 1],
      [1_000, 150_000],
      [199_999, 199_999],
    ] as const) {
      const span = await buffer(await stores[name].read(key, bytes.length, { start, end }));
      expect(span.equals(bytes.subarray(start, end + 1))).toBe(true);
    }
  });

  it.each([10_000, 6 * MIB])('keeps nothing of a stream that fails after %d bytes', async (size) => {
    const before = await keysIn(stores[name]);
    const broken = Readable.from(
      (function* () {
        yield* chunksOf(randomBytes(size));
        throw new Error('cut off');
      })(),
    );
    await expect(stores[name].put(newKey(), broken)).rejects.toThrow('cut off');
    expect(await keysIn(stores[name])).toEqual(before);
  });

  it('says that it is unavailable when a blob is gone or not as long as its row says', async () => {
    const key = newKey();
    await stores[name].put(key, Readable.from([Buffer.from('0123456789')]));
    await expect(stores[name].read(key, 9)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(stores[name].read(key, 11, { start: 0, end: 3 })).rejects.toMatchObject({ code: 'unavailable' });
    await expect(stores[name].read(newKey(), 10)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('removes a blob, also one that is gone', async () => {
    const key = newKey();
    await stores[name].put(key, Readable.from([Buffer.from('x')]));
    await stores[name].delete(key);
    await stores[name].delete(key);
    await expect(stores[name].read(key, 1)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await keysIn(stores[name])).not.toContain(key);
  });

  it('lists what was written before a time', async () => {
    await stores[name].put(newKey(), Readable.from([Buffer.from('x')]));
    const old: string[] = [];
    for await (const key of stores[name].keysBefore(Date.now() - HOUR)) old.push(key);
    expect(old).toEqual([]);
  });

  it('can be asked whether it works', async () => {
    await expect(stores[name].check()).resolves.toBeUndefined();
  });

  it('takes no key that is not one of ours', async () => {
    await expect(stores[name].put('../../etc/passwd', Readable.from(['x']))).rejects.toThrow('Not a key');
  });
});

describe('the blob store on s3', () => {
  it('gives up an upload in parts when one of them fails', async () => {
    const key = newKey();
    server.fate = ({ url }) => (url.includes('partNumber=2') ? 500 : null);
    const put = stores.s3.put(key, Readable.from(chunksOf(randomBytes(11 * MIB))));
    await expect(put).rejects.toMatchObject({ code: 'unavailable' });
    expect(server.seen.filter((each) => each.startsWith('DELETE') && each.includes('uploadId='))).not.toEqual([]);
    expect(await keysIn(stores.s3)).not.toContain(key);
  });

  it('gives up an upload in parts when its stream breaks', async () => {
    const before = server.seen.length;
    const broken = Readable.from(
      (function* () {
        yield* chunksOf(randomBytes(6 * MIB));
        throw new Error('cut off');
      })(),
    );
    await expect(stores.s3.put(newKey(), broken)).rejects.toThrow('cut off');
    const aborted = server.seen.slice(before).filter((each) => /^DELETE .*uploadId=/.test(each));
    expect(aborted).toHaveLength(1);
  });

  it('ends the stream it reads from when the server fails, so that its writer does not wait', async () => {
    server.fate = ({ method }) => (method === 'POST' ? 500 : null);
    const bytes = Readable.from(chunksOf(randomBytes(30 * MIB)));
    await expect(stores.s3.put(newKey(), bytes)).rejects.toMatchObject({ code: 'unavailable' });
    expect(bytes.destroyed).toBe(true);
  });

  it('tells a full server from one that fails', async () => {
    server.fate = ({ method }) => (method === 'PUT' ? 507 : null);
    const put = stores.s3.put(newKey(), Readable.from([Buffer.from('x')]));
    await expect(put).rejects.toMatchObject({ code: 'storage_full' });
  });

  it('holds a few parts in memory, not the file', async () => {
    let taken = 0;
    let inFlight = 0;
    let most = 0;
    server.fate = ({ method }) => {
      if (method === 'PUT') inFlight = taken;
      return null;
    };
    const bytes = (function* () {
      for (const chunk of chunksOf(Buffer.alloc(40 * MIB))) {
        taken += chunk.length;
        most = Math.max(most, taken - inFlight);
        yield chunk;
      }
    })();
    await stores.s3.put(newKey(), Readable.from(bytes, { highWaterMark: 1 }));
    expect(most).toBeLessThan(11 * MIB);
  });

  it('does not start with settings that the server refuses, and names them', async () => {
    const problemsOf = async (environment: Readonly<Record<string, string>>) => {
      const store = s3With(environment);
      const error: unknown = await store.start().then(
        () => null,
        (reason: unknown) => reason,
      );
      store.close();
      expect(error).toBeInstanceOf(ConfigError);
      return (error as ConfigError).problems.map((problem) => problem.split(':')[0]);
    };
    expect(await problemsOf({ S3_BUCKET: 'none-such' })).toEqual(['S3_BUCKET']);
    const keys = ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
    server.fate = () => 403;
    expect(await problemsOf({ S3_SECRET_ACCESS_KEY: 'wrong' })).toEqual(keys);
    server.fate = () => 301;
    expect(await problemsOf({ S3_REGION: 'eu-west-1' })).toEqual(['S3_REGION']);
  });

  it('starts while the server is away, and works once it is back', async () => {
    await server.leave();
    const store = s3With({});
    await store.start();
    await expect(store.check()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.put(newKey(), Readable.from([Buffer.from('x')]))).rejects.toMatchObject({ code: 'unavailable' });
    await server.comeBack();
    await expect(store.check()).resolves.toBeUndefined();
    store.close();
  });
});
