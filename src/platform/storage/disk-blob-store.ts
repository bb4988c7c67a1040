import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../errors/domain-error.js';
import { UNAVAILABLE } from '../errors/error-codes.js';
import { STORAGE_FULL } from '../database/storage-full.error.js';
import { BlobStore, type ByteRange } from './blob-store.js';

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{32}$/;
const DRAFT = '.draft';

/** Blobs as files: written under a draft name, synced, renamed, and the folder synced, so none is ever half there. */
export class DiskBlobStore extends BlobStore {
  constructor(private readonly folder: string) {
    super();
  }

  async put(key: string, bytes: Readable): Promise<void> {
    const path = this.pathOf(key);
    const draft = path + DRAFT;
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeSynced(draft, bytes);
      await rename(draft, path);
      await syncFolder(dirname(path));
    } catch (error) {
      // Nobody reads on: whoever writes must not wait for it.
      bytes.destroy();
      await rm(draft, { force: true }).catch(() => undefined);
      throw storageError(error);
    }
  }

  async read(key: string, size: number, range?: ByteRange): Promise<Readable> {
    const path = this.pathOf(key);
    try {
      if ((await stat(path)).size !== size) throw new Error('The blob has not the size its row says');
      const file = await open(path, 'r');
      return createReadStream(path, { fd: file, autoClose: true, ...(range ?? {}) });
    } catch (error) {
      throw new DomainError(UNAVAILABLE, { cause: error });
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async *keysBefore(instant: number): AsyncIterable<string> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for await (const shelf of await opendir(this.folder)) {
      if (!shelf.isDirectory()) continue;
      for await (const file of await opendir(join(this.folder, shelf.name))) {
        const path = join(this.folder, shelf.name, file.name);
        const written = await stat(path).catch(() => null);
        // Gone meanwhile: another process sweeps too.
        if (!written || written.mtimeMs >= instant) continue;
        if (file.name.endsWith(DRAFT)) await rm(path, { force: true });
        else if (KEY.test(`${shelf.name}/${file.name}`)) yield `${shelf.name}/${file.name}`;
      }
    }
  }

  async check(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await access(this.folder, constants.W_OK);
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('Not a key of this store');
    return join(this.folder, key);
  }
}

async function writeSynced(path: string, bytes: Readable): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    // `write` may write a part only, as on a full disk; this one writes all or fails.
    for await (const chunk of bytes) await file.appendFile(chunk as Buffer);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is only safe once its folder is on disk too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function storageError(error: unknown): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new DomainError(STORAGE_FULL, { cause: error });
  // Whatever else the system refused: read-only, broken, not a folder, too many open files.
  return syscall === undefined ? error : new DomainError(UNAVAILABLE, { cause: error });
}
