import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import type { AuditEntry } from '../../../platform/audit/audit-entry.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { Cursors } from '../../../platform/http/cursors.js';
import { type Page, pageOf } from '../../../platform/http/page.js';

/** What admins are shown of the audit log. */
@Injectable()
export class AuditService {
  constructor(
    private readonly log: AuditLog,
    private readonly cursors: Cursors,
  ) {}

  /** The newest first. Throws `invalid_cursor`. */
  async list(
    ctx: TenantContext,
    { limit, cursor, type }: { limit: number; cursor?: string; type?: string },
  ): Promise<Page<AuditEntry>> {
    const list = `audit/${ctx.tenant.id}/${JSON.stringify(type ?? null)}`;
    const [occurredAt, id] = cursor === undefined ? [] : this.cursors.read(list, cursor).map(Number);
    const before = occurredAt === undefined || id === undefined ? null : { occurredAt, id };
    const rows = await this.log.list(ctx, { type, before, limit: limit + 1 });
    return pageOf(rows, limit, (last) => this.cursors.write(list, [last.occurredAt, last.id]));
  }
}
