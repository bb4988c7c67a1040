import { Body, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { parseIso, toIso, toIsoOrNull } from '../../../../platform/clock/clock.js';
import { Ctx } from '../../../../platform/context/ctx.decorator.js';
import type { TenantContext } from '../../../../platform/context/request-context.js';
import { invalid } from '../../../../platform/errors/error-codes.js';
import { Answer } from '../../../../platform/http/answer.decorator.js';
import { EnumListField, TextField } from '../../../../platform/http/fields.js';
import { IdPipe } from '../../../../platform/http/id.pipe.js';
import { NativeController } from '../../../../platform/http/native-controller.decorator.js';
import { Allow } from '../../access/allow.decorator.js';
import { type Scope, SCOPES } from '../../domain/scopes.js';
import { ApiKeysService } from '../api-keys.service.js';
import type { ApiKey } from '../domain/api-key.js';

class CreateApiKeyDto {
  @TextField({ max: 190, example: 'Order sync' })
  name: string;
  @EnumListField(SCOPES, { example: ['tickets:read', 'linked_resources:write'] })
  scopes: Scope[];
  @TextField({ optional: true, nullable: true, max: 40, example: '2027-01-01T00:00:00Z', description: 'Null: never.' })
  expires_at?: string | null;
}

class ApiKeyDto {
  @ApiProperty({ example: 3 })
  id: number;
  @ApiProperty({ example: 'Order sync' })
  name: string;
  @ApiProperty({ example: 'x7Qd', description: 'The last characters of the key.' })
  hint: string;
  @ApiProperty({ enum: SCOPES, isArray: true, example: ['tickets:read'] })
  scopes: readonly string[];
  @ApiProperty({ type: String, nullable: true, format: 'date-time', example: '2027-01-01T00:00:00.000Z' })
  expires_at: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
}

class NewApiKeyDto extends ApiKeyDto {
  @ApiProperty({ example: 'sk_3q2-7w…x7Qd', description: 'The key itself, shown this once.' })
  key: string;
}

@NativeController('api-keys', 'API keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @Allow('admin')
  @Answer({ summary: 'List the API keys', message: 'API keys retrieved', data: [ApiKeyDto] })
  async listApiKeys(@Ctx() ctx: TenantContext) {
    return (await this.keys.list(ctx)).map(present);
  }

  @Post()
  @Allow('admin')
  @Answer({
    summary: 'Create an API key',
    description: 'The key is shown in this answer only.',
    status: 201,
    message: 'API key created',
    data: NewApiKeyDto,
  })
  async createApiKey(@Ctx() ctx: TenantContext, @Body() { name, scopes, expires_at: expiry }: CreateApiKeyDto) {
    const expiresAt = typeof expiry === 'string' ? parseIso(expiry) : null;
    if (typeof expiry === 'string' && expiresAt === null)
      throw invalid({ expires_at: ['expires_at must be an instant'] });
    const { key, secret } = await this.keys.create(ctx, { name, scopes, expiresAt });
    return { ...present(key), key: secret };
  }

  @Delete(':id')
  @Allow('admin')
  @Answer({ summary: 'Revoke an API key', message: 'API key deleted', data: null })
  async deleteApiKey(@Ctx() ctx: TenantContext, @Param('id', IdPipe) id: number) {
    await this.keys.delete(ctx, id);
  }
}

function present(key: ApiKey): ApiKeyDto {
  const { id, name, hint, scopes, expiresAt, createdAt } = key;
  return { id, name, hint, scopes, expires_at: toIsoOrNull(expiresAt), created_at: toIso(createdAt) };
}
