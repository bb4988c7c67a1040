import { LRUCache } from 'lru-cache';
import { SECOND } from '../../platform/clock/clock.js';

/**
 * What was looked up is believed for this long, so that another node's change takes effect within five seconds; the
 * node that makes a change forgets at once.
 */
const TRUST = 4 * SECOND;

type ShortCache<K extends string | number, V extends object> = LRUCache<K, V, () => Promise<V>>;

export function shortCache<K extends string | number, V extends object>(max: number): ShortCache<K, V> {
  return new LRUCache<K, V, () => Promise<V>>({
    max,
    ttl: TRUST,
    // What is forgotten while being looked up is still answered, but not kept.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: load }) => load(),
  });
}

/**
 * What is kept under `key`, else what `load` gives; callers at the same moment share one `load`. Never to be waited for
 * inside a transaction: the shared `load` may itself be waiting for the connection that the transaction holds.
 */
export async function fetched<K extends string | number, V extends object>(
  cache: ShortCache<K, V>,
  key: K,
  load: () => Promise<V>,
): Promise<V> {
  return (await cache.fetch(key, { context: load })) ?? load();
}
