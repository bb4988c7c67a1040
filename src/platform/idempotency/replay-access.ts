import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../context/request-context.js';
import { type Shown } from './kept-answer.js';

type MaySee = (ctx: TenantContext, id: number) => Promise<boolean>;

/** Asks whoever owns the things that a kept answer shows whether the caller may still see them. */
@Injectable()
export class ReplayAccess {
  private readonly rules = new Map<string, MaySee>();

  register(kind: string, rule: MaySee): void {
    this.rules.set(kind, rule);
  }

  async maySee(ctx: TenantContext, shown: readonly Shown[]): Promise<boolean> {
    for (const [kind, id] of shown) if (!(await this.rules.get(kind)?.(ctx, id))) return false;
    return true;
  }
}
