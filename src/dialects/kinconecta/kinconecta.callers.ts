import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isStaff, type RequestContext } from '../../platform/context/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { FORBIDDEN } from '../../platform/errors/error-codes.js';
import {
  Authenticator,
  type Caller,
  type CallerScheme,
  type Principal,
  type Tenant,
  TenantsService,
  unauthenticated,
} from '../../modules/auth/index.js';
import { partOf, READER, SUBMITTER } from './access.js';
import { anonymousIn } from './kinconecta.settings.js';

const CREDENTIAL = /^Bearer +(\S+)$/i;

/**
 * Who sent a request: whoever its token stands for, or nobody. The tenant is the token's, which must be the one that the
 * host name selects where it selects one; without a token the host's, else the installation's default one.
 */
@Injectable()
export class KinconectaCallers implements CallerScheme {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly tenants: TenantsService,
  ) {}

  async callerOf({ ctx, method, host, headers }: FastifyRequest): Promise<Caller> {
    const principal = await this.principalOf(ctx, headers.authorization);
    const hosted = await this.tenants.findByHost(ctx, host);
    if (principal && hosted && hosted.id !== principal.tenant.id) throw unauthenticated();
    const tenant = principal
      ? await this.tenants.current({ ...ctx, tenant: principal.tenant, actor: principal.actor })
      : (hosted ?? (await this.tenants.findDefault(ctx)));
    // Before anything is said of what the tenant allows: one that does not speak this wire is none.
    if (!tenant?.settings.dialects.includes('kinconecta')) throw unauthenticated();
    const caller = principal === null ? 'nobody' : isStaff(principal.actor) ? 'staff' : 'customer';
    const part = partOf(anonymousIn(tenant), method === 'POST' ? 'submit' : 'read', caller);
    switch (part) {
      case 'themselves':
        if (principal) return principal;
        throw unauthenticated();
      case 'reader':
        return { tenant: referenceTo(tenant), actor: READER, scopes: null };
      case 'submitter':
        return { tenant: referenceTo(tenant), actor: SUBMITTER, scopes: null };
      case 'unauthenticated':
        throw unauthenticated();
      case 'forbidden':
        throw new DomainError(FORBIDDEN);
    }
  }

  /** Null when no credential was sent; a wrong one is never taken for none. */
  private async principalOf(ctx: RequestContext, authorization: string | undefined): Promise<Principal | null> {
    if (authorization === undefined) return null;
    const token = CREDENTIAL.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated();
    return this.authenticator.principalOfToken(ctx, token);
  }
}

function referenceTo({ id, code, name, status, settings }: Tenant): Caller['tenant'] {
  return { id, code, name, suspended: status === 'suspended', dialects: settings.dialects };
}
