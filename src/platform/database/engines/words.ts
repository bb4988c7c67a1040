import type { SqlWords } from './engine.js';

export const SQLITE_WORDS: SqlWords = {
  serial: 'INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT',
  instant: 'INTEGER',
  short: () => 'TEXT',
  long: 'TEXT',
  tableOptions: '',
};

export const MYSQL_WORDS: SqlWords = {
  serial: 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY',
  instant: 'BIGINT',
  short: (length) => `VARCHAR(${length})`,
  long: 'LONGTEXT',
  tableOptions: 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
};
