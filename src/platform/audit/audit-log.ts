import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock, MINUTE } from '../clock/clock.js';
import type { Actor, RequestContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import type { TenantScope } from '../database/tenant.repository.js';
import type { AuditedAct, AuditEntry, AuditPosition } from './audit-entry.js';
import { AuditRepository } from './audit.repository.js';

type Scope = RequestContext & TenantScope;
type Writer = Scope & { readonly actor: Pick<Actor, 'type' | 'id'> };

/** Refusals of a tenant that one process writes down in a minute; more are only counted. */
const REFUSALS_A_MINUTE = 60;

/**
 * Who did what that bears on security, when, and from where. Apart from the event log: addresses are nobody's business
 * but the admins', are kept for another time, and refusals must not wake webhooks.
 */
@Injectable()
export class AuditLog {
  private readonly logger = new Logger('AuditLog');
  private readonly minutes = new LRUCache<number, { readonly began: number; written: number; unwritten: number }>({
    max: 10_000,
  });

  constructor(
    private readonly repository: AuditRepository,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Writes an act down, in the transaction that makes it. */
  async record(ctx: Writer, act: AuditedAct): Promise<void> {
    const { type, id } = ctx.actor;
    await this.repository.add(ctx, { ...act, ...originOf(ctx), actor: { type, id } }, { refused: false });
  }

  /**
   * Writes down what was refused, by whoever it was. Anybody can cause that as often as they like, so after some in a
   * minute the rest is counted, and told with the first of a later minute. Never fails: the answer is the refusal.
   */
  async refuse(ctx: Scope, type: string, data: AuditedAct['data']): Promise<void> {
    const now = this.clock.now();
    const known = this.minutes.get(ctx.tenant.id);
    const minute = known && known.began > now - MINUTE ? known : { began: now, written: 0, unwritten: 0 };
    this.minutes.set(ctx.tenant.id, minute);
    if (minute.written === REFUSALS_A_MINUTE) {
      minute.unwritten++;
      return;
    }
    minute.written++;
    const unwritten = known && known !== minute ? known.unwritten : 0;
    const act = { type, occurredAt: now, data: { ...data, ...(unwritten > 0 && { unwritten_before: unwritten }) } };
    try {
      const entry = { ...act, ...originOf(ctx), actor: null };
      await this.database.transaction(ctx, (tx) => this.repository.add(tx, entry, { refused: true }));
    } catch (error) {
      this.logger.warn({ err: error, request_id: ctx.requestId }, 'A refusal could not be written to the audit log');
    }
  }

  /** The tenant's entries, the newest first. */
  list(
    ctx: TenantScope,
    page: { readonly type?: string; readonly before: AuditPosition | null; readonly limit: number },
  ): Promise<readonly AuditEntry[]> {
    return this.repository.list(ctx, page);
  }
}

function originOf({ address, requestId }: RequestContext): Pick<AuditEntry, 'address' | 'requestId'> {
  // A link-local address may name its interface, too.
  return { address: address?.split('%')[0]?.slice(0, 45) ?? null, requestId };
}
