import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { Database } from '../../platform/database/database.service.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid, notFound } from '../../platform/errors/error-codes.js';
import { EventLog } from '../../platform/events/event-log.js';
import { BlobStore, type ByteRange } from '../../platform/storage/blob-store.js';
import { TenantsService } from '../auth/index.js';
import { AttachmentAccess } from './attachment-access.js';
import { ContentInspector } from './content-inspector.js';
import { idOfContentPath } from './content-path.js';
import {
  type Attachment,
  type AttachmentOwner,
  type LinkedAttachment,
  safeFileName,
  type StoredAttachment,
} from './domain/attachment.js';
import { type FileLink, fileLinkTo, type GivenFiles, isLinkable } from './domain/file-link.js';
import { AttachmentsRepository } from './persistence/attachments.repository.js';

/** A file on its way in. */
export interface Upload {
  readonly fileName: string;
  readonly claimedType: string;
  readonly bytes: Readable;
  /** What was said beside it; complete after `end`. */
  readonly fields?: Readonly<Record<string, string>>;
  /** After the bytes: throws `validation_failed` when the request holds more than this file. */
  readonly end: () => Promise<void>;
}

/** A further rule for an upload, of the wire it came by; throws its own refusal. */
export type UploadRule = (file: Pick<StoredAttachment, 'mimeType' | 'size'>) => void;

