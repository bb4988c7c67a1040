import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../modules/attachments/index.js';
import { AuthModule, registerDialect } from '../../modules/auth/index.js';
import { CategoriesModule } from '../../modules/categories/index.js';
import { MessagesModule } from '../../modules/messages/index.js';
import { TicketsModule } from '../../modules/tickets/index.js';
import { failure } from './errors.js';
import { VerifikCallers } from './verifik.callers.js';
import { VerifikController } from './verifik.controller.js';
import { VerifikFailure } from './wire/answers.js';

registerDialect({
  name: 'verifik',
  prefixes: ['/v2/support-tickets'],
  failure,
  failureDto: VerifikFailure,
  title: 'Verifik Support Tickets API',
  introduction: `Support tickets as the Verifik identity platform has them, version 2.

Sign in with a token of the desk (\`POST /api/v1/auth/login\`) or of the tenant's own identity provider; the word
\`Bearer\` before it may be left out.`,
});

/** The `verifik` dialect: see README.md beside this file. */
@Module({
  imports: [AuthModule, TicketsModule, MessagesModule, CategoriesModule, AttachmentsModule],
  providers: [VerifikCallers],
  controllers: [VerifikController],
})
export default class VerifikModule {}
