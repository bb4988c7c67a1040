import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { CategoriesService } from '../../../src/modules/categories/index.js';
import type { RequestContext } from '../../../src/platform/context/request-context.js';
import { Database, StaleRead } from '../../../src/platform/database/database.service.js';
import { DomainError } from '../../../src/platform/errors/domain-error.js';
import { makeDesk } from '../../support/desk.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

let test: TestApp;
let database: Database;
const ctx: RequestContext = { requestId: 'transactions-test' };

beforeAll(async () => {
  test = await startTestApp();
  database = test.app.get(Database);
  await database.transaction(ctx, async (tx) => {
    for (const name of ['a', 'b', 'c']) await put(tx, name, 0);
  });
});
afterAll(() => test.close());

function put(tx: RequestContext, name: string, value: number): Promise<unknown> {
  return database.write(tx, (manager) =>
    manager.query('INSERT INTO counters (tenant_id, name, value) VALUES (9, ?, ?)', [name, value]),
  );
}

function raise(tx: RequestContext, name: string): Promise<unknown> {
  return database.write(tx, (manager) =>
    manager.query('UPDATE counters SET value = value + 1 WHERE tenant_id = 9 AND name = ?', [name]),
  );
}

async function valueOf(name: string, within: RequestContext = ctx): Promise<number | undefined> {
  const rows: { value: number }[] = await database.read(within, (manager) =>
    manager.query('SELECT value FROM counters WHERE tenant_id = 9 AND name = ?', [name]),
  );
  return rows[0]?.value;
}

describe('a unit of work', () => {
  it('leaves nothing when it fails, also when others run at the same time', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, index) =>
        database.transaction(ctx, async (tx) => {
          await put(tx, `unit-${index}`, index);
          await sleep(1);
          if (index % 2 === 1) throw new Error('too late');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    for (let index = 0; index < 40; index++) {
      expect(await valueOf(`unit-${index}`)).toBe(index % 2 === 1 ? undefined : index);
    }
  });

  it('is not seen by others before it is committed', async () => {
    await database.transaction(ctx, async (tx) => {
      await put(tx, 'unseen', 1);
      expect(await valueOf('unseen')).toBeUndefined();
      expect(await valueOf('unseen', tx)).toBe(1);
    });
    expect(await valueOf('unseen')).toBe(1);
  });

  it('is joined by a unit inside it', async () => {
    const outer = database.transaction(ctx, async (tx) => {
      await database.transaction(tx, (inner) => put(inner, 'joined', 1));
      throw new Error('the outer one fails');
    });
    await expect(outer).rejects.toThrow('the outer one fails');
    expect(await valueOf('joined')).toBeUndefined();
  });

  it('is run again on the newest state when it lost a race', async () => {
    let runs = 0;
    await database.transaction(ctx, async (tx) => {
      await raise(tx, 'c');
      if (++runs < 3) throw new StaleRead();
    });
    expect(runs).toBe(3);
    expect(await valueOf('c')).toBe(1);
  });

  it('gives up after the fourth run and says that it may be tried later', async () => {
    let runs = 0;
    const unit = database.transaction(ctx, () => {
      runs++;
      return Promise.reject(new StaleRead());
    });
    await expect(unit).rejects.toMatchObject({ code: 'unavailable', details: { retryAfterSeconds: 1 } });
    expect(runs).toBe(4);
  });

  it('survives deadlocks: two units that lock the same rows in opposite order both happen', async () => {
    const both = (first: string, second: string) =>
      database.transaction(ctx, async (tx) => {
        await raise(tx, first);
        await sleep(20);
        await raise(tx, second);
      });
    await Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 ? both('a', 'b') : both('b', 'a'))));
    expect(await valueOf('a')).toBe(6);
    expect(await valueOf('b')).toBe(6);
  });

  it('never waits for a stranger’s query: what it needs of a shared list it reads itself', async () => {
    const { ctx: tenant } = await makeDesk(test);
    const categories = test.app.get(CategoriesService);
    await categories.create(tenant, { name: 'So that the list is read anew' });
    let open = () => {};
    const gate = new Promise<void>((resolve) => (open = resolve));
    const units = Array.from({ length: 6 }, () =>
      database.transaction(tenant, async (tx) => {
        await gate;
        return categories.findActive(tx, { slug: 'general' });
      }),
    );
    await sleep(50);
    const outside = categories.findActive(tenant, { slug: 'general' });
    await sleep(50);
    open();
    expect((await Promise.all(units)).map((category) => category?.slug)).toEqual(Array(6).fill('general'));
    expect((await outside)?.slug).toBe('general');
  });

  it('reports a broken unique key as already_exists', async () => {
    const twice = database.transaction(ctx, (tx) => put(tx, 'a', 1));
    await expect(twice).rejects.toBeInstanceOf(DomainError);
    await expect(twice).rejects.toMatchObject({ code: 'already_exists' });
  });
});

