import { ApiProperty } from '@nestjs/swagger';
import { type CreatorType, PRIORITY, STATUS } from '../vocabulary.js';

/** The texts of success, spelt as the vendor's page spells them: frontends may compare them. */
export const TEXTS = {
  created: 'Ticket created successfullly!',
  fetched: 'Ticket fetched successfullly!',
  replied: 'Response added successfully!',
} as const;

export class ScrapizooFailure {
  @ApiProperty({ enum: [false] })
  success: false;
  @ApiProperty({ example: 'Ticket not found' })
  message: string;
}

const CREATOR_TYPE = { enum: ['customer', 'admin'] };

export class ScrapizooReply {
  @ApiProperty({ example: '6720b2f42000000700000002' })
  _id: string;
  @ApiProperty({ example: '671fa1c8f1c2b3a5e4d90001' })
  creatorId: string;
  @ApiProperty({ ...CREATOR_TYPE, example: 'customer' })
  creatorType: CreatorType;
  @ApiProperty({ example: 'I want to add more details about my issue.' })
  description: string;
  @ApiProperty({ example: '2024-10-28T11:05:00.000Z' })
  createdAt: string;
  @ApiProperty({ example: '2024-10-28T11:05:00.000Z' })
  updatedAt: string;
}

export class ScrapizooTicket {
  @ApiProperty({ example: '6720b1c81000000100000007' })
  _id: string;
  @ApiProperty({ example: '671fa1c8f1c2b3a5e4d90001' })
  creatorId: string;
  @ApiProperty({ ...CREATOR_TYPE, example: 'customer' })
  creatorType: CreatorType;
  @ApiProperty({ example: 'Support' })
  category: string;
  @ApiProperty({ example: 'Account Issue' })
  subject: string;
  @ApiProperty({ example: 'I am facing an issue with my account.' })
  description: string;
  @ApiProperty({ enum: PRIORITY.words, example: 'low' })
  priority: string;
  @ApiProperty({ enum: STATUS.words, example: 'created' })
  status: string;
  @ApiProperty({ type: [ScrapizooReply], description: 'In the order in which they were written.' })
  response: readonly ScrapizooReply[];
  @ApiProperty({ example: '2024-10-28T11:00:00.000Z' })
  createdAt: string;
  @ApiProperty({ example: '2024-10-28T11:05:00.000Z' })
  updatedAt: string;
  @ApiProperty({ type: 'integer', minimum: 0, example: 1, description: 'How many replies there are.' })
  __v: number;
}

class ScrapizooSuccess {
  @ApiProperty({ enum: [true] })
  success: true;
}

export class ScrapizooCreatedAnswer extends ScrapizooSuccess {
  @ApiProperty({ enum: [TEXTS.created] })
  message: string;
  @ApiProperty({ type: ScrapizooTicket })
  data: ScrapizooTicket;
}

export class ScrapizooFetchedAnswer extends ScrapizooSuccess {
  @ApiProperty({ enum: [TEXTS.fetched] })
  message: string;
  @ApiProperty({ type: [ScrapizooTicket] })
  data: readonly ScrapizooTicket[];
}

export class ScrapizooRepliedAnswer extends ScrapizooSuccess {
  @ApiProperty({ enum: [TEXTS.replied] })
  message: string;
  @ApiProperty({ type: ScrapizooTicket })
  data: ScrapizooTicket;
}
