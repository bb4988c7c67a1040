import type { FastifyRequest } from 'fastify';
import type { Actor, TenantRef } from '../../../platform/context/request-context.js';
import type { Scope } from '../domain/scopes.js';
import type { User } from '../users/domain/user.js';

/** Who sent a request. */
export interface Caller {
  readonly tenant: TenantRef & {
    readonly name: string;
    readonly suspended: boolean;
    readonly dialects: readonly string[];
  };
  readonly actor: Actor;
  /** What a key may do; null for people. */
  readonly scopes: readonly Scope[] | null;
}

/** A caller who is somebody: whom a credential stands for. */
export interface Principal extends Caller {
  readonly user: User;
  readonly sessionId: string | null;
  /** The provider's token that was verified; null for every other credential. */
  readonly token: { readonly digest: string; readonly expiresAt: number } | null;
}

/** How the requests of a dialect prove who sent them, where it is not by a bearer token alone. */
export interface CallerScheme {
  /** Throws the refusal: `unauthenticated` for a credential that is missing or not good. `handler` is the route's. */
  callerOf(request: FastifyRequest, handler: object): Promise<Caller>;
}

export function isPrincipal(caller: Caller): caller is Principal {
  return 'user' in caller;
}
