import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';
import type { AttachmentOwner } from './domain/attachment.js';

type MaySee = (ctx: TenantContext, owner: AttachmentOwner) => Promise<boolean>;

/** Asks whoever owns the messages whether the caller may see one. Messages answer; attachments do not know them. */
@Injectable()
export class AttachmentAccess {
  private rule: MaySee = () => Promise.resolve(false);

  register(rule: MaySee): void {
    this.rule = rule;
  }

  maySee(ctx: TenantContext, owner: AttachmentOwner): Promise<boolean> {
    return this.rule(ctx, owner);
  }
}
