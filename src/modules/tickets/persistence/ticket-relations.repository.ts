import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.service.js';
import { TenantRepository, type TenantScope } from '../../../platform/database/tenant.repository.js';
import { TicketParticipantEntity, TicketTagEntity } from './ticket.entities.js';

@Injectable()
export class TicketTagsRepository extends TenantRepository<TicketTagEntity> {
  constructor(database: Database) {
    super(database, TicketTagEntity);
  }

  /** Makes the ticket's tags these. */
  async replace(
    ctx: TenantScope,
    ticketNumber: number,
    before: readonly string[],
    after: readonly string[],
  ): Promise<void> {
    for (const tag of before.filter((each) => !after.includes(each))) await this.delete(ctx, { tag, ticketNumber });
    await this.insert(
      ctx,
      after.filter((each) => !before.includes(each)).map((tag) => ({ tag, ticketNumber })),
    );
  }
}

@Injectable()
export class TicketParticipantsRepository extends TenantRepository<TicketParticipantEntity> {
  constructor(database: Database) {
    super(database, TicketParticipantEntity);
  }

  async has(ctx: TenantScope, ticketNumber: number, userId: number): Promise<boolean> {
    return this.select(ctx, 'p', (query) =>
      query.andWhere('p.userId = :userId AND p.ticketNumber = :ticketNumber', { userId, ticketNumber }).getExists(),
    );
  }

  async add(ctx: TenantScope, ticketNumber: number, userId: number): Promise<void> {
    await this.insert(ctx, [{ ticketNumber, userId }]);
  }
}
