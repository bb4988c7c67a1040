import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';
import { MessagesModule } from '../../modules/messages/index.js';
import { TicketsModule } from '../../modules/tickets/index.js';
import { failure } from './errors.js';
import { ScrapizooController } from './scrapizoo.controller.js';
import { ScrapizooFailure } from './wire/answers.js';

registerDialect({
  name: 'scrapizoo',
  prefixes: ['/api/ticket'],
  failure,
  failureDto: ScrapizooFailure,
  title: 'Scrapizoo Ticket API',
  introduction: `Support tickets as the Scrapizoo pickup service has them. Customers use the plain routes, staff those
that begin with \`admin-\`.

Sign in with a token of the desk (\`POST /api/v1/auth/login\`) or of the tenant's own identity provider. Lists have
no pages; they end at the newest 1,000 tickets.`,
});

/** The `scrapizoo` dialect: see README.md beside this file. */
@Module({ imports: [TicketsModule, MessagesModule], controllers: [ScrapizooController] })
export default class ScrapizooModule {}
