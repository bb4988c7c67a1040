export { AttachmentAccess } from './attachment-access.js';
export { AttachmentSweep } from './attachment-sweep.js';
export { AttachmentsModule } from './attachments.module.js';
export { AttachmentsService } from './attachments.service.js';
export type { Attachment } from './domain/attachment.js';
export { AttachmentDto } from './http/attachment.dto.js';
export { AttachmentPresenter } from './http/attachment.presenter.js';
export { uploadOf } from './http/multipart-upload.js';
