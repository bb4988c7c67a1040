import { join } from 'node:path';
import { createApp } from '../create-app.js';
import { ConfigError, readConfig } from '../platform/config/config.js';
import { environment, presetEnvironment } from '../platform/config/environment.js';
import { preflight } from '../preflight.js';
import { run } from '../run.js';
import { serve } from '../serve.js';
import { writeCredentials } from './credentials.js';
import { introduction } from './introduction.js';
import { seedDemo } from './seed.js';
import { offerSignIns } from './sign-ins.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** The product with made-up data, for a look around: a database file of its own, on this machine only. */
await run(async () => {
  const env = environment();
  const host = env['HOST'] ?? '127.0.0.1';
  if (!LOOPBACK.has(host)) {
    throw new ConfigError(['HOST: must be of this machine only, because the passwords of the demo are public']);
  }
  const dataDir = env['DATA_DIR'] ?? './data';
  presetEnvironment({
    HOST: host,
    DB_ENGINE: 'sqlite',
    WORKERS: '1',
    DB_URL: join(dataDir, 'demo.sqlite'),
    // Who tells no tenant at all is taken to be on the one wire that knows such callers.
    DEFAULT_TENANT: 'kinconecta',
    LOG_LEVEL: env['LOG_LEVEL'] ?? 'warn',
  });
  await preflight(readConfig(environment()));
  const app = await createApp();
  await seedDemo(app);
  offerSignIns(app);
  const credentials = await writeCredentials(app, dataDir);
  await serve(app);
  console.log(introduction(await app.getUrl(), join(dataDir, 'demo-credentials.json'), credentials));
});
