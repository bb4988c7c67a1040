import { Body, Post, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Ctx } from '../../platform/context/ctx.decorator.js';
import { Public } from '../../platform/context/public.decorator.js';
import type { RequestContext, TenantContext } from '../../platform/context/request-context.js';
import {
  Allow,
  CurrentPrincipal,
  DialectController,
  type Principal,
  SessionsService,
  type Tenant,
  TenantsService,
} from '../../modules/auth/index.js';
import { DashboardTokens } from './access/dashboard-tokens.js';
import { DashboardAnswer, Envelope } from './envelope.js';
import { describe } from './laravel-texts.js';
import { dashboardSession } from './to-dashboard.js';
import { DaakeyDashboardSession } from './wire/dashboard-answers.js';
import { DaakeyLogin } from './wire/requests.js';

const ROLES = ['agent', 'admin'] as const;

/** Signing in to the dashboard and out of it, on both of the paths that the vendor's pages name for each. */
@UseInterceptors(Envelope)
@DialectController({
  dialect: 'daakey',
  path: 'api/v1/dashboard',
  tag: 'Dashboard API',
  describe,
  scheme: DashboardTokens,
})
export class DashboardAuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tenants: TenantsService,
  ) {}

  @Post(['auth/login', 'login'])
  @Public()
  @DashboardAnswer({
    summary: 'Sign in to the dashboard',
    description: 'Also under `/api/v1/dashboard/login`.',
    message: 'Login successful',
    data: DaakeyDashboardSession,
    errors: { 401: 'Invalid credentials', 403: 'The agency is suspended', 422: 'Validation failed' },
  })
  async loginDashboard(@Ctx() ctx: RequestContext, @Req() { host }: FastifyRequest, @Body() credentials: DaakeyLogin) {
    const tenants = await this.tenantsFor(ctx, host, credentials.email);
    return dashboardSession(await this.sessions.loginForGood(ctx, credentials, { tenants, roles: ROLES }));
  }

  @Post(['logout', 'auth/logout'])
  @Allow(...ROLES)
  @DashboardAnswer({
    summary: 'Sign out of the dashboard',
    description: 'The token ends at once. Also under `/api/v1/dashboard/auth/logout`.',
    message: 'Logged out successfully',
    data: null,
    errors: { 403: 'Forbidden' },
  })
  async logoutDashboard(@Ctx() ctx: TenantContext, @CurrentPrincipal() principal: Principal) {
    await this.sessions.logout(ctx, principal);
  }

  /** The agency of the host name alone, if it has one; else all where somebody of the staff has this address. */
  private async tenantsFor(ctx: RequestContext, host: string, email: string): Promise<readonly Tenant[]> {
    const atHost = await this.tenants.findByHost(ctx, host);
    if (!atHost) return this.tenants.findWhereKnown(ctx, 'daakey', email, ROLES);
    return atHost.settings.dialects.includes('daakey') ? [atHost] : [];
  }
}
