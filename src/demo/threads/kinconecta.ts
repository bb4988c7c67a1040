import type { DemoThread } from './thread.js';

export const kinconectaThreads: readonly DemoThread[] = [
  {
    requester: 'dee',
    daysAgo: 7,
    at: '16:22',
    subject: 'No puedo pagar el recorrido de mañana en Xochimilco',
    description:
      'Hola, quiero reservar la trajinera de mañana a las 9:00 para seis personas. Ya intenté con dos tarjetas y siempre me sale "operación no autorizada". En el banco me dicen que ellos no ven ningún intento.\n\n¿Me pueden apartar el lugar mientras tanto?',
    category: 'booking-issues',
    priority: 'high',
    tags: ['pago', 'xochimilco'],
    steps: [
      { after: 8, by: 'agent', do: 'claim' },
      { after: 2, by: 'agent', do: 'start' },
      {
        after: 7,
        by: 'agent',
        reply:
          '¡Hola! Ya aparté los seis lugares hasta las 20:00, así que sin prisa. El cobro ni siquiera llega al banco porque falta la autenticación de la tarjeta. ¿Está pagando desde la app o desde el navegador?',
      },
      {
        after: 11,
        by: 'dee',
        reply: 'Desde la app, en un teléfono un poquito viejo. Se abre una pantalla blanca y se regresa solita.',
      },
      {
        after: 5,
        by: 'agent',
        note: 'Android 8: the 3-D Secure page needs a newer WebView. Known, fix ships with the next app release. Browser checkout works.',
      },
      {
        after: 3,
        by: 'agent',
        reply:
          'Esa pantalla blanca es justo la verificación del banco que no carga en versiones antiguas. Le mandé por correo un enlace para pagar desde el navegador, con el mismo precio y sus lugares ya incluidos.',
      },
      { after: 19, by: 'dee', reply: '¡Listo, ya quedó! Mil gracias, mis papás se van a poner muy contentos 🛶' },
      {
        after: 10,
        by: 'agent',
        do: 'resolve',
        resolution: 'Pago hecho desde el navegador; la app fallaba por una versión antigua de WebView.',
      },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 22,
    at: '15:10',
    subject: 'Profile photo upload fails (guide account)',
    description:
      'I am a guide in San Cristóbal. Every time I choose a new profile picture the page says "something went wrong". The old photo shows me with a beard I no longer have, and visitors walk right past me at the meeting point.',
    category: 'account-problems',
    priority: 'normal',
    tags: ['guide', 'upload'],
    steps: [
      { after: 66, by: 'agent', do: 'claim' },
      {
        after: 9,
        by: 'agent',
        reply:
          'We cannot let good guides be overlooked! What does the file name end in? Pictures straight from an iPhone are often `.heic`, and our uploader takes only JPG, PNG or WebP up to 5 MB.',
      },
      { after: 2, by: 'agent', do: 'pending' },
      {
        after: 84,
        by: 'cy',
        reply: "It's IMG_2207.HEIC, so that must be it. I took a screenshot of the photo and that one uploaded fine 😄",
      },
      {
        after: 20,
        by: 'agent',
        reply:
          'Clever. You look very findable now. I have asked our developers to say "unsupported format" instead of that unhelpful message.',
      },
      { after: 3, by: 'agent', do: 'close', resolution: 'HEIC is not supported, customer uploaded a PNG.' },
    ],
  },
  {
    requester: 'ada',
    daysAgo: 10,
    at: '17:35',
    subject: 'Cancelling less than 24 hours before the tour',
    description:
      "We booked a mezcal tasting near Matatlán for five people. Two of us caught a stomach bug last night. Do we lose the whole amount if we cancel now, or can you refund just the two places?\n\nIf it's simpler, we would also take a later date, because we are staying in Oaxaca for another ten days.",
    category: 'general-inquiry',
    priority: 'normal',
    tags: ['cancellation', 'oaxaca'],
    steps: [
      { after: 29, by: 'agent', do: 'claim' },
      { after: 5, by: 'agent', do: 'start' },
      {
        after: 14,
        by: 'agent',
        note: 'Guide (familia in Matatlán) says moving is no problem, they have Thursday and Saturday at 11:00. Partial refund inside 24 h would be 0 % by policy.',
      },
      {
        after: 6,
        by: 'agent',
        reply:
          'I hope they feel better soon. Within 24 hours single places are not refundable, but moving the whole group costs nothing. Your hosts can welcome all five on Thursday or Saturday at 11:00. Which one shall I take?',
      },
      { after: 1, by: 'agent', do: 'pending' },
    ],
  },
  {
    requester: 'bob',
    daysAgo: 4,
    at: '18:02',
    subject: 'Charged twice for the lucha libre night',
    description: 'Two charges of MXN 1,480 on the same evening, eight seconds apart. I only have one confirmation.',
    category: 'billing',
    priority: 'high',
    steps: [
      { after: 21, by: 'admin', do: 'claim' },
      { after: 3, by: 'admin', do: 'start' },
      {
        after: 17,
        by: 'admin',
        reply:
          'I can see both. The first one was approved by your bank after our page had already given up waiting, so the page asked again. I have requested the reversal of the first charge; banks here take up to five working days to show it.',
      },
      {
        after: 4,
        by: 'admin',
        note: 'Reversal reference RV-30977. Same pattern as two other tickets this month, payment gateway timeout is set to 8 s. Raise with the provider.',
      },
      {
        after: 1270,
        by: 'bob',
        reply:
          'Understood. My statement closes in two days, could the bank confirm to you that it is in progress? I would rather not pay interest on a wrestling match I saw once.',
      },
    ],
  },
  {
    requester: 'ada',
    daysAgo: 41,
    at: '14:15',
    subject: 'Our guide has not shown up at Monte Albán',
    description:
      'Meeting point was the ticket office at 8:00 local time. It is a quarter past now, we are four people plus a grandmother in the sun, and nobody answers the phone number in the confirmation.',
    category: 'booking-issues',
    priority: 'urgent',
    tags: ['no-show', 'oaxaca'],
    steps: [
      { after: 2, by: 'agent', do: 'claim' },
      { after: 1, by: 'agent', do: 'start' },
      {
        after: 4,
        by: 'agent',
        reply:
          'I reached his brother: a landslide blocks the road from Etla and there is no signal there. Another certified guide, Itzel, is already inside the site and can be with you in ten minutes. She wears a green hat. Please let your grandmother sit in the café, the drinks are on us.',
      },
      { after: 13, by: 'bob', reply: 'Green hat spotted, we are off. Grandma approves of the agua de jamaica.' },
      {
        after: 390,
        by: 'ada',
        reply: 'Itzel was wonderful, honestly better than we had hoped for. Please make sure she gets paid properly.',
      },
      {
        after: 1020,
        by: 'admin',
        reply:
          'She will be, with a bonus. We also refunded 30 % of the tour to you for the anxious start. Thank you for being so kind about it.',
      },
      {
        after: 2,
        by: 'admin',
        do: 'resolve',
        resolution: 'Replacement guide found within fifteen minutes, 30 % refunded.',
      },
      { after: 2900, by: 'ada', do: 'close' },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 2,
    at: '15:55',
    subject: 'Calendar shows my Tulum tours one hour early',
    description:
      'Soy guía en Quintana Roo. Since the update all my tours appear at 7:00 rather than 8:00. Two couples came an hour before me today and were not amused.',
    category: 'technical-issue',
    priority: 'high',
    tags: ['guide', 'calendar', 'timezone'],
    steps: [
      { after: 12, by: 'agent', do: 'claim' },
      { after: 5, by: 'agent', do: 'start' },
      {
        after: 24,
        by: 'agent',
        reply:
          'Lo siento mucho. Quintana Roo is one hour ahead of central Mexico and the update converted your stored times as if you were in Mexico City. Could you open *Settings → Region*, pick Cancún, save, and tell me if next week looks right?',
      },
      { after: 2, by: 'agent', do: 'pending' },
      {
        after: 46,
        by: 'cy',
        reply:
          'Ahora sí se ven a las 8:00 in my calendar. But the visitors who booked before the change still have 7:00 in their confirmation, ¿les avisan ustedes o les escribo yo? There are eleven bookings until Sunday.',
      },
    ],
  },
  {
    requester: 'dee',
    daysAgo: 0,
    at: '00:03',
    subject: '¿Se puede llevar perro al recorrido del centro?',
    description: 'Es chiquita, va en su mochila y no ladra (casi).',
    category: 'general-inquiry',
    priority: 'low',
    steps: [],
  },
  {
    requester: 'bob',
    daysAgo: 13,
    at: '20:05',
    subject: 'Emoji disappear from reviews',
    description:
      'I wrote "best tacos of my life 🌮🌮🌮" and the published review ends after "life". Not dramatic, but the tacos deserve it.',
    category: 'technical-issue',
    priority: 'low',
    steps: [
      { after: 1010, by: 'agent', do: 'claim' },
      { after: 30, by: 'agent', do: 'start' },
      {
        after: 12,
        by: 'agent',
        reply:
          'They do. The moderation filter removes every character it does not know, and tacos were apparently unknown to it. Our team is teaching it some culture.',
      },
      {
        after: 2800,
        by: 'agent',
        note: 'Fix is live, republished 212 reviews whose emoji had been cut, his among them.',
      },
      {
        after: 4,
        by: 'agent',
        do: 'resolve',
        resolution: 'Moderation filter now keeps emoji; affected reviews were republished.',
      },
    ],
  },
  {
    requester: 'cy',
    daysAgo: 1,
    at: '13:28',
    subject: 'Payout returned after I changed banks',
    description:
      'My payout for the last two weeks was sent to the old account, which is closed. The new CLABE has been in my profile for three days.',
    category: 'billing',
    priority: 'normal',
    steps: [
      { after: 40, by: 'admin', do: 'claim' },
      { after: 6, by: 'admin', do: 'start' },
      {
        after: 15,
        by: 'admin',
        note: 'Batch was created the night before he changed it, so with the old account. Money came back this morning: MXN 9,315. Verify the new account before sending, change came from a new device.',
      },
      {
        after: 3,
        by: 'admin',
        reply:
          'The money has come back to us safely. Since bank details were changed from a phone we had not seen before, I need you to confirm the last four digits of the new CLABE and the exact amount of your latest payout that did arrive. Then I send it today.',
      },
      { after: 1, by: 'admin', do: 'pending' },
    ],
  },
];
