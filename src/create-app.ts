import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { configureApp, createAdapter } from './configure-app.js';
import { readConfig } from './platform/config/config.js';
import { environment } from './platform/config/environment.js';
import { KeyCheck } from './platform/crypto/key-check.js';
import { createLog, nestLogger } from './platform/logging/log.js';

/** The application, ready to listen. Its schema is right by then. */
export async function createApp(): Promise<NestFastifyApplication> {
  const config = readConfig(environment());
  const app = await NestFactory.create<NestFastifyApplication>(AppModule, createAdapter(config), {
    bodyParser: false,
    abortOnError: false,
    logger: nestLogger(createLog(config.LOG_LEVEL)),
  });
  try {
    await app.get(KeyCheck).require({ requestId: 'start' });
    await configureApp(app);
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}
