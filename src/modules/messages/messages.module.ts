import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { AttachmentsModule } from '../attachments/index.js';
import { AuthModule } from '../auth/index.js';
import { TicketsModule } from '../tickets/index.js';
import { MessagePresenter } from './http/message.presenter.js';
import { MessagesController } from './http/messages.controller.js';
import { MessagesService } from './messages.service.js';
import { MessageEntity, ReadMarkEntity } from './persistence/message.entities.js';
import { MessagesRepository } from './persistence/messages.repository.js';
import { ReadMarksRepository } from './persistence/read-marks.repository.js';
import { ReplyFigures } from './persistence/reply-figures.js';
import { Threads } from './threads.service.js';

@Module({
  imports: [AuthModule, AttachmentsModule, TicketsModule, DatabaseModule.entities(MessageEntity, ReadMarkEntity)],
  controllers: [MessagesController],
  providers: [MessagesRepository, ReadMarksRepository, MessagesService, Threads, MessagePresenter, ReplyFigures],
  exports: [MessagesService, Threads, ReplyFigures],
})
export class MessagesModule {}
