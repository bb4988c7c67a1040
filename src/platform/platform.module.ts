import { Module } from '@nestjs/common';
import { AuditModule } from './audit/audit.module.js';
import { ClockModule } from './clock/clock.module.js';
import { ConfigModule } from './config/config.module.js';
import { CryptoModule } from './crypto/crypto.module.js';
import { DatabaseModule } from './database/database.module.js';
import { EventsModule } from './events/events.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { IdempotencyModule } from './idempotency/idempotency.module.js';
import { LimitsModule } from './limits/limits.module.js';
import { LoggingModule } from './logging/logging.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { OutboundModule } from './outbound/outbound.module.js';
import { StorageModule } from './storage/storage.module.js';

/** Everything technical, in one import. */
@Module({
  imports: [
    ConfigModule,
    LoggingModule,
    ClockModule,
    CryptoModule,
    DatabaseModule,
    AuditModule,
    EventsModule,
    HttpModule,
    LimitsModule,
    IdempotencyModule,
    MetricsModule,
    OutboundModule,
    StorageModule,
    HealthModule,
  ],
})
export class PlatformModule {}
