import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from '../../../platform/context/request-context.js';
import type { Scope } from '../domain/scopes.js';

const ROLES = 'polydesk:roles';
const SCOPE = 'polydesk:scope';
const SIGNED_URL = 'polydesk:signed-url';

/** The roles that may use a route. A route without it is closed to everybody. */
export function Allow(...roles: readonly Role[]): MethodDecorator {
  return applyDecorators(SetMetadata(ROLES, roles), ApiBearerAuth(), ApiExtension('x-roles', roles));
}

/** The scope an API key needs for a route. A route without it is closed to keys; `own-profile` is open to any key. */
export function AllowKeys(scope: Scope | 'own-profile'): MethodDecorator {
  return applyDecorators(SetMetadata(SCOPE, scope), ApiExtension('x-key-scope', scope));
}

/** Lets a signed URL stand in for the token on this route. */
export function AllowSignedUrl(): MethodDecorator {
  return SetMetadata(SIGNED_URL, true);
}

export interface RouteAccess {
  readonly roles: readonly Role[];
  readonly scope: Scope | 'own-profile' | null;
  readonly signedUrl: boolean;
}

export function accessOf(handler: object): RouteAccess {
  return {
    roles: (Reflect.getMetadata(ROLES, handler) as readonly Role[] | undefined) ?? [],
    scope: (Reflect.getMetadata(SCOPE, handler) as Scope | undefined) ?? null,
    signedUrl: Reflect.getMetadata(SIGNED_URL, handler) === true,
  };
}
