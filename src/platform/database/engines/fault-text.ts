/** The code and the words of a driver's error, through TypeORM's wrapper. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { code } = error as Error & { code?: unknown };
  return `${String(code ?? '')} ${error.message}`;
}
