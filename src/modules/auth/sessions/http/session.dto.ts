import { ApiProperty } from '@nestjs/swagger';
import { EmailField, TextField } from '../../../../platform/http/fields.js';
import { UserDto } from '../../users/http/user.dto.js';
import { MAX_PASSWORD, MIN_PASSWORD } from '../../users/passwords.js';

const TENANT = 'Code of the tenant. The owner of the installation signs in without.';

export class LoginDto {
  @TextField({ optional: true, max: 63, example: 'northwind', description: TENANT })
  tenant?: string;
  @EmailField({ example: 'ada@northwind.example' })
  email: string;
  @TextField({ max: MAX_PASSWORD, verbatim: true, example: 'demo-password' })
  password: string;
}

export class RegisterDto {
  @TextField({ max: 63, example: 'northwind' })
  tenant: string;
  @TextField({ max: 190, example: 'Eve Moneypenny' })
  name: string;
  @EmailField({ example: 'eve@northwind.example' })
  email: string;
  @TextField({ min: MIN_PASSWORD, max: MAX_PASSWORD, verbatim: true, example: 'a long pass phrase' })
  password: string;
}

export class RefreshDto {
  @TextField({ max: 200, example: 'rt_Zk1c…' })
  refresh_token: string;
}

export class ChangePasswordDto {
  @TextField({ max: MAX_PASSWORD, verbatim: true, example: 'demo-password' })
  current_password: string;
  @TextField({ min: MIN_PASSWORD, max: MAX_PASSWORD, verbatim: true, example: 'a long pass phrase' })
  new_password: string;
}

export class ChangeProfileDto {
  @TextField({ optional: true, max: 190, example: 'Ada Byron' })
  name?: string;
}

export class GrantDto {
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9…' })
  access_token: string;
  @ApiProperty({ example: 'rt_Zk1c…', description: 'Good for one use; its answer holds the next.' })
  refresh_token: string;
  @ApiProperty({ enum: ['Bearer'], example: 'Bearer' })
  token_type: 'Bearer';
  @ApiProperty({ example: 900, description: 'Seconds until the access token ends.' })
  expires_in: number;
  @ApiProperty({ type: UserDto })
  user: UserDto;
}

class TenantRefDto {
  @ApiProperty({ example: 'northwind' })
  code: string;
  @ApiProperty({ example: 'Northwind Traders' })
  name: string;
}

export class ProfileDto extends UserDto {
  @ApiProperty({ type: TenantRefDto, nullable: true, description: 'Null for the owner of the installation.' })
  tenant: TenantRefDto | null;
  @ApiProperty({
    type: [String],
    example: ['open_ticket'],
    description: 'What the caller may do, beside single records.',
  })
  abilities: readonly string[];
}
