import type { TenantContext } from '../platform/context/request-context.js';
import type { DemoCustomer, DemoStaff } from './threads/thread.js';

/** Everybody of a demo tenant, ready to act. */
export type DemoPeople = Readonly<Record<DemoCustomer | DemoStaff, TenantContext>>;

export function emailOf(person: string, code: string): string {
  return `${person}@${code}.example`;
}
