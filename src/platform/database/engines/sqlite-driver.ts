import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { LRUCache } from 'lru-cache';

/** So many statements stay prepared, those that came last. */
const STATEMENTS = 500;

interface Options {
  readonly readonly?: boolean;
  readonly timeout?: number;
}

interface Statement {
  /** Whether running it returns rows. */
  readonly reader: boolean;
  all(...values: unknown[]): unknown[];
  run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint };
}

/**
 * Fits the API of node:sqlite to the part of better-sqlite3's that TypeORM calls. We keep the prebuilt driver because
 * better-sqlite3 wants a compiler where its binary cannot be downloaded (docs/decisions/0001-sqlite-driver.md).
 */
export class SqliteDriver {
  private readonly connection: DatabaseSyncInstance;
  private readonly kept = new LRUCache<string, Statement>({ max: STATEMENTS });

  constructor(path: string, options: Options) {
    this.connection = new DatabaseSync(path, { readOnly: options.readonly ?? false, timeout: options.timeout ?? 0 });
  }

  prepare(sql: string): Statement {
    const statement = this.connection.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (...values) => statement.all(...positional(values)) as unknown[],
      run: (...values) => statement.run(...positional(values)),
    };
  }

  /** Runs a statement that is kept prepared. */
  execute(sql: string, values: readonly unknown[]): { rows: readonly unknown[]; affected: number } {
    let statement = this.kept.get(sql);
    if (!statement) this.kept.set(sql, (statement = this.prepare(sql)));
    if (statement.reader) return { rows: statement.all(...values), affected: 0 };
    return { rows: [], affected: statement.run(...values).changes };
  }

  pragma(text: string): unknown[] {
    return this.connection.prepare(`PRAGMA ${text}`).all();
  }

  close(): void {
    this.connection.close();
  }
}

/** An object in first place would be taken for named parameters, and NULL bound in silence. */
function positional(values: readonly unknown[]): readonly unknown[] {
  const [first] = values;
  if (typeof first === 'object' && first !== null && !ArrayBuffer.isView(first)) {
    throw new TypeError('A statement takes numbers, texts, bytes and null');
  }
  return values;
}
