import 'reflect-metadata';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/config.js';
import { digest, Keys, randomToken, sameText } from './keys.service.js';

const APP_KEY = 'an app key that is long enough for this';
const JWT_SECRET = 'a jwt secret that is long enough for this';
const keysOf = (appKey = APP_KEY) => new Keys(readConfig({ APP_KEY: appKey, JWT_SECRET }));

describe('a sealed secret', () => {
  it('is read again with the same key only, and looks different every time', () => {
    const secret = 'Schlüssel 🔑\n';
    const [one, two] = [keysOf().seal(secret), keysOf().seal(secret)];
    expect(one).not.toBe(two);
    expect(one).not.toContain('ssel');
    expect([keysOf().unseal(one), keysOf().unseal(two)]).toEqual([secret, secret]);
    expect(() => keysOf(`${APP_KEY}!`).unseal(one)).toThrow();
    expect(keysOf().unseal(keysOf().seal(''))).toBe('');
  });

  it('is refused when a single byte of it was changed or is missing', () => {
    const bytes = Buffer.from(keysOf().seal('secret'), 'base64');
    for (let index = 0; index < bytes.length; index++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(bytes.readUInt8(index) ^ 1, index);
      expect(() => keysOf().unseal(changed.toString('base64'))).toThrow();
      expect(() => keysOf().unseal(bytes.subarray(0, index).toString('base64'))).toThrow();
    }
  });
});

describe('a signature', () => {
  it('fits its text, its purpose and its key', () => {
    const keys = keysOf();
    const signature = keys.sign('link', '/a/1');
    expect(keys.verify('link', '/a/1', signature)).toBe(true);
    expect(keys.verify('link', '/a/2', signature)).toBe(false);
    expect(keys.verify('cursor', '/a/1', signature)).toBe(false);
    expect(keys.verify('link', '/a/1', '')).toBe(false);
    expect(keys.verify('link', '/a/1', signature.slice(0, -1))).toBe(false);
    expect(keysOf(`${APP_KEY}!`).verify('link', '/a/1', signature)).toBe(false);
    // Where the purpose ends and the text begins makes a difference.
    expect(keys.sign('ab', 'c')).not.toBe(keys.sign('a', 'bc'));
  });
});

describe('the secrets of an installation', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'polydesk_test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made on the first start and kept, for the owner of the files only', () => {
    const config = readConfig({ DATA_DIR: join(folder, 'data') });
    const [first, second] = [new Keys(config), new Keys(config)];
    expect(second.jwtSecret).toEqual(first.jwtSecret);
    expect(second.unseal(first.seal('x'))).toBe('x');
    expect(first.jwtSecret.length).toBeGreaterThanOrEqual(32);
    const files = readdirSync(join(folder, 'data'));
    expect(files.toSorted()).toEqual(['app-key', 'jwt-secret']);
    for (const file of files) expect(statSync(join(folder, 'data', file)).mode & 0o077).toBe(0);
  });

  it('are other ones in another folder', () => {
    const [one, two] = ['a', 'b'].map((name) => new Keys(readConfig({ DATA_DIR: join(folder, name) })));
    expect(one?.jwtSecret).not.toEqual(two?.jwtSecret);
    expect(() => two?.unseal(one?.seal('x') ?? '')).toThrow();
  });
});

describe('tokens', () => {
  it('are 256 random bits, and stored as a digest', () => {
    const tokens = Array.from({ length: 100 }, randomToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect([sameText('a', 'a'), sameText('a', 'b'), sameText('a', 'aa'), sameText('', '')]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});
