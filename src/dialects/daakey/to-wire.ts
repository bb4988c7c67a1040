import { toIsoSeconds, yearOf } from '../../platform/clock/clock.js';
import type { Attachment } from '../../modules/attachments/index.js';
import type { Message } from '../../modules/messages/index.js';
import { referenceOf, type Ticket } from '../../modules/tickets/index.js';
import { MESSAGE_ID } from './ids.js';
import { BOOKING } from './to-domain.js';
import { PRIORITY, STATUS, wordOf } from './vocabulary.js';
import type { DaakeyTicketHead, DaakeyVehicle } from './wire/ticket-parts.js';

export type UrlOf = (file: Attachment) => string;

export function ticketRef({ number, createdAt }: Ticket) {
  return { id: number, reference: referenceOf(number, yearOf(createdAt)) };
}

export function ticketHead(ticket: Ticket): DaakeyTicketHead {
  return {
    ...ticketRef(ticket),
    subject: ticket.subject,
    status: STATUS.say(ticket.status),
    priority: PRIORITY.say(ticket.priority),
    category: wordOf(ticket.category),
  };
}

/** The booking that a ticket is about, as the desk's copy of it says; what the copy lacks is null. */
export interface Booking {
  readonly id: number;
  readonly reference: string | null;
  readonly vehicle: DaakeyVehicle;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly status: string | null;
}

/** Null when nothing is linked, something that is no booking of this wire, or when the copy is gone. */
export function bookingOf({ linkedResource: linked }: Ticket): Booking | null {
  if (linked?.type !== BOOKING || linked.data === null || !/^[1-9]\d{0,14}$/.test(linked.externalId)) return null;
  const { vehicle, start_date: startDate, end_date: endDate, status } = linked.data;
  const { plate_number: plate, brand, model, id } = isObject(vehicle) ? vehicle : {};
  return {
    id: Number(linked.externalId),
    reference: linked.reference,
    vehicle: {
      id: typeof id === 'number' ? id : null,
      plate_number: textOrNull(plate),
      brand: textOrNull(brand),
      model: textOrNull(model),
    },
    startDate: textOrNull(startDate),
    endDate: textOrNull(endDate),
    status: textOrNull(status),
  };
}

export function messageId({ number }: Pick<Ticket, 'number'>, { seq, publicSeq }: Message): number {
  return MESSAGE_ID.write({ ticketNumber: number, seq, publicSeq });
}

export function partyOf({ author }: Message): 'client' | 'support' {
  return author.role === 'customer' ? 'client' : 'support';
}

export function filesAndTime(
  { attachments, createdAt }: Message & { readonly attachments: readonly Attachment[] },
  urlOf: UrlOf,
) {
  return { attachments: attachments.map(urlOf), created_at: toIsoSeconds(createdAt) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
