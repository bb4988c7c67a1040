import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';
import { failure } from './errors.js';
import { ScrapizooFailure } from './wire/answers.js';

registerDialect({
  name: 'scrapizoo',
  prefixes: ['/api/ticket'],
  failure,
  failureDto: ScrapizooFailure,
  title: 'Scrapizoo Ticket API',
  introduction: 'Support tickets as the Scrapizoo pickup service has them.',
});

/** The `scrapizoo` dialect, as far as a tenant's settings know it: it can be enabled and has no settings. */
@Module({})
export default class ScrapizooModule {}
