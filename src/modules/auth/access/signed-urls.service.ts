import { Injectable } from '@nestjs/common';
import { Clock, MINUTE } from '../../../platform/clock/clock.js';
import type { RequestContext, TenantContext } from '../../../platform/context/request-context.js';
import { Config } from '../../../platform/config/config.js';
import { Keys } from '../../../platform/crypto/keys.service.js';
import { TOKEN_EXPIRED, unauthenticated } from '../domain/auth.errors.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { Authenticator } from './authenticator.service.js';
import type { Principal } from './caller.js';

const LIFETIME = 5 * MINUTE;
const FIELDS = /^(\d{1,10})\.(\d{1,10})\.(\d{1,16})\.([\w-]{43})$/;

/**
 * Links that carry their own credential, for `<img>` and downloads: good for one path, for five minutes, and only as
 * long as the user in whose name they were made may see what they lead to.
 */
@Injectable()
export class SignedUrls {
  constructor(
    private readonly keys: Keys,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly authenticator: Authenticator,
  ) {}

  /** The absolute URL of `path` with a signature that stands for the caller. */
  make(ctx: TenantContext, path: string): string {
    const fields = `${ctx.tenant.id}.${ctx.actor.userId}.${this.clock.now() + LIFETIME}`;
    return `${this.config.publicUrl}${path}?signature=${fields}.${this.keys.sign('url', `${path}\0${fields}`)}`;
  }

  /** Whose request it is. Throws `unauthenticated` or `token_expired`. */
  principalOf(ctx: RequestContext, path: string, signature: string): Promise<Principal> {
    const [, tenantId, userId, expires, proof = ''] = FIELDS.exec(signature) ?? [];
    if (!this.keys.verify('url', `${path}\0${tenantId}.${userId}.${expires}`, proof)) throw unauthenticated();
    if (Number(expires) <= this.clock.now()) throw new DomainError(TOKEN_EXPIRED);
    return this.authenticator.principalOfUser(ctx, Number(tenantId), Number(userId));
  }
}
