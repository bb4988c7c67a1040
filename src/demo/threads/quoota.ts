import type { DemoThread } from './thread.js';

export const quootaThreads: readonly DemoThread[] = [
  {
    requester: 'ada',
    daysAgo: 20,
    at: '08:14',
    subject: 'Our monthly instalment was debited twice',
    description:
      'Our bakery pays 612.40 a month. This time two debits of that amount went out, and the second one has put our account into overdraft. The flour delivery bounced because of it.',
    category: 'payment-issues',
    priority: 'high',
    tags: ['direct-debit', 'duplicate'],
    steps: [
      { after: 22, by: 'agent', do: 'claim' },
      { after: 4, by: 'agent', do: 'start' },
      {
        after: 19,
        by: 'agent',
        note: 'Confirmed: debit file for that batch was submitted twice by operations. 38 borrowers affected, incident is open. Refund run planned at noon.',
      },
      {
        after: 5,
        by: 'agent',
        reply:
          'You are right, and the mistake is ours: a debit file was sent to the bank twice. The second amount goes back to you today with a same-day transfer.\n\nWe will also pay the overdraft interest and any fee your supplier charges for the bounced payment. Simply upload the notices when you have them.',
      },
      {
        after: 320,
        by: 'bob',
        reply: '612.40 has arrived. The mill charged us 15.00, their letter is attached to my mail from a minute ago.',
      },
      {
        after: 48,
        by: 'agent',
        reply: 'Received. 15.00 for the mill and 3.18 for the overdraft leave us this afternoon.',
      },
      { after: 2, by: 'agent', do: 'resolve', resolution: 'Duplicate debit returned, fees of 18.18 reimbursed.' },
      { after: 1500, by: 'ada', do: 'close' },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 14,
    at: '12:20',
    subject: 'What would it cost to pay off the oven loan now?',
    description:
      'We had a good season and could settle the remaining balance in one go. Is there a penalty? And would the interest already planned for the coming months really disappear?',
    category: 'loan-questions',
    priority: 'normal',
    steps: [
      { after: 85, by: 'agent', do: 'claim' },
      { after: 3, by: 'agent', do: 'start' },
      {
        after: 26,
        by: 'agent',
        reply:
          'Congratulations on the season. For your contract:\n\n- remaining principal: 7,940.12\n- interest accrued until the end of this month: 31.76\n- early repayment fee: 0.5 % of the principal, 39.70\n\nFuture interest of 486.30 is dropped, so you would save a good 440. The figure is valid until the last banking day of the month.',
      },
      { after: 1380, by: 'bob', reply: 'Convincing. I will transfer 8,011.58 on Friday. Which reference do you need?' },
      {
        after: 25,
        by: 'agent',
        reply:
          'Please use `SETTLE 40-2291`. You receive the release letter for the oven within a week of the transfer.',
      },
      { after: 4000, by: 'agent', note: 'Transfer booked, balance 0.00, release letter queued for printing.' },
      { after: 3, by: 'agent', do: 'resolve', resolution: 'Loan 40-2291 settled early, release letter sent.' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 1,
    at: '09:03',
    subject: 'Card declined and my payment is due today',
    description:
      'I tried three times to pay 248.00 by card. The page says "declined by issuer", my bank says they approve everything. I do not want a late mark because of this.',
    category: 'payment-issues',
    priority: 'urgent',
    tags: ['card', 'due-date'],
    steps: [
      { after: 7, by: 'agent', do: 'claim' },
      {
        after: 5,
        by: 'agent',
        reply:
          'No late mark, I have put a two-day grace on the account so you can breathe. Does your card need a confirmation in the banking app, and did you see that prompt appear?',
      },
      { after: 1, by: 'agent', do: 'pending' },
      {
        after: 38,
        by: 'cy',
        reply:
          'There was a prompt, I confirmed it, and then your page showed the error anyway. Now the bank lists 248.00 as "reserved", three times! Please tell me they will not take 744.00.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 5,
    at: '14:50',
    subject: 'The rate in the contract is higher than in the offer',
    description:
      'The calculator on the website and the first e-mail say 6.9 %. The contract I am supposed to sign says 7.4 %. Nothing about my situation has changed in those ten days.',
    category: 'loan-questions',
    priority: 'normal',
    steps: [
      { after: 33, by: 'agent', do: 'claim' },
      { after: 10, by: 'agent', do: 'start' },
      {
        after: 44,
        by: 'agent',
        note: 'Offer expired after 7 days and was recalculated with the new base rate. Expiry is only in the footer of the mail. Lead approved honouring 6.9 % if she signs within five days.',
      },
      {
        after: 6,
        by: 'agent',
        reply:
          'The offer was valid for seven days and the base rate went up on day eight. I agree that the validity was easy to miss, so we will stand by 6.9 %. The new contract is in your inbox; please check it and tell me whether the term of 36 months is still what you want before you sign.',
      },
      { after: 2, by: 'agent', do: 'pending' },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 2,
    at: '10:37',
    subject: 'Move the due date to after payday',
    description: 'My new employer pays on the 28th, you collect on the 25th. Could we make it the 1st?',
    category: 'payment-issues',
    priority: 'normal',
    steps: [
      { after: 57, by: 'agent', do: 'claim' },
      { after: 3, by: 'agent', do: 'start' },
      {
        after: 9,
        by: 'agent',
        reply:
          'Gladly. A move from the 25th to the 1st adds six days of interest to the next instalment, 4.12 in your case. I have sent the change to our contracts desk, who update the debit mandate by tomorrow evening.',
      },
      {
        after: 31,
        by: 'dee',
        reply: 'Fine with me. Does the 1st also hold when it is a Sunday, or will you collect on the Saturday before?',
      },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 0,
    at: '00:02',
    subject: 'Interest statement for my tax return',
    description: 'Where do I download it?',
    category: 'loan-questions',
    priority: 'low',
    steps: [],
  },
  {
    requester: 'ada',
    daysAgo: 9,
    at: '15:31',
    subject: 'Adding my business partner as co-borrower',
    description:
      'We became partners on paper last month, and the delivery van loan still runs in my name alone. What do you need from us so that both are on the contract?',
    category: 'loan-questions',
    priority: 'low',
    tags: ['co-borrower', 'documents'],
    steps: [
      { after: 910, by: 'admin', do: 'claim' },
      { after: 12, by: 'admin', do: 'start' },
      {
        after: 8,
        by: 'admin',
        reply:
          'Three things, please: the registered partnership agreement, a proof of identity of your partner, and his last two tax assessments. The rate stays as it is, only the liability changes.',
      },
      {
        after: 260,
        by: 'bob',
        reply:
          'That would be me 👋 Agreement and identity card are uploaded. For the tax papers I have only one year, since I was employed before. Would pay slips do for the other?',
      },
      {
        after: 75,
        by: 'admin',
        reply:
          'Pay slips are fine, twelve of them in one PDF if you can. Underwriting takes about four working days from then.',
      },
      { after: 1330, by: 'bob', reply: 'Uploaded, all twelve in one file.' },
      {
        after: 20,
        by: 'admin',
        note: 'File complete, handed to underwriting. Debt ratio of both together looks comfortable at 22 %.',
      },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 26,
    at: '11:08',
    subject: 'Transferred the instalment without a reference',
    description:
      'I was in a hurry and left the reference empty. The money left our account two days ago and the app still shows the instalment as unpaid.',
    category: 'payment-issues',
    priority: 'normal',
    steps: [
      { after: 50, by: 'agent', do: 'claim' },
      {
        after: 8,
        by: 'agent',
        reply:
          'It landed in the pot for unmatched payments. I found 612.40 from your bakery there and assigned it; the app needs an hour to catch up.',
      },
      { after: 1, by: 'agent', do: 'resolve', resolution: 'Unreferenced transfer matched by hand.' },
      { after: 1460, by: 'bob', do: 'reopen' },
      {
        after: 3,
        by: 'bob',
        reply: 'A day later the instalment is still red, and now there is a reminder fee of 5.00 on top.',
      },
      { after: 28, by: 'agent', do: 'start' },
      {
        after: 14,
        by: 'agent',
        note: 'I had matched it to the van loan and not to the oven loan. My error, corrected. Fee cancelled.',
      },
      {
        after: 4,
        by: 'agent',
        reply:
          'I am sorry: you have two loans with us and I credited the wrong one. It is corrected, the fee is removed, and I watched the app turn green before writing this.',
      },
      { after: 41, by: 'bob', reply: 'Green here too.' },
      { after: 9, by: 'agent', do: 'resolve', resolution: 'Payment moved to the right loan, reminder fee cancelled.' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 47,
    at: '09:40',
    subject: 'I lost my main client and cannot pay in full next month',
    description:
      'I am a freelance translator and 60 % of my income ended last week with one e-mail. I have always paid on time and would like to talk before something goes wrong rather than after.\n\nI could manage about 100 a month for a while. What options are there?',
    category: 'loan-questions',
    priority: 'high',
    tags: ['hardship', 'payment-plan'],
    steps: [
      { after: 16, by: 'admin', do: 'claim' },
      { after: 2, by: 'admin', do: 'start' },
      {
        after: 37,
        by: 'admin',
        note: 'Spotless history of 19 months. Eligible for the reduced plan without a credit bureau entry. Do not send the standard arrears letters, flag set.',
      },
      {
        after: 12,
        by: 'admin',
        reply:
          'Thank you for telling us early, that makes everything easier. You have two choices:\n\n1. pause payments for three months, interest keeps running\n2. pay 100 a month for six months, with the term extended by four\n\nThe second costs you about 60 less in the end. Neither is reported to a credit bureau.',
      },
      {
        after: 1500,
        by: 'cy',
        reply: 'I slept on it: number two, please. I did not expect to be treated this decently.',
      },
      {
        after: 90,
        by: 'admin',
        reply:
          'The new schedule is in your documents and starts with the next instalment. If work picks up sooner, you may return to the old amount whenever you like.',
      },
      {
        after: 5,
        by: 'admin',
        do: 'resolve',
        resolution: 'Reduced plan: six months at 100, term extended by four months.',
      },
      { after: 10080, by: 'admin', do: 'close' },
    ],
  },
];
