import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { PRIORITY, STATUS } from '../vocabulary.js';

/** The success envelope around `data`, as a class that the documentation can name. */
function envelopeOf<T extends object>(name: string, data: Type<T> | [Type<T>]) {
  class QuootaSuccess {
    @ApiProperty({ enum: [true] })
    success: true;
    @ApiProperty({ enum: [200] })
    statusCode: 200;
    @ApiProperty({ type: data })
    data: T | readonly T[];
    @ApiProperty({ type: 'null', example: null })
    error: null;
  }
  Object.defineProperty(QuootaSuccess, 'name', { value: name });
  return QuootaSuccess;
}

class QuootaError {
  @ApiProperty({ example: 'Ticket not found' })
  message: string;
}

export class QuootaFailure {
  @ApiProperty({ enum: [false] })
  success: false;
  @ApiProperty({ example: 404, description: 'The status of the answer.' })
  statusCode: number;
  @ApiProperty({ type: 'null', example: null })
  data: null;
  @ApiProperty({ type: QuootaError })
  error: QuootaError;
}

const CREATED = { example: '2024-01-22T16:30:00Z' };

export class QuootaOpenedTicket {
  @ApiProperty({ example: 'ticket_123' })
  ticketId: string;
  @ApiProperty({ example: 'Unable to make payment' })
  subject: string;
  @ApiProperty({ enum: STATUS.words, example: 'Open' })
  status: string;
  @ApiProperty({ enum: PRIORITY.words, example: 'High' })
  priority: string;
  @ApiProperty(CREATED)
  createdAt: string;
}

export class QuootaListedTicket extends QuootaOpenedTicket {
  @ApiProperty({ example: '2024-01-23T09:00:00Z' })
  updatedAt: string;
}

export class QuootaMessage {
  @ApiProperty({ example: 'msg_001' })
  messageId: string;
  @ApiProperty({ example: 'user_123' })
  sender: string;
  @ApiProperty({ example: "I can't make a payment" })
  content: string;
  @ApiProperty(CREATED)
  timestamp: string;
}

export class QuootaTicket {
  @ApiProperty({ example: 'ticket_123' })
  ticketId: string;
  @ApiProperty({ example: 'user_123' })
  userId: string;
  @ApiProperty({ example: 'Unable to make payment' })
  subject: string;
  @ApiProperty({ example: "I'm experiencing issues making a payment on my loan" })
  description: string;
  @ApiProperty({ enum: STATUS.words, example: 'In Progress' })
  status: string;
  @ApiProperty({ enum: PRIORITY.words, example: 'High' })
  priority: string;
  @ApiProperty({ example: 'category_001' })
  categoryId: string;
  @ApiProperty({ type: String, nullable: true, example: 'agent_123' })
  assignedAgent: string | null;
  @ApiProperty({ type: [QuootaMessage] })
  messages: readonly QuootaMessage[];
  @ApiProperty(CREATED)
  createdAt: string;
}

export class QuootaAddedMessage {
  @ApiProperty({ example: 'msg_002' })
  messageId: string;
  @ApiProperty({ example: 'ticket_123' })
  ticketId: string;
  @ApiProperty({ example: "I've tried multiple times but still getting an error" })
  content: string;
  @ApiProperty({ example: '2024-01-23T10:15:00Z' })
  timestamp: string;
}

export class QuootaClosedTicket {
  @ApiProperty({ example: 'ticket_123' })
  ticketId: string;
  @ApiProperty({ enum: STATUS.words, example: 'Closed' })
  status: string;
  @ApiProperty({ example: '2024-01-23T11:00:00Z' })
  closedAt: string;
}

export class QuootaCategory {
  @ApiProperty({ example: 'category_001' })
  categoryId: string;
  @ApiProperty({ example: 'Payment Issues' })
  name: string;
  @ApiProperty({ example: 'Help with payment problems' })
  description: string;
}

export class QuootaFile {
  @ApiProperty({ example: 'file_id_123' })
  fileId: string;
  @ApiProperty({ example: 'statement.pdf' })
  fileName: string;
  @ApiProperty({ example: 48_213, description: 'Bytes.' })
  size: number;
  @ApiProperty({ example: 'application/pdf' })
  mimeType: string;
}

export const QuootaOpenedTicketAnswer = envelopeOf('QuootaOpenedTicketAnswer', QuootaOpenedTicket);
export const QuootaTicketsAnswer = envelopeOf('QuootaTicketsAnswer', [QuootaListedTicket]);
export const QuootaTicketAnswer = envelopeOf('QuootaTicketAnswer', QuootaTicket);
export const QuootaAddedMessageAnswer = envelopeOf('QuootaAddedMessageAnswer', QuootaAddedMessage);
export const QuootaClosedTicketAnswer = envelopeOf('QuootaClosedTicketAnswer', QuootaClosedTicket);
export const QuootaCategoriesAnswer = envelopeOf('QuootaCategoriesAnswer', [QuootaCategory]);
export const QuootaFileAnswer = envelopeOf('QuootaFileAnswer', QuootaFile);
