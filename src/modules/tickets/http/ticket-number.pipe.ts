import { Injectable, type PipeTransform } from '@nestjs/common';
import { parseId } from '../../../platform/http/id.pipe.js';

/** A ticket in a path: its number (`3`) or its reference (`TK-2026-00003`). Anything else names nothing: 404. */
@Injectable()
export class TicketNumberPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const digits = /^TK-\d{4}-(\d{5,10})$/.exec(text)?.[1];
    return parseId(digits === undefined ? text : digits.replace(/^0+/, ''));
  }
}
