import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import '@fastify/multipart';
import { toIsoSeconds } from '../../platform/clock/clock.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { isMissing } from '../../platform/http/lenient-shape.pipe.js';
import {
  AttachmentPresenter,
  AttachmentsService,
  type StoredAttachment,
  type UploadRule,
  uploadOf,
} from '../../modules/attachments/index.js';
import { refusal, TEXTS } from './laravel-texts.js';
import type { DaakeyFile } from './wire/ticket-parts.js';

const FIELDS = ['collection', 'model_type', 'model_id'] as const;
type Fields = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

const MAX_KILOBYTES = 10 * 1_024;
const TYPES = ['image/*', 'application/pdf', 'text/*'];
const ACCEPTED = /^(image\/(?!svg)|application\/pdf$|text\/(?!html|xml))/;

/** Uploads on both sides of the wire. */
@Injectable()
export class Uploads {
  constructor(
    private readonly attachments: AttachmentsService,
    private readonly presenter: AttachmentPresenter,
  ) {}

  /** Stores the part `file`. What is said beside it is given back as it came and means nothing here. */
  async store(ctx: TenantContext, request: FastifyRequest): Promise<DaakeyFile> {
    if (!request.isMultipart()) throw noFile();
    const upload = await uploadOf(request, { fields: FIELDS }).catch((error: unknown) => {
      throw isOfFile(error) ? noFile() : error;
    });
    const stored = await this.attachments.upload(ctx, upload, requireUsual);
    return present(stored, this.presenter.urlOf(ctx, stored), upload.fields);
  }
}

const noFile = () => refusal('file', TEXTS.required('file'));

function isOfFile(error: unknown): boolean {
  return error instanceof DomainError && error.details.errors?.['file'] !== undefined;
}

/** The limits of this wire, which are narrower than those of the desk. */
const requireUsual: UploadRule = ({ size, mimeType }) => {
  if (size > MAX_KILOBYTES * 1_024) throw refusal('file', TEXTS.tooLarge('file', MAX_KILOBYTES));
  if (!ACCEPTED.test(mimeType)) throw refusal('file', TEXTS.wrongType('file', TYPES));
};

function present(file: StoredAttachment, url: string, fields: Fields): DaakeyFile {
  const { id, fileName, mimeType, size, createdAt } = file;
  const modelId = givenOrNull(fields.model_id);
  return {
    id,
    url,
    filename: fileName,
    original_filename: fileName,
    mime_type: mimeType,
    size,
    collection: givenOrNull(fields.collection),
    model_type: givenOrNull(fields.model_type),
    model_id: modelId !== null && /^\d{1,15}$/.test(modelId) ? Number(modelId) : modelId,
    created_at: toIsoSeconds(createdAt),
  };
}

function givenOrNull(text: string | undefined): string | null {
  return text === undefined || isMissing(text) ? null : text;
}
