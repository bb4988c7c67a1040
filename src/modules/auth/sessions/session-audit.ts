import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../../platform/audit/audit-log.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { RequestContext, TenantContext, TenantRef } from '../../../platform/context/request-context.js';
import { Keys } from '../../../platform/crypto/keys.service.js';
import { INSTALLATION } from '../tenants/domain/tenant.js';
import { emailKey, LOCAL_ISSUER } from '../users/domain/user.js';
import { UsersRepository } from '../users/persistence/users.repository.js';

interface SessionOfSomebody {
  readonly tenantId: number;
  readonly userId: number;
}

/** Of the mark of an address that is not kept; enough to tell two apart. */
const MARK_LENGTH = 16;

/** What the audit log is told of signing in and out. What succeeds is written in the transaction that does it. */
@Injectable()
export class SessionAudit {
  constructor(
    private readonly audit: AuditLog,
    private readonly users: UsersRepository,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  started(tx: RequestContext, session: SessionOfSomebody): Promise<void> {
    return this.record(tx, 'session.started', session);
  }

  ended(tx: TenantContext): Promise<void> {
    return this.record(tx, 'session.ended', { tenantId: tx.tenant.id, userId: tx.actor.userId });
  }

  /** A refresh token was used a second time, so somebody has a copy. */
  revoked(tx: RequestContext, session: SessionOfSomebody): Promise<void> {
    return this.record(tx, 'session.revoked', session, { reason: 'a spent refresh token was used again' });
  }

  /** The password that must be given to change it was not right. */
  passwordRefused(ctx: TenantContext): Promise<void> {
    return this.audit.refuse(ctx, 'password.refused', { user_id: ctx.actor.userId });
  }

  /**
   * Somebody was not let in. People type passwords where their address belongs, so of an address that nobody has only a
   * mark is kept, by which it is known again.
   */
  async signInRefused(ctx: RequestContext, tenant: TenantRef | null, email: string): Promise<void> {
    const key = emailKey(email);
    const scope = { ...ctx, tenant: tenant ?? INSTALLATION };
    const known = tenant && (await this.users.findByIdentity(scope, LOCAL_ISSUER, key));
    const mark = this.keys.sign('sign-in', key).slice(0, MARK_LENGTH);
    await this.audit.refuse(scope, 'sign_in.refused', known ? { user_id: known.id } : { unknown: mark });
  }

  private record(tx: RequestContext, type: string, { tenantId, userId }: SessionOfSomebody, more: object = {}) {
    const scope = { ...tx, tenant: { id: tenantId }, actor: { type: 'user', id: userId } } as const;
    return this.audit.record(scope, { type, occurredAt: this.clock.now(), data: { user_id: userId, ...more } });
  }
}
