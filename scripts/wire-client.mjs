/**
 * An HTTP client that knows what it has sent: one connection, kept alive, requests one after the other. A request is
 * only sent again when nothing of it had left; what was sent and not answered in full is an error.
 */
import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

const LONGEST_SILENCE_MS = 10_000;

export class Unanswered extends Error {}
export class Refused extends Error {}

export class WireClient {
  #socket = null;
  #received = Buffer.alloc(0);
  #wake = () => {};

  constructor(port, headers = {}) {
    this.port = port;
    this.headers = headers;
  }

  /** Answers `{status, headers, body}`; throws `Refused` when nobody listens, `Unanswered` when cut. */
  async send(method, path, { body, headers = {}, pace } = {}) {
    const payload =
      body === undefined ? Buffer.alloc(0) : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
    const fresh = await this.#connected();
    const socket = this.#socket;
    const lines = Object.entries({
      host: `127.0.0.1:${this.port}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      'content-length': payload.length,
      ...this.headers,
      ...headers,
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
    if (pace) await pace(socket, payload);
    else if (payload.length > 0) socket.write(payload);
    try {
      return await this.#answer();
    } catch (error) {
      this.close();
      throw new Unanswered(`${method} ${path} on a ${fresh ? 'fresh' : 'kept'} connection: ${error.message}`);
    }
  }

  close() {
    this.#socket?.destroy();
    this.#socket = null;
  }

  /** Whether a new connection had to be made. */
  async #connected() {
    // A close that has arrived is seen before anything is sent.
    await turn();
    if (this.#socket && !this.#socket.destroyed && !this.#socket.readableEnded) return false;
    this.close();
    const socket = connect(this.port, '127.0.0.1').setNoDelay(true);
    try {
      await once(socket, 'connect');
    } catch (error) {
      throw new Refused(error.code);
    }
    this.#socket = socket;
    this.#received = Buffer.alloc(0);
    socket
      .on('data', (chunk) => {
        this.#received = Buffer.concat([this.#received, chunk]);
        this.#wake();
      })
      .setTimeout(LONGEST_SILENCE_MS, () => socket.destroy(Object.assign(new Error('silence'), { code: 'SILENCE' })))
      .on('error', (error) => (socket.failure = error.code))
      .on('end', () => this.#wake())
      .on('close', () => this.#wake());
    return true;
  }

  async #more() {
    const socket = this.#socket;
    if (socket.destroyed || socket.readableEnded) throw new Error(socket.failure ?? 'closed');
    await new Promise((resolve) => (this.#wake = resolve));
  }

  async #answer() {
    let end;
    while ((end = this.#received.indexOf('\r\n\r\n')) === -1) await this.#more();
    const [start, ...lines] = this.#received.subarray(0, end).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(
      lines.map((line) => [line.split(':', 1)[0].toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const length = Number(headers['content-length'] ?? 0);
    while (this.#received.length < end + 4 + length) await this.#more();
    const body = this.#received.subarray(end + 4, end + 4 + length);
    this.#received = this.#received.subarray(end + 4 + length);
    if (headers.connection === 'close') this.close();
    return { status: Number(start.split(' ')[1]), headers, body };
  }
}
