import { ApiProperty } from '@nestjs/swagger';

export class ScrapizooFailure {
  @ApiProperty({ enum: [false] })
  success: false;
  @ApiProperty({ example: 'Ticket not found' })
  message: string;
}
