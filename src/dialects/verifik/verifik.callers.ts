import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authenticator, type CallerScheme, type Principal, unauthenticated } from '../../modules/auth/index.js';

/** With the word `Bearer`, as this contract has it, or without, as the vendor's page on renewing tokens does. */
const CREDENTIAL = /^(?:Bearer +)?(\S+)$/i;

/** Who a token stands for. */
@Injectable()
export class VerifikCallers implements CallerScheme {
  constructor(private readonly authenticator: Authenticator) {}

  async callerOf({ ctx, headers }: FastifyRequest): Promise<Principal> {
    const token = CREDENTIAL.exec(headers.authorization ?? '')?.[1];
    if (token === undefined) throw unauthenticated();
    return this.authenticator.principalOfToken(ctx, token);
  }
}
