import { dialectWires } from '../platform/http/dialect-wire.js';
import type { DemoCredentials } from './credentials.js';

interface Stop {
  readonly dialect: string;
  readonly path: string;
  /** Body of a POST; without one it is a GET. */
  readonly body?: object;
  /** Headers beside the content type; ada of the tenant named after the dialect is whose token it is. */
  readonly headers: (credentials: DemoCredentials) => readonly string[];
}

const bearer =
  (dialect: string) =>
  ({ tenants }: DemoCredentials) => [`authorization: Bearer ${tenants[dialect]?.users['ada']?.access_token ?? ''}`];

const STOPS: readonly Stop[] = [
  {
    dialect: 'daakey',
    path: '/api/v1/client/tickets',
    headers: (credentials) => [
      ...bearer('daakey')(credentials),
      `x-agency-signature: '"$(${signing('AGENCY123', credentials.tenants['daakey']?.secret_key ?? '')})"'`,
    ],
    body: {
      subject: 'Vehicle not starting',
      message: 'The dashboard shows an error message.',
      category: 'vehicle_issue',
      priority: 'high',
      booking_id: 5,
    },
  },
  {
    dialect: 'verifik',
    path: '/v2/support-tickets',
    headers: bearer('verifik'),
    body: {
      title: 'API Integration Issue',
      description: 'Getting 401 errors when trying to authenticate.',
      priority: 'high',
      category: 'technical',
    },
  },
  { dialect: 'kinconecta', path: '/api/support-tickets', headers: () => [] },
  {
    dialect: 'quoota',
    path: '/api/v1/support/tickets',
    headers: bearer('quoota'),
    body: { subject: 'Unable to make payment', description: 'The card is refused.', categoryId: 'category_001' },
  },
  {
    dialect: 'scrapizoo',
    path: '/api/ticket/create',
    headers: bearer('scrapizoo'),
    body: { category: 'Support', subject: 'Account Issue', description: 'I cannot change my address.' },
  },
];

/** One line for each dialect that there is, to be pasted into a shell. */
export function dialectTour(url: string, credentials: DemoCredentials): string {
  const spoken = new Map(dialectWires().map((wire) => [wire.name, wire]));
  return STOPS.flatMap(({ dialect, path, body, headers }) => {
    const wire = spoken.get(dialect);
    if (!wire) return [];
    const given = [...(body ? ['content-type: application/json'] : []), ...headers(credentials)];
    const options = given.map((header) => ` -H '${header}'`).join('');
    const data = body ? ` -d '${JSON.stringify(body)}'` : '';
    return [`${wire.title} (${url}/docs/${dialect}):\n  curl -sS ${url}${path}${options}${data}\n`];
  }).join('\n');
}

/** A command that prints a signature of the agency, which is good for five minutes only. */
function signing(agency: string, secretKey: string): string {
  const script = [
    'const { createHmac } = require("crypto")',
    `const payload = JSON.stringify({ agency_code: "${agency}", timestamp: Math.floor(Date.now() / 1000) })`,
    'const text = Buffer.from(payload).toString("base64url")',
    `text + "." + createHmac("sha256", "${secretKey}").update(text).digest("hex")`,
  ].join('; ');
  return `node -pe '${script}'`;
}
