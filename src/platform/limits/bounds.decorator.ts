import type { IncomingMessage } from 'node:http';
import { RouteConfig } from '@nestjs/platform-fastify';

/**
 * What a route is bound by: `none`, for who watches the process and must always get an answer, or `rate` alone, for
 * answers that last, such as streams of events, and would hold a place for good.
 */
export type Bounds = 'all' | 'rate' | 'none';

/** Answered from memory, by the server itself. */
const PAGES = /^\/(docs|console|portal)(\/|$)/;

/** Bounds a route, or all routes of a controller's method, by less than all. */
export const BoundBy = (bounds: Bounds): MethodDecorator => RouteConfig({ bounds });

/** `config` is that of the request's route. */
export function boundsOf({ method, url = '' }: Pick<IncomingMessage, 'method' | 'url'>, config: object): Bounds {
  if (method === 'OPTIONS' || PAGES.test(url)) return 'none';
  return (config as { readonly bounds?: Bounds }).bounds ?? 'all';
}
