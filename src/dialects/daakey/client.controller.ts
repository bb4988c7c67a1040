import { Body, Get, Header, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Ctx } from '../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../platform/context/request-context.js';
import { IdPipe } from '../../platform/http/id.pipe.js';
import { TakesFiles } from '../../platform/http/takes-files.decorator.js';
import { AttachmentPresenter, AttachmentsService } from '../../modules/attachments/index.js';
import {
  Allow,
  CurrentPrincipal,
  DialectController,
  type Principal,
  SessionsService,
  TenantsService,
} from '../../modules/auth/index.js';
import { MessagesService, Threads } from '../../modules/messages/index.js';
import { TicketListing, TicketOpening, TicketsService } from '../../modules/tickets/index.js';
import { AgencySignatures, SignatureSuffices } from './access/agency-signatures.js';
import { agencyOf } from './agency.js';
import { ClientAnswer, Envelope } from './envelope.js';
import { describe } from './laravel-texts.js';
import { Listed, pageOf } from './paging.js';
import {
  clientSession,
  listedForClient,
  messageForClient,
  openedTicket,
  type Showing,
  wholeForClient,
} from './to-client.js';
import { clientFilterOf, newMessageOf, newTicketOf } from './to-domain.js';
import { Uploads } from './uploads.js';
import * as answers from './wire/client-answers.js';
import { DaakeyClientListQuery, DaakeyLogin, DaakeyNewMessage, DaakeyNewTicket } from './wire/requests.js';
import { DaakeyFile, UploadForm } from './wire/ticket-parts.js';

/** What the clients of an agency do: everything within the agency that their requests are signed by. */
@UseInterceptors(Envelope)
@ApiHeader({
  name: 'X-Agency-Signature',
  required: true,
  description: '`base64url(JSON) + "." + hex(HMAC-SHA256(secret_key, base64url(JSON)))`; see the introduction.',
})
@DialectController({
  dialect: 'daakey',
  path: 'api/v1/client',
  tag: 'Client API',
  describe,
  scheme: AgencySignatures,
  ownTicketsOnly: true,
})
export class ClientController {
  constructor(
    private readonly opening: TicketOpening,
    private readonly tickets: TicketsService,
    private readonly listing: TicketListing,
    private readonly threads: Threads,
    private readonly messages: MessagesService,
    private readonly attachments: AttachmentsService,
    private readonly presenter: AttachmentPresenter,
    private readonly uploads: Uploads,
    private readonly sessions: SessionsService,
    private readonly tenants: TenantsService,
  ) {}

  @Post('auth/login')
  @Allow('customer')
  @SignatureSuffices()
  @ClientAnswer({
    summary: 'Sign a client in',
    description: 'Without a token. To the agency alone that has signed the request.',
    message: 'Login successful',
    data: answers.DaakeyClientSession,
    errors: { 401: 'Invalid credentials, or invalid agency signature', 422: 'Validation failed' },
  })
  async loginClient(@Ctx() ctx: TenantContext, @Body() credentials: DaakeyLogin) {
    const tenants = [await this.tenants.current(ctx)];
    return clientSession(await this.sessions.loginForGood(ctx, credentials, { tenants, roles: ['customer'] }));
  }

  @Post('auth/logout')
  @Allow('customer')
  @ClientAnswer({
    summary: 'Sign a client out',
    description: 'The token ends at once.',
    message: 'Logged out successfully',
    data: null,
  })
  async logoutClient(@Ctx() ctx: TenantContext, @CurrentPrincipal() principal: Principal) {
    await this.sessions.logout(ctx, principal);
  }

  @Post('tickets')
  @Allow('customer')
  @ClientAnswer({
    summary: 'Create a support ticket',
    status: 201,
    message: 'Ticket created successfully',
    data: answers.DaakeyOpenedTicket,
    errors: { 422: 'Validation failed' },
  })
  async createTicket(@Ctx() ctx: TenantContext, @Body() body: DaakeyNewTicket) {
    return openedTicket(await this.opening.open(ctx, newTicketOf(body, this.idOfUrl)));
  }

  @Get('tickets')
  @Allow('customer')
  @ClientAnswer({
    summary: 'List the client’s tickets, the last one written to first',
    message: 'Tickets retrieved',
    data: answers.DaakeyClientListedTicket,
    paged: true,
    errors: { 422: 'Validation failed' },
  })
  async listClientTickets(@Ctx() ctx: TenantContext, @Query() query: DaakeyClientListQuery) {
    const filter = clientFilterOf(query);
    const page = await this.listing.page(ctx, { filter, sort: '-last_message_at', ...pageOf(query) });
    const heard = await this.threads.lastHeard(ctx, page.items);
    return new Listed(
      page,
      page.items.map((ticket) => listedForClient(ticket, heard.get(ticket.number))),
    );
  }

  @Get('tickets/:ticket')
  @Header('cache-control', 'no-store')
  @Allow('customer')
  @ClientAnswer({
    summary: 'Get a ticket with its messages',
    description: 'What it shows counts as read from then on.',
    message: 'Ticket retrieved',
    data: answers.DaakeyClientTicket,
    errors: { 404: 'Ticket not found' },
  })
  async getClientTicket(
    @Ctx() ctx: TenantContext,
    @Param('ticket', IdPipe) number: number,
    @Req() { method }: FastifyRequest,
  ) {
    const ticket = await this.tickets.get(ctx, number);
    const thread = await this.threads.whole(ctx, ticket);
    // HEAD shows nothing.
    if (method === 'GET') await this.messages.markShown(ctx, ticket, thread);
    return wholeForClient(ticket, thread, await this.showing(ctx));
  }

  @Post('tickets/:ticket/messages')
  @Allow('customer')
  @ClientAnswer({
    summary: 'Add a message',
    description: 'A message on a resolved ticket opens it again.',
    status: 201,
    message: 'Message added',
    data: answers.DaakeyClientMessage,
    errors: { 400: 'Cannot add message to closed ticket', 404: 'Ticket not found', 422: 'Validation failed' },
  })
  async addClientMessage(
    @Ctx() ctx: TenantContext,
    @Param('ticket', IdPipe) number: number,
    @Body() body: DaakeyNewMessage,
  ) {
    const message = await this.messages.post(ctx, number, newMessageOf(body, this.idOfUrl));
    return messageForClient({ number }, message, await this.showing(ctx));
  }

  @Post('upload')
  @Allow('customer')
  @TakesFiles()
  @UploadForm()
  @ClientAnswer({
    summary: 'Upload a file',
    description: 'Name its `url` in the `attachments` of a ticket or a message within 24 hours, or it is removed.',
    status: 201,
    message: 'File uploaded',
    data: DaakeyFile,
    errors: { 422: 'Validation failed' },
  })
  uploadClientFile(@Ctx() ctx: TenantContext, @Req() request: FastifyRequest) {
    return this.uploads.store(ctx, request);
  }

  private readonly idOfUrl = (url: string) => this.attachments.idOfUrl(url);

  private async showing(ctx: TenantContext): Promise<Showing> {
    const { supportName } = agencyOf(await this.tenants.current(ctx));
    return { supportName, urlOf: (file) => this.presenter.urlOf(ctx, file) };
  }
}
