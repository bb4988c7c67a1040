import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import '@fastify/multipart';
import { DomainError } from '../errors/domain-error.js';
import { UNSUPPORTED_MEDIA_TYPE } from './http-errors.js';
import { takesFiles } from './takes-files.decorator.js';

/** Refuses a multipart body where nobody would read it. */
@Injectable()
export class RefuseMultipart implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (request.isMultipart() && !takesFiles(execution.getHandler())) throw new DomainError(UNSUPPORTED_MEDIA_TYPE);
    return next.handle();
  }
}
