import { ApiProperty } from '@nestjs/swagger';
import {
  DaakeyBookingRef,
  DaakeyOpenedVehicle,
  DaakeyTicketHead,
  DaakeyVehicle,
  FileUrlsShown,
  MOMENT,
  TEXT,
} from './ticket-parts.js';

const MESSAGE = { example: 'I am unable to start the vehicle. The dashboard shows an error message.' } as const;

class DaakeyClientUser {
  @ApiProperty({ example: 3 })
  id: number;
  @ApiProperty({ example: 'Ada Byron' })
  name: string;
  @ApiProperty({ ...TEXT, example: 'ada@daakey.example' })
  email: string | null;
  @ApiProperty({ type: 'null', example: null, description: 'The desk knows no telephone numbers.' })
  phone: null;
  @ApiProperty({ type: 'null', example: null })
  phone_verified_at: null;
  @ApiProperty({ ...MOMENT, description: 'When the account was made: what can sign in needs no further proof.' })
  email_verified_at: string;
}

export class DaakeyClientSession {
  @ApiProperty({ type: DaakeyClientUser })
  user: DaakeyClientUser;
  @ApiProperty({ example: '1|abc123def456', description: 'Good until it is signed out.' })
  token: string;
}

class DaakeyOpenedBooking extends DaakeyBookingRef {
  @ApiProperty({ type: DaakeyOpenedVehicle })
  vehicle: DaakeyOpenedVehicle;
}

class DaakeyOpeningMessage {
  @ApiProperty({ example: 1 })
  id: number;
  @ApiProperty(MESSAGE)
  message: string;
  @ApiProperty({ enum: ['client', 'support'], example: 'client' })
  sender: string;
  @ApiProperty(MOMENT)
  created_at: string;
}

export class DaakeyOpenedTicket extends DaakeyTicketHead {
  @ApiProperty({ type: DaakeyOpenedBooking, nullable: true })
  booking: DaakeyOpenedBooking | null;
  @ApiProperty({ type: [DaakeyOpeningMessage] })
  messages: readonly DaakeyOpeningMessage[];
  @ApiProperty(MOMENT)
  created_at: string;
}

export class DaakeyClientListedTicket extends DaakeyTicketHead {
  @ApiProperty({ example: 'We are looking into it...', description: 'At most 100 characters, then three dots.' })
  last_message: string;
  @ApiProperty(MOMENT)
  last_message_at: string;
  @ApiProperty({ example: 1, description: 'Messages of the support that the client has not seen.' })
  unread_count: number;
  @ApiProperty(MOMENT)
  created_at: string;
}

class DaakeyClientBooking extends DaakeyBookingRef {
  @ApiProperty({ type: DaakeyVehicle })
  vehicle: DaakeyVehicle;
  @ApiProperty({ ...TEXT, example: '2024-01-14T09:00:00Z' })
  start_date: string | null;
  @ApiProperty({ ...TEXT, example: '2024-01-18T18:00:00Z' })
  end_date: string | null;
}

export class DaakeyClientMessage {
  @ApiProperty({ example: 1 })
  id: number;
  @ApiProperty(MESSAGE)
  message: string;
  @ApiProperty({ enum: ['client', 'support'], example: 'support' })
  sender: string;
  @ApiProperty({ example: 'Support Team', description: 'Of the support the name of the team.' })
  sender_name: string;
  @FileUrlsShown()
  attachments: readonly string[];
  @ApiProperty(MOMENT)
  created_at: string;
}

export class DaakeyClientTicket extends DaakeyTicketHead {
  @ApiProperty({ type: DaakeyClientBooking, nullable: true })
  booking: DaakeyClientBooking | null;
  @ApiProperty({ type: [DaakeyClientMessage] })
  messages: readonly DaakeyClientMessage[];
  @ApiProperty(MOMENT)
  created_at: string;
  @ApiProperty(MOMENT)
  updated_at: string;
}
