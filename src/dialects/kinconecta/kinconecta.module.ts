import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';
import { failure } from './errors.js';
import { KinconectaFailure } from './wire/answers.js';
import { KinconectaSettings } from './kinconecta.settings.js';

registerDialect({
  name: 'kinconecta',
  prefixes: ['/api/support-tickets'],
  failure,
  failureDto: KinconectaFailure,
  title: 'KinConecta Support Tickets API',
  introduction: 'Support tickets as the KinConecta travel platform has them.',
  settings: KinconectaSettings,
});

/** The `kinconecta` dialect, as far as a tenant's settings know it. */
@Module({})
export default class KinconectaModule {}
