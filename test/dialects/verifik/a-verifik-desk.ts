import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import type { TestApp } from '../../support/test-app.js';

export const TICKETS = '/v2/support-tickets';

const NAMES = ['General', 'Technical', 'Billing', 'Account', 'Feature request'];

/** A tenant that speaks this dialect and has its five categories, unless others are named. */
export async function makeVerifikDesk(test: TestApp, categories: readonly string[] = NAMES): Promise<Desk> {
  const desk = await makeDesk(test, { categories });
  await speak(test, desk, { verifik: {} });
  return desk;
}

type Fields = Readonly<Record<string, unknown>>;

export const NEW_TICKET = {
  title: 'API Integration Issue',
  description: 'Getting 401 errors when trying to authenticate.',
  priority: 'high',
  category: 'technical',
};

/** Sends the standard new ticket with `fields` instead; undefined leaves one out. */
export function post({ client }: Person, fields: Fields = {}) {
  return client.send('POST', TICKETS, { body: { ...NEW_TICKET, ...fields } });
}

/** The same, for a ticket that must come to be. */
export async function create(by: Person, fields: Fields = {}): Promise<any> {
  const { status, body } = await post(by, fields);
  if (status !== 200) throw new Error(`Creating answered ${status}`);
  return body.data;
}

export function get({ client }: Person, id: string) {
  return client.send('GET', `${TICKETS}/${id}`);
}

export function list({ client }: Person, query = '') {
  return client.send('GET', `${TICKETS}${query}`);
}

export function put({ client }: Person, id: string, body: Fields) {
  return client.send('PUT', `${TICKETS}/${id}`, { body });
}

export function say({ client }: Person, id: string, body: Fields) {
  return client.send('POST', `${TICKETS}/${id}/thread`, { body });
}

/** The number that the native API knows the ticket by. */
export function numberOf(id: string): number {
  return Number(id.slice('support_ticket_'.length));
}

export const NOT_FOUND = { error: 'Support ticket not found', message: 'SUPPORT_TICKET_NOT_FOUND' };
export const UNAUTHORIZED = { error: 'Authentication required', message: 'UNAUTHORIZED' };
