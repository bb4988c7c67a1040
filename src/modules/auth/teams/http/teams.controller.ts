import { Body, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { toIso } from '../../../../platform/clock/clock.js';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../../platform/context/request-context.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { IdPipe } from '../../../../platform/http/id.pipe.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { PageQueryDto } from '../../../../platform/http/page-query.dto.js';
import { Allow, AllowKeys } from '../../access/allow.decorator.js';
import { UserDto } from '../../users/http/user.dto.js';
import { presentUser } from '../../users/http/user.presenter.js';
import type { Team } from '../domain/team.js';
import { TeamsService } from '../teams.service.js';
import { ChangeTeamDto, CreateTeamDto, TeamDto } from './team.dto.js';

@NativeController('teams', 'Teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Allow('agent', 'admin')
  @AllowKeys('users:read')
  @Answer({ summary: 'List the teams', message: 'Teams retrieved', data: [TeamDto], paged: true })
  async listTeams(@Ctx() ctx: TenantContext, @Query() query: PageQueryDto) {
    return (await this.teams.list(ctx, query)).map(present);
  }

  @Post()
  @Allow('admin')
  @Answer({
    summary: 'Create a team',
    status: 201,
    message: 'Team created',
    data: TeamDto,
    errors: { 409: ['already_exists'] },
  })
  async createTeam(@Ctx() ctx: TenantContext, @Body() body: CreateTeamDto) {
    return present(await this.teams.create(ctx, body));
  }

  @Get(':id')
  @Allow('agent', 'admin')
  @AllowKeys('users:read')
  @Answer({ summary: 'Get a team', message: 'Team retrieved', data: TeamDto })
  async getTeam(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    return present(await this.teams.get(ctx, id));
  }

  @Patch(':id')
  @Allow('admin')
  @Answer({ summary: 'Change a team', message: 'Team updated', data: TeamDto, errors: { 409: ['already_exists'] } })
  async changeTeam(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number, @Body() body: ChangeTeamDto) {
    return present(await this.teams.change(ctx, id, body));
  }

  @Delete(':id')
  @Allow('admin')
  @Answer({
    summary: 'End a team',
    description: 'Its members are in no team then; tickets stay with their requesters.',
    message: 'Team deleted',
    data: null,
  })
  async deleteTeam(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    await this.teams.delete(ctx, id);
  }

  @Put(':id/members/:user_id')
  @Allow('admin')
  @Answer({ summary: 'Put a user into a team', message: 'Member added', data: UserDto })
  async addTeamMember(
    @Ctx() ctx: TenantContext,
    @Param('id', IdPipe) id: number,
    @Param('user_id', IdPipe) userId: number,
  ) {
    return presentUser(await this.teams.addMember(ctx, id, userId));
  }

  @Delete(':id/members/:user_id')
  @Allow('admin')
  @Answer({ summary: 'Take a user out of a team', message: 'Member removed', data: UserDto })
  async removeTeamMember(
    @Ctx() ctx: TenantContext,
    @Param('id', IdPipe) id: number,
    @Param('user_id', IdPipe) userId: number,
  ) {
    return presentUser(await this.teams.removeMember(ctx, id, userId));
  }
}

function present(team: Team): TeamDto {
  return {
    id: team.id,
    name: team.name,
    visibility: team.visibility,
    external_key: team.externalKey,
    created_at: toIso(team.createdAt),
    updated_at: toIso(team.updatedAt),
  };
}
