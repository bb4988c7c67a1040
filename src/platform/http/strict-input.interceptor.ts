import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { unknownParameter } from './http-errors.js';
import { QueryDto } from './query.dto.js';
import { checkNoBody } from './shape.pipe.js';
import { takesFiles } from './takes-files.decorator.js';

/** Refuses query parameters and bodies on routes that take none; the others check theirs against a DTO. */
@Injectable()
export class StrictInput implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { query, body } = execution.switchToHttp().getRequest<FastifyRequest>();
    const [given] = Object.keys(query as object);
    if (given !== undefined && !takesQuery(execution)) throw unknownParameter(given);
    if (!takesBody(execution)) checkNoBody(body);
    return next.handle();
  }
}

function takesQuery(execution: ExecutionContext): boolean {
  const prototype = execution.getClass<object>().prototype as object;
  const types: unknown = Reflect.getMetadata('design:paramtypes', prototype, execution.getHandler().name);
  return (types as Type[]).some((type) => type.prototype instanceof QueryDto);
}

/** Whether a parameter of the handler is decorated with `@Body`; Nest keeps them under `<kind>:<index>`. */
function takesBody(execution: ExecutionContext): boolean {
  const handler = execution.getHandler();
  const parameters: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, execution.getClass(), handler.name);
  const names = Object.keys(parameters ?? {});
  return takesFiles(handler) || names.some((name) => name.startsWith(`${RouteParamtypes.BODY}:`));
}
