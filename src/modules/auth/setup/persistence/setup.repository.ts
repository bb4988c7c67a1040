import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../../platform/context/request-context.js';
import { Database } from '../../../../platform/database/database.service.js';
import { SetupEntity } from './setup.entity.js';

const ONLY_ROW = 1;

export interface SetupToken {
  readonly tokenDigest: string;
  readonly expiresAt: number;
}

/** The token of the first run: one row, gone once used. */
@Injectable()
export class SetupRepository {
  constructor(private readonly database: Database) {}

  find(ctx: RequestContext): Promise<SetupToken | null> {
    return this.database.read(ctx, (manager) => manager.createQueryBuilder(SetupEntity, 's').getOne());
  }

  async replace(ctx: RequestContext, token: SetupToken): Promise<void> {
    await this.remove(ctx);
    await this.database.write(ctx, (manager) =>
      manager
        .createQueryBuilder()
        .insert()
        .into(SetupEntity)
        .values({ id: ONLY_ROW, ...token })
        .updateEntity(false)
        .execute(),
    );
  }

  /** Takes the token away; false when it was gone. */
  async remove(ctx: RequestContext): Promise<boolean> {
    const result = await this.database.write(ctx, (manager) =>
      manager.createQueryBuilder().delete().from(SetupEntity).where({ id: ONLY_ROW }).execute(),
    );
    return result.affected === 1;
  }
}
