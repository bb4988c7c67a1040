import type { DemoThread } from './thread.js';

export const daakeyThreads: readonly DemoThread[] = [
  {
    requester: 'ada',
    daysAgo: 12,
    at: '07:42',
    subject: "Corolla ABC-123 won't start, stuck on level -2 of the Harbour car park",
    description:
      'I picked the car up at 7:15 and drove ten minutes to the Harbour car park. Now it does nothing when I press start: the dashboard flickers, shows a red battery and goes dark again.\n\n' +
      "I'm on level -2, bay 214, next to the lift. Phone reception is poor down here so please write rather than call. I have to be at a site visit at 9.",
    category: 'vehicle_issue',
    priority: 'urgent',
    tags: ['breakdown', 'battery'],
    linkedResource: { type: 'booking', externalId: '5' },
    steps: [
      { after: 3, by: 'agent', do: 'claim' },
      { after: 1, by: 'agent', do: 'start' },
      {
        after: 2,
        by: 'agent',
        reply:
          "Sorry about this, let's get you moving. Two quick things while I check the car from here:\n\n1. Hold the fob flat against the start button and press it with your foot on the brake.\n2. Tell me whether the interior light comes on when you open the door.",
      },
      { after: 5, by: 'ada', reply: 'Fob trick: nothing. Interior light is on but very dim, like a candle.' },
      {
        after: 4,
        by: 'agent',
        note: 'Telematics: 12 V battery at 10.9 V, the boot was left ajar since last night by the previous driver. Roadside partner has a van 4 km away, job confirmed. Barrier height at Harbour is 1.95 m, their small van fits.',
      },
      {
        after: 1,
        by: 'agent',
        reply:
          "The small battery is flat, nothing you did. A technician with a booster is on the way to bay 214 and should be there in about 25 minutes. If you can't wait, take a taxi and send us the receipt, we'll cover it.",
      },
      {
        after: 9,
        by: 'bob',
        reply:
          "I work with her and was nearby, so she took the taxi and I'm standing at the car now. I'll let the technician in.",
      },
      { after: 31, by: 'bob', reply: 'Running again! He says to drive at least half an hour before parking.' },
      {
        after: 12,
        by: 'agent',
        reply:
          'Great teamwork. The hour you lost has been taken off the booking and the taxi will be refunded as soon as the receipt is here.',
      },
      {
        after: 95,
        by: 'ada',
        reply: 'Receipt was 14.60, I put it in the app under this trip. Made it to the site with two minutes to spare.',
      },
      {
        after: 22,
        by: 'agent',
        do: 'resolve',
        resolution: 'Battery boosted on site, one hour and a taxi fare of 14.60 refunded.',
      },
      { after: 340, by: 'ada', do: 'close' },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 6,
    at: '10:18',
    subject: 'Charged 32.00 for refuelling, but I brought the car back full',
    description:
      'My receipt for the weekend lists a "refuelling service" of 32.00. I filled up at the station on Mill Road, maybe 3 km before the return. Please take it off.',
    category: 'billing',
    priority: 'normal',
    tags: ['refund', 'fuel'],
    linkedResource: { type: 'booking', externalId: '6' },
    steps: [
      { after: 48, by: 'agent', do: 'claim' },
      { after: 6, by: 'agent', do: 'start' },
      {
        after: 15,
        by: 'agent',
        note: 'Sensor reported 71 % at lock and 100 % eleven minutes later, no fuel card use in between. Looks like the float was still settling. Happy to refund if he has any proof of the fill-up.',
      },
      {
        after: 4,
        by: 'agent',
        reply:
          'Thanks for flagging it. The fuel sensor sent us a value that jumped shortly after you locked the car, so I believe you. For the refund our accounting needs one of these: a photo of the pump receipt, or the line from your bank app with the amount and time. Could you send either?',
      },
      { after: 1, by: 'agent', do: 'pending' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 9,
    at: '15:05',
    subject: 'Can I keep the van two hours longer?',
    description:
      'Moving house takes longer than planned (of course). The booking ends at 17:00 and the app only says "extension not available".',
    category: 'booking',
    priority: 'high',
    steps: [
      { after: 6, by: 'admin', do: 'claim' },
      { after: 2, by: 'admin', do: 'start' },
      {
        after: 5,
        by: 'admin',
        reply:
          "Somebody has the same van from 17:30, that's why the app refuses. I can move that customer to the van at Station North if you agree to return yours there by 19:00. Deal?",
      },
      { after: 3, by: 'cy', reply: 'Deal, Station North is even closer to the new flat.' },
      {
        after: 7,
        by: 'admin',
        note: 'Other customer called and is fine with the swap, gave her 10.00 credit for the trouble.',
      },
      {
        after: 2,
        by: 'admin',
        reply: 'Done: your booking now ends at 19:00 at Station North, bay 3. Good luck with the sofa.',
      },
      {
        after: 1,
        by: 'admin',
        do: 'resolve',
        resolution: 'Extended to 19:00, return station changed, following booking moved.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 1,
    at: '08:55',
    subject: 'Driving licence rejected for the second time',
    description:
      'Both times the app says "document not readable" although the photo is perfectly sharp. My licence is an old paper one, folded in three, issued before the plastic cards. It is still valid.\n\nI have a car reserved for the day after tomorrow and would hate to lose it.',
    category: 'account',
    priority: 'high',
    tags: ['licence', 'verification'],
    steps: [
      { after: 35, by: 'agent', do: 'claim' },
      { after: 3, by: 'agent', do: 'start' },
      {
        after: 8,
        by: 'agent',
        reply:
          'The automatic check expects a card and gives up on paper licences, so this one needs human eyes. Please lay it completely open on a dark surface and upload both sides once more. It will say "rejected" again, ignore that, I can see the pictures on our side.',
      },
      { after: 41, by: 'dee', reply: 'Uploaded both. One corner is torn, I hope that is not a problem?' },
      {
        after: 12,
        by: 'agent',
        note: 'Torn corner touches the issue date. Asked compliance whether the register printout is enough, answer promised by tomorrow noon.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 0,
    at: '00:04',
    subject: 'Child seat for a four-year-old?',
    description: 'Is there one in every car, or do I have to reserve it? Could not find anything in the app.',
    category: 'general',
    priority: 'low',
    steps: [],
  },
  {
    requester: 'ada',
    daysAgo: 24,
    at: '11:30',
    subject: 'Parking fine for a day on which we had no car',
    description:
      'A fine of 45.00 plus a 15.00 handling fee was booked to our card. According to the notice the car stood on Quay Street on a Tuesday at 13:10. Our trip ended on the Monday evening at 20:40, and I have the return confirmation.',
    category: 'billing',
    priority: 'normal',
    tags: ['fine', 'refund'],
    steps: [
      { after: 130, by: 'admin', do: 'claim' },
      { after: 20, by: 'admin', do: 'start' },
      {
        after: 16,
        by: 'admin',
        note: 'Trip log agrees with her. The next driver started on Tuesday at 09:02, the import matched the fine to the wrong trip because the notice had no time zone.',
      },
      {
        after: 9,
        by: 'admin',
        reply:
          'You are right, and I apologise. The fine was matched to your trip by mistake; it belongs to a later one. Both amounts (60.00 in total) are on their way back to your card, usually within three banking days. A corrected receipt is in your account.',
      },
      { after: 4210, by: 'ada', reply: 'The money is back, thanks for not making us argue about it.' },
      { after: 55, by: 'admin', do: 'close', resolution: 'Fine reassigned to the correct trip, 60.00 refunded.' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 2,
    at: '07:20',
    subject: 'Chip in the windscreen, found before I started',
    description:
      'There is a star-shaped chip low on the passenger side. I noticed it while walking around the car and want it on record that it was there before me.',
    category: 'vehicle_issue',
    priority: 'normal',
    steps: [
      { after: 18, by: 'agent', do: 'claim' },
      {
        after: 4,
        by: 'agent',
        reply:
          'Well spotted. Could you take one picture with a coin next to the chip, and tell me the plate? If it is smaller than the coin and outside the wiper area you may drive.',
      },
      { after: 1, by: 'agent', do: 'pending' },
      {
        after: 26,
        by: 'cy',
        reply:
          "Plate is KLM-408. The chip is about half a coin wide, but there's a hairline crack growing from it now, 4 cm or so. Should I really drive to the airport with this?",
      },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 17,
    at: '13:44',
    subject: 'Same car every Thursday, is there a standing booking?',
    description:
      'We run a tiny catering business and need an estate every Thursday from 6 to 11. Booking it by hand every week works, but I forgot it once and we delivered soup by tram 🍲.',
    category: 'booking',
    priority: 'low',
    tags: ['recurring', 'business'],
    steps: [
      {
        after: 190,
        by: 'agent',
        reply:
          'Soup by tram deserves a medal. The app has no repeating bookings yet, but for business accounts we can enter a series for you, up to twelve weeks ahead. Which station do you prefer?',
      },
      {
        after: 62,
        by: 'ada',
        reply: 'Answering for both of us: Station Market, second choice Harbour. A car with a flat boot floor please.',
      },
      { after: 1100, by: 'admin', do: 'claim' },
      { after: 14, by: 'admin', do: 'start' },
      {
        after: 30,
        by: 'admin',
        reply:
          'I have pencilled in the grey estate at Market for the next twelve Thursdays. Two of them collide with its inspection, and I am finding a replacement for those before I confirm the whole series.',
      },
      {
        after: 3,
        by: 'admin',
        note: 'Waiting for the workshop to confirm the inspection slots. If they cannot move, use the blue one from Harbour.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 33,
    at: '06:10',
    subject: 'The car is not where the app says it is',
    description:
      'I am standing at Station Linden in the rain. Bay 1 is empty, bay 2 has a delivery truck in it. My train connection depends on this car!',
    category: 'booking',
    priority: 'urgent',
    steps: [
      { after: 4, by: 'agent', do: 'claim' },
      { after: 1, by: 'agent', do: 'start' },
      {
        after: 3,
        by: 'agent',
        reply:
          'I see it: the last driver left it around the corner in Linden Lane 9, in front of the bakery, because of that truck. I will flash the lights and unlock it now.',
      },
      { after: 6, by: 'dee', reply: 'Found it, driving. Phew.' },
      {
        after: 240,
        by: 'agent',
        reply:
          'Glad it worked out. The first half hour is free as an apology, and the truck has been reported to the city.',
      },
      {
        after: 5,
        by: 'agent',
        do: 'resolve',
        resolution: 'Car located nearby and unlocked remotely, 30 minutes credited.',
      },
      { after: 4320, by: 'agent', do: 'close' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 1,
    at: '16:37',
    subject: 'Remove my old card ending 4417',
    description: 'The app does not let me delete it, the button is grey. The new one is already the default.',
    category: 'account',
    priority: 'normal',
    steps: [],
  },
];
