import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { AuthModule } from '../auth/index.js';
import { AttachmentAccess } from './attachment-access.js';
import { AttachmentSweep } from './attachment-sweep.js';
import { AttachmentsService } from './attachments.service.js';
import { AttachmentPresenter } from './http/attachment.presenter.js';
import { AttachmentsController } from './http/attachments.controller.js';
import { AttachmentEntity } from './persistence/attachment.entity.js';
import { AttachmentsRepository } from './persistence/attachments.repository.js';
import { SweepRepository } from './persistence/sweep.repository.js';

@Module({
  imports: [AuthModule, DatabaseModule.entities(AttachmentEntity)],
  controllers: [AttachmentsController],
  providers: [
    ...[AttachmentsRepository, SweepRepository],
    ...[AttachmentsService, AttachmentAccess, AttachmentSweep, AttachmentPresenter],
  ],
  exports: [AttachmentsService, AttachmentAccess, AttachmentPresenter, AttachmentSweep],
})
export class AttachmentsModule {}
