interface Description {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: unknown;
  readonly cause?: unknown;
}

type Attached = Readonly<Record<'code' | 'query' | 'sql' | 'sqlMessage', unknown>>;

const MAX_CAUSES = 5;

/**
 * What the log says of an error. Nothing else that is attached to one is written: a failed query carries its parameters,
 * which are password hashes and what people wrote.
 */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error;
  const { code } = error as Partial<Attached>;
  const message = ofDatabase(error) ? withoutValues(error.message) : error.message;
  return {
    type: error.name,
    message,
    stack: [`${error.name}: ${message}`, ...framesOf(error)].join('\n'),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(error.cause !== undefined && depth < MAX_CAUSES && { cause: describeError(error.cause, depth + 1) }),
  } satisfies Description;
}

/** TypeORM's QueryFailedError, or what a driver threw. */
function ofDatabase(error: Error): boolean {
  const { code, query, sql, sqlMessage } = error as Partial<Attached>;
  return [query, sql, sqlMessage].some((each) => each !== undefined) || String(code).includes('SQLITE');
}

/** `Duplicate entry 'ada@…' for key …`: from the first quote to the last, as a value may have quotes itself. */
function withoutValues(message: string): string {
  return message.replace(/(['"]).*\1/s, "'…'");
}

/** The stack without the message it begins with. */
function framesOf({ message, stack = '' }: Error): string[] {
  const end = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(end)
    .split('\n')
    .filter((line) => line.startsWith('    at '));
}
