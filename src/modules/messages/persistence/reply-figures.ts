import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.service.js';
import type { TenantScope } from '../../../platform/database/tenant.repository.js';

/** Figures over all messages of a tenant, for staff: no caller's view narrows them. Counted in an index alone. */
@Injectable()
export class ReplyFigures {
  constructor(private readonly database: Database) {}

  /** How many public messages each of these people wrote in a period; who wrote none is not there. */
  async publicByAuthor(
    ctx: TenantScope,
    { from, before }: { readonly from: Instant; readonly before: Instant },
    authorIds: readonly number[],
  ): Promise<ReadonlyMap<number, number>> {
    if (authorIds.length === 0) return new Map();
    const { engine } = this.database;
    const { rows } = await this.database.read(ctx, (manager) =>
      engine.execute(
        manager,
        `SELECT author_id AS author, COUNT(*) AS count FROM ${engine.byIndex('messages', 'messages_by_author')}
         WHERE tenant_id = ? AND author_id IN (${authorIds.map(() => '?').join(', ')})
           AND created_at >= ? AND created_at < ? AND public_seq IS NOT NULL
         GROUP BY author_id`,
        [ctx.tenant.id, ...authorIds, from, before],
      ),
    );
    return new Map(
      (rows as readonly Record<'author' | 'count', number | string>[]).map(({ author, count }) => [
        Number(author),
        Number(count),
      ]),
    );
  }
}
