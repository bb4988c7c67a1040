import { expect, it } from '@jest/globals';
import { sessionOf } from './mysql-connections.js';

it('a connection waits for its node where reading one’s writes is wanted, and elsewhere nothing is said of it', () => {
  expect(sessionOf({ readYourWrites: true })).toContain('SET SESSION wsrep_sync_wait = 1');
  expect(sessionOf({ readYourWrites: false }).join()).not.toContain('wsrep');
});
