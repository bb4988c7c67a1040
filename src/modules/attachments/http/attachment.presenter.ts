import { Injectable } from '@nestjs/common';
import { toIso } from '../../../platform/clock/clock.js';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { SignedUrls } from '../../auth/index.js';
import { contentPathOf } from '../content-path.js';
import type { Attachment } from '../domain/attachment.js';
import type { AttachmentDto } from './attachment.dto.js';

/** Shows a file to somebody who may see it, with a link made for them. */
@Injectable()
export class AttachmentPresenter {
  constructor(private readonly signedUrls: SignedUrls) {}

  /** Where the file is opened: a signed URL of ours, or its address elsewhere. */
  urlOf(ctx: TenantContext, { id, externalUrl }: Attachment): string {
    return externalUrl ?? this.signedUrls.make(ctx, contentPathOf(id));
  }

  present(ctx: TenantContext, attachment: Attachment): AttachmentDto {
    return {
      id: attachment.id,
      file_name: attachment.fileName,
      mime_type: attachment.mimeType,
      size: attachment.size,
      sha256: attachment.sha256,
      url: this.urlOf(ctx, attachment),
      status: attachment.owner ? 'bound' : 'unbound',
      created_at: toIso(attachment.createdAt),
    };
  }
}
