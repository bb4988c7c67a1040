import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type LevelWithSilent, type Logger, pino } from 'pino';
import { describeError } from './describe-error.js';

/** JSON lines on stdout; errors with their stack, never a body, never a secret. */
export function createLog(level: LevelWithSilent, to: DestinationStream = pino.destination()): Logger {
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ level, base: null, timestamp, messageKey: 'message', serializers: { err: describeError } }, to);
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
      // An error spread out would show whatever is attached to it.
      const fields = first instanceof Error ? { err: first } : typeof first === 'object' && first !== null ? first : {};
      const text = typeof first === 'string' ? first : rest.find((each) => typeof each === 'string');
      // Without a text pino would take the error's own, values and all.
      log[level]({ context, ...fields }, text ?? '');
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
