import { ApiProperty } from '@nestjs/swagger';

export class KinconectaFailure {
  @ApiProperty({ example: 404 })
  status: number;
  @ApiProperty({ example: 'Not Found' })
  error: string;
  @ApiProperty({ example: 'SupportTicket not found with id: 99' })
  message: string;
  @ApiProperty({
    required: false,
    example: '2026-03-10T11:00:00.123',
    description: 'UTC, without a zone; not with 401 and 403.',
  })
  timestamp?: string;
}
