import { Module } from '@nestjs/common';
import { registerDialect } from '../../modules/auth/index.js';

registerDialect({ name: 'verifik' });

/** The `verifik` dialect, as far as a tenant's settings know it: it can be enabled and has no settings. */
@Module({})
export class VerifikModule {}
