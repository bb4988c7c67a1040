import { Global, Module } from '@nestjs/common';
import { type Logger } from 'pino';
import { Config } from '../config/config.js';
import { createLog } from './log.js';

/** Token of the process's pino logger. */
export const LOG = Symbol('log');
export type Log = Logger;

@Global()
@Module({
  providers: [{ provide: LOG, useFactory: (config: Config) => createLog(config.LOG_LEVEL), inject: [Config] }],
  exports: [LOG],
})
export class LoggingModule {}
