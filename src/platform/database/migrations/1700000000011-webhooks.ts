import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './indexes.js';
import { wordsOf } from './words.js';

/** Endpoints that are told of events, and what was or is to be delivered to each. */
export class Webhooks1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const words = wordsOf(runner);
    const { long, instant, serial, tableOptions } = words;
    const short = (length: number) => words.short(length);
    const table = (name: string, ...lines: string[]) =>
      runner.query(`CREATE TABLE IF NOT EXISTS ${name} (\n  ${lines.join(',\n  ')}\n) ${tableOptions}`);

    await table(
      'webhooks',
      'tenant_id INT NOT NULL',
      'id INT NOT NULL',
      `url ${long} NOT NULL`,
      `description ${short(255)}`,
      `event_types ${long} NOT NULL`,
      `status ${short(16)} NOT NULL`,
      `since ${instant} NOT NULL`,
      `sealed_secret ${long} NOT NULL`,
      `previous_sealed_secret ${long}`,
      `previous_until ${instant}`,
      `created_at ${instant} NOT NULL`,
      `updated_at ${instant} NOT NULL`,
      `deleted_at ${instant}`,
      'PRIMARY KEY (tenant_id, id)',
      'FOREIGN KEY (tenant_id) REFERENCES tenants (id)',
    );
    await table(
      'webhook_deliveries',
      `id ${serial}`,
      'tenant_id INT NOT NULL',
      'webhook_id INT NOT NULL',
      `event_id ${instant}`,
      `position ${instant} NOT NULL`,
      `type ${short(60)} NOT NULL`,
      'ticket_number INT',
      `message_id ${short(80)} NOT NULL`,
      `status ${short(16)} NOT NULL`,
      'attempts INT NOT NULL',
      `due_at ${instant} NOT NULL`,
      `created_at ${instant} NOT NULL`,
      `attempted_at ${instant}`,
      'response_status INT',
      'duration_ms INT',
      `error ${long}`,
      `request_headers ${long}`,
      `request_body ${long}`,
      `response_body ${long}`,
      'FOREIGN KEY (tenant_id, webhook_id) REFERENCES webhooks (tenant_id, id)',
    );
    const index = (name: string, columns: string) => createIndex(runner, name, 'webhook_deliveries', columns);
    // First the one that never changes: MySQL checks the foreign key by the first that fits, and would otherwise lock the
    // endpoint with every change of a status.
    await index('deliveries_by_time', 'tenant_id, webhook_id, created_at, id');
    await index('deliveries_due', 'tenant_id, webhook_id, status, due_at');
    await index('deliveries_in_line', 'tenant_id, webhook_id, ticket_number, status, position');
    await index('deliveries_by_status', 'tenant_id, webhook_id, status, created_at, id');
    await index('deliveries_by_age', 'created_at');

    const [mark] = (await runner.query("SELECT name FROM event_marks WHERE name = 'webhooks'")) as unknown[];
    if (!mark) {
      await runner.query(
        "INSERT INTO event_marks (name, position) SELECT 'webhooks', position FROM event_marks WHERE name = 'given'",
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS webhook_deliveries');
    await runner.query('DROP TABLE IF EXISTS webhooks');
    if (await runner.hasTable('event_marks')) await runner.query("DELETE FROM event_marks WHERE name = 'webhooks'");
  }
}
