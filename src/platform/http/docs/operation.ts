/** A parameter of an operation in the OpenAPI document. */
export interface Parameter extends Record<string, unknown> {
  readonly in: string;
  readonly name: string;
}

/** As much of an operation in the OpenAPI document as is completed after Nest has written it. */
export interface Operation extends Record<string, unknown> {
  operationId: string;
  parameters?: Parameter[];
  readonly responses: Record<string, { description: string; content?: unknown; headers?: unknown }>;
  readonly security?: unknown;
  readonly 'x-etag'?: boolean;
}
