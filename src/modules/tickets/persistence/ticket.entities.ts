import { Entity, PrimaryColumn } from 'typeorm';
import {
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  ShortColumn,
  TenantColumn,
} from '../../../platform/database/columns.js';

@Entity('tickets')
export class TicketEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  number: number;
  @LongColumn('subject')
  subject: string;
  @LongColumn('description')
  description: string;
  @ShortColumn('status', 16)
  status: string;
  /** Its place in `PRIORITIES`, so that the database can sort by it. */
  @IntColumn('priority')
  priority: number;
  @IntColumn('category_id')
  categoryId: number;
  @IntColumn('requester_id')
  requesterId: number;
  @IntColumn('opened_by')
  openedBy: number;
  @IntColumn('team_id', { nullable: true })
  teamId: number | null;
  @IntColumn('assignee_id', { nullable: true })
  assigneeId: number | null;
  @JsonColumn('tags')
  tags: unknown;
  @ShortColumn('linked_type', 40, { nullable: true })
  linkedType: string | null;
  @ShortColumn('linked_external_id', 190, { nullable: true })
  linkedExternalId: string | null;
  @JsonColumn('custom')
  custom: unknown;
  @LongColumn('resolution', { nullable: true })
  resolution: string | null;
  @IntColumn('last_seq')
  lastSeq: number;
  @IntColumn('last_public_seq')
  lastPublicSeq: number;
  @InstantColumn('last_message_at')
  lastMessageAt: number;
  @InstantColumn('last_public_message_at')
  lastPublicMessageAt: number;
  @IntColumn('version')
  version: number;
  @IntColumn('public_version')
  publicVersion: number;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
  @InstantColumn('public_updated_at')
  publicUpdatedAt: number;
  @InstantColumn('first_response_at', { nullable: true })
  firstResponseAt: number | null;
  @InstantColumn('resolved_at', { nullable: true })
  resolvedAt: number | null;
  @InstantColumn('closed_at', { nullable: true })
  closedAt: number | null;
  @InstantColumn('deleted_at', { nullable: true })
  deletedAt: number | null;
}

/** The tags of tickets once more, so that a list by tag has an index. */
@Entity('ticket_tags')
export class TicketTagEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'varchar', length: 40 })
  tag: string;
  @PrimaryColumn({ type: 'int', name: 'ticket_number' })
  ticketNumber: number;
}

/** Customers who may see a ticket though it is neither theirs nor their team's. */
@Entity('ticket_participants')
export class TicketParticipantEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int', name: 'user_id' })
  userId: number;
  @PrimaryColumn({ type: 'int', name: 'ticket_number' })
  ticketNumber: number;
}
