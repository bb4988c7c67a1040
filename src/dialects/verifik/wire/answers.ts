import { ApiProperty } from '@nestjs/swagger';

export class VerifikFailure {
  @ApiProperty({ example: 'Title is required', description: 'The text for people.' })
  error: string;
  @ApiProperty({ required: false, example: 'TITLE_REQUIRED', description: 'The code for programs.' })
  message?: string;
  @ApiProperty({ required: false, enum: [false], description: 'With a bad query only.' })
  success?: false;
  @ApiProperty({ required: false, example: 'INVALID_PARAMETERS', description: 'With a bad query only.' })
  code?: string;
}
