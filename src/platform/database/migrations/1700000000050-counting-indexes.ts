import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex, dropIndex, findIndex } from './indexes.js';

const INDEXES = {
  tickets_by_update: 'tenant_id, updated_at, number',
  tickets_by_creation: 'tenant_id, created_at, number',
  tickets_by_priority: 'tenant_id, priority, number',
  tickets_by_status: 'tenant_id, status, updated_at, number',
  tickets_by_assignee: 'tenant_id, assignee_id, status, updated_at, number',
  tickets_by_requester: 'tenant_id, requester_id, public_updated_at, number',
  tickets_by_team: 'tenant_id, team_id, public_updated_at, number',
  tickets_by_category: 'tenant_id, category_id, updated_at, number',
} as const;

/** The indexes of tickets tell which are deleted, so that tickets are counted without being read. */
export class CountingIndexes1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(INDEXES)) await replace(runner, name, `${columns}, deleted_at`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(INDEXES)) await replace(runner, name, columns);
  }
}

/** Foreign keys need an index at any time, so there is another one while this one is made anew. */
async function replace(runner: QueryRunner, name: string, columns: string): Promise<void> {
  const index = await findIndex(runner, name, 'tickets');
  if (index?.columnNames.join(', ') === columns) return;
  const standIn = `${name}_meanwhile`;
  await createIndex(runner, standIn, 'tickets', columns);
  await dropIndex(runner, name, 'tickets');
  await createIndex(runner, name, 'tickets', columns);
  await dropIndex(runner, standIn, 'tickets');
}
