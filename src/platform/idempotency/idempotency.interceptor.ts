import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { isPublic } from '../context/public.decorator.js';
import { isStaff, type TenantContext } from '../context/request-context.js';
import { Database } from '../database/database.service.js';
import { DomainError, type ErrorKind } from '../errors/domain-error.js';
import { notFound } from '../errors/error-codes.js';
import { ErrorFilter, failedRequest } from '../http/error.filter.js';
import { IDEMPOTENCY_IN_PROGRESS } from '../http/http-errors.js';
import { takesFiles } from '../http/takes-files.decorator.js';
import { AnsweredBefore, KeptAnswers, type Undertaking } from './kept-answers.service.js';
import type { Answer, KeptAnswer } from './kept-answer.js';
import { ReplayAccess } from './replay-access.js';
import { askedBy, keyOf, scopeOf } from './request-identity.js';

/** What a refused request is told, it is told again; everything else that fails may be tried anew with the same key. */
const KEPT_REFUSALS: readonly ErrorKind[] = ['not_found', 'conflict', 'precondition'];
/** Refusals that may come of what the same request, sent elsewhere at the same time, has done. */
const DOUBTFUL_REFUSALS: readonly ErrorKind[] = ['invalid', 'unauthenticated', 'forbidden'];

/** What of an answer's headers is about what was done. */
const HEADERS = ['location', 'etag', 'cache-control'];

/**
 * Makes a POST with an `Idempotency-Key` happen once: whoever sends it again is given the answer of the first time. The
 * handler runs within one transaction, which also keeps its answer, so that neither is there without the other. It begins
 * with the handler's first unit: while a file streams in or a password is hashed, none is open.
 *
 * Not on public routes, and not for callers who are nobody in particular: a stranger with the same key must not be shown
 * the answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  /** Scopes that this process is busy with. */
  private readonly busy = new Set<string>();

  constructor(
    private readonly answers: KeptAnswers,
    private readonly access: ReplayAccess,
    private readonly database: Database,
    private readonly filter: ErrorFilter,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'POST' || isPublic(execution.getHandler())) return next.handle();
    const ctx = request.ctx as TenantContext;
    const key = ctx.actor.type === 'system' ? null : keyOf(request);
    return key === null ? next.handle() : from(this.answerOnce(ctx, scopeOf(request, ctx, key), execution, next));
  }

  private async answerOnce(
    ctx: TenantContext,
    scope: string,
    execution: ExecutionContext,
    next: CallHandler,
  ): Promise<unknown> {
    if (this.busy.has(scope)) throw new DomainError(IDEMPOTENCY_IN_PROGRESS, { retryAfterSeconds: 1 });
    this.busy.add(scope);
    const http = execution.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    try {
      return await this.answer(this.answers.undertake(ctx, scope), execution, next);
    } catch (error) {
      if (!(error instanceof AnsweredBefore)) throw error;
      return await this.replay(ctx, error.kept, reply);
    } finally {
      this.busy.delete(scope);
      request.ctx = ctx;
    }
  }

  private async answer(undertaking: Undertaking, execution: ExecutionContext, next: CallHandler): Promise<unknown> {
    const http = execution.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const withFiles = takesFiles(execution.getHandler());
    // What else came with the request is known once its file was read.
    if (withFiles) undertaking.note(askedBy(request));
    else await undertaking.received(askedBy(request));
    try {
      return await this.carryOut(undertaking, request, reply, next, !withFiles);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (!withFiles && KEPT_REFUSALS.includes(error.kind)) return this.refuse(undertaking, error, request, reply);
      if (DOUBTFUL_REFUSALS.includes(error.kind)) await undertaking.recheck();
      throw error;
    }
  }

  private carryOut(
    undertaking: Undertaking,
    request: FastifyRequest,
    reply: FastifyReply,
    next: CallHandler,
    repeatable: boolean,
  ): Promise<unknown> {
    const work = async (tx: TenantContext) => {
      request.ctx = { ...tx, retryable: undertaking };
      const body = await lastValueFrom<unknown, unknown>(next.handle(), { defaultValue: undefined });
      await undertaking.keep(tx, answerOf(reply, body));
      return body;
    };
    return this.database.together(undertaking.ctx, work, { repeatable });
  }

  /** The request changed nothing; that it was refused is kept by itself. */
  private async refuse(
    undertaking: Undertaking,
    error: DomainError,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const { status, body } = this.filter.failureOf(error, failedRequest(request));
    await undertaking.keep(undertaking.ctx, { status, headers: {}, body });
    reply.status(status);
    return body;
  }

  /** What the caller may not see any more does not exist, as in the answer of a new request. */
  private async replay(ctx: TenantContext, { role, shown, answer }: KeptAnswer, reply: FastifyReply): Promise<unknown> {
    const isSame = role === ctx.actor.role || isStaff(ctx.actor);
    if (!isSame || !(await this.access.maySee(ctx, shown))) throw notFound();
    reply.status(answer.status).headers({ ...answer.headers, 'idempotent-replayed': 'true' });
    return answer.body;
  }
}

function answerOf(reply: FastifyReply, body: unknown): Answer {
  const headers = HEADERS.map((name) => [name, reply.getHeader(name)] as const);
  const present = headers.filter((each): each is [string, string] => typeof each[1] === 'string');
  return { status: reply.statusCode, headers: Object.fromEntries(present), body };
}
