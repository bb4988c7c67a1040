/** Words and chance of the benchmark's data: the same every time, and the frequent words far more often than the rare. */

/** A small generator of its own (mulberry32): the runtime's cannot be given a seed. */
export function createChance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    /** From 0 on and below 1. */
    next,
    /** A whole number from 0 on and below `end`. */
    below: (end) => Math.floor(next() * end),
    /** The same, the n-th as often as 1/n: Zipf's law. */
    skewed: (end) => Math.floor((end + 1) ** next()) - 1,
    /** True so many times of a hundred. */
    percent: (share) => next() * 100 < share,
  };
}

/** What searches look for. */
export const SOUGHT = {
  /** In a few texts of a tenant only. */
  rare: 'zephyrite',
  /** In a large part of them. */
  common: 'invoice',
  /** Both in the same text. */
  two: 'printer warranty',
  order: 'ORD-10293847',
  email: 'grace.hopper@example.com',
};

const FREQUENT = `the invoice a to is not and on printer my error we of when account for warranty order please cannot
  after login update page since delivery payment password the card screen in refund with address this it device app
  yesterday customer support time number message email file does battery network settings report help again service
  subscription new version button still broken charge missing wrong today booking vehicle cancel slow code thanks
  reset connection browser phone package`.split(/\s+/);
const ACCENTED = ['café', 'réservation', 'größe', 'straße', 'señal', 'años', 'façade', 'naïve', 'České', 'łódź', 'Ærø'];
const CJK = ['請求書', '印刷', '配送', '密码', '账户', '支付', '환불', '주문', 'ログイン', 'エラー'];
const SYLLABLES = [
  'ba',
  'ker',
  'lo',
  'min',
  'ta',
  'ru',
  'sel',
  'vo',
  'nik',
  'da',
  'por',
  'ze',
  'fi',
  'gan',
  'hu',
  'ty',
];
const WORDS = makeWords(6_000);

/** Writes texts with words of one generator. */
export function createWriter(chance) {
  const words = (count) => {
    let text = WORDS[chance.skewed(WORDS.length)];
    for (let written = 1; written < count; written++) text += ` ${WORDS[chance.skewed(WORDS.length)]}`;
    return text;
  };
  return {
    subject: () => words(4 + chance.below(5)),
    body: () => {
      const text = words(18 + chance.below(40));
      if (chance.percent(4)) return `${text} ORD-${10_000_000 + chance.below(80_000_000)}`;
      if (chance.percent(2)) return `${text} ${WORDS[200 + chance.below(2_000)]}${chance.below(100)}@example.com`;
      return text;
    },
  };
}

function makeWords(count) {
  const words = [...FREQUENT];
  for (let rank = words.length; rank < count; rank++) {
    // Foreign words lie among the rarer ones, several in every hundred.
    if (rank % 25 === 0) words.push(ACCENTED[(rank / 25) % ACCENTED.length]);
    else if (rank % 25 === 1) words.push(CJK[((rank - 1) / 25) % CJK.length]);
    else words.push(madeUp(rank));
  }
  return words;
}

function madeUp(rank) {
  let word = '';
  for (let rest = rank + 256; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length];
  }
  return word;
}
