import type { DemoCredentials } from './credentials.js';
import { dialectTour } from './dialect-tour.js';
import { DEMO_PASSWORD, DEMO_TENANTS, OWNER } from './tenants.js';

/** What the demo says once it listens: where things are, who can sign in, and lines that work as pasted. */
export function introduction(url: string, credentialsPath: string, credentials: DemoCredentials): string {
  const token = credentials.tenants['northwind']?.users['ada']?.access_token ?? '';
  const json = `-H 'content-type: application/json'`;
  const login = JSON.stringify({ tenant: 'northwind', email: 'ada@northwind.example', password: DEMO_PASSWORD });
  const ticket = JSON.stringify({
    subject: 'Van will not start',
    description: 'Engine turns, then silence.',
    category: 'vehicle_issue',
  });
  return `
Polydesk demo
  Console    ${url}/console (sign in with one click)
  API        ${url}/api/v1
  Swagger UI ${url}/docs
  Health     ${url}/health/ready

Logins (password of all: ${DEMO_PASSWORD})
  tenants    ${DEMO_TENANTS.map(({ code }) => code).join(', ')}
  people     admin@<tenant>.example, agent@…, ada@…, bob@…, cy@…, dee@<tenant>.example
  owner      ${OWNER.email} (no tenant)
  tokens     ${credentialsPath}

Sign in:
  curl -sS ${url}/api/v1/auth/login ${json} -d '${login}'

Open a ticket:
  curl -sS ${url}/api/v1/tickets -H 'authorization: Bearer ${token}' ${json} -d '${ticket}'

List tickets:
  curl -sS '${url}/api/v1/tickets?status=open&limit=3' -H 'authorization: Bearer ${token}'

The same desk for clients of other APIs:

${dialectTour(url, credentials)}`;
}
