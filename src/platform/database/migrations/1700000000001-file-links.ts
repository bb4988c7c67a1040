import type { QueryRunner, MigrationInterface } from 'typeorm';
import { createIndex, dropIndex } from './indexes.js';
import { wordsOf } from './words.js';

const COMMON = ['tenant_id', 'id', 'file_name', 'mime_type', 'size', 'sha256', 'storage_key'];
const COLUMNS = [...COMMON, 'uploader_id', 'ticket_number', 'message_seq', 'created_at'].join(', ');

/**
 * Attachments that are kept elsewhere: they have an address instead of a blob. Also the indexes by which a person is
 * found without knowing who vouches for them, and tickets are listed by their newest message.
 */
export class FileLinks1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await rebuild(runner, 'with links');
    await createIndex(runner, 'users_by_subject', 'users', 'subject, issuer');
    await createIndex(runner, 'tickets_by_activity', 'tickets', 'tenant_id, last_message_at, number');
  }

  /** What is kept elsewhere has no place in the old table and is lost. */
  async down(runner: QueryRunner): Promise<void> {
    await dropIndex(runner, 'tickets_by_activity', 'tickets');
    await dropIndex(runner, 'users_by_subject', 'users');
    await rebuild(runner, 'blobs only');
  }
}

/**
 * Puts a table of the other shape in the place of `attachments`, rows included; goes on where a crash ended it. The old
 * table gets out of the way first: a program of another version that still runs is refused meanwhile, and cannot write
 * a row that would not be copied.
 */
async function rebuild(runner: QueryRunner, shape: 'with links' | 'blobs only'): Promise<void> {
  const words = wordsOf(runner);
  const short = (length: number) => words.short(length);
  const [required, address] = shape === 'with links' ? ['', [`external_url ${words.long}`]] : [' NOT NULL', []];

  const present = await runner.getTable('attachments');
  const hasLinks = present?.columns.some(({ name }) => name === 'external_url') ?? false;
  if (present && hasLinks !== (shape === 'with links')) {
    await runner.query('ALTER TABLE attachments RENAME TO old_attachments');
  }
  const lines = [
    'tenant_id INT NOT NULL',
    'id INT NOT NULL',
    `file_name ${short(255)} NOT NULL`,
    `mime_type ${short(127)} NOT NULL`,
    `size BIGINT${required}`,
    `sha256 ${short(64)}${required}`,
    `storage_key ${short(190)}${required} UNIQUE`,
    ...address,
    'uploader_id INT NOT NULL',
    'ticket_number INT',
    'message_seq INT',
    `created_at ${words.instant} NOT NULL`,
    'PRIMARY KEY (tenant_id, id)',
    'FOREIGN KEY (tenant_id, uploader_id) REFERENCES users (tenant_id, id)',
  ];
  await runner.query(`CREATE TABLE IF NOT EXISTS attachments (\n  ${lines.join(',\n  ')}\n) ${words.tableOptions}`);
  if (await runner.hasTable('old_attachments')) {
    await runner.query(`INSERT INTO attachments (${COLUMNS}) SELECT ${COLUMNS} FROM old_attachments o
      WHERE o.storage_key IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM attachments a WHERE a.tenant_id = o.tenant_id AND a.id = o.id)`);
    await runner.query('DROP TABLE old_attachments');
  }
  // Only now: SQLite's indexes keep their names when their table loses its own.
  await createIndex(runner, 'attachments_by_message', 'attachments', 'tenant_id, ticket_number, message_seq');
  await createIndex(runner, 'attachments_unbound', 'attachments', 'ticket_number, created_at');
}
