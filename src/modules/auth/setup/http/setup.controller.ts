import { Body, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsObject, ValidateNested } from 'class-validator';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import { Public } from '../../../../platform/context/public.decorator.js';
import type { RequestContext } from '../../../../platform/context/request-context.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { EmailField, TextField } from '../../../../platform/http/fields.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { CreateTenantDto, TenantDto } from '../../tenants/http/tenant.dto.js';
import { presentTenant } from '../../tenants/http/tenant.presenter.js';
import { UserDto } from '../../users/http/user.dto.js';
import { presentUser } from '../../users/http/user.presenter.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../users/passwords.js';
import { SetupService } from '../setup.service.js';

class OwnerDto {
  @TextField({ max: 190, example: 'Olivia Owner' })
  name: string;
  @EmailField({ example: 'owner@polydesk.example' })
  email: string;
  @TextField({ min: MIN_PASSWORD, max: MAX_PASSWORD, verbatim: true, example: 'a long pass phrase' })
  password: string;
}

class SetupDto {
  @TextField({
    max: 100,
    description: 'Printed by the process at its first start; good for 30 minutes.',
    example: 'Vq0…',
  })
  token: string;
  @ApiProperty({ type: OwnerDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => OwnerDto)
  owner: OwnerDto;
  @ApiProperty({ type: CreateTenantDto })
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => CreateTenantDto)
  tenant: CreateTenantDto;
}

class SetupDoneDto {
  @ApiProperty({ type: UserDto })
  owner: UserDto;
  @ApiProperty({ type: TenantDto })
  tenant: TenantDto;
}

@NativeController('setup', 'Setup')
export class SetupController {
  constructor(private readonly setup: SetupService) {}

  @Post()
  @Public()
  @Answer({
    summary: 'Make the owner and the first tenant',
    description: 'Once, on the first run. The same person can then sign in to the tenant as its admin.',
    status: 201,
    message: 'Setup complete',
    data: SetupDoneDto,
    errors: { 401: ['unauthenticated'], 409: ['already_exists'] },
  })
  async completeSetup(@Ctx() ctx: RequestContext, @Body() { token, ...input }: SetupDto) {
    const { owner, tenant } = await this.setup.complete(ctx, token, input);
    return { owner: presentUser(owner), tenant: presentTenant(tenant) };
  }
}
