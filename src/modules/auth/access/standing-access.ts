import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Authenticator } from './authenticator.service.js';
import type { Principal } from './caller.js';

/**
 * For answers that go on: the guard looks at a request once, and what it has seen can end long before the answer does.
 */
@Injectable()
export class StandingAccess {
  constructor(private readonly authenticator: Authenticator) {}

  /**
   * Asks, as often as it is called, whether the request's credential is still good and stands for the same as when it
   * was let in: person, role, team, scopes. What another node has changed is known within four seconds.
   */
  of(request: FastifyRequest): () => Promise<boolean> {
    const [, credential = ''] = /^bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const before = request.user && standingOf(request.user);
    return async () => {
      try {
        const now = await this.authenticator.principalOfBearer({ requestId: request.id }, credential);
        return isDeepStrictEqual(standingOf(now), before);
      } catch {
        // Also when nobody can say at the moment: a sign-out must not wait for the database.
        return false;
      }
    };
  }
}

function standingOf({ tenant, actor, user, scopes }: Principal) {
  return { tenantId: tenant.id, suspended: tenant.suspended, actor, teamId: user.team?.id ?? null, scopes };
}
