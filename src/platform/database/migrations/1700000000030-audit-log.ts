import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './indexes.js';
import { wordsOf } from './words.js';

/**
 * The audit log, and what tells whether the key is the one that stored secrets were sealed with. Entries refer to no
 * other table: they outlive what they speak of.
 */
export class AuditLog1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const words = wordsOf(runner);
    const short = (length: number) => words.short(length);
    const lines = [
      `id ${words.serial}`,
      'tenant_id INT NOT NULL',
      `type ${short(60)} NOT NULL`,
      'refused INT NOT NULL',
      `actor_type ${short(16)}`,
      'actor_id INT',
      `address ${short(45)}`,
      `request_id ${short(128)} NOT NULL`,
      `occurred_at ${words.instant} NOT NULL`,
      `data ${words.long} NOT NULL`,
    ];
    await runner.query(`CREATE TABLE IF NOT EXISTS audit_entries (\n  ${lines.join(',\n  ')}\n) ${words.tableOptions}`);
    await createIndex(runner, 'audit_by_tenant', 'audit_entries', 'tenant_id, occurred_at, id');
    await createIndex(runner, 'audit_by_type', 'audit_entries', 'tenant_id, type, occurred_at, id');
    await createIndex(runner, 'audit_by_time', 'audit_entries', 'occurred_at');
    await createIndex(runner, 'audit_refusals', 'audit_entries', 'refused, tenant_id, occurred_at, id');
    await runner.query(`CREATE TABLE IF NOT EXISTS key_checks (
      name ${short(40)} NOT NULL PRIMARY KEY,
      proof ${short(64)} NOT NULL
    ) ${words.tableOptions}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS audit_entries');
    await runner.query('DROP TABLE IF EXISTS key_checks');
  }
}
