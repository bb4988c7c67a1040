import { Body, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { toIso, toIsoOrNull } from '../../../../platform/clock/clock.js';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../../platform/context/request-context.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { IdPipe } from '../../../../platform/http/id.pipe.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { BoundBy } from '../../../../platform/limits/bounds.decorator.js';
import { Allow } from '../../access/allow.decorator.js';
import type { IdentityProvider } from '../domain/identity-provider.js';
import { IdentityProvidersService } from '../identity-providers.service.js';
import { type TokenTrial, TokenTrials } from '../token-trials.service.js';
import {
  ChangeIdentityProviderDto,
  CreateIdentityProviderDto,
  IdentityProviderDto,
  TestedTokenDto,
  TestTokenDto,
} from './identity-provider.dto.js';

@NativeController('tenant/identity-providers', 'Identity providers')
export class IdentityProvidersController {
  constructor(
    private readonly providers: IdentityProvidersService,
    private readonly trials: TokenTrials,
  ) {}

  @Get()
  @Allow('admin')
  @Answer({
    summary: 'List the identity providers',
    message: 'Identity providers retrieved',
    data: [IdentityProviderDto],
  })
  async listIdentityProviders(@Ctx() ctx: TenantContext) {
    return (await this.providers.list(ctx)).map((provider) => present(provider));
  }

  @Post()
  @Allow('admin')
  @Answer({
    summary: 'Add an identity provider',
    description: 'Users whose tokens it signs need no account here: they become customers on first use.',
    status: 201,
    message: 'Identity provider created',
    data: IdentityProviderDto,
    errors: { 409: ['already_exists'] },
  })
  async createIdentityProvider(@Ctx() ctx: TenantContext, @Body() body: CreateIdentityProviderDto) {
    const { provider, secret } = await this.providers.create(ctx, body);
    return present(provider, secret);
  }

  @Patch(':id')
  @Allow('admin')
  @Answer({
    summary: 'Change an identity provider',
    message: 'Identity provider updated',
    data: IdentityProviderDto,
    errors: { 409: ['already_exists'] },
  })
  async changeIdentityProvider(
    @Ctx() ctx: TenantContext,
    @Param('id', IdPipe) id: number,
    @Body() body: ChangeIdentityProviderDto,
  ) {
    return present(await this.providers.change(ctx, id, body));
  }

  @Delete(':id')
  @Allow('admin')
  @Answer({ summary: 'Remove an identity provider', message: 'Identity provider deleted', data: null })
  async deleteIdentityProvider(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    await this.providers.delete(ctx, id);
  }

  @Post(':id/test')
  // It may wait for the server of a key set: no place for others to wait for.
  @BoundBy('rate')
  @Allow('admin')
  @Answer({
    summary: 'Test a token',
    description:
      'Judges a token as a request with it would be judged, and tells why it would be refused. Nobody is signed in, no ' +
      'account is made, and the token is not kept.',
    message: 'Token tested',
    data: TestedTokenDto,
  })
  async testToken(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number, @Body() { token }: TestTokenDto) {
    return presentTrial(await this.trials.test(ctx, id, token));
  }
}

function presentTrial({
  flaw,
  explanation,
  algorithm,
  claims,
  identity,
  userId,
  expiresAt,
}: TokenTrial): TestedTokenDto {
  return {
    accepted: flaw === null,
    ...{ flaw, explanation, algorithm, claims, identity },
    user_id: userId,
    expires_at: toIsoOrNull(expiresAt),
  };
}

function present(provider: IdentityProvider, secret: string | null = null): IdentityProviderDto {
  return {
    id: provider.id,
    name: provider.name,
    issuer: provider.issuer,
    audience: provider.audience,
    algorithm: provider.algorithm,
    jwks_url: provider.jwksUrl,
    claims: provider.claims,
    roles: provider.roles,
    ...(secret !== null && { secret }),
    created_at: toIso(provider.createdAt),
    updated_at: toIso(provider.updatedAt),
  };
}
