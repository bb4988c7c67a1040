import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApp } from './test-app.js';

/** Paths of the files that the service keeps the bytes of attachments in, drafts too. */
export function blobsOf({ database }: TestApp): string[] {
  const folder = join(database.folder, 'attachments');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
