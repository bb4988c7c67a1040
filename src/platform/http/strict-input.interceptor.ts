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
    const [given] = Object.keys(query as object);
    if (given !== undefined && !takes(execution, RouteParamtypes.QUERY)) throw unknownParameter(given);
    if (!takes(execution, RouteParamtypes.BODY) && !takesFiles(execution.getHandler())) checkNoBody(body);
    return next.handle();
  }
}

/** Whether a parameter of the handler is decorated so; Nest keeps them under `<kind>:<index>`. */
function takes(execution: ExecutionContext, kind: RouteParamtypes): boolean {
  const parameters: unknown = Reflect.getMetadata(
    ROUTE_ARGS_METADATA,
    execution.getClass(),
    execution.getHandler().name,
  );
  return Object.keys(parameters ?? {}).some((name) => name.startsWith(`${kind}:`));
}
