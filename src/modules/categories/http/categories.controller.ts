import { Body, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { toIso } from '../../../platform/clock/clock.js';
import { Ctx } from '../../../platform/context/ctx.decorator.js';
import { isStaff, type TenantContext } from '../../../platform/context/request-context.js';
import { Answer } from '../../../platform/http/answer.decorator.js';
import { IdPipe } from '../../../platform/http/id.pipe.js';
import { NativeController } from '../../../platform/http/native-controller.decorator.js';
import { Allow, AllowKeys } from '../../auth/index.js';
import { CategoriesService } from '../categories.service.js';
import type { Category } from '../domain/category.js';
import {
  CategoryDto,
  CategoryQueryDto,
  ChangeCategoryDto,
  CreateCategoryDto,
  DeletedCategoryDto,
} from './category.dto.js';

@NativeController('categories', 'Categories')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  @Get()
  @Allow('customer', 'agent', 'admin')
  @AllowKeys('tickets:read')
  @Answer({ summary: 'List the categories in order', message: 'Categories retrieved', data: [CategoryDto] })
  async listCategories(@Ctx() ctx: TenantContext, @Query() query: CategoryQueryDto) {
    const includeArchived = query.include_archived === true && isStaff(ctx.actor);
    return (await this.categories.list(ctx, { includeArchived })).map(present);
  }

  @Post()
  @Allow('admin')
  @Answer({
    summary: 'Create a category',
    status: 201,
    message: 'Category created',
    data: CategoryDto,
    errors: { 409: ['already_exists'] },
  })
  async createCategory(@Ctx() ctx: TenantContext, @Body() body: CreateCategoryDto) {
    return present(await this.categories.create(ctx, body));
  }

  @Patch(':id')
  @Allow('admin')
  @Answer({
    summary: 'Change, move, archive or bring back a category',
    message: 'Category updated',
    data: CategoryDto,
    errors: { 409: ['already_exists'] },
  })
  async changeCategory(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number, @Body() body: ChangeCategoryDto) {
    return present(await this.categories.change(ctx, id, body));
  }

  @Delete(':id')
  @Allow('admin')
  @Answer({
    summary: 'Delete a category',
    description: 'One that tickets have is archived instead.',
    message: 'Category deleted',
    data: DeletedCategoryDto,
  })
  async deleteCategory(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number): Promise<DeletedCategoryDto> {
    return { outcome: await this.categories.delete(ctx, id) };
  }
}

function present(category: Category): CategoryDto {
  const { id, slug, name, description, position, archivedAt, createdAt, updatedAt } = category;
  return {
    ...{ id, slug, name, description, position },
    archived: archivedAt !== null,
    created_at: toIso(createdAt),
    updated_at: toIso(updatedAt),
  };
}
