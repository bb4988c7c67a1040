import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authenticator, type CallerScheme, type Principal, unauthenticated } from '../../../modules/auth/index.js';

const BEARER = /^Bearer +(\S+)$/i;
/** `<number>|<random>`, as the sign-in of this wire hands them out. */
const OPAQUE = /^\d+\|/;

/** A bearer token alone: one that was handed out on this wire, or a signed one of ours or the tenant's provider. */
@Injectable()
export class DashboardTokens implements CallerScheme {
  constructor(private readonly authenticator: Authenticator) {}

  async callerOf(request: FastifyRequest): Promise<Principal> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    return OPAQUE.test(token)
      ? this.authenticator.principalOfOpaqueToken(request.ctx, token)
      : this.authenticator.principalOfToken(request.ctx, token);
  }
}
