import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../../config/config.js';
import { matchesAny } from '../etag.js';
import { SignInOffers } from './sign-in-offers.js';

/** What the pages are built into; a server that was built without them has none. */
const BUILT = fileURLToPath(new URL('../../../../console/dist/', import.meta.url));

/** Where each page lives: it answers for every address below, since it finds its own way from there. */
const PAGES = [
  { base: '/console', file: 'index.html' },
  { base: '/portal', file: 'portal.html' },
] as const;

/** Scripts, styles and answers come from here alone and nothing is inline; pictures may also be of what was just pasted. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** An address below a page that ends like a file means the file, and no page. */
const FILE = /\.[a-z0-9]+$/i;

const NEVER_CHANGES = 'public, max-age=31536000, immutable';

/** The pages for people: their files, which have their content's hash for a name, and what they ask before a sign-in. */
export async function servePages(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(join(BUILT, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: join(BUILT, 'assets'),
    prefix: '/console/assets/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply) => void reply.headers({ 'cache-control': NEVER_CHANGES, vary: 'Accept-Encoding' }),
  });
  const server = app.getHttpAdapter().getInstance();
  const offers = app.get(SignInOffers);
  const { UPLOAD_MAX_BYTES: uploadMaxBytes } = app.get(Config);
  server.get('/console/settings.json', (_request, reply) => {
    void reply.send({ sign_in_offers: offers.all, upload_max_bytes: uploadMaxBytes });
  });
  server.get('/', (_request, reply) => void reply.redirect('/console'));
  for (const { base, file } of PAGES) servePage(server, base, join(BUILT, file));
}

function servePage(server: FastifyInstance, base: string, path: string): void {
  const page = readFileSync(path);
  const tag = createHash('sha256').update(page).digest('base64url');
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    if (FILE.test(new URL(request.url, 'http://localhost').pathname)) return void reply.callNotFound();
    void reply
      .header('content-security-policy', PAGE_POLICY)
      .header('cache-control', 'no-cache')
      .header('etag', `"${tag}"`);
    if (matchesAny(request.headers['if-none-match'], tag)) return void reply.status(304).send();
    void reply.type('text/html; charset=utf-8').send(page);
  };
  server.get(base, answer);
  server.get(`${base}/*`, answer);
}
