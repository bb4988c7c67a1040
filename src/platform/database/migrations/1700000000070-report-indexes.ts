import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex, dropIndex } from './indexes.js';

const INDEXES = [
  ['tickets_by_first_response', 'tickets', 'tenant_id, first_response_at, created_at, assignee_id, deleted_at'],
  ['tickets_by_resolution', 'tickets', 'tenant_id, resolved_at, created_at, assignee_id, deleted_at'],
  ['messages_by_author', 'messages', 'tenant_id, author_id, created_at, public_seq'],
] as const;

/** What the reference from messages to their authors is kept with when the last index above is gone. */
const STAND_IN = ['messages_of_author', 'messages', 'tenant_id, author_id'] as const;

/** Indexes with all that a report asks of what happened between two moments, so that it reads neither tickets nor texts. */
export class ReportIndexes1700000000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, on, columns] of INDEXES) await createIndex(runner, name, on, columns);
    await dropIndex(runner, STAND_IN[0], STAND_IN[1]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await createIndex(runner, ...STAND_IN);
    for (const [name, on] of INDEXES) await dropIndex(runner, name, on);
  }
}
