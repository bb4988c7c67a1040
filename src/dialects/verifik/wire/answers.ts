import { ApiProperty } from '@nestjs/swagger';
import { CATEGORIES, PRIORITY, STATUS } from '../vocabulary.js';

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

const TITLE = { example: 'API Integration Issue' };
const DESCRIPTION = { example: 'Having trouble integrating the biometric validation API.' };
const CREATED = { example: '2024-01-15T10:30:00Z' };
const CLIENT = { example: 'client_123456789' };
const NOBODY_YET = { type: String, nullable: true, example: null } as const;

export class VerifikThread {
  @ApiProperty(CLIENT)
  author: string;
  @ApiProperty(DESCRIPTION)
  message: string;
  @ApiProperty(CREATED)
  timestamp: string;
  @ApiProperty({ enum: ['user', 'agent'], example: 'user' })
  type: 'user' | 'agent';
}

export class VerifikAttachment {
  @ApiProperty({ example: 'error_logs.txt' })
  filename: string;
  @ApiProperty({ example: 'https://storage.verifik.co/attachments/error_logs.txt' })
  url: string;
  @ApiProperty({ type: Number, nullable: true, example: 1024, description: 'Bytes; null when nobody said.' })
  size: number | null;
  @ApiProperty({ example: 'text/plain' })
  type: string;
}

/** A ticket of the list, with fewer keys than a whole one; they stand in the documented order. */
export class VerifikListedTicket {
  @ApiProperty({ example: 'support_ticket_123456789' })
  _id: string;
  @ApiProperty(TITLE)
  title: string;
  @ApiProperty(DESCRIPTION)
  description: string;
  @ApiProperty({ enum: STATUS.words, example: 'open' })
  status: string;
  @ApiProperty({ enum: PRIORITY.words, example: 'high' })
  priority: string;
  @ApiProperty({ enum: CATEGORIES, example: 'technical' })
  category: string;
  @ApiProperty(CLIENT)
  client: string;
  @ApiProperty(NOBODY_YET)
  assignedTo: string | null;
  @ApiProperty({ type: [String], example: ['api', 'authentication', 'biometric'] })
  tags: readonly string[];
  @ApiProperty(CREATED)
  createdAt: string;
  @ApiProperty(CREATED)
  updatedAt: string;
}

export class VerifikTicket {
  @ApiProperty({ example: 'support_ticket_123456789' })
  _id: string;
  @ApiProperty(TITLE)
  title: string;
  @ApiProperty(DESCRIPTION)
  description: string;
  @ApiProperty({ enum: STATUS.words, example: 'open' })
  status: string;
  @ApiProperty({ enum: PRIORITY.words, example: 'high' })
  priority: string;
  @ApiProperty({ enum: CATEGORIES, example: 'technical' })
  category: string;
  @ApiProperty(CLIENT)
  client: string;
  @ApiProperty(NOBODY_YET)
  assignedTo: string | null;
  @ApiProperty({ type: [VerifikThread] })
  threads: readonly VerifikThread[];
  @ApiProperty({ type: [VerifikAttachment] })
  attachments: readonly VerifikAttachment[];
  @ApiProperty({ type: [String], example: ['api', 'authentication', 'biometric'] })
  tags: readonly string[];
  @ApiProperty({ ...NOBODY_YET, description: 'What the desk did about it.' })
  resolution: string | null;
  @ApiProperty(CREATED)
  createdAt: string;
  @ApiProperty(CREATED)
  updatedAt: string;
  @ApiProperty(NOBODY_YET)
  resolvedAt: string | null;
}

export class VerifikTicketAnswer {
  @ApiProperty({ enum: [true] })
  success: true;
  @ApiProperty({ type: VerifikTicket })
  data: VerifikTicket;
}

class VerifikPagination {
  @ApiProperty({ example: 1 })
  page: number;
  @ApiProperty({ example: 10 })
  limit: number;
  @ApiProperty({ example: 2, description: 'Counted to 10,000 and no further.' })
  total: number;
  @ApiProperty({ example: 1 })
  pages: number;
}

class VerifikCounts {
  @ApiProperty({ example: 5 })
  open: number;
  @ApiProperty({ example: 3 })
  pending: number;
  @ApiProperty({ example: 2 })
  in_progress: number;
  @ApiProperty({ example: 10 })
  resolved: number;
  @ApiProperty({ example: 5 })
  closed: number;
}

export class VerifikTicketsAnswer {
  @ApiProperty({ enum: [true] })
  success: true;
  @ApiProperty({ type: [VerifikListedTicket] })
  data: readonly VerifikListedTicket[];
  @ApiProperty({ type: VerifikPagination })
  pagination: VerifikPagination;
  @ApiProperty({ type: VerifikCounts, required: false, description: 'With `countByStatus=true` only.' })
  counts?: VerifikCounts;
}
