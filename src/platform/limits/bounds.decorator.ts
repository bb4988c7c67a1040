import { RouteConfig } from '@nestjs/platform-fastify';

/**
 * What a route is bound by: `none`, for who watches the process and must always get an answer, or `rate` alone, for
 * answers that last, such as streams of events, and would hold a place for good.
 */
export type Bounds = 'all' | 'rate' | 'none';

/** Bounds a route, or all routes of a controller's method, by less than all. */
export const BoundBy = (bounds: Bounds): MethodDecorator => RouteConfig({ bounds });

export function boundsOf(config: object): Bounds {
  return (config as { readonly bounds?: Bounds }).bounds ?? 'all';
}
