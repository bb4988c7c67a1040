import type { QueryRunner } from 'typeorm';
import { wordsFor } from '../engines/index.js';
import type { SqlWords } from '../engines/index.js';

/** The SQL words of the engine a migration runs on. */
export function wordsOf(runner: QueryRunner): SqlWords {
  return wordsFor(runner.connection.options.type);
}
