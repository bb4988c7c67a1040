import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './indexes.js';
import { wordsOf } from './words.js';

/** The answers of requests with an Idempotency-Key, for a day. */
export class KeptAnswers1700000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const words = wordsOf(runner);
    const lines = [
      'tenant_id INT NOT NULL',
      `scope ${words.short(64)} NOT NULL`,
      `fingerprint ${words.short(64)} NOT NULL`,
      `role ${words.short(16)} NOT NULL`,
      `shown ${words.long} NOT NULL`,
      `answer ${words.long} NOT NULL`,
      `expires_at ${words.instant} NOT NULL`,
      'PRIMARY KEY (tenant_id, scope)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    ];
    await runner.query(`CREATE TABLE IF NOT EXISTS kept_answers (\n  ${lines.join(',\n  ')}\n) ${words.tableOptions}`);
    await createIndex(runner, 'kept_answers_by_expiry', 'kept_answers', 'expires_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS kept_answers');
  }
}
