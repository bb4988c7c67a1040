import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { unknownParameter } from './http-errors.js';
import { checkNoBody } from './shape.pipe.js';
import { takesFiles } from './takes-files.decorator.js';

/** Refuses query parameters and bodies on routes that take none; the others check theirs against a DTO. */
@Injectable()
export class StrictInput implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query, body } = execution.switchToHttp().getRequest<FastifyRequest>();
    const takes = whatIsTaken(execution);
    const [given] = Object.keys(query as object);
    if (given !== undefined && !takes.query) throw unknownParameter(given);
    if (!takes.body) checkNoBody(body);
    return next.handle();
  }
}

interface Taken {
  readonly query: boolean;
  readonly body: boolean;
}

/** It is written on the class, by the handlers' names, and never changes. */
const known = new WeakMap<object, Map<string, Taken>>();

function whatIsTaken(execution: ExecutionContext): Taken {
  const [controller, handler] = [execution.getClass(), execution.getHandler()];
  let handlers = known.get(controller);
  if (!handlers) known.set(controller, (handlers = new Map<string, Taken>()));
  let taken = handlers.get(handler.name);
  if (!taken) handlers.set(handler.name, (taken = readTaken(controller, handler)));
  return taken;
}

/** Nest keeps the decorated parameters of a handler under `<kind>:<index>`. */
function readTaken(controller: object, handler: { readonly name: string }): Taken {
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name);
  const takes = (kind: RouteParamtypes) => Object.keys(parameters ?? {}).some((name) => name.startsWith(`${kind}:`));
  return { query: takes(RouteParamtypes.QUERY), body: takes(RouteParamtypes.BODY) || takesFiles(handler) };
}
