import { useEffect } from 'react';

const QUIET_MS = 1_500;

/**
 * Loads code once the page is quiet, so that it is there with the key that needs it. Where that fails, as without a
 * connection, it is loaded when it is needed.
 */
export function usePreloaded(load: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = window.setTimeout(() => void load().catch(() => undefined), QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [load]);
}
