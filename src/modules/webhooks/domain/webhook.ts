import type { Instant } from '../../../platform/clock/clock.js';

/**
 * `active` is delivered to. `paused` by an admin: what happens meanwhile waits for it. `disabled` because the endpoint
 * said that it is gone: what waits, waits, and nothing is added.
 */
export const WEBHOOK_STATUSES = ['active', 'paused', 'disabled'] as const;
export type WebhookStatus = (typeof WEBHOOK_STATUSES)[number];

/** An endpoint of a tenant's that is told of events. */
export interface Webhook {
  readonly tenantId: number;
  readonly id: number;
  readonly url: string;
  readonly description: string | null;
  /** Types of events, or prefixes of them (`ticket.*`). */
  readonly eventTypes: readonly string[];
  readonly status: WebhookStatus;
  readonly since: number;
  /** Null when it cannot be read any more, as `APP_KEY` has changed: it has to be rotated before anything is sent. */
  readonly secret: string | null;
  /** The secret before this one, and until when it is good. */
  readonly previous: { readonly secret: string; readonly until: Instant } | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** One whose secret is known. */
export type WebhookWithSecret = Webhook & { readonly secret: string };

/** The secrets that a message is signed with now, the newest first; none when there is none to be read. */
export function secretsAt({ secret, previous }: Pick<Webhook, 'secret' | 'previous'>, now: Instant): readonly string[] {
  if (secret === null) return [];
  return previous && previous.until > now ? [secret, previous.secret] : [secret];
}
