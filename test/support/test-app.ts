import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.js';
import { Client } from './client.js';
import { createTestDatabase, type TestDatabase } from './test-database.js';

/** The real application on a database of its own. */
export interface TestApp {
  readonly app: NestFastifyApplication;
  /** A client without a token. */
  readonly client: Client;
  readonly database: TestDatabase;
  /** Lets the application serve on a port of its own, with all that it does only then; gives its address. */
  listen(): Promise<string>;
  /** One more process's worth of the application on the same data; its client. It ends with the first. */
  another(): Promise<{ readonly app: NestFastifyApplication; readonly client: Client }>;
  /** Ends the application and starts it again on the same data, with what is configured otherwise now. */
  restart(environment?: Readonly<Record<string, string>>): Promise<void>;
  close(): Promise<void>;
}

/** Starts the application; `environment` overrides what it is configured with. */
export async function startTestApp(environment: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent',
    PORT: '0',
    DB_POOL_SIZE: '5',
    RATE_LIMIT: 'off',
    // Whatever a test asks for at once is waited for.
    MAX_CONCURRENT_REQUESTS: '500',
    MAX_QUEUED_REQUESTS: '10000',
    MAX_QUEUE_WAIT_MS: '60000',
    MAX_EVENT_LOOP_DELAY_MS: '0',
    ...database.environment,
    ...environment,
  });
  let app = await boot();
  const others: NestFastifyApplication[] = [];
  return {
    get app() {
      return app;
    },
    get client() {
      return new Client(app);
    },
    database,
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    another: async () => {
      const other = await boot();
      others.push(other);
      return { app: other, client: new Client(other) };
    },
    restart: async (changes = {}) => {
      await app.close();
      Object.assign(process.env, changes);
      app = await boot();
    },
    close: async () => {
      await Promise.all([app, ...others].map((each) => each.close()));
      await database.drop();
    },
  };
}

async function boot(): Promise<NestFastifyApplication> {
  const app = await createApp();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
