import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { LinkedResourcesController } from './http/linked-resources.controller.js';
import { LinkedResourcesService } from './linked-resources.service.js';
import { LinkedResourceEntity } from './persistence/linked-resource.entity.js';
import { LinkedResourcesRepository } from './persistence/linked-resources.repository.js';

@Module({
  imports: [DatabaseModule.entities(LinkedResourceEntity)],
  controllers: [LinkedResourcesController],
  providers: [LinkedResourcesRepository, LinkedResourcesService],
  exports: [LinkedResourcesService],
})
export class LinkedResourcesModule {}
