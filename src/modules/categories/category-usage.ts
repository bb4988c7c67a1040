import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';

type IsUsed = (ctx: TenantContext, categoryId: number) => Promise<boolean>;

/** Asks whoever refers to categories whether one is still needed. Tickets answer; categories do not know them. */
@Injectable()
export class CategoryUsage {
  private readonly users: IsUsed[] = [];

  register(isUsed: IsUsed): void {
    this.users.push(isUsed);
  }

  async isUsed(ctx: TenantContext, categoryId: number): Promise<boolean> {
    for (const isUsed of this.users) if (await isUsed(ctx, categoryId)) return true;
    return false;
  }
}
