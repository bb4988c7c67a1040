import { Injectable } from '@nestjs/common';
import type { TenantContext } from '../../platform/context/request-context.js';
import { notFound } from '../../platform/errors/error-codes.js';
import { Authenticator, TenantsService } from '../../modules/auth/index.js';
import { type Ticket, ticketClosed, TicketsService } from '../../modules/tickets/index.js';
import { mayAddTo, READER } from './access.js';
import { anonymousIn } from './kinconecta.settings.js';

/** As whom a file is added to a ticket. */
@Injectable()
export class Uploaders {
  constructor(
    private readonly tickets: TicketsService,
    private readonly tenants: TenantsService,
    private readonly authenticator: Authenticator,
  ) {}

  /**
   * As whoever sent it; without a token as the ticket's requester, who said that more would come. Asked before any byte
   * is kept. Throws `not_found`, `invalid_transition` for a closed ticket, and `unauthenticated` when the requester may
   * no longer act.
   */
  async uploaderTo(ctx: TenantContext, number: number): Promise<TenantContext> {
    if (ctx.actor.type !== 'system') {
      requireOpen(await this.tickets.get(ctx, number));
      return ctx;
    }
    const ticket = await this.tickets.get({ ...ctx, actor: READER }, number);
    const { requester } = ticket;
    if (!mayAddTo(anonymousIn(await this.tenants.current(ctx)), requester)) throw notFound();
    requireOpen(ticket);
    const { actor } = await this.authenticator.principalOfUser(ctx, ctx.tenant.id, requester.id);
    return { ...ctx, actor };
  }
}

function requireOpen({ status }: Ticket): void {
  if (status === 'closed') throw ticketClosed();
}
