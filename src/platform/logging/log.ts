import type { LoggerService } from '@nestjs/common';
import { type LevelWithSilent, type Logger, pino } from 'pino';

/** JSON lines on stdout; errors with their stack, never a body, never a secret. */
export function createLog(level: LevelWithSilent): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'message' });
}

const NEST_LEVELS = {
  verbose: 'trace',
  debug: 'debug',
  log: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'fatal',
} as const;

/** Contexts in which Nest reports each module and route it sets up: detail, not news. */
const SET_UP = new Set(['InstanceLoader', 'NestFactory', 'RoutesResolver', 'RouterExplorer', 'NestApplication']);

/** Lets Nest's `Logger` write through pino: fields first, text second, the class as `context`. */
export function nestLogger(log: Logger): LoggerService {
  const at =
    (name: keyof typeof NEST_LEVELS) =>
    (first: unknown, ...rest: unknown[]): void => {
      const context = rest.at(-1);
      const level = name === 'log' && SET_UP.has(String(context)) ? 'debug' : NEST_LEVELS[name];
      const fields = typeof first === 'object' && first !== null ? first : {};
      const text = typeof first === 'string' ? first : rest.find((each) => typeof each === 'string');
      log[level]({ context, ...fields }, text as string);
    };
  return {
    verbose: at('verbose'),
    debug: at('debug'),
    log: at('log'),
    warn: at('warn'),
    error: at('error'),
    fatal: at('fatal'),
  };
}
