/** A type of event, or all that begin alike: `ticket.created`, `ticket.*`, `*`. */
export const TYPE_PATTERN = /^(\*|[a-z_]{1,40}\.(\*|[a-z_]{1,40}))$/;

/** Whether one of the patterns names the type; an absent list names all. */
export function matchesType(patterns: readonly string[] | undefined, type: string): boolean {
  if (!patterns) return true;
  return patterns.some((pattern) => (pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type));
}
