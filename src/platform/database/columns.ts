import { Column, PrimaryColumn, type ColumnOptions } from 'typeorm';

const number = { type: 'bigint', transformer: { to: (value: unknown) => value, from: toNumber } } as const;
const json = {
  type: 'text',
  transformer: {
    to: (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value)),
    from: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : null),
  },
} as const;

function toNumber(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** First part of every primary key: the tenant the row belongs to. */
export function TenantColumn(): PropertyDecorator {
  return PrimaryColumn({ type: 'int', name: 'tenant_id' });
}

/** A moment, in milliseconds since 1970 (`Instant`). */
export function InstantColumn(name: string, options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator {
  return Column({ ...number, name, ...options });
}

/** A whole number that may outgrow an int. */
export function LongIntColumn(name: string, options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator {
  return Column({ ...number, name, ...options });
}

export function IntColumn(name: string, options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator {
  return Column({ type: 'int', name, ...options });
}

/** Text short enough to be indexed; MySQL needs its longest length. */
export function ShortColumn(
  name: string,
  length: number,
  options: Pick<ColumnOptions, 'nullable'> = {},
): PropertyDecorator {
  return Column({ type: 'varchar', name, length, ...options });
}

export function LongColumn(name: string, options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator {
  return Column({ type: 'text', name, ...options });
}

/** A value kept as JSON text. */
export function JsonColumn(name: string, options: Pick<ColumnOptions, 'nullable'> = {}): PropertyDecorator {
  return Column({ ...json, name, ...options });
}
