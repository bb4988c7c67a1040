import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';
import { failure } from './errors.js';
import { VerifikFailure } from './wire/answers.js';

registerDialect({
  name: 'verifik',
  prefixes: ['/v2/support-tickets'],
  failure,
  failureDto: VerifikFailure,
  title: 'Verifik Support Tickets API',
  introduction: 'Support tickets as the Verifik identity platform has them.',
});

/** The `verifik` dialect, as far as a tenant's settings know it: it can be enabled and has no settings. */
@Module({})
export default class VerifikModule {}
