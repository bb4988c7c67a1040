import { types } from 'node:util';

/** The code and the words of a driver's error, through TypeORM's wrapper. */
export function faultText(error: unknown): string {
  // Drivers in native code may make their errors in another realm, of which `instanceof` knows nothing.
  if (!types.isNativeError(error)) return '';
  const { code } = error as Error & { code?: unknown };
  return `${typeof code === 'string' ? code : ''} ${error.message}`;
}
