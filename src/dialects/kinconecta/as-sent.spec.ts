import { describe, expect, it } from '@jest/globals';
import { asSent, customOf } from './as-sent.js';

const SENT = {
  roleContext: 'guide' as const,
  fullName: 'Carlos',
  email: 'carlos@example.com',
  createdAt: '2026-03-10',
  updatedAt: '2026-03-10T11:00:00+02:00',
};
const NOTHING = { roleContext: null, fullName: null, email: null, createdAt: null, updatedAt: null };
const REST = { subject: 'Photo', category: 'Photos', message: 'It fails.' };

describe('what was sent', () => {
  it('is read as it was written', () => {
    expect(asSent({ custom: customOf({ ...SENT, ...REST }) })).toEqual(SENT);
  });

  it('need have no dates', () => {
    const { createdAt: _, updatedAt: __, ...contact } = SENT;
    expect(Object.keys(customOf({ ...contact, ...REST, createdAt: null }))).toEqual(['contact']);
  });

  it.each([
    {},
    { contact: null },
    { contact: [] },
    { contact: { name: 1, email: {} } },
    { client_created_at: 'never' },
  ])('is nothing where there is something else: %j', (custom) => {
    expect(asSent({ custom })).toEqual(NOTHING);
  });
});
