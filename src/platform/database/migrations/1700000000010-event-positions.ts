import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex, dropIndex } from './indexes.js';
import { wordsOf } from './words.js';

/** Rows that get their position in one statement. */
const BATCH = 5_000;

/**
 * Places of events in the order in which they were committed, and marks that say how far that order is given out and
 * read. Events that are there already keep the order of their ids.
 */
export class EventPositions1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const words = wordsOf(runner);
    const events = await runner.getTable('events');
    if (!events?.findColumnByName('position')) {
      await runner.query(`ALTER TABLE events ADD COLUMN position ${words.instant}`);
    }
    await createIndex(runner, 'events_by_position', 'events', 'position');
    await createIndex(runner, 'events_by_tenant_position', 'events', 'tenant_id, position');
    await runner.query(`CREATE TABLE IF NOT EXISTS event_marks (
      name ${words.short(40)} NOT NULL PRIMARY KEY,
      position ${words.instant} NOT NULL
    ) ${words.tableOptions}`);
    const [given] = (await runner.query("SELECT name FROM event_marks WHERE name = 'given'")) as unknown[];
    // Once there is a mark, positions are the sequencer's to give.
    if (!given) {
      const [newest] = (await runner.query('SELECT MAX(id) AS id FROM events')) as { id: number | string | null }[];
      await placeById(runner, Number(newest?.id ?? 0));
      await runner.query("INSERT INTO event_marks (name, position) SELECT 'given', COALESCE(MAX(id), 0) FROM events");
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IF EXISTS event_marks');
    await dropIndex(runner, 'events_by_tenant_position', 'events');
    await dropIndex(runner, 'events_by_position', 'events');
    const events = await runner.getTable('events');
    if (events?.findColumnByName('position')) await runner.query('ALTER TABLE events DROP COLUMN position');
  }
}

async function placeById(runner: QueryRunner, newest: number): Promise<void> {
  for (let from = 0; from < newest; from += BATCH) {
    await runner.query(`UPDATE events SET position = id WHERE id > ${from} AND id <= ${from + BATCH}`);
  }
}