describe('units that happen together', () => {
  it('hold up nobody before the first of them, see what they wrote, and are one to everybody else', async () => {
    await database.together(ctx, async (together) => {
      // On SQLite a transaction that had begun would keep this one waiting for good.
      await database.transaction(ctx, (tx) => put(tx, 'meanwhile', 1));
      expect(await valueOf('meanwhile', together)).toBe(1);
      await database.transaction(together, (tx) => put(tx, 'first', 1));
      await database.transaction(together, (tx) => put(tx, 'second', 1));
      expect([await valueOf('first', together), await valueOf('first')]).toEqual([1, undefined]);
    });
    expect([await valueOf('first'), await valueOf('second')]).toEqual([1, 1]);
  });

  it('leave nothing when what comes after them fails', async () => {
    const together = database.together(ctx, async (within) => {
      await database.transaction(within, (tx) => put(tx, 'undone', 1));
      throw new Error('the answer cannot be made');
    });
    await expect(together).rejects.toThrow('the answer cannot be made');
    expect(await valueOf('undone')).toBeUndefined();
    expect(await database.transaction(ctx, (tx) => valueOf('undone', tx))).toBeUndefined();
  });

  it('are run again whole, unless they cannot be', async () => {
    const run = (repeatable: boolean) => {
      let runs = 0;
      return database.together(
        ctx,
        async (within) => {
          await database.transaction(within, (tx) => put(tx, `run-${repeatable}`, 1));
          if (++runs === 1) throw new StaleRead();
          return runs;
        },
        { repeatable },
      );
    };
    expect(await run(true)).toBe(2);
    await expect(run(false)).rejects.toMatchObject({ code: 'unavailable' });
    expect([await valueOf('run-true'), await valueOf('run-false')]).toEqual([1, undefined]);
  });

  it('tell a unit inside of a taken key, and go on', async () => {
    await database.together(ctx, async (within) => {
      const twice = database.transaction(within, (tx) => put(tx, 'a', 1));
      await expect(twice).rejects.toMatchObject({ code: 'already_exists' });
      await database.transaction(within, (tx) => put(tx, 'went-on', 1));
    });
    expect(await valueOf('went-on')).toBe(1);
  });
});

describe('what is to follow a commit', () => {
  it('follows that of the outermost unit, once, when others can see what was written', async () => {
    const seen: Promise<number | undefined>[] = [];
    const look = () => void seen.push(valueOf('followed'));
    let runs = 0;
    await database.together(ctx, async (together) => {
      await database.transaction(together, async (tx) => {
        await put(tx, 'followed', 7);
        database.afterCommit(tx, look);
        database.afterCommit(tx, look);
      });
      expect(seen).toHaveLength(0);
      if (++runs === 1) throw new StaleRead();
    });
    expect([runs, await Promise.all(seen)]).toEqual([2, [7]]);
  });

  it('does not follow a rollback, and is done at once outside a unit', async () => {
    let calls = 0;
    const failing = database.transaction(ctx, (tx) => {
      database.afterCommit(tx, () => calls++);
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(calls).toBe(0);
    database.afterCommit(ctx, () => calls++);
    expect(calls).toBe(1);
  });
});

describe('a tenant’s numbers', () => {
  const take = (tenantId: number) =>
    database.transaction(ctx, (tx) => database.nextNumber({ ...tx, tenant: { id: tenantId } }, 'things'));

  it('are unique under concurrency and count per tenant', async () => {
    const numbers = await Promise.all(Array.from({ length: 60 }, () => take(7)));
    expect(new Set(numbers).size).toBe(60);
    expect(Math.max(...numbers)).toBe(60);
    expect(await take(8)).toBe(1);
  });
});
