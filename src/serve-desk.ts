import cluster from 'node:cluster';
import { Logger } from '@nestjs/common';
import { createApp } from './create-app.js';
import { SetupService } from './modules/auth/index.js';
import { Config } from './platform/config/config.js';
import { serve } from './serve.js';

/** Migrates, listens, and on the very first start says how to set it up. */
export async function serveDesk(): Promise<void> {
  const app = await createApp();
  const config = app.get(Config);
  // Of several processes the first stands for all, and starts before the others.
  const isFirst = cluster.worker === undefined || cluster.worker.id === 1;
  if (isFirst && leadsNowhere(config)) {
    new Logger('Main').warn(`PUBLIC_URL is not set: links will begin with ${config.publicUrl}, which nobody can open`);
  }
  const token = isFirst ? await app.get(SetupService).openSetup({ requestId: 'start' }) : null;
  await serve(app);
  if (!isFirst) return;
  console.log(
    `Polydesk listens on ${await app.getUrl()} (console at /console, API under /api/v1, documentation at /docs)`,
  );
  if (token !== null) console.log(welcome(leadsNowhere(config) ? await app.getUrl() : config.publicUrl, token));
}

/** Whether the address to listen on is none to be reached at, so that it cannot stand in for PUBLIC_URL. */
function leadsNowhere({ PUBLIC_URL, HOST, PORT }: Config): boolean {
  return PUBLIC_URL === undefined && (HOST === '0.0.0.0' || HOST === '::' || PORT === 0);
}

function welcome(url: string, token: string): string {
  const body = {
    token,
    owner: { name: 'You', email: 'you@example.com', password: 'choose a long one' },
    tenant: { code: 'acme', name: 'Acme' },
  };
  return `
This installation has no owner yet. Within 30 minutes, set it up with this one-time token:

  ${token}

in a browser:

  ${url}/console/setup#${token}

or from a shell (name yourself and your first tenant):

  curl -sS ${url}/api/v1/setup -H 'content-type: application/json' -d '${JSON.stringify(body)}'
`;
}
