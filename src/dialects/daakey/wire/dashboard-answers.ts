import { ApiProperty, PickType } from '@nestjs/swagger';
import { PERMISSIONS, ROLE, STATUS } from '../vocabulary.js';
import {
  DaakeyBookingRef,
  DaakeyPerson,
  DaakeyTicketHead,
  DaakeyVehicle,
  FileUrlsShown,
  MOMENT,
  TEXT,
} from './ticket-parts.js';

class DaakeyAgency {
  @ApiProperty({ example: 123 })
  id: number;
  @ApiProperty({ example: 'Daakey Car Sharing' })
  name: string;
  @ApiProperty({ example: 'AGENCY123' })
  code: string;
}

class DaakeyDashboardUser extends DaakeyPerson {
  @ApiProperty({ ...TEXT, example: 'agent@daakey.example' })
  email: string | null;
  @ApiProperty({ enum: ROLE.words, example: 'agency_staff' })
  role: string;
  @ApiProperty({ type: DaakeyAgency })
  agency: DaakeyAgency;
  @ApiProperty({ type: 'null', example: null, description: 'The desk knows no partners of agencies.' })
  partner: null;
  @ApiProperty({ enum: PERMISSIONS, isArray: true, example: PERMISSIONS })
  permissions: readonly string[];
}

export class DaakeyDashboardSession {
  @ApiProperty({ type: DaakeyDashboardUser })
  user: DaakeyDashboardUser;
  @ApiProperty({ example: '1|abc123def456', description: 'Good until it is signed out.' })
  token: string;
}

class DaakeyListedClient {
  @ApiProperty({ example: 3 })
  id: number;
  @ApiProperty({ example: 'Ada Byron' })
  name: string;
  @ApiProperty({ ...TEXT, example: 'ada@daakey.example' })
  email: string | null;
}

export class DaakeyDashboardListedTicket extends DaakeyTicketHead {
  @ApiProperty({ type: DaakeyListedClient })
  client: DaakeyListedClient;
  @ApiProperty({ type: DaakeyBookingRef, nullable: true })
  booking: DaakeyBookingRef | null;
  @ApiProperty({ type: DaakeyPerson, nullable: true })
  assigned_to: DaakeyPerson | null;
  @ApiProperty({ example: 4, description: 'Internal notes count.' })
  messages_count: number;
  @ApiProperty(MOMENT)
  last_message_at: string;
  @ApiProperty(MOMENT)
  created_at: string;
}

class DaakeyClient extends DaakeyListedClient {
  @ApiProperty({ type: 'null', example: null, description: 'The desk knows no telephone numbers.' })
  phone: null;
}

class DaakeyDashboardBooking extends DaakeyBookingRef {
  @ApiProperty({ type: DaakeyVehicle })
  vehicle: DaakeyVehicle;
  @ApiProperty({ ...TEXT, example: 'confirmed' })
  status: string | null;
}

class DaakeySender {
  @ApiProperty({ enum: ['client', 'support'], example: 'support' })
  type: string;
  @ApiProperty({ example: 2 })
  id: number;
  @ApiProperty({ example: 'Sam Agent' })
  name: string;
}

class DaakeyMessageHead {
  @ApiProperty({ example: 1 })
  id: number;
  @ApiProperty({ example: 'A technician is on the way.' })
  message: string;
  @ApiProperty({ type: DaakeySender })
  sender: DaakeySender;
}

export class DaakeyPostedMessage extends DaakeyMessageHead {
  @ApiProperty({ example: false })
  internal: boolean;
  @FileUrlsShown()
  attachments: readonly string[];
  @ApiProperty(MOMENT)
  created_at: string;
}

export class DaakeyDashboardMessage extends DaakeyMessageHead {
  @ApiProperty({ required: false, enum: [true], description: 'On internal notes only.' })
  internal?: true;
  @FileUrlsShown()
  attachments: readonly string[];
  @ApiProperty(MOMENT)
  created_at: string;
}

export class DaakeyDashboardTicket extends DaakeyTicketHead {
  @ApiProperty({ type: DaakeyClient })
  client: DaakeyClient;
  @ApiProperty({ type: DaakeyDashboardBooking, nullable: true })
  booking: DaakeyDashboardBooking | null;
  @ApiProperty({ type: DaakeyPerson, nullable: true })
  assigned_to: DaakeyPerson | null;
  @ApiProperty({ type: [DaakeyDashboardMessage] })
  messages: readonly DaakeyDashboardMessage[];
  @ApiProperty(MOMENT)
  created_at: string;
  @ApiProperty(MOMENT)
  updated_at: string;
}

class DaakeyTicketRef extends PickType(DaakeyTicketHead, ['id', 'reference'] as const) {}

export class DaakeyAssignedTicket extends DaakeyTicketRef {
  @ApiProperty({ type: DaakeyPerson, nullable: true })
  assigned_to: DaakeyPerson | null;
  @ApiProperty(MOMENT)
  updated_at: string;
}

export class DaakeyMovedTicket extends DaakeyTicketRef {
  @ApiProperty({ enum: STATUS.words, example: 'resolved' })
  status: string;
  @ApiProperty({ ...MOMENT, required: false, description: 'Of a resolved ticket only.' })
  resolved_at?: string;
  @ApiProperty({ type: DaakeyPerson, nullable: true, required: false, description: 'Of a resolved ticket only.' })
  resolved_by?: DaakeyPerson | null;
  @ApiProperty(MOMENT)
  updated_at: string;
}

export class DaakeyClosedTicket extends DaakeyTicketRef {
  @ApiProperty({ enum: ['closed'] })
  status: string;
  @ApiProperty(MOMENT)
  closed_at: string;
  @ApiProperty({ type: DaakeyPerson })
  closed_by: DaakeyPerson;
  @ApiProperty({ ...TEXT, example: 'The client got another vehicle' })
  closure_reason: string | null;
}
