import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../modules/attachments/index.js';
import { AuthModule, registerDialect } from '../../modules/auth/index.js';
import { MessagesModule } from '../../modules/messages/index.js';
import { TicketsModule } from '../../modules/tickets/index.js';
import { failure } from './errors.js';
import { KinconectaCallers } from './kinconecta.callers.js';
import { KinconectaController } from './kinconecta.controller.js';
import { KinconectaSettings } from './kinconecta.settings.js';
import { OpenTenants } from './open-tenants.js';
import { Uploaders } from './uploaders.js';
import { KinconectaFailure } from './wire/answers.js';

registerDialect({
  name: 'kinconecta',
  prefixes: ['/api/support-tickets'],
  failure,
  failureDto: KinconectaFailure,
  title: 'KinConecta Support Tickets API',
  introduction: `Support tickets as the KinConecta travel platform has them.

The tenant's setting \`kinconecta.anonymous\` says what callers without a token may do: nothing (\`off\`), create tickets
and add files to them (\`create\`, the default), or also read everything (\`full\`, which is what the vendor documents).
The tenant is the one that the host name selects, else the installation's default one. Whoever has a token sends it as
\`Authorization: Bearer …\`; a wrong one is refused everywhere.`,
  settings: KinconectaSettings,
});

/** The `kinconecta` dialect: see README.md beside this file. */
@Module({
  imports: [AuthModule, TicketsModule, MessagesModule, AttachmentsModule],
  providers: [KinconectaCallers, Uploaders, OpenTenants],
  controllers: [KinconectaController],
})
export default class KinconectaModule {}
