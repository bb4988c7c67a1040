import { describe, expect, it } from '@jest/globals';
import { type Anonymous, ANONYMOUS, mayAddTo, partOf, READER, SUBMITTER } from './access.js';

describe('who acts', () => {
  const CALLERS = ['nobody', 'customer', 'staff'] as const;
  const parts = (anonymous: Anonymous, errand: 'read' | 'submit') =>
    CALLERS.map((caller) => partOf(anonymous, errand, caller));

  it('needs a token for everything with `off`', () => {
    for (const errand of ['read', 'submit'] as const) {
      expect(parts('off', errand)).toEqual(['unauthenticated', 'themselves', 'themselves']);
    }
  });

  it('is anybody who submits, and staff who read, with `create`', () => {
    expect(parts('create', 'submit')).toEqual(['submitter', 'themselves', 'themselves']);
    expect(parts('create', 'read')).toEqual(['unauthenticated', 'forbidden', 'themselves']);
  });

  it('is anybody with `full`, where a customer reads what everybody does', () => {
    expect(parts('full', 'submit')).toEqual(['submitter', 'themselves', 'themselves']);
    expect(parts('full', 'read')).toEqual(['reader', 'reader', 'themselves']);
  });

  it('is the system for nobody, which is no user', () => {
    for (const actor of [READER, SUBMITTER]) expect([actor.type, actor.userId]).toEqual(['system', 0]);
    expect(SUBMITTER).toMatchObject({ role: 'customer', ownTicketsOnly: true });
  });
});

describe('adding to a ticket without a token', () => {
  const contact = { role: 'customer', isContact: true } as const;
  const customer = { role: 'customer', isContact: false } as const;
  const agent = { role: 'agent', isContact: false } as const;

  it('is for contacts, with `full` for all customers, and never for staff', () => {
    const allowed = ANONYMOUS.map((each) => [contact, customer, agent].map((requester) => mayAddTo(each, requester)));
    expect(allowed).toEqual([
      [false, false, false],
      [true, false, false],
      [true, true, false],
    ]);
  });
});
