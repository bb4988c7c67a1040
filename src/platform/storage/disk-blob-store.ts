import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../errors/domain-error.js';
import { UNAVAILABLE } from '../errors/error-codes.js';
import { STORAGE_FULL } from '../database/storage-full.error.js';
import { BlobStore, type ByteRange } from './blob-store.js';

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{32}$/;
const SHELF = /^[0-9a-f]{2}$/;
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
      await makeSynced(dirname(path));
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
      if (!shelf.isDirectory() || !SHELF.test(shelf.name)) continue;
      for await (const file of await opendir(join(this.folder, shelf.name))) {
        const key = `${shelf.name}/${file.name}`;
        const isDraft = key.endsWith(DRAFT);
        // Strangers' files, as `.DS_Store`, and folders are left alone.
        if (!file.isFile() || !KEY.test(isDraft ? key.slice(0, -DRAFT.length) : key)) continue;
        const path = join(this.folder, key);
        const written = await stat(path).catch(() => null);
        // Gone meanwhile: another process sweeps too.
        if (!written || written.mtimeMs >= instant) continue;
        if (isDraft) await rm(path, { force: true });
        else yield key;
      }
    }
  }

  async check(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    // A full or read-only disk tells only when written to.
    const path = join(this.folder, `.check-${randomUUID()}`);
    try {
      await writeFile(path, 'check', { mode: 0o600 });
    } finally {
      await rm(path, { force: true });
    }
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('Not a key of this store');
    return join(this.folder, key);
  }
}

async function writeSynced(path: string, bytes: Readable): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  let size = 0;
  try {
    // `write` may write a part only, as on a full disk; this one writes all or fails.
    for await (const chunk of bytes as AsyncIterable<Buffer>) {
      await file.appendFile(chunk);
      size += chunk.length;
    }
    await file.sync();
    if ((await file.stat()).size !== size) {
      throw new DomainError(UNAVAILABLE, { cause: new Error('The disk took less than was written') });
    }
  } finally {
    await file.close();
  }
}

/** Makes a folder, and sees to it that its name and the new ones above it are on disk. */
async function makeSynced(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const top = dirname(resolve(first));
  for (let folder = dirname(resolve(path)); folder.startsWith(top); folder = dirname(folder)) {
    await syncFolder(folder);
    if (folder === top) break;
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
