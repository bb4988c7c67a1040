import type { PipeTransform } from '@nestjs/common';
import { notFound } from '../errors/error-codes.js';

const LARGEST = 2_147_483_647;

/**
 * Ids of a wire that are a prefix, an underscore and our number with at least so many digits. As a pipe it reads one from
 * a path; what is not exactly as it would be written names nothing (`not_found`).
 */
export class NumberedId implements PipeTransform<string, number> {
  private readonly pattern: RegExp;

  constructor(
    private readonly prefix: string,
    private readonly digits = 1,
  ) {
    this.pattern = new RegExp(`^${prefix}_(\\d{1,10})$`);
  }

  write(number: number): string {
    return `${this.prefix}_${String(number).padStart(this.digits, '0')}`;
  }

  /** The number, if the text is exactly how it is written; null otherwise. */
  read(text: string): number | null {
    const number = Number(this.pattern.exec(text)?.[1]);
    return number > 0 && number <= LARGEST && this.write(number) === text ? number : null;
  }

  transform(text: string): number {
    const number = this.read(text);
    if (number === null) throw notFound();
    return number;
  }
}
