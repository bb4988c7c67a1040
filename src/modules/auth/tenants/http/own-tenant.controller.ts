import { Body, Get, Patch } from '@nestjs/common';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../../platform/context/request-context.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { Allow } from '../../access/allow.decorator.js';
import { TenantsService } from '../tenants.service.js';
import { ChangeTenantDto } from './change-tenant.dto.js';
import { TenantDto } from './tenant.dto.js';
import { tenantChangesOf } from './tenant-changes.js';
import { presentTenant } from './tenant.presenter.js';

/** The caller's own tenant. */
@NativeController('tenant', 'Tenants')
export class OwnTenantController {
  constructor(private readonly tenants: TenantsService) {}

  @Get()
  @Allow('admin')
  @Answer({ summary: 'Get the own tenant with its settings', message: 'Tenant retrieved', data: TenantDto })
  async getOwnTenant(@Ctx() ctx: TenantContext) {
    return presentTenant(await this.tenants.own(ctx));
  }

  @Patch()
  @Allow('admin')
  @Answer({
    summary: 'Change settings of the own tenant',
    description:
      'Secrets of dialects are write-only: setting one again replaces it. Hosts and what a dialect tells the tenant by ' +
      'can be one tenant’s only: `already_exists` when another has them.',
    message: 'Tenant updated',
    data: TenantDto,
    errors: { 409: ['already_exists'] },
  })
  async changeOwnTenant(@Ctx() ctx: TenantContext, @Body() body: ChangeTenantDto) {
    return presentTenant(await this.tenants.change(ctx, ctx.tenant.id, tenantChangesOf(body)));
  }
}
