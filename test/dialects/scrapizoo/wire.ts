import type { Client } from '../../support/client.js';

/** The five requests of the Scrapizoo Ticket API, as its frontends send them. */
export const create = (client: Client, fields: object = {}) =>
  client.send('POST', '/api/ticket/create', {
    body: { category: 'Support', subject: 'Account Issue', description: 'I cannot sign in.', ...fields },
  });
export const list = (client: Client) => client.send('GET', '/api/ticket/get');
export const listAll = (client: Client) => client.send('GET', '/api/ticket/admin-get');
export const reply = (client: Client, id: string, description: unknown = 'More of it.') =>
  client.send('POST', `/api/ticket/create-reply?id=${id}`, { body: { description } });
export const replyAsAdmin = (client: Client, id: string, description: unknown = 'We are on it.') =>
  client.send('POST', `/api/ticket/admin-create-reply?id=${id}`, { body: { description } });

/** Creates a ticket and gives its id. */
export async function created(client: Client, fields: object = {}): Promise<string> {
  const answer = await create(client, fields);
  if (answer.status !== 201) throw new Error(`Creating a ticket answered ${answer.status}`);
  return answer.body.data._id;
}

/** The desk's own number of a ticket: the last eight digits of its id. */
export const numberIn = (id: string) => Number(`0x${id.slice(16)}`);

export const failed = (message: string) => ({ success: false, message });
