import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';
import { DaakeySettings, ShownDaakeySettings } from './daakey.settings.js';

registerDialect({
  name: 'daakey',
  settings: DaakeySettings,
  shown: ShownDaakeySettings,
  secrets: ['secret_key'],
  unique: ['agency_id', 'agency_code'],
});

/** The `daakey` dialect, as far as a tenant's settings know it. */
@Module({})
export class DaakeyModule {}
