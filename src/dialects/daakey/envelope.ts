import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { mergeMap, type Observable } from 'rxjs';
import { Clock, toIso } from '../../platform/clock/clock.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { WireAnswer } from '../../platform/http/wire-answer.decorator.js';
import { TenantsService } from '../../modules/auth/index.js';
import { agencyOf } from './agency.js';
import { Listed } from './paging.js';
import { type EnvelopeShape, successOf } from './wire/envelopes.js';

const SAID = 'daakey:said';

interface Said {
  readonly message: string;
  readonly namesAgency: boolean;
}

type AnswerOptions = Omit<Parameters<typeof WireAnswer>[0], 'body'> &
  Pick<EnvelopeShape, 'data' | 'paged'> & { readonly message: string };

/** What an operation of the client's answers: `data` and the agency in `meta`. */
export const ClientAnswer = (options: AnswerOptions): MethodDecorator =>
  enveloped({ ...options, errors: { 403: 'The token is of another agency, or of staff', ...options.errors } }, true);

/** What an operation of the dashboard answers: `data`, and `meta` for lists only. */
export const DashboardAnswer = (options: AnswerOptions): MethodDecorator => enveloped(options, false);

function enveloped({ message, data, paged, ...documented }: AnswerOptions, namesAgency: boolean): MethodDecorator {
  return (target, key, descriptor) => {
    const body = successOf(String(key), { message, data, paged, namesAgency });
    const said: Said = { message, namesAgency };
    applyDecorators(WireAnswer({ ...documented, body }), SetMetadata(SAID, said))(target, key, descriptor);
  };
}

/** Puts what a handler returns into the success envelope; `Listed` rows bring their page along. */
@Injectable()
export class Envelope implements NestInterceptor {
  constructor(
    private readonly tenants: TenantsService,
    private readonly clock: Clock,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<object> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const said = Reflect.getMetadata(SAID, execution.getHandler()) as Said;
    return next.handle().pipe(mergeMap((result: unknown) => this.envelop(result, said, request)));
  }

  private async envelop(result: unknown, { message, namesAgency }: Said, request: FastifyRequest): Promise<object> {
    const { rows, pages } = result instanceof Listed ? result : { rows: null, pages: null };
    const agency = namesAgency ? await this.agencyIn(request.ctx as TenantContext) : null;
    return {
      success: true,
      message,
      data: rows ?? result ?? null,
      ...((agency ?? pages) && { meta: { ...agency, ...pages } }),
      request_id: request.id,
      timestamp: toIso(this.clock.now()),
    };
  }

  private async agencyIn(ctx: TenantContext) {
    const { id, code } = agencyOf(await this.tenants.current(ctx));
    return { agency_id: id, agency_code: code };
  }
}
