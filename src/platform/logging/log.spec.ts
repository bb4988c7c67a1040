import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { createLog, nestLogger } from './log.js';

const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = [];
  write(createLog('trace', { write: (line) => void lines.push(line) }));
  return lines.join('');
};
const failed = () => {
  const driver = Object.assign(new Error("Duplicate entry 'it's\n    at a-secret' for key 'users.email'"), {
    code: 'ER_DUP_ENTRY',
    sql: "INSERT INTO users VALUES ('a-secret')",
  });
  return new QueryFailedError('INSERT INTO users VALUES (?) /* a-secret */', ['a-secret'], driver);
};

describe('the log', () => {
  it('of a failed query says what, where and why, and no value', () => {
    const line = written((log) => log.error({ err: new Error('Outer', { cause: failed() }) }, 'Unexpected error'));
    const { err } = JSON.parse(line) as { err: { stack: string; cause: Record<string, string> } };
    expect(err.cause).toMatchObject({ type: 'QueryFailedError', code: 'ER_DUP_ENTRY' });
    expect(err.cause['message']).toContain("Duplicate entry '…'");
    expect(err.cause['stack']).toContain('log.spec');
    expect(line).not.toMatch(/a-secret|INSERT/);
  });

  it('never shows more, however the error is handed over', () => {
    for (const write of [
      (log: ReturnType<typeof createLog>) => nestLogger(log).error(failed(), 'SomeContext'),
      (log: ReturnType<typeof createLog>) => nestLogger(log).warn({ err: failed() }),
      (log: ReturnType<typeof createLog>) =>
        nestLogger(log).error({ err: failed().driverError }, 'Text', 'SomeContext'),
    ]) {
      const line = written(write);
      expect(line).toContain('Duplicate entry');
      expect(line).not.toMatch(/a-secret|INSERT/);
    }
  });
});
