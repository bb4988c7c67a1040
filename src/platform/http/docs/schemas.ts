type Json = Record<string, unknown>;

/** `nullable` and `$ref` beside other keywords are of OpenAPI 3.0; 3.1 says both in plain JSON Schema. */
export function toVersion31(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toVersion31);
  if (typeof value !== 'object' || value === null) return value;
  const { nullable, ...rest } = value as Json;
  const converted = Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, toVersion31(each)]));
  if (nullable !== true) return converted;
  const { allOf, $ref, type, enum: values, ...documentation } = converted;
  if (Array.isArray(allOf) || $ref !== undefined) {
    return { ...documentation, anyOf: [Array.isArray(allOf) ? (allOf[0] as unknown) : { $ref }, { type: 'null' }] };
  }
  return {
    ...documentation,
    type: [type, 'null'],
    ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
  };
}

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g;

/** The schemas that the paths speak of, directly or through others. */
export function usedSchemas<S>(paths: unknown, schemas: Readonly<Record<string, S>>): Record<string, S> {
  const used = new Set<string>();
  const waiting: unknown[] = [paths];
  while (waiting.length > 0) {
    for (const [, name = ''] of JSON.stringify(waiting.pop()).matchAll(REFERENCE)) {
      if (used.has(name)) continue;
      used.add(name);
      waiting.push(schemas[name] ?? null);
    }
  }
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)));
}
