import { Module } from '@nestjs/common';
import { AttachmentsModule } from './modules/attachments/index.js';
import { AuthModule } from './modules/auth/index.js';
import { CategoriesModule } from './modules/categories/index.js';
import { LinkedResourcesModule } from './modules/linked-resources/index.js';
import { MessagesModule } from './modules/messages/index.js';
import { ReportsModule } from './modules/reports/index.js';
import { TicketsModule } from './modules/tickets/index.js';
import { WebhooksModule } from './modules/webhooks/index.js';
import { PlatformModule } from './platform/platform.module.js';

/** The foreign wire formats, a line each: without its line and its folder a dialect is gone. */
const DIALECTS = [
  await import('./dialects/daakey/daakey.module.js'),
  await import('./dialects/verifik/verifik.module.js'),
  await import('./dialects/kinconecta/kinconecta.module.js'),
  await import('./dialects/quoota/quoota.module.js'),
  await import('./dialects/scrapizoo/scrapizoo.module.js'),
].map((dialect) => dialect.default);

/** The whole desk. The only file that knows every module and every dialect. */
@Module({
  imports: [
    PlatformModule,
    ...[AuthModule, CategoriesModule, LinkedResourcesModule, AttachmentsModule, TicketsModule, MessagesModule],
    ...[WebhooksModule, ReportsModule],
    ...DIALECTS,
  ],
})
export class AppModule {}
