import { Module } from '@nestjs/common';
import { DaakeyModule } from './dialects/daakey/daakey.module.js';
import { KinconectaModule } from './dialects/kinconecta/kinconecta.module.js';
import { QuootaModule } from './dialects/quoota/quoota.module.js';
import { ScrapizooModule } from './dialects/scrapizoo/scrapizoo.module.js';
import { VerifikModule } from './dialects/verifik/verifik.module.js';
import { AttachmentsModule } from './modules/attachments/index.js';
import { AuthModule } from './modules/auth/index.js';
import { CategoriesModule } from './modules/categories/index.js';
import { LinkedResourcesModule } from './modules/linked-resources/index.js';
import { MessagesModule } from './modules/messages/index.js';
import { TicketsModule } from './modules/tickets/index.js';
import { PlatformModule } from './platform/platform.module.js';

/** The whole desk. The only file that knows every module and every dialect. */
@Module({
  imports: [
    PlatformModule,
    ...[AuthModule, CategoriesModule, LinkedResourcesModule, AttachmentsModule, TicketsModule, MessagesModule],
    ...[DaakeyModule, VerifikModule, KinconectaModule, QuootaModule, ScrapizooModule],
  ],
})
export class AppModule {}
