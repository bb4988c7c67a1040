import type { MigrationInterface, QueryRunner } from 'typeorm';
import { setIndexes } from './indexes.js';

const BEFORE = {
  tickets_by_update: 'tenant_id, updated_at, number',
  tickets_by_creation: 'tenant_id, created_at, number',
  tickets_by_priority: 'tenant_id, priority, number',
  tickets_by_activity: 'tenant_id, last_message_at, number',
  tickets_by_status: 'tenant_id, status, updated_at, number',
  tickets_by_assignee: 'tenant_id, assignee_id, status, updated_at, number',
  tickets_by_category: 'tenant_id, category_id, updated_at, number',
  tickets_by_requester: 'tenant_id, requester_id, public_updated_at, number',
  tickets_by_team: 'tenant_id, team_id, public_updated_at, number',
} as const;

/** All tell which tickets are deleted, so that tickets are counted without being read. */
const AFTER = {
  ...BEFORE,
  tickets_by_category: 'tenant_id, category_id, status, updated_at, number',
  tickets_by_status_priority: 'tenant_id, status, priority, updated_at, number',
  tickets_by_status_creation: 'tenant_id, status, created_at, number',
  tickets_by_status_urgency: 'tenant_id, status, priority, number',
  tickets_by_requester_creation: 'tenant_id, requester_id, created_at, number',
  tickets_by_team_creation: 'tenant_id, team_id, created_at, number',
} as const;

/** Indexes that have the lists people keep in their order, and in which tickets are counted. */
export class CountingIndexes1700000000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const indexes: Record<string, string> = {};
    for (const [name, columns] of Object.entries(AFTER)) indexes[name] = `${columns}, deleted_at`;
    await setIndexes(runner, 'tickets', indexes);
  }

  async down(runner: QueryRunner): Promise<void> {
    const indexes: Record<string, string | null> = { ...BEFORE };
    for (const name of Object.keys(AFTER)) indexes[name] ??= null;
    await setIndexes(runner, 'tickets', indexes);
  }
}
