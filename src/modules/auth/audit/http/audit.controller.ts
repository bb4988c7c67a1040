import { Get, Query } from '@nestjs/common';
import { toIso } from '../../../../platform/clock/clock.js';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../../platform/context/request-context.js';
import type { AuditEntry } from '../../../../platform/audit/audit-entry.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { Allow } from '../../access/allow.decorator.js';
import { AuditService } from '../audit.service.js';
import { AuditEntryDto, AuditQueryDto } from './audit.dto.js';

@NativeController('audit-log', 'Audit log')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow('admin', 'owner')
  @Answer({
    summary: 'Read the audit log',
    description:
      'Sign-ins, accepted and refused, and every change of who may do what, with the address it came from. The newest ' +
      'first. An admin reads what concerns their tenant, the owner what concerns the installation.',
    message: 'Audit log retrieved',
    data: [AuditEntryDto],
    paged: true,
  })
  async readAuditLog(@Ctx() ctx: TenantContext, @Query() query: AuditQueryDto) {
    return (await this.audit.list(ctx, query)).map(present);
  }
}

function present({ id, type, actor, address, requestId, occurredAt, data }: AuditEntry): AuditEntryDto {
  return { id, type, actor, address, request_id: requestId, occurred_at: toIso(occurredAt), data };
}
