import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, from, type Observable, switchMap, throwError } from 'rxjs';
import type { TenantContext } from '../../../platform/context/request-context.js';
import { DomainError } from '../../../platform/errors/domain-error.js';
import { VERSION_MISMATCH } from '../../../platform/errors/error-codes.js';
import { TicketsService } from '../tickets.service.js';
import { presentTicket } from './ticket.presenter.js';
import { TicketNumberPipe } from './ticket-number.pipe.js';

/** Puts the current ticket into the answer of a version mismatch, so that the caller can merge without asking again. */
@Injectable()
export class CurrentOnMismatch implements NestInterceptor {
  private readonly numbers = new TicketNumberPipe();

  constructor(private readonly tickets: TicketsService) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError((error: unknown) => {
        if (!(error instanceof DomainError) || error.code !== VERSION_MISMATCH.code) return throwError(() => error);
        const request = execution.switchToHttp().getRequest<FastifyRequest<{ Params: { number: string } }>>();
        const ctx = request.ctx as TenantContext;
        return from(this.tickets.get(ctx, this.numbers.transform(request.params.number))).pipe(
          switchMap((ticket) =>
            throwError(() => new DomainError(VERSION_MISMATCH, { data: presentTicket(ctx, ticket) })),
          ),
        );
      }),
    );
  }
}
