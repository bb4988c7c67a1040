import 'reflect-metadata';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from './platform/config/config.js';
import { preflight } from './preflight.js';

describe('what is tried before a start', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'polydesk-preflight-'));
    file = join(folder, 'file');
    writeFileSync(file, 'neither a folder nor a database');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const named = async (environment: Record<string, string>) => {
    const config = readConfig({ HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(folder, 'data'), ...environment });
    try {
      await preflight(config);
      return [];
    } catch (error) {
      return (error as { problems: string[] }).problems.map((problem) => problem.split(':')[0]).sort();
    }
  };

  it('names all that is wrong at once, each once', async () => {
    expect(await named({ HOST: '203.0.113.7', DATA_DIR: file })).toEqual(['DATA_DIR', 'HOST']);
    expect(await named({ HOST: '203.0.113.7', DB_URL: file })).toEqual(['DB_URL', 'HOST']);
  });

  it('tells a port that is taken from one that is free, and leaves that free', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const PORT = String((other.address() as AddressInfo).port);
    expect(await named({ PORT })).toEqual(['PORT']);
    await new Promise((resolve) => other.close(resolve));
    expect([await named({ PORT }), await named({ PORT })]).toEqual([[], []]);
  });
});
