import { Injectable, SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { FORBIDDEN } from '../../../platform/errors/error-codes.js';
import type { Caller, CallerScheme, Tenant } from '../../../modules/auth/index.js';
import { invalidSignature } from '../errors.js';
import { DashboardTokens } from './dashboard-tokens.js';
import { SignatureVerifier } from './signature-verifier.js';

const SIGNATURE_SUFFICES = 'daakey:signature-suffices';
const HEADER = 'x-agency-signature';

/** Marks a route for those who have no token yet: the agency's signature alone lets them in, as nobody in particular. */
export const SignatureSuffices = () => SetMetadata(SIGNATURE_SUFFICES, true);

/** The agency's signature, then a bearer token of somebody of that agency; in this order, so that the first that fails is told. */
@Injectable()
export class AgencySignatures implements CallerScheme {
  constructor(
    private readonly verifier: SignatureVerifier,
    private readonly tokens: DashboardTokens,
  ) {}

  async callerOf(request: FastifyRequest, handler: object): Promise<Caller> {
    const signature = request.headers[HEADER];
    const tenant = typeof signature === 'string' ? await this.verifier.tenantOf(request.ctx, signature) : null;
    if (!tenant) throw invalidSignature();
    if (Reflect.getMetadata(SIGNATURE_SUFFICES, handler) === true) return visitorOf(tenant);
    const principal = await this.tokens.callerOf(request);
    if (principal.tenant.id !== tenant.id) throw new DomainError(FORBIDDEN);
    return principal;
  }
}

function visitorOf({ id, code, name, status, settings }: Tenant): Caller {
  return {
    tenant: { id, code, name, suspended: status === 'suspended', dialects: settings.dialects },
    actor: { type: 'system', id: 0, userId: 0, role: 'customer', sharedTeamId: null },
    scopes: null,
  };
}
