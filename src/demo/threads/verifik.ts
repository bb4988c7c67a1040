import type { DemoThread } from './thread.js';

export const verifikThreads: readonly DemoThread[] = [
  {
    requester: 'ada',
    daysAgo: 15,
    at: '13:12',
    subject: 'Random 401 on biometric validation since we rotated our token',
    description:
      'Since this morning roughly one call in four to the biometric validation endpoint is answered with `401`. The other three work with the very same payload.\n\n' +
      'What we know so far:\n\n- we rotated the access token at 09:00\n- document lookups are not affected\n- it happens from all three of our regions',
    category: 'technical',
    priority: 'high',
    tags: ['api', 'authentication', 'biometric'],
    steps: [
      { after: 14, by: 'agent', do: 'claim' },
      { after: 2, by: 'agent', do: 'start' },
      {
        after: 21,
        by: 'agent',
        reply:
          'I pulled a sample of your failing calls. They all carry a token that was issued 41 days ago, so some process is still sending the old one. The split of one in four makes me think of a single worker out of four. Do you keep the token in memory somewhere?',
      },
      {
        after: 35,
        by: 'bob',
        reply:
          'I maintain that service. Three of the workers were restarted at nine, the selfie queue was not, since it had jobs in flight. Restarting it now.',
      },
      { after: 11, by: 'bob', reply: 'Zero errors in the last 2,000 calls. That was it, how embarrassing.' },
      {
        after: 8,
        by: 'agent',
        reply:
          'It happens to the best. For next time: both tokens stay valid side by side if you choose *Rotate with overlap* in the console, which gives you 24 hours to roll your workers.',
      },
      {
        after: 1,
        by: 'agent',
        do: 'resolve',
        resolution: 'One worker still held the old token in memory; restarted by the customer.',
      },
      { after: 55, by: 'ada', do: 'close' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 8,
    at: '14:40',
    subject: 'Peruvian DNI lookups return 404 for documents that exist',
    description:
      'About 9 % of our Peruvian applicants cannot be found since we moved to the new importer. I checked five of them against the physical card and the numbers are correct. We are blocking real people from opening an account, so this is rather pressing.\n\nExample request id: `req_7fd0c2a9`',
    category: 'technical',
    priority: 'urgent',
    tags: ['peru', 'dni'],
    steps: [
      { after: 9, by: 'agent', do: 'claim' },
      { after: 1, by: 'agent', do: 'start' },
      {
        after: 17,
        by: 'agent',
        note: 'documentNumber arrives as a JSON number with 7 digits. DNI has 8, leading zero is gone. Our validation should have refused a number type here, will file a bug for that.',
      },
      {
        after: 6,
        by: 'agent',
        reply:
          'Found something. In the request you quoted, `documentNumber` is a JSON number with seven digits. A DNI always has eight, and those starting with 0 lose that zero when they are stored as a number. Please send it as a string, padded on the left:\n\n`String(dni).padStart(8, "0")`',
      },
      {
        after: 72,
        by: 'cy',
        reply:
          'That is exactly the 9 %. The importer read the column as integers. Fixed, re-ran 431 applicants, all found. Could your API complain about a number next time?',
      },
      {
        after: 16,
        by: 'agent',
        reply:
          'It should, and from the next release it will: a numeric value gets a `422` naming the field instead of a misleading "not found". I have credited the 431 lookups you had to repeat.',
      },
      {
        after: 2,
        by: 'agent',
        do: 'resolve',
        resolution: 'Leading zero lost in the importer. Lookups credited, stricter validation scheduled.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 5,
    at: '09:26',
    subject: 'Are failed checks billed?',
    description:
      'My usage page counts 1,204 validations, my own database only 1,131. I run a small dating app and 73 checks are real money for me.',
    category: 'billing',
    priority: 'normal',
    steps: [
      { after: 75, by: 'agent', do: 'claim' },
      { after: 12, by: 'agent', do: 'start' },
      {
        after: 10,
        by: 'agent',
        reply:
          'Short answer: a check that we could not run (any 4xx or 5xx) is never billed. A check that ran and said "no match" is.\n\nThe 73 could be retries that your side counted once. If you can export the request ids that you stored for this month, I will compare the two lists line by line.',
      },
      { after: 1, by: 'agent', do: 'pending' },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 28,
    at: '16:03',
    subject: 'Webhook when a background check finishes',
    description:
      'We poll every 20 seconds for something that takes between one and forty minutes. A signed callback with the id and the final state would save both of us a lot of traffic.',
    category: 'feature_request',
    priority: 'low',
    steps: [
      {
        after: 980,
        by: 'admin',
        reply:
          'You are the fifth customer to ask this quarter, which helps. Would one event per check be enough, or do you need the intermediate steps (document read, face compared, lists searched) as well?',
      },
      {
        after: 130,
        by: 'bob',
        reply: 'Only the end matters to us. Please let us retry a delivery by hand, we have maintenance windows.',
      },
      { after: 1400, by: 'admin', do: 'claim' },
      { after: 10, by: 'admin', do: 'start' },
      {
        after: 5,
        by: 'admin',
        note: 'Product agreed to a beta with three customers. This one is a good fit: high volume, answers quickly, has a staging account.',
      },
      {
        after: 9,
        by: 'admin',
        reply:
          'Good news: we are building it, including manual redelivery, and I have put your staging account on the list for the beta. I will write here when there is something to try.',
      },
    ],
  },
  {
    requester: 'ada',
    daysAgo: 19,
    at: '10:51',
    subject: 'Read-only access for two auditors',
    description:
      'Two external auditors need to look at our check history for a week. They must not see the selfies, only results and timestamps. Which role do I give them?',
    category: 'account',
    priority: 'normal',
    tags: ['roles', 'audit'],
    steps: [
      { after: 44, by: 'agent', do: 'claim' },
      {
        after: 18,
        by: 'agent',
        reply:
          'Use the role *Observer* and untick "media" under its permissions. You can also set an end date on the invitation, after which the access disappears without anybody having to remember it.',
      },
      { after: 1, by: 'agent', do: 'resolve', resolution: 'Explained the Observer role without media permission.' },
      { after: 200, by: 'ada', reply: 'Works, but the end date can only be today or tomorrow?' },
      { after: 33, by: 'agent', do: 'start' },
      {
        after: 7,
        by: 'agent',
        reply:
          'That picker is limited by the session policy of your organisation (48 hours). I raised the limit for these two invitations to ten days; please reload the page.',
      },
      { after: 29, by: 'ada', reply: 'Both are in and see exactly what they should.' },
      { after: 13, by: 'agent', do: 'resolve', resolution: 'Invitation limit raised to ten days for two auditors.' },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 3,
    at: '11:17',
    subject: 'Passport OCR drops the name in original script',
    description:
      'For Taiwanese passports I only get the Latin transcription: the card says 陳美玲 and the response contains `CHEN MEI-LING`. For Spanish passports *ñ* turns into *N*. Is there an option to get the visual zone too, and not just the machine-readable one?',
    category: 'technical',
    priority: 'normal',
    tags: ['ocr', 'unicode'],
    steps: [
      { after: 52, by: 'agent', do: 'claim' },
      {
        after: 16,
        by: 'agent',
        reply:
          'Yes. Add `"zones": ["mrz", "viz"]` to the request and you will receive a second block with the printed name as it appears on the page. Which image size are you sending at the moment? Below 1,200 pixels in width the characters get unreliable.',
      },
      { after: 1, by: 'agent', do: 'pending' },
      {
        after: 1290,
        by: 'dee',
        reply:
          'We send 1,600 px. With the extra zone the ñ is right, thank you, but 陳 comes back as 陣 in two of ten samples. Can I improve that, or should I show the applicant a field to correct it?',
      },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 4,
    at: '08:33',
    subject: 'How long are selfies stored, and where?',
    description:
      'Our regulator asks for three things in writing:\n\n1. the country in which biometric data is stored\n2. how long it is kept after a check\n3. who of your staff is able to open it\n\nA signed PDF would be perfect, an answer here is a good start.',
    category: 'general',
    priority: 'high',
    steps: [
      {
        after: 27,
        by: 'agent',
        note: 'Passing this to admin, the signed statement must come from the privacy officer.',
      },
      { after: 62, by: 'admin', do: 'claim' },
      { after: 4, by: 'admin', do: 'start' },
      {
        after: 11,
        by: 'admin',
        reply:
          'For your account: images are kept in the region you chose at sign-up, deleted 30 days after the check (you may set this to anything from 0 to 90), and can be opened only by two named reviewers after you approve the request. The signed document is being prepared and I expect it in two days.',
      },
      {
        after: 150,
        by: 'cy',
        reply:
          'Very helpful. Please have them name our legal entity exactly as on the contract, last time an abbreviation cost us a week.',
      },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 1,
    at: '15:48',
    subject: 'Liveness check times out with 504 on slow connections',
    description:
      'Users on 3G in the countryside get a 504 after 30 s while the video is still uploading. On wifi the same phones pass. Client is your Android SDK, version 4.8.1, and I can reproduce it at will by throttling to 400 kbit/s.',
    category: 'technical',
    priority: 'high',
    tags: ['liveness', 'sdk', 'timeout'],
    steps: [],
  },
  {
    requester: 'cy',
    daysAgo: 0,
    at: '00:05',
    subject: 'PO number on the next invoice',
    description: 'Please print PO 88-1042 on it from now on, otherwise our accounting sends it back.',
    category: 'billing',
    priority: 'low',
    steps: [],
  },
];
