import type { MigrationInterface, QueryRunner } from 'typeorm';
import { wordsOf } from './words.js';

/** What is written into an endpoint's row by whoever changes its deliveries. */
export class EndpointTurns1700000000060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const webhooks = await runner.getTable('webhooks');
    if (webhooks?.findColumnByName('turn')) return;
    await runner.query(`ALTER TABLE webhooks ADD COLUMN turn ${wordsOf(runner).instant} NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const webhooks = await runner.getTable('webhooks');
    if (webhooks?.findColumnByName('turn')) await runner.query('ALTER TABLE webhooks DROP COLUMN turn');
  }
}
