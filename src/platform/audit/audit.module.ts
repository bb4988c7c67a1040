import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { AuditEntity } from './audit.entity.js';
import { AuditLog } from './audit-log.js';
import { AuditRepository } from './audit.repository.js';
import { AuditSweep } from './audit-sweep.js';

@Global()
@Module({
  imports: [DatabaseModule.entities(AuditEntity)],
  providers: [AuditRepository, AuditLog, AuditSweep],
  exports: [AuditLog],
})
export class AuditModule {}
