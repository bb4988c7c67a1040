import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';
import { failure } from './errors.js';
import { DaakeySettings, ShownDaakeySettings } from './daakey.settings.js';
import { DaakeyFailure } from './wire/answers.js';

registerDialect({
  name: 'daakey',
  prefixes: ['/api/v1/client', '/api/v1/dashboard'],
  failure,
  failureDto: DaakeyFailure,
  title: 'Daakey Client and Dashboard API',
  introduction: 'Support tickets as the Daakey car sharing platform has them.',
  settings: DaakeySettings,
  shown: ShownDaakeySettings,
  secrets: ['secret_key'],
  unique: ['agency_id', 'agency_code'],
});

/** The `daakey` dialect, as far as a tenant's settings know it. */
@Module({})
export default class DaakeyModule {}
