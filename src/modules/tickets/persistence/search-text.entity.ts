import { Entity, PrimaryColumn } from 'typeorm';
import { IntColumn, LongColumn, TenantColumn } from '../../../platform/database/columns.js';

/** What a message is found by: its words, for the full-text index. That of no. 1 has the ticket's subject too. */
@Entity('search_texts')
export class SearchTextEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int', name: 'ticket_number' })
  ticketNumber: number;
  @PrimaryColumn({ type: 'int' })
  seq: number;
  /** 1 when it is for staff only. */
  @IntColumn('internal')
  internal: number;
  @LongColumn('text')
  text: string;
}
