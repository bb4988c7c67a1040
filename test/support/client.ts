import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Answer, Method } from './answer.js';
import { expectContract } from './contract.js';

export type { Answer, Method };

interface RequestOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, instead of `body` as JSON. */
  readonly payload?: string | Buffer;
}

/** Talks to the application as a client would, under `/api/v1`, and holds every answer against the OpenAPI document. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly token: string | null = null,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  as(token: string | null): Client {
    return new Client(this.app, token, this.headers);
  }

  /** The same with headers that it sends every time. */
  with(headers: Readonly<Record<string, string>>): Client {
    return new Client(this.app, this.token, { ...this.headers, ...headers });
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('GET', path, { headers });
  }

  post(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('POST', path, { body, headers });
  }

  put(path: string, body?: unknown): Promise<Answer> {
    return this.request('PUT', path, { body });
  }

  patch(path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('PATCH', path, { body, headers });
  }

  delete(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('DELETE', path, { headers });
  }

  /** Uploads bytes as the multipart part `file`. */
  upload(fileName: string, bytes: Buffer | string, type = 'application/octet-stream'): Promise<Answer> {
    const boundary = 'polydesk-test-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: ${type}\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    return this.request('POST', '/attachments', { payload, headers });
  }

  request(method: Method, path: string, options: RequestOptions = {}): Promise<Answer> {
    return this.send(method, path.startsWith('/api/') || !path.startsWith('/') ? path : `/api/v1${path}`, options);
  }

  /** The same for a whole URL path, of the native API or of a dialect. */
  async send(method: Method, url: string, { body, headers = {}, payload }: RequestOptions = {}): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      headers: {
        ...(this.token !== null && { authorization: `Bearer ${this.token}` }),
        ...this.headers,
        ...headers,
      },
      ...(payload !== undefined && { payload }),
      ...(payload === undefined && body !== undefined && { payload: body as object }),
    });
    const isJson = response.body !== '' && String(response.headers['content-type']).startsWith('application/json');
    const answer: Answer = {
      status: response.statusCode,
      headers: response.headers,
      body: isJson ? (JSON.parse(response.body) as unknown) : undefined,
      bytes: response.rawPayload,
    };
    expectContract(this.app, method, url, answer);
    return answer;
  }
}
