import type { DemoThread } from './thread.js';

export const northwindThreads: readonly DemoThread[] = [
  {
    requester: 'ada',
    daysAgo: 16,
    at: '07:05',
    subject: 'Rental van: sliding door will not lock, 40 tents inside',
    description:
      'Van 12, collected last night at your depot. The side door closes but the lock just clicks twice and springs open. I am due at the trade fair in four hours and cannot leave it parked like this.',
    category: 'vehicle_issue',
    priority: 'urgent',
    tags: ['van', 'lock'],
    steps: [
      { after: 6, by: 'agent', do: 'claim' },
      { after: 1, by: 'agent', do: 'start' },
      {
        after: 5,
        by: 'agent',
        reply:
          'Please look at the rail near the rear end of the door. On this model a strap likes to slip behind the catch, and then it behaves just as you describe.',
      },
      { after: 9, by: 'ada', reply: 'No strap, but the catch itself is bent. Somebody must have forced it.' },
      {
        after: 7,
        by: 'agent',
        note: 'Van 12 came back with a "door stiff" remark on the return sheet and nobody looked at it. Van 9 is free at the Eastgate depot, 15 minutes from her.',
      },
      {
        after: 2,
        by: 'agent',
        reply:
          'Then we swap: van 9 is waiting at Eastgate with a full tank and two of our people who will move the tents across. You lose half an hour at most.',
      },
      { after: 71, by: 'ada', reply: 'On the road in van 9. Those two reload faster than I can write this.' },
      { after: 300, by: 'agent', do: 'resolve', resolution: 'Van swapped at Eastgate, van 12 sent to the workshop.' },
      { after: 2880, by: 'admin', do: 'close' },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 10,
    at: '09:20',
    subject: 'Van with tail lift for Friday',
    description: 'Six filing cabinets, 70 kg each, third floor to third floor. Online I only see vans without a lift.',
    category: 'booking',
    priority: 'normal',
    steps: [
      { after: 34, by: 'agent', do: 'claim' },
      {
        after: 12,
        by: 'agent',
        reply:
          'The one with the lift is not online, because we show people how it works before they take it. It is free on Friday from 8. Ten minutes of instruction and it is yours, same price plus 18.00.',
      },
      { after: 25, by: 'bob', reply: 'Perfect, reserve it please. Two hand trucks as well.' },
      { after: 6, by: 'agent', do: 'start' },
      { after: 3, by: 'agent', reply: 'Reserved under V-2087, hand trucks will be strapped in the back.' },
      { after: 1, by: 'agent', do: 'resolve', resolution: 'Tail-lift van and two hand trucks reserved as V-2087.' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 7,
    at: '13:16',
    subject: 'VAT on invoice 20417 although we supplied our EU number',
    description:
      'We are a climbing hall across the border. All earlier invoices were reverse charge, this one has 19 % on 3,260.00. I cannot book it like this.',
    category: 'billing',
    priority: 'high',
    tags: ['vat', 'invoice'],
    steps: [
      { after: 58, by: 'admin', do: 'claim' },
      { after: 4, by: 'admin', do: 'start' },
      {
        after: 22,
        by: 'admin',
        note: 'VAT register answers "not valid" for their number since the 1st. Probably the move to the new legal form. Do not reissue before it is confirmed.',
      },
      {
        after: 5,
        by: 'admin',
        reply:
          'Our system asks the public register before each invoice, and there your number is listed as no longer valid since the start of the month. Did your company change its legal form or address? Once you have the new number, I will cancel 20417 and write a correct one on the same day.',
      },
      { after: 1, by: 'admin', do: 'pending' },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 25,
    at: '19:48',
    subject: 'Password e-mail never arrives',
    description: 'Tried it four times, looked in spam, nothing.',
    category: 'account',
    priority: 'normal',
    steps: [
      { after: 760, by: 'agent', do: 'claim' },
      {
        after: 8,
        by: 'agent',
        reply:
          'Your mail provider refused our messages because the mailbox was full. Please make some room and ask for a new link.',
      },
      { after: 2, by: 'agent', do: 'pending' },
      {
        after: 190,
        by: 'dee',
        reply: 'It was 2,300 newsletters, two hundred of them yours. The link came right away.',
      },
      { after: 15, by: 'agent', reply: 'Point taken. You are down to one newsletter a month now.' },
      { after: 3, by: 'dee', do: 'close' },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 0,
    at: '00:05',
    subject: 'Minimum quantity for flasks with our logo?',
    description:
      'The half-litre steel ones in moss green. We are a kindergarten, so the answer should be a small number :)',
    category: 'general',
    priority: 'low',
    steps: [],
  },
  {
    requester: 'cy',
    daysAgo: 3,
    at: '08:42',
    subject: 'Stock API answers 429 during the nightly sync',
    description:
      'Since the catalogue grew to 11,000 articles our sync stops at around article 6,000 with `429 Too Many Requests`. We call `GET /v1/stock/{sku}` one by one, at 20 per second, which used to be fine.\n\n' +
      'Questions:\n\n1. Has the limit changed?\n2. Is there a way to ask for many articles in one call?',
    category: 'technical',
    priority: 'high',
    tags: ['api', 'rate-limit'],
    steps: [
      { after: 29, by: 'agent', do: 'claim' },
      { after: 3, by: 'agent', do: 'start' },
      {
        after: 40,
        by: 'agent',
        note: 'Hourly quota is 20,000, they burn part of it with their shop front at the same time. Batch endpoint would bring the sync down to 110 calls.',
      },
      {
        after: 6,
        by: 'agent',
        reply:
          '1. The limit per second is unchanged, but there is an hourly quota too, and your shop and the sync share one key.\n2. Yes: `POST /v1/stock/batch` takes up to 100 article numbers. Your sync would finish in under a minute.\n\nA second key for the shop would be wise in any case, you can create it in the portal.',
      },
      {
        after: 1330,
        by: 'cy',
        reply:
          'Batch is lovely, 48 seconds for everything. One thing is odd: discontinued articles are missing from the answer without any error. Is that intended? We would need to know which ones to hide.',
      },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 36,
    at: '15:27',
    subject: 'EAN codes in the price list export',
    description:
      'The CSV has your article number only. We match by EAN and keep a hand-made table for that, which is wrong whenever you add a colour.',
    category: 'feature_request',
    priority: 'low',
    tags: ['export', 'csv'],
    steps: [
      {
        after: 1130,
        by: 'agent',
        reply:
          'Makes sense. I can imagine a new last column, so nothing breaks for people who read by position. Would you want the code of the single piece or of the carton?',
      },
      { after: 64, by: 'ada', reply: 'Single piece. We never sell by the carton, except for chalk.' },
      {
        after: 2750,
        by: 'admin',
        note: 'Data quality first: 7 % of the articles have no EAN in the master data. Purchasing is filling the gaps, come back to this afterwards.',
      },
    ],
  },
  {
    requester: 'ada',
    daysAgo: 21,
    at: '10:44',
    subject: 'Order arrived twice, 2 × 30 office chairs',
    description:
      'Our purchasing script got a timeout from your order API and tried again. Now there are sixty chairs in the yard of a company with thirty people. Who picks up the second half?',
    category: 'technical',
    priority: 'high',
    tags: ['api', 'orders', 'return'],
    steps: [
      { after: 11, by: 'agent', do: 'claim' },
      { after: 2, by: 'agent', do: 'start' },
      {
        after: 18,
        by: 'agent',
        reply:
          'We do, free of charge: our truck passes your street tomorrow before noon. To keep it from happening again, send an `Idempotency-Key` header with each order. A repeated request with the same key returns the first order and does not create another.',
      },
      {
        after: 95,
        by: 'bob',
        reply:
          'Added it to the script and tested with a fake timeout: one order, as promised. May we keep two chairs? They are good.',
      },
      { after: 12, by: 'agent', reply: 'Of course. Two stay with you at the volume price, 28 go back.' },
      { after: 1400, by: 'agent', note: '28 chairs collected, all in the original boxes. Credit note 7719 issued.' },
      {
        after: 3,
        by: 'agent',
        do: 'resolve',
        resolution: 'Duplicate collected except two chairs, credit note 7719, idempotency key in use.',
      },
    ],
  },
  {
    requester: 'ada',
    daysAgo: 5,
    at: '12:09',
    subject: 'Credit for 14 water-damaged sleeping bags',
    description:
      'Two cartons at the bottom of the pallet were soaked. Photos are with the driver’s report. The bags smell of diesel, so drying them is not an option.',
    category: 'billing',
    priority: 'normal',
    tags: ['damage', 'credit-note'],
    steps: [
      { after: 80, by: 'agent', do: 'claim' },
      { after: 5, by: 'agent', do: 'start' },
      {
        after: 21,
        by: 'agent',
        reply:
          'That is ours to sort out. I have asked the carrier for the report and will write the credit as soon as it is here. Please keep one of the bags for their inspector, the other 13 you may throw away.',
      },
      {
        after: 1260,
        by: 'agent',
        note: 'Carrier found the report: puddle in trailer 3, second case this month. Claim form sent, they have three days.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 13,
    at: '06:58',
    subject: 'Cancel my van for today, I have the flu',
    description: 'Booking V-2064, 9 o’clock. I know it is late.',
    category: 'booking',
    priority: 'normal',
    steps: [
      {
        after: 21,
        by: 'admin',
        reply: 'Cancelled without a fee, somebody else was hoping for that van. Get well soon!',
      },
      { after: 2, by: 'admin', do: 'close', resolution: 'Cancelled free of charge, van rebooked.' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 2,
    at: '11:52',
    subject: 'Pallet came without delivery note',
    description: 'Warehouse refuses to book it in. Order 55-3810, mostly head torches.',
    category: 'general',
    priority: 'normal',
    steps: [
      { after: 45, by: 'agent', do: 'claim' },
      {
        after: 9,
        by: 'agent',
        reply: 'I have sent the note as a PDF to the address on the order. Does your warehouse accept a print of it?',
      },
      { after: 1, by: 'agent', do: 'pending' },
      {
        after: 110,
        by: 'cy',
        reply: 'They do, but the note lists 120 head torches and they count 96. Is the rest coming on a second pallet?',
      },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 1,
    at: '17:14',
    subject: 'Remove access of a colleague who left',
    description:
      'Please take the buyer login ending in `-lager2` off our account by the end of the week. Open orders should move to me.',
    category: 'account',
    priority: 'high',
    steps: [],
  },
];
