import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import {
  InstantColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  LongIntColumn,
  ShortColumn,
  TenantColumn,
} from '../../../platform/database/columns.js';

@Entity('webhooks')
export class WebhookEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  id: number;
  @LongColumn('url')
  url: string;
  @ShortColumn('description', 255, { nullable: true })
  description: string | null;
  @JsonColumn('event_types')
  eventTypes: unknown;
  @ShortColumn('status', 16)
  status: string;
  /** Position of the newest event when it was made: what lies before is none of its business. */
  @LongIntColumn('since')
  since: number;
  /** Grows with every change of its deliveries. */
  @LongIntColumn('turn')
  turn: number;
  @LongColumn('sealed_secret')
  sealedSecret: string;
  @LongColumn('previous_sealed_secret', { nullable: true })
  previousSealedSecret: string | null;
  @InstantColumn('previous_until', { nullable: true })
  previousUntil: number | null;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
  @InstantColumn('deleted_at', { nullable: true })
  deletedAt: number | null;
}

/** An event on its way to an endpoint, or come to an end there; with what is known of the last attempt. */
@Entity('webhook_deliveries')
export class DeliveryEntity {
  @PrimaryGeneratedColumn({ type: 'bigint' })
  id: number;
  @Column({ type: 'int', name: 'tenant_id' })
  tenantId: number;
  @IntColumn('webhook_id')
  webhookId: number;
  @LongIntColumn('event_id', { nullable: true })
  eventId: number | null;
  @LongIntColumn('position')
  position: number;
  @ShortColumn('type', 60)
  type: string;
  @IntColumn('ticket_number', { nullable: true })
  ticketNumber: number | null;
  @ShortColumn('message_id', 80)
  messageId: string;
  @ShortColumn('status', 16)
  status: string;
  @IntColumn('attempts')
  attempts: number;
  /** When it may be sent. Of one being sent: when its sender is taken for dead. */
  @InstantColumn('due_at')
  dueAt: number;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('attempted_at', { nullable: true })
  attemptedAt: number | null;
  @IntColumn('response_status', { nullable: true })
  responseStatus: number | null;
  @IntColumn('duration_ms', { nullable: true })
  durationMs: number | null;
  @LongColumn('error', { nullable: true })
  error: string | null;
  @JsonColumn('request_headers', { nullable: true })
  requestHeaders: Readonly<Record<string, string>> | null;
  @LongColumn('request_body', { nullable: true })
  requestBody: string | null;
  @LongColumn('response_body', { nullable: true })
  responseBody: string | null;
}
