import type { SqlWords } from './engine.js';

export const SQLITE_WORDS: SqlWords = {
  serial: 'INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT',
  instant: 'INTEGER',
  short: () => 'TEXT',
  long: 'TEXT',
  tableOptions: '',
  words: 'TEXT',
  fullTextId: 'INTEGER NOT NULL PRIMARY KEY',
  // The index reads its texts from the table and is kept in step by triggers.
  fullTextIndex: (table) => [
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${table}_index USING fts5 (text, content='${table}', content_rowid='FTS_DOC_ID',
      detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")`,
    `INSERT INTO ${table}_index (${table}_index) VALUES ('rebuild')`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_added AFTER INSERT ON ${table} BEGIN
      INSERT INTO ${table}_index (rowid, text) VALUES (new.FTS_DOC_ID, new.text);
    END`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_removed AFTER DELETE ON ${table} BEGIN
      INSERT INTO ${table}_index (${table}_index, rowid, text) VALUES ('delete', old.FTS_DOC_ID, old.text);
    END`,
  ],
  dropFullTextIndex: (table) => [`DROP TABLE IF EXISTS ${table}_index`],
};

export const MYSQL_WORDS: SqlWords = {
  serial: 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY',
  instant: 'BIGINT',
  short: (length) => `VARCHAR(${length})`,
  long: 'LONGTEXT',
  tableOptions: 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
  words: 'LONGTEXT CHARACTER SET ascii COLLATE ascii_bin',
  // With a column of this name InnoDB makes none of its own.
  fullTextId: 'BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE',
  fullTextIndex: (table) => [`CREATE FULLTEXT INDEX ${table}_index ON ${table} (text)`],
  dropFullTextIndex: () => [],
};
