import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignInOffers } from '../platform/http/pages/sign-in-offers.js';
import { emailOf } from './people.js';
import { DEMO_PASSWORD, OWNER, PEOPLE } from './tenants.js';

const TENANT = 'northwind';
/** One of each role. */
const OFFERED = ['admin', 'agent', 'ada'] as const;

/** Lets visitors sign in with a click. The passwords are public, and the demo listens on this machine only. */
export function offerSignIns(app: NestFastifyApplication): void {
  const people = OFFERED.map((person) => ({
    ...PEOPLE[person],
    tenant: TENANT,
    email: emailOf(person, TENANT),
    password: DEMO_PASSWORD,
  }));
  app.get(SignInOffers).make([...people, { ...OWNER, role: 'owner', tenant: null }]);
}