/** Files, from upload to download. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly repository: AttachmentsRepository,
    private readonly blobs: BlobStore,
    private readonly access: AttachmentAccess,
    private readonly tenants: TenantsService,
    private readonly database: Database,
    private readonly events: EventLog,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a file, streaming. Its bytes are on disk before its row is written. Throws `payload_too_large`,
   * `storage_full`, `validation_failed` for an empty one, and what `rule` throws, which is asked before the row is
   * written.
   */
  async upload(
    ctx: TenantContext,
    { fileName, claimedType, bytes, fields, end }: Upload,
    rule: UploadRule = () => undefined,
  ): Promise<StoredAttachment> {
    const { settings } = await this.tenants.current(ctx);
    const maxBytes = Math.min(settings.attachment_max_bytes ?? Infinity, this.config.UPLOAD_MAX_BYTES);
    const storageKey = newStorageKey();
    const inspector = new ContentInspector(maxBytes);
    const stored = this.blobs.put(storageKey, inspector);
    let broken: unknown;
    bytes.once('error', (error) => (broken = error));
    const [, put] = await Promise.allSettled([pipeline(bytes, inspector, { end: true }), stored]);
    try {
      // Whatever fails ends the store's stream, so that its reason is the first one.
      if (put.status === 'rejected') throw isCutOff(put.reason, [broken, bytes.errored]) ? cutOff() : put.reason;
      if (inspector.size === 0) throw invalid({ file: ['file must not be empty'] });
      await end();
      const seen = { mimeType: await inspector.mimeType(claimedType), size: inspector.size };
      rule(seen);
      const sha256 = inspector.sha256();
      await ctx.retryable?.received(JSON.stringify([fileName, claimedType, sha256, fields]));
      return await this.record(ctx, {
        ...seen,
        fileName: safeFileName(fileName),
        sha256,
        storageKey,
      });
    } catch (error) {
      // What cannot be removed now is swept later.
      await this.blobs.delete(storageKey).catch(() => undefined);
      throw error;
    }
  }

  /** A file the caller may see: the own unbound one, or one of a visible message. Throws `not_found`. */
  async get(ctx: TenantContext, id: number): Promise<Attachment> {
    const attachment = await this.repository.findById(ctx, id);
    if (!attachment || !(await this.isVisible(ctx, attachment))) throw notFound();
    return attachment;
  }

  /** The same, if its bytes are here. Throws `not_found`: there are none of a file that is kept elsewhere. */
  async getStored(ctx: TenantContext, id: number): Promise<StoredAttachment> {
    const attachment = await this.get(ctx, id);
    if (attachment.externalUrl !== null) throw notFound();
    return attachment;
  }

  /** The bytes of a file, or a span of them. */
  read(attachment: StoredAttachment, range?: ByteRange): Promise<Readable> {
    return this.blobs.read(attachment.storageKey, attachment.size, range);
  }

  /** The files of messages, by message. */
  async findOfMessages(
    ctx: TenantContext,
    ticketNumber: number,
    seqs: readonly number[],
  ): Promise<ReadonlyMap<number, readonly Attachment[]>> {
    if (seqs.length === 0) return new Map();
    const found = await this.repository.findOfMessages(ctx, ticketNumber, seqs);
    return new Map(seqs.map((seq) => [seq, found.filter(({ owner }) => owner?.messageSeq === seq)]));
  }

  /** The files of tickets, those of internal messages too: which of them somebody may see is for messages to say. */
  findOfTickets(ctx: TenantContext, ticketNumbers: readonly number[]): Promise<readonly Attachment[]> {
    return ticketNumbers.length === 0 ? Promise.resolve([]) : this.repository.findOfTickets(ctx, ticketNumbers);
  }

  /**
   * Gives a message its files, inside the transaction that writes it: unbound uploads of the caller, then links in the
   * order given. Throws `validation_failed` when an upload is unknown, somebody else's or bound already, or a link is
   * not linkable.
   */
  async bind(ctx: TenantContext, given: GivenFiles, owner: AttachmentOwner): Promise<readonly Attachment[]> {
    const { attachmentIds = [], links = [] } = given;
    return [...(await this.bindUploads(ctx, attachmentIds, owner)), ...(await this.addLinks(ctx, links, owner))];
  }

  /** Which file of ours a URL names, one that we signed or not; null for any other. Whose it is, is not looked at. */
  idOfUrl(url: string): number | null {
    const { publicUrl } = this.config;
    return url.startsWith(publicUrl) ? idOfContentPath(url.slice(publicUrl.length)) : null;
  }

  private async bindUploads(
    ctx: TenantContext,
    ids: readonly number[],
    owner: AttachmentOwner,
  ): Promise<readonly Attachment[]> {
    if (ids.length === 0) return [];
    const bound = await this.repository.bind(ctx, ids, ctx.actor.userId, owner);
    if (bound !== ids.length) {
      throw invalid({ attachment_ids: ['attachment_ids must be your own uploads that no message has yet'] });
    }
    return this.repository.findByIds(ctx, ids);
  }

  private async addLinks(
    ctx: TenantContext,
    links: readonly FileLink[],
    owner: AttachmentOwner,
  ): Promise<readonly Attachment[]> {
    if (!links.every(({ url }) => isLinkable(url))) {
      throw invalid({ links: ['links must be http or https URLs of at most 2000 characters, without credentials'] });
    }
    const ids = await Promise.all(links.map(() => this.database.nextNumber(ctx, 'attachments')));
    const createdAt = this.clock.now();
    const added = links.map((link, index): LinkedAttachment => {
      const { url: externalUrl, ...claims } = fileLinkTo(link.url, link);
      const blob = { sha256: null, storageKey: null };
      return { ...claims, ...blob, externalUrl, id: ids[index]!, uploaderId: ctx.actor.userId, owner, createdAt };
    });
    await this.repository.add(ctx, ...added);
    return added;
  }

  private record(
    ctx: TenantContext,
    file: Pick<StoredAttachment, 'fileName' | 'mimeType' | 'size' | 'sha256' | 'storageKey'>,
  ): Promise<StoredAttachment> {
    return this.database.transaction(ctx, async (tx) => {
      const attachment: StoredAttachment = {
        ...file,
        externalUrl: null,
        id: await this.database.nextNumber(tx, 'attachments'),
        uploaderId: ctx.actor.userId,
        owner: null,
        createdAt: this.clock.now(),
      };
      await this.repository.add(tx, attachment);
      const { id, fileName, mimeType, size, sha256 } = attachment;
      const data = { id, file_name: fileName, mime_type: mimeType, size, sha256 };
      await this.events.append(tx, { type: 'attachment.uploaded', occurredAt: attachment.createdAt, data });
      return attachment;
    });
  }

  private isVisible(ctx: TenantContext, { owner, uploaderId }: Attachment): Promise<boolean> {
    return owner ? this.access.maySee(ctx, owner) : Promise.resolve(uploaderId === ctx.actor.userId);
  }
}

/** Whether the upload itself broke: its end is missing, or the client went away. Limits have a status of their own. */
function isCutOff(error: unknown, failuresOfUpload: readonly unknown[]): boolean {
  const { statusCode } = error as { readonly statusCode?: number };
  return failuresOfUpload.includes(error) && !(error instanceof DomainError) && statusCode === undefined;
}

const cutOff = () => invalid({ file: ['file must be whole; the request ended within it'] });

/** Random, in 256 folders. Nothing of it comes from a client. */
function newStorageKey(): string {
  const name = randomBytes(16).toString('hex');
  return `${name.slice(0, 2)}/${name}`;
}
