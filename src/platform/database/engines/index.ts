import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import type { Engine, SqlWords } from './engine.js';
import { MYSQL_WORDS, MysqlEngine } from './mysql.js';
import { SQLITE_WORDS, SqliteEngine } from './sqlite.js';

export type { Engine, SqlWords } from './engine.js';

export function engineOf(config: Config): Engine {
  switch (config.DB_ENGINE) {
    case 'mysql':
      return new MysqlEngine(config.DB_URL, config.DB_POOL_SIZE);
    case 'sqlite':
      return new SqliteEngine(config.DB_URL || join(config.DATA_DIR, 'polydesk.sqlite'));
  }
}

/** The SQL words of a data source, by TypeORM's name of its driver. */
export function wordsFor(driver: string): SqlWords {
  return driver === 'mysql' ? MYSQL_WORDS : SQLITE_WORDS;
}
