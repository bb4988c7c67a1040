import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../../modules/attachments/index.js';
import { AuthModule, registerDialect } from '../../modules/auth/index.js';
import { CategoriesModule } from '../../modules/categories/index.js';
import { MessagesModule } from '../../modules/messages/index.js';
import { TicketsModule } from '../../modules/tickets/index.js';
import { AgencySignatures } from './access/agency-signatures.js';
import { DashboardTokens } from './access/dashboard-tokens.js';
import { HmacSignatures, SignatureVerifier } from './access/signature-verifier.js';
import { ClientController } from './client.controller.js';
import { standardAgency } from './agency.js';
import { DaakeySettings, ShownDaakeySettings } from './daakey.settings.js';
import { DashboardAuthController } from './dashboard-auth.controller.js';
import { DashboardController } from './dashboard.controller.js';
import { Envelope } from './envelope.js';
import { failure } from './errors.js';
import { Uploads } from './uploads.js';
import { DaakeyFailure } from './wire/failure.js';

registerDialect({
  name: 'daakey',
  prefixes: ['/api/v1/client', '/api/v1/dashboard'],
  failure,
  failureDto: DaakeyFailure,
  title: 'Daakey Client and Dashboard API',
  introduction: `Support tickets as the Daakey car sharing platform has them.

The Client API takes two headers: \`X-Agency-Signature\`, which says for which agency the caller speaks, and
\`Authorization: Bearer …\` with a token of \`POST /api/v1/client/auth/login\`, of the desk itself
(\`POST /api/v1/auth/login\`) or of the tenant's own identity provider. The Dashboard API takes the token alone.

The signature is \`base64url(JSON) + "." + hex(HMAC-SHA256(secret_key, base64url(JSON)))\` of
\`{"agency_code": "AGENCY123", "timestamp": 1705312800}\`; the time is in seconds and may be five minutes off.`,
  settings: DaakeySettings,
  shown: ShownDaakeySettings,
  secrets: ['secret_key'],
  unique: ['agency_id', 'agency_code'],
  standard: (tenant) => ({ ...standardAgency(tenant) }),
});

/** The `daakey` dialect: see README.md beside this file. */
@Module({
  imports: [AuthModule, TicketsModule, MessagesModule, CategoriesModule, AttachmentsModule],
  controllers: [ClientController, DashboardController, DashboardAuthController],
  providers: [
    AgencySignatures,
    DashboardTokens,
    { provide: SignatureVerifier, useClass: HmacSignatures },
    ...[Envelope, Uploads],
  ],
})
export default class DaakeyModule {}
