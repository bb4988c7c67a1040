import { Module } from '@nestjs/common';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { CategoriesService } from './categories.service.js';
import { CategoryUsage } from './category-usage.js';
import { CategoriesController } from './http/categories.controller.js';
import { CategoriesRepository } from './persistence/categories.repository.js';
import { CategoryEntity } from './persistence/category.entity.js';

@Module({
  imports: [DatabaseModule.entities(CategoryEntity)],
  controllers: [CategoriesController],
  providers: [CategoriesRepository, CategoriesService, CategoryUsage],
  exports: [CategoriesService, CategoryUsage],
})
export class CategoriesModule {}
