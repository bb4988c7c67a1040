/** The code and the words of a driver's error, through TypeORM's wrapper. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code } = error as Error & { code?: unknown };
  return `${typeof code === 'string' ? code : ''} ${error.message}`;
}
