import { daakeyThreads } from './threads/daakey.js';
import { kinconectaThreads } from './threads/kinconecta.js';
import { northwindThreads } from './threads/northwind.js';
import { quootaThreads } from './threads/quoota.js';
import { scrapizooThreads } from './threads/scrapizoo.js';
import type { DemoCustomer, DemoStaff, DemoThread } from './threads/thread.js';
import { verifikThreads } from './threads/verifik.js';

export const DEMO_PASSWORD = 'demo-password';

export const OWNER = { name: 'Olivia Owner', email: 'owner@polydesk.example', password: DEMO_PASSWORD };

/** The same people in every tenant: two of one team that shares its tickets, one of another, one of none. */
export const PEOPLE: Readonly<
  Record<DemoCustomer | DemoStaff, { name: string; role: 'customer' | 'agent' | 'admin' }>
> = {
  admin: { name: 'Ines Admin', role: 'admin' },
  agent: { name: 'Sam Agent', role: 'agent' },
  ada: { name: 'Ada Byron', role: 'customer' },
  bob: { name: 'Bob Hale', role: 'customer' },
  cy: { name: 'Cy Moreno', role: 'customer' },
  dee: { name: 'Dee Okafor', role: 'customer' },
};

export const TEAMS = [
  { name: 'Harbour Street', members: ['ada', 'bob'] },
  { name: 'Mill Lane', members: ['cy'] },
] as const;

interface DemoCategory {
  readonly slug: string;
  readonly name: string;
  readonly description: string;
}

interface DemoBooking {
  readonly externalId: string;
  readonly owner: DemoCustomer;
  readonly reference: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A file that somebody has uploaded and not used yet, under a number that documentation names. */
interface DemoUpload {
  readonly number: number;
  readonly owner: DemoCustomer;
  readonly fileName: string;
  readonly text: string;
}

export interface DemoTenant {
  readonly code: string;
  readonly name: string;
  readonly dialects: readonly string[];
  readonly dialectSettings?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly categories: readonly DemoCategory[];
  readonly bookings?: readonly DemoBooking[];
  /** In the order of their numbers. */
  readonly uploads?: readonly DemoUpload[];
  readonly threads: readonly DemoThread[];
}

const category = (slug: string, name: string, description: string): DemoCategory => ({ slug, name, description });

const RENTAL = [
  category('vehicle_issue', 'Vehicle issue', 'Problems with the vehicle'),
  category('booking', 'Booking', 'Booking-related questions'),
  category('billing', 'Billing', 'Payment and billing issues'),
  category('account', 'Account', 'Account-related issues'),
  category('general', 'General', 'General inquiries'),
];

const PLATFORM = [
  category('technical', 'Technical', 'Integration and API problems'),
  category('billing', 'Billing', 'Payment and billing issues'),
  category('account', 'Account', 'Account-related issues'),
  category('feature_request', 'Feature request', 'What you are missing'),
  category('general', 'General', 'General inquiries'),
];

const vehicle = (id: number, brand: string, model: string, plate: string, start: string, end: string) => ({
  vehicle: { id, plate_number: plate, brand, model },
  start_date: start,
  end_date: end,
  status: 'confirmed',
});

const BOOKINGS: readonly DemoBooking[] = [
  {
    externalId: '5',
    owner: 'ada',
    reference: 'BK-2024-00005',
    data: vehicle(12, 'Toyota', 'Corolla', 'ABC-123', '2024-01-14T09:00:00Z', '2024-01-18T18:00:00Z'),
  },
  {
    externalId: '6',
    owner: 'bob',
    reference: 'BK-2024-00006',
    data: vehicle(17, 'Renault', 'Clio', 'XYZ-987', '2024-01-20T08:00:00Z', '2024-01-22T20:00:00Z'),
  },
];

/** Tenants by code, in the order in which they are made. */
export const DEMO_TENANTS: readonly DemoTenant[] = [
  {
    code: 'daakey',
    name: 'Daakey Car Sharing',
    dialects: ['daakey'],
    dialectSettings: { daakey: { agency_id: 123, agency_code: 'AGENCY123', support_name: 'Support Team' } },
    categories: RENTAL,
    bookings: BOOKINGS,
    threads: daakeyThreads,
  },
  { code: 'verifik', name: 'Verifik', dialects: ['verifik'], categories: PLATFORM, threads: verifikThreads },
  {
    code: 'kinconecta',
    name: 'KinConecta',
    dialects: ['kinconecta'],
    dialectSettings: { kinconecta: { anonymous: 'full' } },
    categories: [
      category('booking-issues', 'Booking Issues', 'Trouble with a booking'),
      category('account-problems', 'Account Problems', 'Signing in and profiles'),
      category('general-inquiry', 'General Inquiry', 'Everything else'),
      category('technical-issue', 'Technical Issue', 'Something does not work'),
      category('billing', 'Billing', 'Payments and refunds'),
    ],
    threads: kinconectaThreads,
  },
  {
    code: 'quoota',
    name: 'Quoota',
    dialects: ['quoota'],
    categories: [
      category('payment-issues', 'Payment Issues', 'Help with payment problems'),
      category('loan-questions', 'Loan Questions', 'Questions about loans'),
    ],
    uploads: [
      { number: 123, owner: 'ada', fileName: 'refused-payment.txt', text: 'Payment of 120.00 refused: code 51.\n' },
      { number: 456, owner: 'ada', fileName: 'second-attempt.txt', text: 'Payment of 120.00 refused: code 05.\n' },
    ],
    threads: quootaThreads,
  },
  {
    code: 'scrapizoo',
    name: 'Scrapizoo',
    dialects: ['scrapizoo'],
    categories: [category('support', 'Support', 'Help with pickups and accounts')],
    threads: scrapizooThreads,
  },
  {
    code: 'northwind',
    name: 'Northwind Traders',
    dialects: ['daakey', 'verifik', 'kinconecta', 'quoota', 'scrapizoo'],
    dialectSettings: {
      daakey: { agency_id: 124, agency_code: 'NORTHWIND', support_name: 'Support Team' },
      kinconecta: { anonymous: 'off' },
    },
    categories: [...RENTAL, ...PLATFORM.filter(({ slug }) => !RENTAL.some((each) => each.slug === slug))],
    bookings: BOOKINGS,
    threads: northwindThreads,
  },
];
