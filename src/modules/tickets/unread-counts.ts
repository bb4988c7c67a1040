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

  async addTo<T extends Parameters<CountUnread>[1][number]>(
    ctx: TenantContext,
    tickets: readonly T[],
  ): Promise<readonly (T & { readonly unreadCount: number })[]> {
    if (tickets.length === 0) return [];
    const counts = await this.count(ctx, tickets);
    return tickets.map((ticket) => ({ ...ticket, unreadCount: counts.get(ticket.number) ?? 0 }));
  }
}
