import { Body, Get, Patch, Post } from '@nestjs/common';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import { Public } from '../../../../platform/context/public.decorator.js';
import type { RequestContext, TenantContext } from '../../../../platform/context/request-context.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { Allow, AllowKeys } from '../../access/allow.decorator.js';
import { CurrentPrincipal } from '../../access/current-principal.decorator.js';
import type { Principal } from '../../access/caller.js';
import { UsersService } from '../../users/users.service.js';
import { SessionsService } from '../sessions.service.js';
import {
  ChangePasswordDto,
  ChangeProfileDto,
  GrantDto,
  LoginDto,
  ProfileDto,
  RefreshDto,
  RegisterDto,
} from './session.dto.js';
import { presentGrant, presentProfile } from './session.presenter.js';

@NativeController('auth', 'Auth')
export class AuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly users: UsersService,
  ) {}

  @Post('login')
  @Public()
  @Answer({
    summary: 'Sign in with e-mail and password',
    message: 'Signed in',
    data: GrantDto,
    errors: { 401: ['invalid_credentials'], 403: ['tenant_suspended'] },
  })
  async login(@Ctx() ctx: RequestContext, @Body() body: LoginDto) {
    return presentGrant(await this.sessions.login(ctx, body));
  }

  @Post('refresh')
  @Public()
  @Answer({
    summary: 'Trade a refresh token for a new pair',
    description: 'Using a refresh token twice ends the whole session.',
    message: 'Token refreshed',
    data: GrantDto,
    errors: { 401: ['unauthenticated'], 403: ['tenant_suspended'] },
  })
  async refresh(@Ctx() ctx: RequestContext, @Body() body: RefreshDto) {
    return presentGrant(await this.sessions.refresh(ctx, body.refresh_token));
  }

  @Post('register')
  @Public()
  @Answer({
    summary: 'Register as a customer',
    description: 'Only where the tenant allows sign-up.',
    status: 201,
    message: 'Registered',
    data: GrantDto,
    errors: { 403: ['forbidden'], 409: ['already_exists'] },
  })
  async register(@Ctx() ctx: RequestContext, @Body() body: RegisterDto) {
    return presentGrant(await this.sessions.register(ctx, body));
  }

  @Post('logout')
  @Allow('customer', 'agent', 'admin', 'owner')
  @Answer({
    summary: 'Sign out',
    description: 'The access token and its refresh tokens end on every node within five seconds.',
    message: 'Signed out',
    data: null,
  })
  async logout(@Ctx() ctx: TenantContext, @CurrentPrincipal() principal: Principal) {
    await this.sessions.logout(ctx, principal);
  }

  @Get('me')
  @Allow('customer', 'agent', 'admin', 'owner')
  @AllowKeys('own-profile')
  @Answer({ summary: 'Get the own profile', message: 'Profile retrieved', data: ProfileDto })
  async getProfile(@Ctx() ctx: TenantContext, @CurrentPrincipal() principal: Principal) {
    // The principal may be some seconds old, and what was changed through another node is shown at once.
    return presentProfile({ ...principal, user: await this.users.get(ctx, principal.user.id) });
  }

  @Patch('me')
  @Allow('customer', 'agent', 'admin', 'owner')
  @Answer({ summary: 'Change the own profile', message: 'Profile updated', data: ProfileDto })
  async changeProfile(
    @Ctx() ctx: TenantContext,
    @CurrentPrincipal() principal: Principal,
    @Body() body: ChangeProfileDto,
  ) {
    const user = await this.users.change(ctx, principal.user.id, body);
    return presentProfile({ ...principal, user });
  }

  @Post('password')
  @Allow('customer', 'agent', 'admin', 'owner')
  @Answer({
    summary: 'Change the own password',
    description: 'Ends all other sessions.',
    message: 'Password changed',
    data: null,
    errors: { 401: ['invalid_credentials'] },
  })
  async changePassword(
    @Ctx() ctx: TenantContext,
    @CurrentPrincipal() principal: Principal,
    @Body() body: ChangePasswordDto,
  ) {
    const { current_password: current, new_password: next } = body;
    await this.sessions.changePassword(ctx, principal, { current, next });
  }
}
