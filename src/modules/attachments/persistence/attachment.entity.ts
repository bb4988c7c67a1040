import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntColumn, ShortColumn, TenantColumn } from '../../../platform/database/columns.js';

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
  @InstantColumn('size')
  size: number;
  @ShortColumn('sha256', 64)
  sha256: string;
  @ShortColumn('storage_key', 190)
  storageKey: string;
  @IntColumn('uploader_id')
  uploaderId: number;
  @IntColumn('ticket_number', { nullable: true })
  ticketNumber: number | null;
  @IntColumn('message_seq', { nullable: true })
  messageSeq: number | null;
  @InstantColumn('created_at')
  createdAt: number;
}
