import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { EventEntity } from './event.entity.js';
import { EventLog } from './event-log.js';

@Global()
@Module({ imports: [DatabaseModule.entities(EventEntity)], providers: [EventLog], exports: [EventLog] })
export class EventsModule {}
