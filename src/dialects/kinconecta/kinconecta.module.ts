import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';
import { KinconectaSettings } from './kinconecta.settings.js';

registerDialect({ name: 'kinconecta', settings: KinconectaSettings });

/** The `kinconecta` dialect, as far as a tenant's settings know it. */
@Module({})
export class KinconectaModule {}
