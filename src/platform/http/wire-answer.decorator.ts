import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';

interface WireAnswerOptions {
  /** What the operation does, in a line. */
  readonly summary: string;
  readonly description?: string;
  /** Default 200. */
  readonly status?: 200 | 201;
  /** Class of the whole body, or of the rows of a bare list. */
  readonly body: Type<object> | readonly [Type<object>];
  /** What each refusal of its own is about, by status; those of any request are documented for all. */
  readonly errors?: Readonly<Partial<Record<400 | 401 | 403 | 404 | 422, string>>>;
}

/** What an operation of a dialect answers: its status, and its page in the dialect's OpenAPI document. */
export function WireAnswer({ summary, description, status = 200, body, errors = {} }: WireAnswerOptions) {
  const many = Array.isArray(body);
  const model = (many ? body[0] : body) as Type<object>;
  const schema = { $ref: getSchemaPath(model) };
  return applyDecorators(
    HttpCode(status),
    ApiOperation({ summary, ...(description !== undefined && { description }) }),
    ApiExtraModels(model),
    ApiResponse({ status, description: 'Done', schema: many ? { type: 'array', items: schema } : schema }),
    ...Object.entries(errors).map(([code, text]) => ApiResponse({ status: Number(code), description: text })),
  );
}
