import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';

/** How many messages of the ticket `t` the caller, `:reader`, has not read: SQL, with what has to be joined for it. */
export interface UnreadCount {
  readonly table: string;
  readonly alias: string;
  readonly on: string;
  readonly count: string;
}

/** Asks whoever keeps the messages how unread ones are counted, as part of the ticket's query. Tickets do not know messages. */
@Injectable()
export class UnreadCounts {
  private countFor: (audience: 'staff' | 'customers') => UnreadCount;

  register(countFor: (audience: 'staff' | 'customers') => UnreadCount): void {
    this.countFor = countFor;
  }

  /** Selects it as `unreadCount`. */
  addTo<E extends ObjectLiteral>(query: SelectQueryBuilder<E>, audience: 'staff' | 'customers'): SelectQueryBuilder<E> {
    const { table, alias, on, count } = this.countFor(audience);
    return query.leftJoin(table, alias, on).addSelect(count, 'unreadCount');
  }
}
