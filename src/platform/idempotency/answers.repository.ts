import { Injectable } from '@nestjs/common';
import type { Instant } from '../clock/clock.js';
import type { RequestContext, Role } from '../context/request-context.js';
import { Keys } from '../crypto/keys.service.js';
import { Database } from '../database/database.service.js';
import { TenantRepository, type TenantScope } from '../database/tenant.repository.js';
import { KeptAnswerEntity } from './kept-answer.entity.js';
import type { Answer, KeptAnswer, Shown } from './kept-answer.js';

@Injectable()
export class AnswersRepository extends TenantRepository<KeptAnswerEntity> {
  constructor(
    database: Database,
    private readonly keys: Keys,
  ) {
    super(database, KeptAnswerEntity);
  }

  find(ctx: TenantScope, scope: string): Promise<KeptAnswer | null> {
    return this.select(ctx, 'k', async (query) => {
      const row = await query.andWhere('k.scope = :scope', { scope }).getOne();
      if (!row) return null;
      const { fingerprint, role, shown, answer, expiresAt } = row;
      return {
        ...{ scope, fingerprint, expiresAt },
        role: role as Role,
        shown: shown as readonly Shown[],
        answer: JSON.parse(this.keys.unseal(answer)) as Answer,
      };
    });
  }

  /** Fails on a scope that has an answer. */
  async add(ctx: TenantScope, { answer, ...kept }: KeptAnswer): Promise<void> {
    await this.insert(ctx, [{ ...kept, answer: this.keys.seal(JSON.stringify(answer)) }]);
  }

  /** Removes an answer, but not one that was kept under its scope since. */
  async removeExpired(ctx: TenantScope, { scope, expiresAt }: KeptAnswer): Promise<void> {
    await this.delete(ctx, { scope, expiresAt });
  }

  /** Removes about `limit` answers of all tenants that expired before `instant`; tells how many, and whether more are left. */
  async sweep(ctx: RequestContext, instant: Instant, limit: number): Promise<{ removed: number; more: boolean }> {
    const last = await this.database.read(ctx, (manager) =>
      manager
        .createQueryBuilder(KeptAnswerEntity, 'k')
        .select('k.expiresAt', 'expiresAt')
        .where('k.expiresAt < :instant', { instant })
        .orderBy('k.expiresAt')
        .offset(limit - 1)
        .limit(1)
        .getRawOne<{ expiresAt: number }>(),
    );
    const end = last ? Number(last.expiresAt) + 1 : instant;
    const result = await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().delete().from(KeptAnswerEntity).where('expires_at < :end', { end }).execute(),
    );
    return { removed: result.affected ?? 0, more: last !== undefined };
  }
}
