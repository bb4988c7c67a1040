/** The closed set of ways a request can fail; every edge (native API, dialect) maps all of them. */
export const ERROR_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'precondition',
  'limited',
  'unavailable',
  'unexpected',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** A machine-readable code, owned by the module that declares it. */
export interface ErrorCode {
  readonly code: string;
  readonly kind: ErrorKind;
  /** Safe to show to a person; an error may carry a more exact text. */
  readonly message: string;
}

/** What is wrong with each field, by its dotted path. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** How somebody stands to a limit on requests: what is left, and in how many seconds all of it is again. */
export interface LimitStanding {
  readonly name: string;
  readonly quota: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface ErrorDetails {
  readonly message?: string;
  readonly errors?: FieldErrors;
  /** Shown to the caller instead of null, such as the current state after a version mismatch. */
  readonly data?: unknown;
  readonly retryAfterSeconds?: number;
  /** The limit that was reached. */
  readonly limit?: LimitStanding;
  readonly cause?: unknown;
}

const catalogue = new Map<string, ErrorCode>();

/** Declares a code. The catalogue is what `docs/errors.md` must list. */
export function errorCode(code: string, kind: ErrorKind, message: string): ErrorCode {
  if (catalogue.has(code)) throw new Error(`The error code ${code} is declared twice`);
  const declared = { code, kind, message };
  catalogue.set(code, declared);
  return declared;
}

export function errorCatalogue(): readonly ErrorCode[] {
  return [...catalogue.values()];
}

/** The one way in which code below the edge reports that a request cannot be done. */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: ErrorKind;

  constructor(
    code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(details.message ?? code.message, { cause: details.cause });
    this.code = code.code;
    this.kind = code.kind;
  }
}
