/** JSON that no JavaScript value writes, put in as it stands. */
class Written {
  constructor(text) {
    this.text = text;
  }
}
const written = (text) => new Written(text);

const nested = (depth, open = '[', close = ']') => written(open.repeat(depth) + close.repeat(depth));
const wide = (count, entry) => written(`{${Array.from({ length: count }, (_, n) => entry(n)).join(',')}}`);

/** Whatever a field might be given by somebody who means no good. */
export const VALUES = [
  ...[null, true, false, [], {}, [[]], [null], ['a', 1, {}], '', ' ', '\t\n', '0', 'null', 'undefined', 'NaN', 'true'],
  ...[0, -0, 1, -1, 0.1, 255, 256, 32_768, 2_147_483_647, 2_147_483_648, 4_294_967_296, -2_147_483_649],
  ...[9_007_199_254_740_991, 1e21, 1e308, 5e-324],
  ...[
    '1e400',
    '9007199254740993',
    '-1e400',
    '1e-400',
    '0.1e1',
    '123456789012345678901234567890',
    `0.${'1'.repeat(5_000)}`,
  ].map(written),
  // Characters that engines, browsers and alphabets disagree about.
  ...[
    '\u0000',
    'a\u0000b',
    '\u001b[2J',
    '\u202egnp.exe',
    '\u2028\u2029',
    '\ufeffx',
    '\ufffe',
    '\u{10ffff}',
    '\u200d'.repeat(500),
  ],
  ...[
    'İıſẞß',
    'ﬀﬁ',
    '\u212b\u00c5A\u030a',
    `Z${'\u0351'.repeat(3_000)}`,
    '👩‍👩‍👧‍👦'.repeat(800),
    '\u0130'.repeat(190),
    '한글'.normalize('NFD'),
  ],
  ...['"\\ud800"', '"\\udc00x"', '"\\ud83d"', '"\\u0000"', '"a\\uDFFF\\uD800b"'].map(written),
  // Words that are code to somebody.
  ...[
    "' OR '1'='1",
    "'; DROP TABLE tickets; --",
    '" OR ""="',
    '\\',
    '\\\\\'"',
    '%',
    '_',
    '%%%__',
    '${jndi:ldap://127.0.0.1/a}',
  ],
  ...[
    '{{7*7}}',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '../../../../etc/passwd',
    '..%2f..%2f',
    'file:///etc/passwd',
  ],
  ...[
    'http://169.254.169.254/',
    'javascript:alert(1)',
    'data:text/html,x',
    '=1+1',
    '@SUM(A1)',
    '-2+3',
    '\r\nSet-Cookie: a=b',
    'a\nb',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'length',
    'then',
    '[object Object]',
    'me',
    'self',
  ],
  // Text that careless expressions look at for ever.
  ...[
    'a'.repeat(50_000),
    `${'a'.repeat(30_000)}!`,
    `${' '.repeat(30_000)}x`,
    `a@${'a.'.repeat(15_000)}a`,
    `${'a@'.repeat(9_000)}`,
  ],
  ...[
    `${'0'.repeat(20_000)}x`,
    `TK-2026-${'0'.repeat(10_000)}1`,
    `${'<'.repeat(20_000)}`,
    `https://${'a'.repeat(20_000)}/`,
    `${'-'.repeat(20_000)}`,
  ],
  ...['2026-02-30', '0000-00-00', '9999-12-31T23:59:60Z', '-271821-04-20T00:00:00Z', '2026-01-01T00:00:00+99:99'],
  // Objects that are more than they seem.
  ...[
    { length: 1e9 },
    { toString: 1 },
    { toJSON: 1 },
    { then: 1 },
    { $gt: '' },
    { id: { $ne: null } },
    { '': '' },
    { 'a.b[0]': 1 },
  ],
  ...[
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"role":"admin"}}}',
    '{"a":1,"a":2}',
    '{"__proto__":null}',
  ].map(written),
  ...[nested(31), nested(40), nested(5_000), nested(60_000), written('{"a":'.repeat(4_000) + '1' + '}'.repeat(4_000))],
  ...[
    wide(1_500, (n) => `"k${n}":${n}`),
    wide(5_000, (n) => `"k${n}":{}`),
    written(`[${'1,'.repeat(1_999)}1]`),
    written(`[${'{},'.repeat(9_000)}0]`),
  ],
];

/** What no field of any schema takes; the first is good for a body that may be empty. */
export const NEVER_GOOD = [
  {},
  [[[]]],
  { length: 3 },
  [{ __hostile: 1 }],
  ...VALUES.filter((each) => each instanceof Written && /^[[{]/.test(each.text)),
];

/** Writes JSON that may hold such values. */
export function write(value) {
  if (value instanceof Written) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .map(([key, each]) => `${JSON.stringify(key)}:${write(each)}`)
    .join(',')}}`;
}

/** The same as something to put into a path or a query. */
export function encoded(value, most = 4_000) {
  const text = typeof value === 'string' ? value : write(value);
  return encodeURIComponent(text.slice(0, most).toWellFormed()).slice(0, most);
}
