import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../errors/error-codes.js';

const LARGEST_ID = 2_147_483_647;

/** An id in a path. What cannot be one names nothing: 404, like any other unknown object. */
export function parseId(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > LARGEST_ID) throw notFound();
  return Number(text);
}

@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    return parseId(text);
  }
}
