import type { Answer, Client } from '../../support/client.js';

/** The requests of the Quoota Support API, as its frontends send them. */
export const BASE = '/api/v1/support';

export const create = (client: Client, fields: object = {}) =>
  client.send('POST', `${BASE}/tickets`, {
    body: { subject: 'Unable to pay', description: 'The card is refused.', categoryId: 'category_001', ...fields },
  });
export const list = (client: Client, query = '') => client.send('GET', `${BASE}/tickets${query}`);
export const show = (client: Client, id: string) => client.send('GET', `${BASE}/tickets/${id}`);
export const message = (client: Client, id: string, fields: object = {}) =>
  client.send('POST', `${BASE}/tickets/${id}/messages`, { body: { message: 'Still refused.', ...fields } });
export const close = (client: Client, id: string, body?: unknown) =>
  client.send('POST', `${BASE}/tickets/${id}/close`, { body });

/** Creates a ticket and gives its id. */
export async function created(client: Client, fields: object = {}): Promise<string> {
  const answer = await create(client, fields);
  if (answer.status !== 200) throw new Error(`Creating a ticket answered ${answer.status}`);
  return answer.body.data.ticketId;
}

/** The desk's own number of a ticket. */
export const numberIn = (id: string) => Number(id.slice('ticket_'.length));

/** Uploads a text file as the multipart part `file`, or of another name. */
export function upload(client: Client, text = 'Payment refused.', part = 'file', base = BASE): Promise<Answer> {
  const head = `content-disposition: form-data; name="${part}"; filename="statement.txt"\r\ncontent-type: text/plain`;
  return client.send('POST', `${base}/attachments`, {
    payload: `--part\r\n${head}\r\n\r\n${text}\r\n--part--\r\n`,
    headers: { 'content-type': 'multipart/form-data; boundary=part' },
  });
}

/** Status and body of a failure. */
export const failed = (statusCode: number, text: string) => [
  statusCode,
  { success: false, statusCode, data: null, error: { message: text } },
];
export const told = ({ status, body }: Answer) => [status, body];
