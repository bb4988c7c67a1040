import type { PipeTransform } from '@nestjs/common';
import { invalid, notFound } from '../../platform/errors/error-codes.js';

const LARGEST = 2_147_483_647;
/** As many digits as a Java long may have. */
const POSITIVE = /^[1-9]\d{0,18}$/;

/**
 * A ticket's id is its number. What is no positive integer is a malformed request on this wire (`validation_failed`); one
 * larger than we count is merely not there (`not_found`).
 */
export const TICKET: PipeTransform<string, number> = {
  transform: (id) => {
    if (!POSITIVE.test(id)) throw invalid({});
    const number = Number(id);
    if (number > LARGEST) throw notFound();
    return number;
  },
};
