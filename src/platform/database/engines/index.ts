import { join } from 'node:path';
import type { Config } from '../../config/config.js';
import type { Engine, SqlWords } from './engine.js';
import { MYSQL_WORDS, SQLITE_WORDS } from './words.js';

export type { Engine, FullTextTerm, OpenTransaction, SqlWords } from './engine.js';
export { PRIMARY_KEY } from './engine.js';

/** Token of the process's engine. */
export const ENGINE = Symbol('engine');

/** The configured engine. Its driver is loaded here and the other one's never. */
export async function engineOf(config: Config): Promise<Engine> {
  switch (config.DB_ENGINE) {
    case 'mysql': {
      const { MysqlEngine } = await import('./mysql.js');
      return new MysqlEngine(config.DB_URL, {
        poolSize: config.DB_POOL_SIZE,
        readYourWrites: config.DB_READ_YOUR_WRITES,
      });
    }
    case 'sqlite': {
      const { SqliteEngine } = await import('./sqlite.js');
      return new SqliteEngine(
        config.DB_URL
          ? { path: config.DB_URL, variable: 'DB_URL' }
          : { path: join(config.DATA_DIR, 'polydesk.sqlite'), variable: 'DATA_DIR' },
      );
    }
  }
}

/** The SQL words of a data source, by TypeORM's name of its driver. */
export function wordsFor(driver: string): SqlWords {
  return driver === 'mysql' ? MYSQL_WORDS : SQLITE_WORDS;
}
