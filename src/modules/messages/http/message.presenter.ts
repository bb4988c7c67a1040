import { Injectable } from '@nestjs/common';
import { toIso } from '../../../platform/clock/clock.js';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { AttachmentPresenter } from '../../attachments/index.js';
import { visibilityOf } from '../domain/message.js';
import type { MessageWithFiles } from '../messages.service.js';
import type { MessageDto } from './message.dto.js';

@Injectable()
export class MessagePresenter {
  constructor(private readonly files: AttachmentPresenter) {}

  present(ctx: TenantContext, message: MessageWithFiles): MessageDto {
    return {
      seq: isStaff(ctx.actor) ? message.seq : (message.publicSeq ?? message.seq),
      author: message.author,
      visibility: visibilityOf(message),
      body: message.body,
      attachments: message.attachments.map((file) => this.files.present(ctx, file)),
      created_at: toIso(message.createdAt),
    };
  }
}
