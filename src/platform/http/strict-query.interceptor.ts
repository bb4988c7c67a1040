import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor, type Type } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { DomainError } from '../errors/domain-error.js';
import { UNKNOWN_PARAMETER } from './http-errors.js';
import { QueryDto } from './query.dto.js';

/** Refuses query parameters on routes that take none; the others check theirs against a DTO. */
@Injectable()
export class StrictQuery implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const [given] = Object.keys(execution.switchToHttp().getRequest<FastifyRequest>().query as object);
    if (given !== undefined && !takesQuery(execution)) {
      throw new DomainError(UNKNOWN_PARAMETER, { message: `Unknown query parameter: ${given}` });
    }
    return next.handle();
  }
}

function takesQuery(execution: ExecutionContext): boolean {
  const prototype = execution.getClass<object>().prototype as object;
  const types: unknown = Reflect.getMetadata('design:paramtypes', prototype, execution.getHandler().name);
  return (types as Type[]).some((type) => type.prototype instanceof QueryDto);
}
