import { Global, Module } from '@nestjs/common';
import { DatabaseModule } from '../database/database.module.js';
import { EventEntity, EventMarkEntity } from './event.entity.js';
import { EventFeed } from './event-feed.js';
import { EventLog } from './event-log.js';
import { EventSequencer } from './event-sequencer.js';
import { EventSweep } from './event-sweep.js';
import { EventTail } from './event-tail.js';

@Global()
@Module({
  imports: [DatabaseModule.entities(EventEntity, EventMarkEntity)],
  providers: [EventLog, EventSequencer, EventFeed, EventTail, EventSweep],
  exports: [EventLog, EventSequencer, EventFeed, EventTail, EventSweep],
})
export class EventsModule {}
