/** The people of a demo tenant. The first four are customers; `agent` and `admin` are staff. */
export type DemoCustomer = 'ada' | 'bob' | 'cy' | 'dee';
export type DemoStaff = 'agent' | 'admin';

/**
 * One thing that happens to a ticket, `after` minutes after the step before it (or after the opening).
 * `reply` is public, `note` internal; `pending` waits for the requester.
 */
export type DemoStep = { readonly after: number } & (
  | { readonly by: DemoCustomer | DemoStaff; readonly reply: string }
  | { readonly by: DemoStaff; readonly note: string }
  | { readonly by: DemoStaff; readonly do: 'claim' | 'start' | 'pending' }
  | { readonly by: DemoStaff; readonly do: 'resolve' | 'close'; readonly resolution?: string }
  | { readonly by: DemoCustomer; readonly do: 'close' | 'reopen' }
);

/** A hand-written ticket that the demo replays through the services, step by step, at its own times. */
export interface DemoThread {
  readonly requester: DemoCustomer;
  /** Days before the day the demo data is made. */
  readonly daysAgo: number;
  /** Time of day the ticket is opened, UTC, `HH:MM`. */
  readonly at: string;
  readonly subject: string;
  readonly description: string;
  /** Slug of one of the tenant's categories. */
  readonly category: string;
  readonly priority: 'low' | 'normal' | 'high' | 'urgent';
  readonly tags?: readonly string[];
  readonly linkedResource?: { readonly type: string; readonly externalId: string };
  readonly steps: readonly DemoStep[];
}
