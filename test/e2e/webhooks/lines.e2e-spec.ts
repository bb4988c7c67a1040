import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveriesService } from '../../../src/modules/webhooks/deliveries.service.js';
import { DeliveryDispatcher } from '../../../src/modules/webhooks/delivery-dispatcher.js';
import { DeliverySweep } from '../../../src/modules/webhooks/index.js';
import { UNTRIED } from '../../../src/modules/webhooks/persistence/delivery-rows.js';
import { DeliveryLines } from '../../../src/modules/webhooks/persistence/delivery-lines.js';
import { DeliveryQueue } from '../../../src/modules/webhooks/persistence/delivery-queue.js';
import { DAY, type Instant } from '../../../src/platform/clock/clock.js';
import { Database, StaleRead } from '../../../src/platform/database/database.service.js';
import { type Desk, makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let desk: Desk;
let database: Database;
let deliveries: DeliveriesService;
let lines: DeliveryLines;
let endpoint: { readonly tenantId: number; readonly id: number };

// It does not listen, so nothing is delivered while we look.
beforeAll(async () => {
  test = await startTestApp({ OUTBOUND_ALLOW: '127.0.0.0/8' });
  database = test.app.get(Database);
  deliveries = test.app.get(DeliveriesService);
  lines = test.app.get(DeliveryLines);
});
beforeEach(async () => {
  desk = await makeDesk(test);
  const made = await desk.people.admin.client.post('/webhooks', { url: 'http://127.0.0.1:9/' });
  endpoint = { tenantId: desk.ctx.tenant.id, id: made.body.data.id };
});
afterEach(() => {
  jest.restoreAllMocks();
});
afterAll(() => test.close());

const START = Date.now();

/** Puts deliveries into the log as they may stand there, a millisecond after one another. */
function put(
  rows: readonly { readonly ticket: number | null; readonly status: 'waiting' | 'pending' | 'delivered' }[],
  from: Instant = START,
) {
  return database.transaction(desk.ctx, (tx) =>
    test.app.get(DeliveryQueue).add(
      tx,
      rows.map(({ ticket: ticketNumber, status }, index) => ({
        ...UNTRIED,
        ...{ tenantId: endpoint.tenantId, webhookId: endpoint.id, eventId: index + 1, position: index + 1 },
        ...{ type: 'ticket.tested', ticketNumber, messageId: `msg_${index + 1}`, status },
        ...{ dueAt: from + index, createdAt: from + index },
      })),
    ),
  );
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
    expect(await deliveries.replayFrom(desk.ctx, endpoint.id, START)).toMatchObject({ count: 1 });
    expect(await statuses()).toEqual(['pending', 'waiting']);
  });

  it('replays all of a batch that had to be begun anew', async () => {
    await put(Array.from({ length: 3 }, (_, index) => ({ ticket: index + 1, status: 'delivered' as const })));
    jest.spyOn(lines, 'repair').mockImplementationOnce(() => Promise.reject(new StaleRead()));
    expect(await deliveries.replayFrom(desk.ctx, endpoint.id, START)).toMatchObject({ count: 3 });
    expect(await statuses()).toEqual(['pending', 'pending', 'pending']);
  });

  it('has deliveries looked for once others can see that it was done', async () => {
    await put([{ ticket: 1, status: 'delivered' }]);
    const wake = jest.spyOn(test.app.get(DeliveryDispatcher), 'wake');
    await database.together(desk.ctx, async (tx) => {
      await deliveries.replayFrom(tx, endpoint.id, START);
      expect(wake).not.toHaveBeenCalled();
    });
    expect(wake).toHaveBeenCalledTimes(1);
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
      await lines.lock(tx, endpoint);
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
