import type { DemoThread } from './thread.js';

export const scrapizooThreads: readonly DemoThread[] = [
  {
    requester: 'ada',
    daysAgo: 18,
    at: '06:45',
    subject: 'Nobody came for yesterday’s pickup',
    description:
      'Slot was 3 to 5 pm. Our office had 60 kg of cartons stacked in the corridor and the building manager made us carry all of it back upstairs. The app says "completed"!',
    category: 'support',
    priority: 'high',
    tags: ['missed-pickup'],
    steps: [
      { after: 38, by: 'agent', do: 'claim' },
      { after: 3, by: 'agent', do: 'start' },
      {
        after: 22,
        by: 'agent',
        note: 'Partner went to tower B and collected from another office on the same floor. GPS agrees. He confused the two towers, he is new on this route.',
      },
      {
        after: 5,
        by: 'agent',
        reply:
          'I am sorry, our partner rang at tower B where another office also had cartons waiting. Can he come again this afternoon? He will bring a helper and carry everything down himself.',
      },
      {
        after: 13,
        by: 'bob',
        reply: 'I am at reception until 6, send him to tower A, 4th floor. The lift works today.',
      },
      { after: 245, by: 'agent', reply: 'Collected: 63.5 kg at ₹9, so ₹571.50, plus ₹100 from us for the carrying.' },
      { after: 2, by: 'agent', do: 'resolve', resolution: 'Pickup repeated on the same day, goodwill of ₹100.' },
      { after: 130, by: 'ada', do: 'close' },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 11,
    at: '12:12',
    subject: 'Your scale shows 36.5 kg, ours shows 41',
    description:
      'Old newspapers, two bundles. We weighed them in the mail room an hour before the pickup (41.0 kg, calibrated scale, sticker from this year). It is not about the money, I just want to know who is right.',
    category: 'support',
    priority: 'normal',
    steps: [
      { after: 95, by: 'agent', do: 'claim' },
      { after: 4, by: 'agent', do: 'start' },
      {
        after: 18,
        by: 'agent',
        reply:
          'Fair question. I have asked the depot to put the bundles on the platform scale, because they are still tied with your blue string.',
      },
      {
        after: 1210,
        by: 'agent',
        note: 'Depot: 40.8 kg. The hanging scale of that partner reads 11 % low, it is being exchanged. Check his other pickups of this week, all need a correction.',
      },
      {
        after: 7,
        by: 'agent',
        reply:
          'You are right: 40.8 kg on the platform. The hanging scale had a tired spring and has been taken out of service. The missing 4.3 kg are added to your payout, and everybody else that scale short-changed gets theirs too.',
      },
      { after: 52, by: 'bob', reply: 'Respect for checking. Our mail room is insufferable now.' },
      { after: 30, by: 'agent', do: 'resolve', resolution: 'Faulty hanging scale replaced, 4.3 kg paid in addition.' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 3,
    at: '11:25',
    subject: 'UPI payment for the pickup has not arrived',
    description:
      'Gave away an old cooler and about 20 kg of iron three days ago. The app says ₹780 "paid". My bank says nothing.',
    category: 'support',
    priority: 'normal',
    tags: ['payout', 'upi'],
    steps: [
      { after: 60, by: 'agent', do: 'claim' },
      { after: 9, by: 'agent', do: 'start' },
      {
        after: 12,
        by: 'agent',
        note: 'Transfer went to a handle with a typo (okaxs), bank returned it last night. Funds are back in the payout wallet.',
      },
      {
        after: 3,
        by: 'agent',
        reply:
          'The transfer bounced because the UPI handle in your profile is missing its last letter. The ₹780 are safe with us. Please correct it under *Profile → Payout* and write here once you have, then I will release the payment at once.',
      },
      { after: 1, by: 'agent', do: 'pending' },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 2,
    at: '08:05',
    subject: 'New phone number, the login code goes to the old one',
    description:
      'I changed my SIM last month. The old number now belongs to a very patient stranger who has received five of my codes.',
    category: 'support',
    priority: 'high',
    steps: [
      { after: 31, by: 'agent', do: 'claim' },
      { after: 2, by: 'agent', do: 'start' },
      {
        after: 6,
        by: 'agent',
        reply:
          'First of all I have stopped all codes to the old number. To move your account I need two facts only you know: the street of your last pickup and roughly what it weighed.',
      },
      {
        after: 17,
        by: 'dee',
        reply: 'Temple Road, behind the cinema. One broken washing machine, so around 55 kg? And a heap of bottles.',
      },
      {
        after: 25,
        by: 'agent',
        note: 'Street and weight (57 kg) match. Number change needs a second pair of eyes, waiting for admin to approve.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 0,
    at: '00:04',
    subject: 'Do you take mattresses?',
    description: 'Two singles, coir, one with springs.',
    category: 'support',
    priority: 'low',
    steps: [],
  },
  {
    requester: 'cy',
    daysAgo: 6,
    at: '13:50',
    subject: 'Monthly e-waste day for our housing society',
    description:
      'We are 140 flats and every balcony hides a dead monitor. Could you park a truck at our gate on one Sunday per month, say 9 to 12?\n\nThings I expect:\n\n- phones, chargers, laptops\n- tube TVs (sorry)\n- a frightening number of batteries',
    category: 'support',
    priority: 'normal',
    tags: ['e-waste', 'society', 'recurring'],
    steps: [
      { after: 150, by: 'admin', do: 'claim' },
      { after: 20, by: 'admin', do: 'start' },
      {
        after: 11,
        by: 'admin',
        reply:
          'We would love to. Two conditions: loose batteries must be collected in the drum that we bring (fire risk), and a person from the committee signs the weighbridge slip. Does the second Sunday suit you, and is there a roof where we can stand if it rains?',
      },
      { after: 1, by: 'admin', do: 'pending' },
      {
        after: 2750,
        by: 'cy',
        reply:
          'The committee said yes to everything. There is a covered visitor parking next to the gate, height 3.2 m. Will your truck fit? And may people give furniture as well?',
      },
    ],
  },
  {
    requester: 'ada',
    daysAgo: 8,
    at: '09:58',
    subject: 'Certificate that 24 hard disks were destroyed',
    description:
      'Our auditor wants serial numbers on the certificate, not just "24 pieces". The list is in the spreadsheet that I gave to the driver.',
    category: 'support',
    priority: 'normal',
    tags: ['e-waste', 'certificate'],
    steps: [
      {
        after: 70,
        by: 'agent',
        reply:
          'That is possible when the disks are scanned before shredding. I am checking with the plant whether your box is still sealed.',
      },
      { after: 4, by: 'agent', do: 'claim' },
      { after: 1, by: 'agent', do: 'start' },
      {
        after: 230,
        by: 'agent',
        note: 'Box still sealed, shredding planned in two days. Plant scans them first, costs us ₹12 per disk, approved. The spreadsheet was not in the box.',
      },
      {
        after: 6,
        by: 'agent',
        reply:
          'Good timing, they are untouched. The plant will scan each serial number and list it on the certificate. The paper list did not reach them though, so please mail the spreadsheet again for comparison.',
      },
      {
        after: 940,
        by: 'bob',
        reply: 'Sent from our office address. Row 17 is a solid-state drive, does that go through the same shredder?',
      },
      {
        after: 88,
        by: 'agent',
        reply: 'Yes, with the finer blade: particles below 2 mm, and the certificate says so for that row.',
      },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 4,
    at: '09:33',
    subject: 'Your truck bent our gate',
    description:
      'While reversing out, the driver hit the left gate post. The gate does not close any more and we have stock in the yard overnight. Somebody needs to call me today.',
    category: 'support',
    priority: 'urgent',
    tags: ['damage', 'insurance'],
    steps: [
      { after: 5, by: 'admin', do: 'claim' },
      { after: 1, by: 'admin', do: 'start' },
      {
        after: 9,
        by: 'admin',
        reply:
          'I have just tried your number and will try again in ten minutes. A welder we trust is free this afternoon and can make the gate lockable before dark, at our cost. The proper repair goes through our insurance.',
      },
      {
        after: 14,
        by: 'admin',
        note: 'Spoke to him by phone, calm but annoyed. Driver admits it. Claim opened, number 5581-G. Welder confirmed.',
      },
      {
        after: 210,
        by: 'admin',
        reply:
          'The welder reports that the gate locks again. You will get a visit from the insurance surveyor within two working days.',
      },
      {
        after: 3,
        by: 'admin',
        do: 'resolve',
        resolution: 'Gate secured the same evening, insurance claim 5581-G opened.',
      },
      {
        after: 2630,
        by: 'bob',
        reply:
          'The surveyor was here, friendly man, and says the post needs a new foundation. His quote only covers the hinge. Who do I argue with, him or you?',
      },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 29,
    at: '10:02',
    subject: 'Rate for copper wire with insulation?',
    description: 'About 8 kg, mostly house cable.',
    category: 'support',
    priority: 'low',
    steps: [
      {
        after: 43,
        by: 'agent',
        reply:
          'Today ₹265 per kg with the insulation on, ₹640 for bare bright copper. Please do not burn it off, stripped by knife is worth more and your neighbours will thank you.',
      },
      { after: 125, by: 'cy', reply: 'Then my nephew has a job for the weekend. Booked a pickup in the app.' },
      { after: 2, by: 'cy', do: 'close' },
    ],
  },
];
