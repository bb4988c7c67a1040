import { Injectable } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { Keys } from '../crypto/keys.service.js';
import { INVALID_CURSOR } from './http-errors.js';

type Position = readonly (number | string | null)[];

/**
 * Opaque, signed places in a list. `list` names the list with its tenant, its filter and its sort: a cursor is good for
 * that one only.
 */
@Injectable()
export class Cursors {
  constructor(private readonly keys: Keys) {}

  write(list: string, position: Position): string {
    const text = Buffer.from(JSON.stringify(position)).toString('base64url');
    return `${text}.${this.signature(list, text)}`;
  }

  /** Throws `invalid_cursor`. */
  read(list: string, cursor: string): Position {
    const dot = cursor.indexOf('.');
    const [text, signature] = [cursor.slice(0, dot), cursor.slice(dot + 1)];
    if (!this.keys.verify('cursor', `${list}\0${text}`, signature)) throw new DomainError(INVALID_CURSOR);
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Position;
  }

  private signature(list: string, text: string): string {
    return this.keys.sign('cursor', `${list}\0${text}`);
  }
}
