import { ApiProperty } from '@nestjs/swagger';
import { ROLE_CONTEXTS, STATUS } from '../vocabulary.js';

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

export class KinconectaFile {
  @ApiProperty({ example: 1 })
  id: number;
  @ApiProperty({ example: 'screenshot.png' })
  fileName: string;
  @ApiProperty({ example: 'https://storage.kinconecta.com/tickets/1/screenshot.png' })
  fileUrl: string;
}

export class KinconectaTicket {
  @ApiProperty({ example: 3 })
  id: number;
  @ApiProperty({ enum: ROLE_CONTEXTS, example: 'tourist' })
  roleContext: string;
  @ApiProperty({ example: 'Ana Martinez' })
  fullName: string;
  @ApiProperty({ example: 'ana@example.com' })
  email: string;
  @ApiProperty({ example: 'Question about tour cancellation' })
  subject: string;
  @ApiProperty({ example: 'General Inquiry' })
  category: string;
  @ApiProperty({ example: 'What is your cancellation policy?' })
  message: string;
  @ApiProperty({ enum: STATUS.words, example: 'open' })
  status: string;
  @ApiProperty({ example: '2026-03-10T11:00:00Z', description: 'As the client sent it, if it did.' })
  createdAt: string;
  @ApiProperty({ example: '2026-03-10T11:00:00Z', description: 'As the client sent it, until something changed.' })
  updatedAt: string;
  @ApiProperty({ type: [KinconectaFile] })
  attachments: readonly KinconectaFile[];
}
