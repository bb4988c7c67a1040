import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
// Loads every module, and with it every declaration of a code.
import { AppModule } from '../../src/app.module.js';
import { ERROR_KINDS, errorCatalogue } from '../../src/platform/errors/domain-error.js';
import { statusOf } from '../../src/platform/http/http-errors.js';

const ROW = /^\| `(\w+)` +\| (\w+) +\| (\d{3}) +\| .{10,} \|$/gm;
const rows = [...readFileSync('docs/errors.md', 'utf8').matchAll(ROW)].map(([, code, kind, status]) => ({
  ...{ code, kind },
  status: Number(status),
}));

describe('docs/errors.md', () => {
  it('lists exactly the codes that the modules declare, with kind and status', () => {
    expect(AppModule).toBeDefined();
    const declared = errorCatalogue().map(({ code, kind }) => ({ code, kind, status: statusOf({ code, kind }) }));
    const byCode = (a: { code?: string }, b: { code?: string }) => String(a.code).localeCompare(String(b.code));
    expect(rows.toSorted(byCode)).toEqual(declared.toSorted(byCode));
    expect(declared.length).toBeGreaterThan(15);
  });

  it('is in the order of the statuses', () => {
    expect(rows.map(({ status }) => status)).toEqual(rows.map(({ status }) => status).toSorted());
  });
});

describe('the error codes', () => {
  it('are snake_case, with a message fit for a person, of a kind there is', () => {
    for (const { code, kind, message } of errorCatalogue()) {
      expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/);
      expect(message).toMatch(/^[A-Z][^`{}<>]{4,80}[^.\s]$/);
      expect(ERROR_KINDS).toContain(kind);
    }
  });
});
