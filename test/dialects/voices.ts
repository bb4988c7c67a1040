import { expect } from '@jest/globals';
import type { Status } from '../../src/modules/tickets/index.js';
import type { Answer, Client } from '../support/client.js';
import { dialectWires } from '../../src/platform/http/dialect-wire.js';
import { sign, signedBy } from './daakey/agency.js';
import type { TestApp } from '../support/test-app.js';

/** A ticket as a wire shows it to its customer; what a wire does not show is undefined. */
export interface Shown {
  readonly subject: string;
  readonly description: string;
  readonly status: string;
  readonly priority?: string;
  readonly replies?: readonly string[];
}

/** What a customer does on a wire, tickets being named by the desk's numbers. */
export interface Voice {
  readonly name: string;
  open(client: Client, subject: string, description: string): Promise<number>;
  read(client: Client, number: number): Promise<Shown>;
  /** Absent where a wire has no replies. */
  readonly reply?: (client: Client, number: number, text: string) => Promise<Answer>;
  /** What it says of each state that the story goes through. */
  readonly words: Readonly<Record<Status, readonly [status: string, priority?: string]>>;
}

export const NATIVE: Voice = {
  name: 'the native API',
  open: async (client, subject, description) =>
    (await client.post('/tickets', { subject, description, category: 'general', priority: 'low' })).body.data.number,
  read: async (client, number) => {
    const { subject, description, status, priority } = (await client.get(`/tickets/${number}`)).body.data;
    const messages = (await client.get(`/tickets/${number}/messages`)).body.data as { seq: number; body: string }[];
    const replies = messages.filter(({ seq }) => seq > 1).map(({ body }) => body);
    return { subject, description, status, priority, replies: replies.toReversed() };
  },
  reply: (client, number, body) => client.post(`/tickets/${number}/messages`, { body }),
  words: {
    open: ['open', 'low'],
    in_progress: ['in_progress', 'normal'],
    pending: ['pending', 'high'],
    resolved: ['resolved', 'urgent'],
    closed: ['closed', 'urgent'],
  },
};

const quootaId = (number: number) => `ticket_${String(number).padStart(3, '0')}`;
const QUOOTA: Voice = {
  name: 'quoota',
  open: async (client, subject, description) => {
    const body = { subject, description, categoryId: 'category_001', priority: 'Low' };
    const answer = await client.send('POST', '/api/v1/support/tickets', { body });
    return Number(answer.body.data.ticketId.slice('ticket_'.length));
  },
  read: async (client, number) => {
    const { data } = (await client.send('GET', `/api/v1/support/tickets/${quootaId(number)}`)).body;
    const { subject, description, status, priority, messages } = data;
    const [first, ...replies] = messages.map(({ content }: any) => content);
    expect(first).toBe(description);
    return { subject, description, status, priority, replies };
  },
  reply: (client, number, message) =>
    client.send('POST', `/api/v1/support/tickets/${quootaId(number)}/messages`, { body: { message } }),
  words: {
    open: ['Open', 'Low'],
    in_progress: ['In Progress', 'Medium'],
    pending: ['In Progress', 'High'],
    resolved: ['Resolved', 'Critical'],
    closed: ['Closed', 'Critical'],
  },
};

const listedInScrapizoo = async (client: Client, number: number) =>
  (await client.send('GET', '/api/ticket/get')).body.data.find(
    ({ _id }: { _id: string }) => Number(`0x${_id.slice(16)}`) === number,
  );
const SCRAPIZOO: Voice = {
  name: 'scrapizoo',
  open: async (client, subject, description) => {
    const body = { subject, description, category: 'General' };
    const answer = await client.send('POST', '/api/ticket/create', { body });
    return Number(`0x${answer.body.data._id.slice(16)}`);
  },
  read: async (client, number) => {
    const { subject, description, status, priority, response } = await listedInScrapizoo(client, number);
    return { subject, description, status, priority, replies: response.map((each: any) => each.description) };
  },
  reply: async (client, number, description) => {
    const { _id } = await listedInScrapizoo(client, number);
    return client.send('POST', `/api/ticket/create-reply?id=${_id}`, { body: { description } });
  },
  words: {
    open: ['created', 'low'],
    in_progress: ['in_progress', 'medium'],
    pending: ['in_progress', 'high'],
    resolved: ['resolved', 'critical'],
    closed: ['closed', 'critical'],
  },
};

const VERIFIK: Voice = {
  name: 'verifik',
  open: async (client, subject, description) => {
    const body = { title: subject, description, priority: 'low', category: 'general' };
    const answer = await client.send('POST', '/v2/support-tickets', { body });
    return Number(answer.body.data._id.slice('support_ticket_'.length));
  },
  read: async (client, number) => {
    const { data } = (await client.send('GET', `/v2/support-tickets/support_ticket_${number}`)).body;
    const { title: subject, description, status, priority, threads } = data;
    const [, ...replies] = threads.map(({ message }: any) => message);
    return { subject, description, status, priority, replies };
  },
  reply: (client, number, message) =>
    client.send('POST', `/v2/support-tickets/support_ticket_${number}/thread`, { body: { message } }),
  words: {
    open: ['open', 'low'],
    in_progress: ['in_progress', 'medium'],
    pending: ['pending', 'high'],
    resolved: ['resolved', 'urgent'],
    closed: ['closed', 'urgent'],
  },
};

const KINCONECTA: Voice = {
  name: 'kinconecta',
  open: async (client, subject, message) => {
    const person = { roleContext: 'tourist', fullName: 'Ada Byron', email: 'ada@example.com' };
    const body = { ...person, subject, message, category: 'General' };
    const answer = await client.send('POST', '/api/support-tickets', { body });
    return answer.body.id;
  },
  read: async (client, number) => {
    const { subject, message: description, status } = (await client.send('GET', `/api/support-tickets/${number}`)).body;
    return { subject, description, status };
  },
  words: {
    open: ['open'],
    in_progress: ['in_progress'],
    pending: ['in_progress'],
    resolved: ['resolved'],
    closed: ['closed'],
  },
};

/** Every request of it is signed for the agency `SAME`. */
function daakey(test: TestApp): Voice {
  const signed = (client: Client) => signedBy(client, sign(test, { agency_code: 'SAME' }));
  return {
    name: 'daakey',
    open: async (client, subject, message) => {
      const body = { subject, message, category: 'general', priority: 'low' };
      return (await signed(client).send('POST', '/api/v1/client/tickets', { body })).body.data.id;
    },
    read: async (client, number) => {
      const { data } = (await signed(client).send('GET', `/api/v1/client/tickets/${number}`)).body;
      const [description, ...replies] = data.messages.map(({ message }: any) => message);
      return { subject: data.subject, description, status: data.status, priority: data.priority, replies };
    },
    reply: (client, number, message) =>
      signed(client).send('POST', `/api/v1/client/tickets/${number}/messages`, { body: { message } }),
    words: {
      open: ['open', 'low'],
      in_progress: ['in_progress', 'normal'],
      pending: ['in_progress', 'high'],
      resolved: ['resolved', 'critical'],
      closed: ['closed', 'critical'],
    },
  };
}

/** All that are built. */
export function voicesOf(test: TestApp): readonly Voice[] {
  const built = new Set(dialectWires().map(({ name }) => name));
  return [NATIVE, ...[daakey(test), VERIFIK, KINCONECTA, QUOOTA, SCRAPIZOO].filter(({ name }) => built.has(name))];
}
