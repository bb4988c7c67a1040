import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeliverySweep } from '../../../src/modules/webhooks/index.js';
import { DAY, type Instant } from '../../../src/platform/clock/clock.js';
import { Database } from '../../../src/platform/database/database.service.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let database: Database;
let endpoint: { readonly tenantId: number; readonly id: number };

// It does not listen, so nothing is delivered while we look.
beforeAll(async () => {
  test = await startTestApp({ OUTBOUND_ALLOW: '127.0.0.0/8' });
  database = test.app.get(Database);
});
beforeEach(async () => {
  desk = await makeDesk(test);
  const made = await desk.people.admin.client.post('/webhooks', { url: 'http://127.0.0.1:9/' });
  endpoint = { tenantId: desk.ctx.tenant.id, id: made.body.data.id };
});
afterAll(() => test.close());

const START = Date.now();

/** Puts deliveries into the log as they may stand there, a millisecond after one another. */
function put(
  rows: readonly { readonly ticket: number | null; readonly status: 'waiting' | 'pending' | 'delivered' }[],
  from: Instant = START,
) {
  return database.transaction(desk.ctx, async (tx) => {
    for (const [index, { ticket, status }] of rows.entries()) {
      const { tenantId, id } = endpoint;
      const values = [tenantId, id, index + 1, index + 1, 'ticket.tested', ticket, `msg_${index + 1}`, status];
      await database.write(tx, (manager) =>
        manager.query(
          `INSERT INTO webhook_deliveries (tenant_id, webhook_id, event_id, position, type, ticket_number, message_id,
            status, attempts, due_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
          [...values, from + index, from + index],
        ),
      );
    }
  });
}
const statuses = async () => {
  const rows = await database.read({ requestId: 'test' }, (manager) =>
    manager.query<{ status: string }[]>(
      'SELECT status FROM webhook_deliveries WHERE tenant_id = ? AND webhook_id = ? ORDER BY position',
      [endpoint.tenantId, endpoint.id],
    ),
  );
  return rows.map(({ status }) => status);
};

describe('replaying', () => {
  it('looks at the lines of what it replays, and at no others', async () => {
    // The line of the second ticket stands without a first, as it never may: whoever looks at it would mend it.
    await put([
      { ticket: 1, status: 'delivered' },
      { ticket: 2, status: 'waiting' },
    ]);
    const from = new Date(START).toISOString();
    const { body } = await desk.people.admin.client.post(`/webhooks/${endpoint.id}/replay?from=${from}`);
    expect(body.data.count).toBe(1);
    expect(await statuses()).toEqual(['pending', 'waiting']);
  });
});

describe('the sweep', () => {
  const LONG_AGO = START - 31 * DAY;

  it('lets the next of a line come, and looks at no other line', async () => {
    await put([{ ticket: 1, status: 'pending' }], LONG_AGO);
    await put([
      { ticket: 1, status: 'waiting' },
      { ticket: 2, status: 'waiting' },
    ]);
    await test.app.get(DeliverySweep).sweep();
    expect(await statuses()).toEqual(['pending', 'waiting']);
  });

  it('touches no delivery before its endpoint is locked', async () => {
    if (!database.engine.locksRows) return;
    await put([{ ticket: 1, status: 'pending' }], LONG_AGO);
    let sweeping: Promise<unknown> = Promise.resolve();
    await database.transaction(desk.ctx, async (tx) => {
      // As everybody locks an endpoint.
      await database.write(tx, (manager) =>
        manager.query('UPDATE webhooks SET id = id WHERE tenant_id = ? AND id = ?', [endpoint.tenantId, endpoint.id]),
      );
      sweeping = test.app.get(DeliverySweep).sweep();
      await sleep(300);
      const rows = await database.read(tx, (manager) =>
        manager.query<unknown[]>('SELECT id FROM webhook_deliveries WHERE tenant_id = ? FOR UPDATE NOWAIT', [
          endpoint.tenantId,
        ]),
      );
      expect(rows).toHaveLength(1);
    });
    await sweeping;
    expect(await statuses()).toEqual([]);
  });
});

describe('who changes the deliveries of an endpoint', () => {
  const turn = async () => {
    const [row] = await database.read({ requestId: 'test' }, (manager) =>
      manager.query<{ turn: number }[]>('SELECT turn FROM webhooks WHERE tenant_id = ? AND id = ?', [
        endpoint.tenantId,
        endpoint.id,
      ]),
    );
    return Number(row?.turn);
  };

  it('writes its row, as the nodes of a cluster know of no lock that is only held', async () => {
    await put([{ ticket: 1, status: 'delivered' }]);
    const before = await turn();
    const from = new Date(START).toISOString();
    const { body } = await desk.people.admin.client.post(`/webhooks/${endpoint.id}/replay?from=${from}`);
    expect(body.data.count).toBe(1);
    expect(await turn()).toBeGreaterThan(before);
    const swept = await turn();
    await database.transaction(desk.ctx, (tx) =>
      database.write(tx, (manager) =>
        manager.query('UPDATE webhook_deliveries SET created_at = ?', [START - 40 * DAY]),
      ),
    );
    await test.app.get(DeliverySweep).sweep();
    expect(await statuses()).toEqual([]);
    // On SQLite writers queue anyway.
    expect((await turn()) > swept).toBe(database.engine.locksRows);
  });
});
