import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../modules/attachments/index.js';
import { registerDialect } from '../../modules/auth/index.js';
import { CategoriesModule } from '../../modules/categories/index.js';
import { MessagesModule } from '../../modules/messages/index.js';
import { TicketsModule } from '../../modules/tickets/index.js';
import { failure } from './errors.js';
import { QuootaController } from './quoota.controller.js';
import { QuootaFailure } from './wire/answers.js';

registerDialect({
  name: 'quoota',
  prefixes: ['/api/v1/support', '/support'],
  failure,
  failureDto: QuootaFailure,
  title: 'Quoota Support API',
  introduction: `Support tickets as the Quoota lending platform has them. Every path exists under \`/support\`, too.

Sign in with a token of the desk (\`POST /api/v1/auth/login\`) or of the tenant's own identity provider.`,
});

/** The `quoota` dialect: see README.md beside this file. */
@Module({
  imports: [TicketsModule, MessagesModule, CategoriesModule, AttachmentsModule],
  controllers: [QuootaController],
})
export default class QuootaModule {}
