import { LRUCache } from 'lru-cache';
import { SECOND } from '../clock/clock.js';
import type { RequestContext } from '../context/request-context.js';
import { unitOf } from './unit-of-work.js';

/**
 * What was looked up is believed for this long, so that another node's change takes effect within five seconds; the
 * node that makes a change forgets at once.
 */
const TRUST = 4 * SECOND;

/** Rows read a moment ago. Callers at the same moment share one reading. */
export class ShortCache<K extends string | number, V extends object> {
  private readonly kept: LRUCache<K, V, () => Promise<V>>;

  constructor(max: number) {
    this.kept = new LRUCache<K, V, () => Promise<V>>({
      max,
      ttl: TRUST,
      // What is forgotten while being looked up is still answered, but not kept.
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context: load }) => load(),
    });
  }

  /**
   * What is kept under `key`, else what `load` gives. Inside a transaction always the latter: it holds a connection, and
   * a stranger's reading that it waited for may itself be waiting for one.
   */
  async get(ctx: RequestContext, key: K, load: () => Promise<V>): Promise<V> {
    return (unitOf(ctx)?.hasBegun ? undefined : await this.kept.fetch(key, { context: load })) ?? load();
  }

  forget(key: K): void {
    this.kept.delete(key);
  }

  forgetWhere(matches: (value: V) => boolean): void {
    for (const [key, value] of this.kept.entries()) if (matches(value)) this.kept.delete(key);
  }

  forgetKeys(matches: (key: K) => boolean): void {
    for (const key of this.kept.keys()) if (matches(key)) this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}
