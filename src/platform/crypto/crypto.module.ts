import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { KeyCheck } from './key-check.js';
import { KeyCheckEntity } from './key-check.entity.js';
import { Keys } from './keys.service.js';

@Global()
@Module({
  imports: [DatabaseModule.entities(KeyCheckEntity)],
  providers: [Keys, KeyCheck],
  exports: [Keys, KeyCheck],
})
export class CryptoModule {}
