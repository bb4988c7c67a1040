import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { FailureDto, PageMetaDto } from './envelope.dto.js';

const MESSAGE = 'polydesk:message';

interface AnswerOptions {
  /** What the operation does, in a line. */
  readonly summary: string;
  readonly description?: string;
  /** The envelope's `message`. */
  readonly message: string;
  /** Default 200. */
  readonly status?: 200 | 201;
  /** Class of `data`: one object, a list of them, or null. */
  readonly data: Type<unknown> | readonly [Type<unknown>] | null;
  /** Whether the list is keyset-paged and has `meta`. */
  readonly paged?: boolean;
  /** Codes beyond those that follow from the route itself (docs/errors.md), by status. */
  readonly errors?: Readonly<Partial<Record<ErrorStatus, readonly string[]>>>;
}

type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 503 | 507;

/** What a native operation answers: its envelope, its status, and its page in the OpenAPI document. */
export function Answer(options: AnswerOptions): MethodDecorator {
  const { summary, description, message, data, errors = {} } = options;
  const status = options.status ?? 200;
  const models =
    data === null ? [] : 'length' in data && Array.isArray(data) ? [data[0] as Type<unknown>] : [data as Type<unknown>];
  return applyDecorators(
    SetMetadata(MESSAGE, message),
    HttpCode(status),
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ApiExtraModels(FailureDto, PageMetaDto, ...models),
    ApiResponse({ status, description: message, schema: successSchema(options, models[0]) }),
    ...Object.entries(errors).map(([code, codes]) => failureResponse(Number(code), codes)),
  );
}

/** The answer of a failing request with one of `codes`. */
function failureResponse(status: number, codes: readonly string[]): MethodDecorator {
  return ApiResponse({
    status,
    description: codes.map((code) => `\`${code}\``).join(', '),
    schema: { $ref: getSchemaPath(FailureDto) },
  });
}

export function messageOf(handler: object): string {
  return Reflect.getMetadata(MESSAGE, handler) as string;
}

function successSchema({ message, data, paged = false }: AnswerOptions, model: Type<unknown> | undefined) {
  const one = model && { $ref: getSchemaPath(model) };
  const many = one && { type: 'array', items: one };
  return {
    type: 'object',
    required: ['success', 'message', 'data', ...(paged ? ['meta'] : []), 'request_id', 'timestamp'],
    additionalProperties: false,
    properties: {
      success: { type: 'boolean', enum: [true] },
      message: { type: 'string', example: message },
      data: (Array.isArray(data) ? many : one) ?? { type: 'object', nullable: true, maxProperties: 0, example: null },
      ...(paged && { meta: { $ref: getSchemaPath(PageMetaDto) } }),
      request_id: { type: 'string', example: '3f0c8f6e-6a52-4a53-9a1a-0f6a3f1f2b7d' },
      timestamp: { type: 'string', format: 'date-time', example: '2026-03-04T09:30:00.000Z' },
    },
  };
}
