import type { SqlWords } from './engine.js';

export const SQLITE_WORDS: SqlWords = {
  serial: 'INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT',
  instant: 'INTEGER',
  short: () => 'TEXT',
  long: 'TEXT',
  tableOptions: '',
  words: 'TEXT',
  // Numbered by us, as the rows' own numbers may change with VACUUM.
  fullTextKeys: (columns) => `document_id INTEGER NOT NULL PRIMARY KEY, UNIQUE (${columns})`,
  // The index reads its texts from the table and is kept in step by triggers.
  fullTextIndex: (table) => [
    `CREATE VIRTUAL TABLE IF NOT EXISTS ${table}_index USING fts5 (text, content='${table}', content_rowid='document_id',
      detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")`,
    `INSERT INTO ${table}_index (${table}_index) VALUES ('rebuild')`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_added AFTER INSERT ON ${table} BEGIN
      INSERT INTO ${table}_index (rowid, text) VALUES (new.document_id, new.text);
    END`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_removed AFTER DELETE ON ${table} BEGIN
      INSERT INTO ${table}_index (${table}_index, rowid, text) VALUES ('delete', old.document_id, old.text);
    END`,
  ],
  dropFullTextIndex: (table) => [`DROP TABLE IF EXISTS ${table}_index`],
  changeIndexes: (table, dropped, added) => [
    ...dropped.map((name) => `DROP INDEX ${name}`),
    ...added.map(([name, columns]) => `CREATE INDEX ${name} ON ${table} (${columns})`),
  ],
};

export const MYSQL_WORDS: SqlWords = {
  serial: 'BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY',
  instant: 'BIGINT',
  short: (length) => `VARCHAR(${length})`,
  long: 'LONGTEXT',
  tableOptions: 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin',
  words: 'LONGTEXT CHARACTER SET ascii COLLATE ascii_bin',
  // InnoDB numbers the documents itself: it refuses numbers that come to it out of turn, as those of many writers do.
  fullTextKeys: (columns) => `PRIMARY KEY (${columns})`,
  fullTextIndex: (table) => [`CREATE FULLTEXT INDEX ${table}_index ON ${table} (text)`],
  dropFullTextIndex: () => [],
  // All in one: the table is read once, and what references need is there at any time.
  changeIndexes: (table, dropped, added) => [
    `ALTER TABLE ${table} ${[
      ...dropped.map((name) => `DROP INDEX ${name}`),
      ...added.map(([name, columns]) => `ADD INDEX ${name} (${columns})`),
    ].join(', ')}`,
  ],
};
