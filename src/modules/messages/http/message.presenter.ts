import { Injectable } from '@nestjs/common';
import { toIso } from '../../../platform/clock/clock.js';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { AttachmentPresenter } from '../../attachments/index.js';
import { visibilityOf } from '../domain/message.js';
import type { MessageWithFiles } from '../threads.service.js';
import type { MessageDto } from './message.dto.js';

@Injectable()
export class MessagePresenter {
  constructor(private readonly files: AttachmentPresenter) {}

  present(ctx: TenantContext, message: MessageWithFiles): MessageDto {
    const { author } = message;
    return {
      seq: isStaff(ctx.actor) ? message.seq : (message.publicSeq ?? message.seq),
      author: { id: author.id, name: author.name, role: author.role },
      visibility: visibilityOf(message),
      body: message.body,
      attachments: message.attachments.map((file) => this.files.present(ctx, file)),
      created_at: toIso(message.createdAt),
    };
  }
}
