/**
 * What one tab may do at a time. Browsers have locks for that, but not on pages that came by plain http from another
 * machine; there a lease in the storage that all tabs share takes their place.
 */
const LEASE_MS = 6_000;
const SETTLE_MS = 60;
const RETRY_MS = 250;

/** Names this tab. */
const tabId = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) => byte.toString(36)).join('');

/** Runs the work once no other tab does work of this name. */
export async function inOneTab<T>(name: string, work: () => Promise<T>): Promise<T> {
  if ('locks' in navigator) return navigator.locks.request(`polydesk.${name}`, work);
  while (!(await takeLease(name))) await pause(RETRY_MS);
  const renewal = setInterval(() => holdLease(name), LEASE_MS / 3);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    releaseLease(name);
  }
}

/** Whether the lease is still this tab's; a tab that slept too long has lost it. */
export function holdsLease(name: string): boolean {
  return 'locks' in navigator || readLease(name)?.tab === tabId;
}

interface Lease {
  readonly tab: string;
  readonly until: number;
}

function keyOf(name: string): string {
  return `polydesk.lease.${name}`;
}

function readLease(name: string): Lease | null {
  const text = localStorage.getItem(keyOf(name));
  return text === null ? null : (JSON.parse(text) as Lease);
}

function isFree(name: string): boolean {
  const lease = readLease(name);
  return lease === null || lease.tab === tabId || lease.until < Date.now();
}

function holdLease(name: string): void {
  if (isFree(name)) localStorage.setItem(keyOf(name), JSON.stringify({ tab: tabId, until: Date.now() + LEASE_MS }));
}

function releaseLease(name: string): void {
  if (readLease(name)?.tab === tabId) localStorage.removeItem(keyOf(name));
}

/** Of several that write at once the last one has it; a moment later all know who that is. */
async function takeLease(name: string): Promise<boolean> {
  if (!isFree(name)) return false;
  holdLease(name);
  await pause(SETTLE_MS + Math.random() * SETTLE_MS);
  return readLease(name)?.tab === tabId;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

// A tab that is closed lets go of what it holds.
window.addEventListener('pagehide', () => {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(keyOf('')) && readLease(key.slice(keyOf('').length))?.tab === tabId)
      localStorage.removeItem(key);
  }
});
