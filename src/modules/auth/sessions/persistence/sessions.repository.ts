import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, Not } from 'typeorm';
import type { RequestContext } from '../../../../platform/context/request-context.js';
import { Database } from '../../../../platform/database/database.service.js';
import { RefreshTokenEntity, RevokedTokenEntity, SessionEntity } from './session.entities.js';

export type Session = Readonly<SessionEntity>;
export type RefreshToken = Readonly<RefreshTokenEntity>;

const KEYS = { refreshTokens: 'digest', sessions: 'id', revokedTokens: 'digest' } as const;
const ENTITIES = { refreshTokens: RefreshTokenEntity, sessions: SessionEntity, revokedTokens: RevokedTokenEntity };

/** What ends by itself; the tokens before the sessions they belong to. */
export const EXPIRING = ['refreshTokens', 'sessions', 'revokedTokens'] as const;
type Expiring = (typeof EXPIRING)[number];

/** Sessions and what belongs to them. Looked up by secrets that nobody can guess, before a tenant is known. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  findById(ctx: RequestContext, id: string): Promise<Session | null> {
    return this.database.read(ctx, (manager) => manager.createQueryBuilder(SessionEntity, 's').where({ id }).getOne());
  }

  findRefreshToken(ctx: RequestContext, digest: string): Promise<RefreshToken | null> {
    return this.database.read(ctx, (manager) =>
      manager.createQueryBuilder(RefreshTokenEntity, 'r').where({ digest }).getOne(),
    );
  }

  async add(ctx: RequestContext, session: Session): Promise<void> {
    await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().insert().into(SessionEntity).values(session).updateEntity(false).execute(),
    );
  }

  async addRefreshToken(ctx: RequestContext, token: RefreshToken): Promise<void> {
    await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().insert().into(RefreshTokenEntity).values(token).updateEntity(false).execute(),
    );
  }

  /** Uses a refresh token up; false when somebody did already. */
  async spend(ctx: RequestContext, digest: string, now: number): Promise<boolean> {
    const result = await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .update(RefreshTokenEntity)
        .set({ spentAt: now })
        .where({ digest, spentAt: IsNull() })
        .updateEntity(false)
        .execute(),
    );
    return result.affected === 1;
  }

  async prolong(ctx: RequestContext, id: string, expiresAt: number): Promise<void> {
    await this.change(ctx, { id }, { expiresAt });
  }

  async revoke(ctx: RequestContext, id: string, now: number): Promise<void> {
    await this.change(ctx, { id, revokedAt: IsNull() }, { revokedAt: now });
  }

  /** Ends every session of a user but one. */
  async revokeOthers(
    ctx: RequestContext,
    tenantId: number,
    userId: number,
    except: string,
    now: number,
  ): Promise<void> {
    await this.change(ctx, { tenantId, userId, revokedAt: IsNull(), id: Not(except) }, { revokedAt: now });
  }

  /** Ends every session of a user. */
  async revokeAll(ctx: RequestContext, tenantId: number, userId: number, now: number): Promise<void> {
    await this.change(ctx, { tenantId, userId, revokedAt: IsNull() }, { revokedAt: now });
  }

  async revokeToken(ctx: RequestContext, digest: string, expiresAt: number): Promise<void> {
    await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(RevokedTokenEntity)
        .values({ digest, expiresAt })
        .updateEntity(false)
        .execute(),
    );
  }

  async isRevoked(ctx: RequestContext, digest: string): Promise<boolean> {
    const row = await this.database.read(ctx, (manager) =>
      manager.createQueryBuilder(RevokedTokenEntity, 't').where({ digest }).getOne(),
    );
    return row !== null;
  }

  /** Keys of rows that expired before `instant`. */
  findExpired(ctx: RequestContext, kind: Expiring, instant: number, limit: number): Promise<readonly string[]> {
    return this.database.read(ctx, async (manager) => {
      const rows = await manager
        .createQueryBuilder<object>(ENTITIES[kind], 'e')
        .select(`e.${KEYS[kind]}`, 'key')
        .where('e.expiresAt < :instant', { instant })
        .limit(limit)
        .getRawMany<{ key: string }>();
      return rows.map((row) => row.key);
    });
  }

  /** Deletes these rows but for those that were prolonged meanwhile. */
  async removeExpired(ctx: RequestContext, kind: Expiring, keys: readonly string[], instant: number): Promise<void> {
    if (keys.length === 0) return;
    const where = { [KEYS[kind]]: In([...keys]), expiresAt: LessThan(instant) };
    await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().delete().from<object>(ENTITIES[kind]).where(where).execute(),
    );
  }

  private async change(ctx: RequestContext, where: object, changes: Partial<Session>): Promise<void> {
    await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().update(SessionEntity).set(changes).where(where).updateEntity(false).execute(),
    );
  }
}
