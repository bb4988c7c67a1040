import { Injectable } from '@nestjs/common';
import { toIso } from '../../../platform/clock/clock.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { SignedUrls } from '../../auth/index.js';
import type { Attachment } from '../domain/attachment.js';
import type { AttachmentDto } from './attachment.dto.js';

/** Shows a file to somebody who may see it, with a link made for them. */
@Injectable()
export class AttachmentPresenter {
  constructor(private readonly signedUrls: SignedUrls) {}

  present(ctx: TenantContext, attachment: Attachment): AttachmentDto {
    return {
      id: attachment.id,
      file_name: attachment.fileName,
      mime_type: attachment.mimeType,
      size: attachment.size,
      sha256: attachment.sha256,
      url: this.signedUrls.make(ctx, `/api/v1/attachments/${attachment.id}/content`),
      status: attachment.owner ? 'bound' : 'unbound',
      created_at: toIso(attachment.createdAt),
    };
  }
}
