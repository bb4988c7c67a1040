import type { TicketState } from '../../src/modules/tickets/index.js';

/** The state of a ticket just opened by customer 3 at moment 1 000; `fields` override it. */
export function aTicket(fields: Partial<TicketState> = {}): TicketState {
  return {
    number: 12,
    subject: 'Van will not start',
    description: 'Silence.',
    status: 'open',
    priority: 'normal',
    categoryId: 1,
    requesterId: 3,
    openedBy: 3,
    teamId: null,
    assigneeId: null,
    tags: ['rental'],
    linkedResource: null,
    custom: { odometer_km: 48_120 },
    resolution: null,
    lastSeq: 1,
    lastPublicSeq: 1,
    lastMessageAt: 1_000,
    lastPublicMessageAt: 1_000,
    version: 1,
    publicVersion: 1,
    createdAt: 1_000,
    updatedAt: 1_000,
    publicUpdatedAt: 1_000,
    firstResponseAt: null,
    resolvedAt: null,
    closedAt: null,
    ...fields,
  };
}
