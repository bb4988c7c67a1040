import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';
import type { TicketState } from './domain/ticket.js';

type CountUnread = (
  ctx: TenantContext,
  tickets: readonly Pick<TicketState, 'number' | 'openedBy'>[],
) => Promise<ReadonlyMap<number, number>>;

/** Asks whoever keeps the messages how many of each ticket's the caller has not read. Tickets do not know messages. */
@Injectable()
export class UnreadCounts {
  private count: CountUnread = () => Promise.resolve(new Map());

  register(count: CountUnread): void {
    this.count = count;
  }

  of(ctx: TenantContext, tickets: Parameters<CountUnread>[1]): Promise<ReadonlyMap<number, number>> {
    return tickets.length === 0 ? Promise.resolve(new Map()) : this.count(ctx, tickets);
  }
}
