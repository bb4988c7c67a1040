import { createHmac } from 'node:crypto';
import { LinkedResourcesService } from '../../../src/modules/linked-resources/index.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import type { Answer, Client, Method } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import type { TestApp } from '../../support/test-app.js';

export const SECRET = 'sk_live_0123456789abcdefghij';

/** Sends requests under one of the two bases of the wire. */
export interface Side {
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  patch(path: string, body?: unknown): Promise<Answer>;
}

/** A desk that speaks daakey. */
export interface Agency {
  readonly desk: Desk;
  /** Nobody's requests, signed by the agency now. */
  readonly signed: Client;
  client(person: Pick<Person, 'token'>): Side;
  dashboard(person: Pick<Person, 'token'>): Side;
  /** Opens a ticket on the client's side and gives its id; fields override the standard ones. */
  open(by: Person, fields?: Readonly<Record<string, unknown>>): Promise<number>;
}

interface AgencySettings extends Readonly<Record<string, unknown>> {
  readonly agency_id: number;
  readonly agency_code: string;
}

const AGENCY: AgencySettings = { agency_id: 123, agency_code: 'AGENCY123' };

export const NEW_TICKET = {
  subject: 'Vehicle not starting',
  message: 'I am unable to start the vehicle.',
  category: 'vehicle_issue',
};

/** A signature of a payload: of `fields` and, unless they name another, of this moment's second. */
export function sign(test: TestApp, fields: object, secret = SECRET): string {
  const timestamp = Math.floor(test.app.get(Clock).now() / 1_000);
  const text = Buffer.from(JSON.stringify({ timestamp, ...fields })).toString('base64url');
  return `${text}.${createHmac('sha256', secret).update(text).digest('hex')}`;
}

export const signedBy = (client: Client, signature: string) => client.with({ 'x-agency-signature': signature });

export async function makeAgency(test: TestApp, settings: Partial<AgencySettings> = {}): Promise<Agency> {
  const desk = await makeDesk(test);
  const { agency_code, ...others } = { ...AGENCY, ...settings };
  await speak(test, desk, { daakey: { secret_key: SECRET, agency_code, ...others } });
  const signed = () => signedBy(test.client, sign(test, { agency_code }));
  const client = ({ token }: Pick<Person, 'token'>) => sideOf('/api/v1/client', () => signed().as(token));
  return {
    desk,
    get signed() {
      return signed();
    },
    client,
    dashboard: ({ token }) => sideOf('/api/v1/dashboard', () => test.client.as(token)),
    open: async (by, fields = {}) => {
      const { status, body } = await client(by).post('/tickets', { ...NEW_TICKET, ...fields });
      if (status !== 201) throw new Error(`Opening a ticket answered ${status}`);
      return body.data.id as number;
    },
  };
}

function sideOf(base: string, client: () => Client): Side {
  const send = (method: Method) => (path: string, body?: unknown) => client().send(method, base + path, { body });
  return { get: send('GET'), post: send('POST'), patch: send('PATCH') };
}

const VEHICLE = { id: 12, plate_number: 'ABC-123', brand: 'Toyota', model: 'Corolla' };

/** What the agency's backend puts into the desk: a booking of this person, or of nobody. */
export function putBooking({ app }: TestApp, { ctx }: Desk, id: number, owner: Person | null): Promise<unknown> {
  return app.get(LinkedResourcesService).put(ctx, 'booking', String(id), {
    reference: `BK-2024-${String(id).padStart(5, '0')}`,
    ownerSubject: owner && owner.email,
    data: {
      vehicle: VEHICLE,
      start_date: '2024-01-14T09:00:00Z',
      end_date: '2024-01-18T18:00:00Z',
      status: 'confirmed',
    },
  });
}
