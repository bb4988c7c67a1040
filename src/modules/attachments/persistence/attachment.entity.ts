import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntColumn, LongColumn, ShortColumn, TenantColumn } from '../../../platform/database/columns.js';

@Entity('attachments')
export class AttachmentEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  id: number;
  @ShortColumn('file_name', 255)
  fileName: string;
  @ShortColumn('mime_type', 127)
  mimeType: string;
  /** This and the next two are null, or the one after them is: the file is kept elsewhere, or here. */
  @InstantColumn('size', { nullable: true })
  size: number | null;
  @ShortColumn('sha256', 64, { nullable: true })
  sha256: string | null;
  @ShortColumn('storage_key', 190, { nullable: true })
  storageKey: string | null;
  @LongColumn('external_url', { nullable: true })
  externalUrl: string | null;
  @IntColumn('uploader_id')
  uploaderId: number;
  @IntColumn('ticket_number', { nullable: true })
  ticketNumber: number | null;
  @IntColumn('message_seq', { nullable: true })
  messageSeq: number | null;
  @InstantColumn('created_at')
  createdAt: number;
}
