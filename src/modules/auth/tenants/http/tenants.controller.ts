import { Body, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../../platform/context/request-context.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { PageQueryDto } from '../../../../platform/http/page-query.dto.js';
import { Allow } from '../../access/allow.decorator.js';
import { TenantsService } from '../tenants.service.js';
import { NewTenantDto, OwnerChangeTenantDto, TenantDto } from './tenant.dto.js';
import { tenantChangesOf } from './tenant-changes.js';
import { presentTenant } from './tenant.presenter.js';

/** The installation's tenants, for its owner. */
@NativeController('tenants', 'Tenants')
export class TenantsController {
  constructor(private readonly tenants: TenantsService) {}

  @Get()
  @Allow('owner')
  @Answer({ summary: 'List the tenants', message: 'Tenants retrieved', data: [TenantDto], paged: true })
  async listTenants(@Ctx() ctx: TenantContext, @Query() query: PageQueryDto) {
    return (await this.tenants.list(ctx, query)).map(presentTenant);
  }

  @Post()
  @Allow('owner')
  @Answer({
    summary: 'Create a tenant',
    description: 'With its first admin, or none: both are made, or neither.',
    status: 201,
    message: 'Tenant created',
    data: TenantDto,
    errors: { 409: ['already_exists'] },
  })
  async createTenant(@Ctx() ctx: TenantContext, @Body() body: NewTenantDto) {
    return presentTenant(await this.tenants.create(ctx, body));
  }

  @Get(':code')
  @Allow('owner')
  @Answer({ summary: 'Get a tenant', message: 'Tenant retrieved', data: TenantDto })
  async getTenant(@Ctx() ctx: TenantContext, @Param('code') code: string) {
    return presentTenant(await this.tenants.getByCode(ctx, code));
  }

  @Patch(':code')
  @Allow('owner')
  @Answer({
    summary: 'Suspend or reactivate a tenant, or change its settings',
    description: 'The users of a suspended tenant get `tenant_suspended` within five seconds.',
    message: 'Tenant updated',
    data: TenantDto,
    errors: { 409: ['already_exists'] },
  })
  async changeTenant(@Ctx() ctx: TenantContext, @Param('code') code: string, @Body() body: OwnerChangeTenantDto) {
    const { id } = await this.tenants.getByCode(ctx, code);
    return presentTenant(await this.tenants.change(ctx, id, tenantChangesOf(body)));
  }
}
