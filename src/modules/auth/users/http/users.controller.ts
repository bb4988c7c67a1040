import { Body, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../../platform/context/request-context.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { IdPipe } from '../../../../platform/http/id.pipe.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { Allow, AllowKeys } from '../../access/allow.decorator.js';
import { UsersService } from '../users.service.js';
import { ChangeUserDto, CreateUserDto, UserDto, UserQueryDto } from './user.dto.js';
import { presentUser } from './user.presenter.js';

@NativeController('users', 'Users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Allow('agent', 'admin')
  @AllowKeys('users:read')
  @Answer({ summary: 'List customers and staff', message: 'Users retrieved', data: [UserDto], paged: true })
  async listUsers(@Ctx() ctx: TenantContext, @Query() { team_id: teamId, ...query }: UserQueryDto) {
    return (await this.users.list(ctx, { ...query, ...(teamId !== undefined && { teamId }) })).map(presentUser);
  }

  @Post()
  @Allow('admin')
  @Answer({
    summary: 'Create a local account',
    description: 'Without a password nobody can sign in to it until an admin sets one.',
    status: 201,
    message: 'User created',
    data: UserDto,
    errors: { 409: ['already_exists'] },
  })
  async createUser(@Ctx() ctx: TenantContext, @Body() body: CreateUserDto) {
    return presentUser(await this.users.createLocal(ctx, body));
  }

  @Get(':id')
  @Allow('agent', 'admin')
  @AllowKeys('users:read')
  @Answer({ summary: 'Get a user', message: 'User retrieved', data: UserDto })
  async getUser(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return presentUser(await this.users.getPerson(ctx, id));
  }

  @Patch(':id')
  @Allow('admin')
  @Answer({
    summary: 'Change a user',
    description: 'A deactivated user is signed out everywhere within five seconds.',
    message: 'User updated',
    data: UserDto,
    errors: { 409: ['already_exists', 'conflict'] },
  })
  async changeUser(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number, @Body() body: ChangeUserDto) {
    return presentUser(await this.users.change(ctx, id, body));
  }
}
