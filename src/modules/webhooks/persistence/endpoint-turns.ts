import type { RequestContext } from '../../../platform/context/request-context.js';
import type { Database } from '../../../platform/database/database.service.js';
import { WebhookEntity } from './webhook.entities.js';

/** Which endpoint, in which tenant. */
export interface EndpointRef {
  readonly tenantId: number;
  readonly id: number;
}

/**
 * Locks an endpoint until the transaction ends, for a change of it or of its deliveries. It is written, not only locked:
 * the nodes of a cluster do not know of each other's locks, but of two transactions that write one row at the same time
 * they let only one be committed.
 */
export async function takeTurn(database: Database, tx: RequestContext, { tenantId, id }: EndpointRef): Promise<void> {
  await database.write(tx, (manager) =>
    manager
      .createQueryBuilder()
      .update(WebhookEntity)
      .set({ turn: () => 'turn + 1' })
      .where({ tenantId, id })
      .updateEntity(false)
      .execute(),
  );
}
