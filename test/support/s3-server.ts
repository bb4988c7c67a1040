import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

/** Decides the fate of a request on its way to the server: a status is answered in its place, null lets it pass. */
type Fate = (request: { readonly method: string; readonly url: string }) => number | null;

/** A server that speaks S3, with an empty bucket, behind a door of ours that sees and may spoil each request. */
export interface S3Server {
  readonly environment: Readonly<Record<string, string>>;
  /** Method and path of every request so far. */
  readonly seen: string[];
  fate: Fate;
  /** Closes the door, as if the server had gone. */
  leave(): Promise<void>;
  /** Opens it again. */
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startS3Server(): Promise<S3Server> {
  const directory = mkdtempSync(join(tmpdir(), 'polydesk_test-s3-'));
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, vhostBuckets: false };
  const server = new S3rver({ ...options, configureBuckets: [{ name: 'desk' }] });
  const { port: behind } = await server.run();
  const seen: string[] = [];

  const door = createServer((incoming: IncomingMessage, answer) => {
    const { method = '', url = '' } = incoming;
    seen.push(`${method} ${url}`);
    const status = running.fate({ method, url });
    if (status !== null) {
      incoming.resume();
      answer.writeHead(status, { 'content-type': 'application/xml' });
      answer.end(`<?xml version="1.0"?><Error><Code>Spoiled</Code><Message>Spoiled</Message></Error>`);
      return;
    }
    const { headers } = incoming;
    const passed = httpRequest({ host: '127.0.0.1', port: behind, method, path: url, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    incoming.pipe(passed);
  });
  const open = (port: number) => new Promise<void>((resolve) => door.listen(port, '127.0.0.1', resolve));
  await open(0);
  const { port } = door.address() as AddressInfo;
  const leave = () =>
    new Promise<void>((resolve) => {
      door.close(() => resolve());
      door.closeAllConnections();
    });

  const running: S3Server = {
    environment: {
      STORAGE_DRIVER: 's3',
      S3_BUCKET: 'desk',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
      S3_FORCE_PATH_STYLE: 'on',
    },
    seen,
    fate: () => null,
    leave,
    comeBack: () => open(port),
    close: async () => {
      if (door.listening) await leave();
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return running;
}
