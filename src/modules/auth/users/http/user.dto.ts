import { ApiProperty } from '@nestjs/swagger';
import { TENANT_ROLES } from '../../../../platform/context/request-context.js';
import { EmailField, EnumField, IdField, QueryIntField, TextField } from '../../../../platform/http/fields.js';
import { PageQueryDto } from '../../../../platform/http/page-query.dto.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../passwords.js';

export class TeamRefDto {
  @ApiProperty({ example: 2 })
  id: number;
  @ApiProperty({ example: 'Engineering' })
  name: string;
}

export class UserDto {
  @ApiProperty({ example: 7 })
  id: number;
  @ApiProperty({ example: 'Ada Byron' })
  name: string;
  @ApiProperty({ type: String, nullable: true, example: 'ada@northwind.example' })
  email: string | null;
  @ApiProperty({ enum: ['customer', 'agent', 'admin', 'owner'], example: 'customer' })
  role: string;
  @ApiProperty({ example: 'ada@northwind.example', description: 'Who it is at its issuer; unique there.' })
  subject: string;
  @ApiProperty({ type: TeamRefDto, nullable: true })
  team: TeamRefDto | null;
  @ApiProperty({ enum: ['active', 'inactive'], example: 'active' })
  status: string;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
  @ApiProperty({ format: 'date-time', example: '2026-02-11T14:05:31.000Z' })
  updated_at: string;
}

export class CreateUserDto {
  @TextField({ max: 190, example: 'Ada Byron' })
  name: string;
  @EmailField({ example: 'ada@northwind.example' })
  email: string;
  @EnumField(TENANT_ROLES, { example: 'customer' })
  role: 'customer' | 'agent' | 'admin';
  @TextField({ optional: true, min: MIN_PASSWORD, max: MAX_PASSWORD, verbatim: true, example: 'a long pass phrase' })
  password?: string;
  @IdField({ optional: true, nullable: true, example: 2 })
  team_id?: number | null;
}

export class ChangeUserDto {
  @TextField({ optional: true, max: 190, example: 'Ada Byron' })
  name?: string;
  @EmailField({ optional: true, example: 'ada@northwind.example' })
  email?: string;
  @EnumField(TENANT_ROLES, { optional: true, example: 'agent' })
  role?: 'customer' | 'agent' | 'admin';
  @EnumField(['active', 'inactive'], { optional: true, example: 'inactive' })
  status?: 'active' | 'inactive';
  @TextField({ optional: true, min: MIN_PASSWORD, max: MAX_PASSWORD, verbatim: true, example: 'a long pass phrase' })
  password?: string;
  @IdField({ optional: true, nullable: true, example: 2 })
  team_id?: number | null;
}

export class UserQueryDto extends PageQueryDto {
  @TextField({ optional: true, max: 100, example: 'ada', description: 'Part of the name or the e-mail.' })
  q?: string;
  @EnumField(TENANT_ROLES, { optional: true, example: 'agent' })
  role?: 'customer' | 'agent' | 'admin';
  @QueryIntField({ optional: true, min: 1, max: 2_147_483_647, example: 2 })
  team_id?: number;
}
