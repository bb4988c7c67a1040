import { ApiProperty } from '@nestjs/swagger';
import { EnumField, TextField } from '../../../../platform/http/fields.js';
import { TEAM_VISIBILITIES } from '../domain/team.js';

export class TeamDto {
  @ApiProperty({ example: 2 })
  id: number;
  @ApiProperty({ example: 'Engineering' })
  name: string;
  @ApiProperty({ enum: TEAM_VISIBILITIES, example: 'team' })
  visibility: string;
  @ApiProperty({ type: String, nullable: true, example: 'acme-engineering' })
  external_key: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
  @ApiProperty({ format: 'date-time', example: '2026-02-11T14:05:31.000Z' })
  updated_at: string;
}

const VISIBILITY = 'Whether members see the tickets of the whole team or only their own.';
const EXTERNAL_KEY = "What the tenant's identity provider calls the team.";

export class CreateTeamDto {
  @TextField({ max: 190, example: 'Engineering' })
  name: string;
  @EnumField(TEAM_VISIBILITIES, { optional: true, example: 'team', description: VISIBILITY })
  visibility?: 'own' | 'team';
  @TextField({ optional: true, nullable: true, max: 190, example: 'acme-engineering', description: EXTERNAL_KEY })
  external_key?: string | null;
}

export class ChangeTeamDto {
  @TextField({ optional: true, max: 190, example: 'Engineering' })
  name?: string;
  @EnumField(TEAM_VISIBILITIES, { optional: true, example: 'own', description: VISIBILITY })
  visibility?: 'own' | 'team';
  @TextField({ optional: true, nullable: true, max: 190, example: 'acme-engineering', description: EXTERNAL_KEY })
  external_key?: string | null;
}
