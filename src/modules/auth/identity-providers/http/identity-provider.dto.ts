import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsUrl, MaxLength, ValidateIf, ValidateNested } from 'class-validator';
import { TENANT_ROLES, type TenantRole } from '../../../../platform/context/request-context.js';
import { EnumField, EnumListField, TextField } from '../../../../platform/http/fields.js';
import { ALGORITHMS, type Algorithm } from '../domain/identity-provider.js';
import { TOKEN_FLAWS } from '../domain/token-flaw.js';

class ClaimNamesDto {
  @TextField({ optional: true, max: 100, example: 'sub' })
  subject?: string;
  @TextField({ optional: true, max: 100, example: 'role' })
  role?: string;
  @TextField({ optional: true, max: 100, example: 'team' })
  team?: string;
  @TextField({ optional: true, max: 100, example: 'name' })
  name?: string;
  @TextField({ optional: true, max: 100, example: 'email' })
  email?: string;
}

export class IdentityProviderDto {
  @ApiProperty({ example: 1 })
  id: number;
  @ApiProperty({ example: 'Our app' })
  name: string;
  @ApiProperty({ example: 'https://app.northwind.example' })
  issuer: string;
  @ApiProperty({ example: 'support' })
  audience: string;
  @ApiProperty({ enum: ALGORITHMS, example: 'HS256' })
  algorithm: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  jwks_url: string | null;
  @ApiProperty({ type: ClaimNamesDto })
  claims: object;
  @ApiProperty({ type: [String], enum: TENANT_ROLES, isArray: true, example: ['customer'] })
  roles: readonly string[];
  @ApiProperty({ required: false, description: 'Only once: in the answer that creates it.', example: 'q3Vj…' })
  secret?: string;
  @ApiProperty({ format: 'date-time', example: '2026-01-05T08:00:00.000Z' })
  created_at: string;
  @ApiProperty({ format: 'date-time', example: '2026-02-11T14:05:31.000Z' })
  updated_at: string;
}

const SECRET = 'HS256 only; at least 32 characters. Never shown again. Generated when absent.';
const PUBLIC_KEY = 'PEM (SPKI), for RS256, ES256 and EdDSA.';
const ROLES = 'The roles its tokens may grant.';
const PEM = '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA…\n-----END PUBLIC KEY-----';

/** What is optional both when a provider is made and when it is changed. */
class ProviderFields {
  @TextField({ optional: true, min: 32, max: 1_000, verbatim: true, description: SECRET })
  secret?: string;
  @TextField({ optional: true, min: 40, max: 5_000, description: PUBLIC_KEY, example: PEM })
  public_key?: string;
  @ApiProperty({
    ...{ type: String, required: false, nullable: true, maxLength: 2_000 },
    example: 'https://app.northwind.example/jwks.json',
  })
  @ValidateIf((_, value) => value !== undefined && value !== null)
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(2_000)
  jwks_url?: string | null;
  @ApiProperty({ type: ClaimNamesDto, required: false })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => ClaimNamesDto)
  claims?: ClaimNamesDto;
  @EnumListField(TENANT_ROLES, { optional: true, example: ['customer'], description: ROLES })
  roles?: TenantRole[];
}

export class CreateIdentityProviderDto extends ProviderFields {
  @TextField({ max: 190, example: 'Our app' })
  name: string;
  @TextField({ max: 190, example: 'https://app.northwind.example' })
  issuer: string;
  @TextField({ max: 190, example: 'support' })
  audience: string;
  @EnumField(ALGORITHMS, { example: 'HS256' })
  algorithm: Algorithm;
}

export class ChangeIdentityProviderDto extends ProviderFields {
  @TextField({ optional: true, max: 190, example: 'Our app' })
  name?: string;
  @TextField({ optional: true, max: 190, example: 'https://app.northwind.example' })
  issuer?: string;
  @TextField({ optional: true, max: 190, example: 'support' })
  audience?: string;
  @EnumField(ALGORITHMS, { optional: true, example: 'HS256' })
  algorithm?: Algorithm;
}

export class TestTokenDto {
  @TextField({ max: 16_000, example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…', description: 'As your SaaS signs it.' })
  token: string;
}

class TokenIdentityDto {
  @ApiProperty({ example: 'u-1' })
  subject: string;
  @ApiProperty({ enum: TENANT_ROLES, example: 'customer' })
  role: string;
  @ApiProperty({ type: String, nullable: true, example: 'acme' })
  team: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Ada Byron' })
  name: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'ada@northwind.example' })
  email: string | null;
}

export class TestedTokenDto {
  @ApiProperty({ example: true })
  accepted: boolean;
  @ApiProperty({ enum: TOKEN_FLAWS, nullable: true, example: null, description: 'Why not; the first that was found.' })
  flaw: string | null;
  @ApiProperty({ example: 'The token is good.', description: 'The same, for people.' })
  explanation: string;
  @ApiProperty({ type: String, nullable: true, example: 'HS256', description: 'The algorithm that the token names.' })
  algorithm: string | null;
  @ApiProperty({
    ...{ type: 'object', nullable: true, additionalProperties: true, example: { sub: 'u-1', name: 'Ada Byron' } },
    description: 'What the token says, believed or not.',
  })
  claims: object | null;
  @ApiProperty({ type: TokenIdentityDto, nullable: true, description: 'Whom it stands for, if it is accepted.' })
  identity: TokenIdentityDto | null;
  @ApiProperty({ type: Number, nullable: true, example: null, description: 'Null: the first use makes the account.' })
  user_id: number | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', example: '2026-03-04T09:45:00.000Z' })
  expires_at: string | null;
}
