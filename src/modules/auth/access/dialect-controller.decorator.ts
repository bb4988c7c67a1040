import { applyDecorators, Controller, SetMetadata, type Type, UseInterceptors, UsePipes } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Describe, LenientShape } from '../../../platform/http/lenient-shape.pipe.js';
import { RefuseMultipart } from '../../../platform/http/refuse-multipart.interceptor.js';
import type { CallerScheme } from './caller.js';

const DIALECT = 'polydesk:dialect';

interface DialectRoutes {
  /** Name of the dialect: only tenants that have enabled it are let in. */
  readonly dialect: string;
  readonly path: string | string[];
  /** Heading in the documentation. */
  readonly tag: string;
  /** Says in the dialect's words what is wrong with a field. */
  readonly describe: Describe;
  /** How callers prove who they are; by default with a bearer token, as everywhere. */
  readonly scheme?: Type<CallerScheme>;
  /** On this wire customers see the tickets they requested and no others. */
  readonly ownTicketsOnly?: boolean;
}

/** A controller of a dialect: whatever it returns is the body, as it stands. */
export function DialectController(routes: DialectRoutes): ClassDecorator {
  return applyDecorators(
    Controller(routes.path),
    ApiTags(routes.tag),
    SetMetadata(DIALECT, routes),
    UseInterceptors(RefuseMultipart),
    UsePipes(new LenientShape(routes.describe)),
  );
}

/** Null for a controller of the native API. */
export function dialectOf(controller: object): DialectRoutes | null {
  return (Reflect.getMetadata(DIALECT, controller) as DialectRoutes | undefined) ?? null;
}
