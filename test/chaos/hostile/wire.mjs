import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';

const PATIENCE_MS = 15_000;
const MOST_BYTES = 2_000_000;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** Sends a request as it stands, and reads the answer: `{status, type, headers, body}`; status 0 when there was none. */
export function send(port, { method, path, headers, payload }) {
  return new Promise((resolve) => {
    // To some methods Node adds no length of its own, and the body would pass for the next request.
    const length = payload === undefined ? {} : { 'content-length': Buffer.byteLength(payload) };
    const outgoing = request({
      ...{ host: '127.0.0.1', port, method, path, agent, setHost: !('host' in headers) },
      headers: { ...headers, ...length },
    });
    const end = (answer) => {
      clearTimeout(patience);
      resolve(answer);
    };
    const patience = setTimeout(() => outgoing.destroy(new Error('no answer in time')), PATIENCE_MS);
    outgoing.on('error', (error) => end({ status: 0, type: '', headers: {}, error: error.message }));
    outgoing.on('response', (incoming) => {
      const type = String(incoming.headers['content-type'] ?? '');
      const answer = { status: incoming.statusCode, type, headers: incoming.headers };
      // It would go on.
      if (type.startsWith('text/event-stream')) {
        outgoing.destroy();
        end(answer);
        return;
      }
      const chunks = [];
      let size = 0;
      incoming.on('data', (chunk) => (size += chunk.length) < MOST_BYTES && chunks.push(chunk));
      incoming.on('end', () => end({ ...answer, body: parsed(type, Buffer.concat(chunks)) }));
    });
    outgoing.end(payload);
  });
}

function parsed(type, bytes) {
  try {
    return type.startsWith('application/json') ? JSON.parse(bytes.toString()) : undefined;
  } catch {
    return undefined;
  }
}

/** Writes bytes to a connection and gives the status of whatever comes back; null for a silent end. */
export async function talk(port, pieces) {
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket
    .setEncoding('latin1')
    .on('data', (chunk) => (text += chunk))
    .on('error', () => undefined);
  for (const piece of pieces) if (!socket.destroyed) socket.write(piece);
  const patience = setTimeout(() => socket.destroy(), 1_500);
  socket.on('data', () => /\r\n\r\n/.test(text) && setTimeout(() => socket.destroy(), 50));
  await once(socket, 'close');
  clearTimeout(patience);
  return Number(/^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1] ?? 0) || null;
}

const HOST = 'Host: 127.0.0.1\r\n';
const JSON_BODY = '{"tenant":"acme"}';

/** What is not HTTP, or only nearly: the pieces to write. */
export const BROKEN = {
  'rubbish behind a good request': [`DELETE /api/v1/tickets/1 HTTP/1.1\r\n${HOST}\r\n{"a":1}`],
  'no HTTP at all': ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  'half a line': ['GET /api'],
  'an unknown version': [`GET / HTTP/9.9\r\n${HOST}\r\n`],
  'the version before versions': ['GET /health/live\r\n\r\n'],
  'no host': ['GET /api/v1/tickets HTTP/1.1\r\n\r\n'],
  'two hosts': [`GET /api/v1/tickets HTTP/1.1\r\n${HOST}Host: evil.example\r\n\r\n`],
  'a host that is none': ['GET /api/support-tickets HTTP/1.1\r\nHost: a b\u0001\r\n\r\n'],
  'spaces in the path': [`GET /api/v1/tic kets HTTP/1.1\r\n${HOST}\r\n`],
  'a nul in the path': [`GET /api/v1/\0tickets HTTP/1.1\r\n${HOST}\r\n`],
  'bytes in the path': [Buffer.from(`GET /api/v1/\xff\xfe HTTP/1.1\r\n${HOST}\r\n`, 'latin1')],
  'a whole URL for a path': [`GET http://127.0.0.1/api/v1/tickets HTTP/1.1\r\n${HOST}\r\n`],
  'a URL of elsewhere for a path': [`GET http://evil.example/docs HTTP/1.1\r\n${HOST}\r\n`],
  'an asterisk': [`OPTIONS * HTTP/1.1\r\n${HOST}\r\n`, `GET * HTTP/1.1\r\n${HOST}\r\n`],
  'a tunnel': ['CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  'an upgrade': [`GET /api/v1/events/stream HTTP/1.1\r\n${HOST}Upgrade: websocket\r\nConnection: Upgrade\r\n\r\n`],
  'an upgrade to HTTP/2': [
    `GET / HTTP/1.1\r\n${HOST}Upgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n`,
  ],
  'the preface of HTTP/2': ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  'a line feed alone': [`GET /api/v1/tickets HTTP/1.1\n${HOST}\n`],
  'a folded header': [`GET /api/v1/tickets HTTP/1.1\r\n${HOST}X-A: a\r\n b\r\n\r\n`],
  'a header without a name': [`GET /api/v1/tickets HTTP/1.1\r\n${HOST}: a\r\n\r\n`],
  'a header with a space before its colon': [`GET / HTTP/1.1\r\n${HOST}Content-Length : 5\r\n\r\nhello`],
  'a nul in a header': [`GET / HTTP/1.1\r\n${HOST}X-A: a\0b\r\n\r\n`],
  'endless headers': [`GET / HTTP/1.1\r\n${HOST}`, 'X-A: a\r\n'.repeat(5_000), '\r\n'],
  'a header without end': [`GET / HTTP/1.1\r\n${HOST}X-A: `, 'a'.repeat(100_000)],
  'two lengths': [`POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!`],
  'a negative length': [`POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\n`],
  'a length that is no number': [`POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Length: 0x11\r\n\r\n${JSON_BODY}`],
  'a length beyond numbers': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n{}`,
  ],
  'a length and chunks': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n`,
  ],
  'chunks of another kind': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  ],
  'chunks twice': [`POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n`],
  'a chunk with a size that is none': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`,
  ],
  'a chunk beyond numbers': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}`,
  ],
  'a chunk with an endless extension': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2;${'a'.repeat(40_000)}\r\n{}\r\n0\r\n\r\n`,
  ],
  trailers: [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nTransfer-Encoding: chunked\r\nTrailer: Authorization\r\n\r\n2\r\n{}\r\n0\r\nAuthorization: Bearer x\r\n\r\n`,
  ],
  'a body that ends early': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"tenant"`,
  ],
  'an expectation nobody meets': [
    `POST /api/v1/auth/login HTTP/1.1\r\n${HOST}Expect: a-miracle\r\nContent-Length: 0\r\n\r\n`,
  ],
  'many requests at once': [`GET /api/v1/tickets HTTP/1.1\r\n${HOST}\r\n`.repeat(50)],
  'a method nobody knows': [`BREW /api/v1/tickets HTTP/1.1\r\n${HOST}\r\n`],
  'a method in small letters': [`get /api/v1/tickets HTTP/1.1\r\n${HOST}\r\n`],
  'a request after a closing one': [
    `GET /api/v1/tickets HTTP/1.1\r\n${HOST}Connection: close\r\n\r\nGET /api/v1/tickets HTTP/1.1\r\n${HOST}\r\n`,
  ],
};
