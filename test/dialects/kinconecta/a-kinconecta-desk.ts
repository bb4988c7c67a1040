import { expect } from '@jest/globals';
import { TenantsService } from '../../../src/modules/auth/index.js';
import type { Answer, Client, Method } from '../../support/client.js';
import { type Desk, makeDesk, type Person } from '../../support/desk.js';
import { speak } from '../../support/dialects.js';
import type { TestApp } from '../../support/test-app.js';

export const TICKETS = '/api/support-tickets';

type Fields = Readonly<Record<string, unknown>>;

export const NEW_TICKET = {
  roleContext: 'tourist',
  fullName: 'Ana Martinez',
  email: 'ana@example.com',
  subject: 'Question about tour cancellation',
  category: 'Billing',
  message: 'What is your cancellation policy?',
};

/** A tenant that speaks this dialect, reached by its host name: by somebody, or by nobody. */
export class KinconectaDesk {
  constructor(
    private readonly test: TestApp,
    readonly desk: Desk,
    readonly host: string,
  ) {}

  /** Sets what callers without a token may do. */
  async allow(anonymous: 'off' | 'create' | 'full' | undefined): Promise<void> {
    await speak(this.test, this.desk, { kinconecta: { anonymous } });
  }

  list(by: Person | null): Promise<Answer> {
    return this.send(by, 'GET', TICKETS);
  }

  get(by: Person | null, id: number | string): Promise<Answer> {
    return this.send(by, 'GET', `${TICKETS}/${id}`);
  }

  /** Sends the standard new ticket with `fields` instead; undefined leaves one out. */
  post(by: Person | null, fields: Fields = {}): Promise<Answer> {
    return this.send(by, 'POST', TICKETS, { body: { ...NEW_TICKET, ...fields } });
  }

  /** The same, for a ticket that must come to be. */
  async create(by: Person | null, fields: Fields = {}): Promise<any> {
    const { status, body } = await this.post(by, fields);
    if (status !== 200) throw new Error(`Creating answered ${status}`);
    return body;
  }

  upload(by: Person | null, id: number | string, name = 'photo.txt', bytes = 'A photo.'): Promise<Answer> {
    const boundary = 'a-boundary';
    const head = `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain`;
    const payload = `--${boundary}\r\n${head}\r\n\r\n${bytes}\r\n--${boundary}--\r\n`;
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return this.send(by, 'POST', `${TICKETS}/${id}/attachments`, { payload, headers });
  }

  send(
    by: Person | null,
    method: Method,
    path: string,
    { headers = {}, ...rest }: NonNullable<Parameters<Client['send']>[2]> = {},
  ): Promise<Answer> {
    const client = by?.client ?? this.test.client;
    return client.send(method, path, { ...rest, headers: { host: this.host, ...headers } });
  }
}

export async function makeKinconectaDesk(
  test: TestApp,
  anonymous?: 'off' | 'create' | 'full',
  host?: string,
): Promise<KinconectaDesk> {
  const desk = await makeDesk(test);
  const { ctx, code } = desk;
  const name = host ?? `${code}.example`;
  const made = new KinconectaDesk(test, desk, name);
  await made.allow(anonymous);
  await test.app.get(TenantsService).change(ctx, ctx.tenant.id, { hosts: [name] });
  return made;
}

export const UNAUTHORIZED = { status: 401, error: 'Unauthorized', message: 'Authentication required' };
export const FORBIDDEN = { status: 403, error: 'Forbidden', message: 'Access denied' };

/** A failure with its time, which is UTC without a zone. */
export function failed(status: number, error: string, message: string) {
  return { status, error, message, timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/) };
}

export function missing(id: number | string) {
  return failed(404, 'Not Found', `SupportTicket not found with id: ${id}`);
}
