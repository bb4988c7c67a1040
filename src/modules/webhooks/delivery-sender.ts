import { Injectable } from '@nestjs/common';
import { Clock, SECOND } from '../../platform/clock/clock.js';
import { Outbound } from '../../platform/outbound/outbound.service.js';
import type { EventDto } from '../tickets/index.js';
import type { Attempt } from './domain/delivery.js';
import { secretsAt, type Webhook } from './domain/webhook.js';
import { signedHeaders } from './signature.js';

const TIMEOUT_MS = 10 * SECOND;
const TOO_LATE = `No answer within ${TIMEOUT_MS / SECOND} seconds`;
const BROKEN_OFF = 'The service ended before there was an answer';
const UNSIGNED = {
  ...{ responseStatus: null, responseBody: null },
  error: 'Not sent: the secret cannot be read any more; rotate it',
};
/** So many bytes of what is sent are kept; `Outbound` reads no more of what comes back. */
const KEPT_BYTES = 2_048;

/** Sends one message once, and tells what came of it. */
@Injectable()
export class DeliverySender {
  private readonly underway = new Set<AbortController>();

  constructor(
    private readonly outbound: Outbound,
    private readonly clock: Clock,
  ) {}

  /** Never rejects. */
  async send(webhook: Webhook, messageId: string, event: EventDto): Promise<Attempt> {
    const body = JSON.stringify({ type: event.type, timestamp: event.occurred_at, data: event });
    const attemptedAt = this.clock.now();
    const secrets = secretsAt(webhook, attemptedAt);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Polydesk-Webhooks/1',
      ...signedHeaders({ id: messageId, body }, secrets, attemptedAt),
    };
    const start = performance.now();
    // Nobody could tell an unsigned message from a forged one.
    const outcome = secrets.length > 0 ? await this.post(webhook.url, headers, body) : UNSIGNED;
    return {
      ...outcome,
      attemptedAt,
      durationMs: Math.round(performance.now() - start),
      requestHeaders: headers,
      requestBody: Buffer.from(body).subarray(0, KEPT_BYTES).toString('utf8'),
    };
  }

  /** Waits for no answer any more. */
  breakOff(): void {
    for (const each of this.underway) each.abort(new Error(BROKEN_OFF));
  }

  private async post(
    url: string,
    headers: Readonly<Record<string, string>>,
    body: string,
  ): Promise<Pick<Attempt, 'responseStatus' | 'responseBody' | 'error'>> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(new Error(TOO_LATE)), TIMEOUT_MS);
    this.underway.add(patience);
    try {
      const answer = await this.outbound.post(url, { headers, body, signal: patience.signal });
      const { status } = answer;
      const error = status >= 200 && status < 300 ? null : `The endpoint answered ${status}`;
      // Not every database keeps what lies behind a NUL.
      return { responseStatus: status, responseBody: answer.body.replaceAll('\0', ''), error };
    } catch (error) {
      return { responseStatus: null, responseBody: null, error: reasonOf(error) };
    } finally {
      clearTimeout(timer);
      this.underway.delete(patience);
    }
  }
}

function reasonOf(error: unknown): string {
  const { code, message = 'The endpoint could not be called' } = error as Partial<NodeJS.ErrnoException>;
  return code === undefined ? message : `${code}: ${message}`;
}
