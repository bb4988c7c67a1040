import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntColumn, LongColumn, TenantColumn } from '../../../platform/database/columns.js';

@Entity('messages')
export class MessageEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int', name: 'ticket_number' })
  ticketNumber: number;
  @PrimaryColumn({ type: 'int' })
  seq: number;
  /** Null makes it internal. */
  @IntColumn('public_seq', { nullable: true })
  publicSeq: number | null;
  @IntColumn('author_id')
  authorId: number;
  @LongColumn('body')
  body: string;
  @InstantColumn('created_at')
  createdAt: number;
}

/** How far a person has read a ticket. */
@Entity('read_marks')
export class ReadMarkEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int', name: 'ticket_number' })
  ticketNumber: number;
  @PrimaryColumn({ type: 'int', name: 'user_id' })
  userId: number;
  @IntColumn('last_read_seq')
  lastReadSeq: number;
}
