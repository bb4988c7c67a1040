/** An answer of the API that is no success, or no answer at all. */
export class ApiFailure extends Error {
  constructor(
    /** 0 when nothing answered. */
    readonly status: number,
    readonly code: string,
    message: string,
    /** By the path of the field, with validation failures. */
    readonly errors: Readonly<Record<string, readonly string[]>> = {},
    /** What came along, such as the current ticket of a version mismatch. */
    readonly data: unknown = null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  /** Whether the same request may well succeed later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/** Nothing answered; the request may have arrived all the same. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof ApiFailure && error.status === 0;
}

export function isFailure(error: unknown, code: string): error is ApiFailure {
  return error instanceof ApiFailure && error.code === code;
}
