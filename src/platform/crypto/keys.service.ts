import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hash,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { Config, ConfigError } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { UNAVAILABLE } from '../errors/error-codes.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const UNREADABLE = 'A stored secret cannot be read: APP_KEY is not the key that it was sealed with, or it was damaged';

/** The installation's secrets and what is done with them: signing links and cursors, sealing stored secrets. */
@Injectable()
export class Keys {
  /** Signs the access tokens that this service issues. */
  readonly jwtSecret: Uint8Array;
  private readonly logger = new Logger('Keys');
  private readonly signingKey: Buffer;
  private readonly sealingKey: Buffer;

  constructor(config: Config) {
    this.jwtSecret = new TextEncoder().encode(config.JWT_SECRET ?? keptSecret(config.DATA_DIR, 'jwt-secret'));
    const appKey = config.APP_KEY ?? keptSecret(config.DATA_DIR, 'app-key');
    this.signingKey = derive(appKey, 'signing');
    this.sealingKey = derive(appKey, 'sealing');
  }

  /** A keyed digest of `text`; `purpose` keeps a signature made for one thing from passing for another. */
  sign(purpose: string, text: string): string {
    return createHmac('sha256', this.signingKey).update(`${purpose}\0${text}`).digest('base64url');
  }

  verify(purpose: string, text: string, signature: string): boolean {
    return sameText(this.sign(purpose, text), signature);
  }

  /** Encrypts a secret that must be read again (AES-256-GCM). */
  seal(secret: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.sealingKey, nonce);
    return Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString(
      'base64',
    );
  }

  /** Throws `unavailable` when it was sealed with another key. */
  unseal(sealed: string): string {
    try {
      return this.open(Buffer.from(sealed, 'base64'));
    } catch (error) {
      throw new DomainError(UNAVAILABLE, { cause: new Error(UNREADABLE, { cause: error }) });
    }
  }

  /** Null when it was sealed with another key, which the log tells: for what can be set anew as long as it is shown. */
  unsealIfPossible(sealed: string, what: Readonly<Record<string, unknown>>): string | null {
    try {
      return this.open(Buffer.from(sealed, 'base64'));
    } catch (error) {
      this.logger.error({ ...what, err: error }, UNREADABLE);
      return null;
    }
  }

  private open(bytes: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.sealingKey, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }
}

/** What is stored of a random token, so that a stolen table opens nothing. */
export function digest(token: string): string {
  return hash('sha256', token);
}

/** A new unguessable token, 256 bits. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compares in a time that tells nothing of where the texts differ. */
export function sameText(left: string, right: string): boolean {
  const digestOf = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digestOf(left), digestOf(right));
}

function derive(appKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', appKey, '', `polydesk ${purpose}`, 32));
}

/** Reads the secret from the data folder, making it on the first start; of two first starts one wins for both. */
function keptSecret(folder: string, name: string): string {
  try {
    return readOrMake(folder, name);
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new ConfigError([`DATA_DIR: secrets cannot be kept there (${code})`]);
  }
}

function readOrMake(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Written whole before it gets its name: a crash halfway must not leave an empty secret.
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, randomToken(), { mode: 0o600, flush: true });
    try {
      linkSync(draft, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    rmSync(draft);
  }
  return readFileSync(path, 'utf8').trim();
}
