/** A secret told in one way: the text around it, and the digits in the text which tell it, letter for letter. */
export interface Notation {
  /** What it is put together from, e.g. a sign and a grouping, or a place in a sentence and a script. */
  readonly parts: readonly string[];
  readonly text: string;
  readonly core: string;
}

/** What is told, the unit in which it counts, and the numbers that a file holds of it. */
export interface Told {
  readonly value: number;
  readonly is: 'money' | 'count' | 'share';
}

type Way = readonly [kind: string, by: (digits: string) => string];

/** The digits of a number in groups, by what stands between them. */
const GROUPINGS: readonly Way[] = [
  ['plain', digits => digits],
  ...[...",.'_· \u00a0\u2009\u202f\u2008\u2007’‘ʼ′`´٬，．、˙"].map(
    (gap): Way => [`grouped by ${name(gap)}`, digits => grouped(digits, gap)],
  ),
  ['grouped by two blanks', digits => grouped(digits, '  ')],
  ['grouped by comma and blank', digits => grouped(digits, ', ')],
  ['grouped as in India', digits => indian(digits)],
  ['with decimals that say nothing', digits => `${digits}${digits.includes('.') ? '0' : '.00'}`],
  ['with zeros before', digits => (digits.startsWith('0') ? digits : `00${digits}`)],
  ['with a decimal comma', digits => digits.replace('.', ',')],
  ['with a raised point', digits => digits.replace('.', '·')],
];

/** Ten digits of a script, zero first. */
const SCRIPTS: Readonly<Record<string, string>> = {
  arab: '٠١٢٣٤٥٦٧٨٩',
  arabext: '۰۱۲۳۴۵۶۷۸۹',
  deva: '०१२३४५६७८९',
  beng: '০১২৩৪৫৬৭৮৯',
  thai: '๐๑๒๓๔๕๖๗๘๙',
  khmr: '០១២៣៤៥៦៧៨៩',
  mymr: '၀၁၂၃၄၅၆၇၈၉',
  tamldec: '௦௧௨௩௪௫௬௭௮௯',
  tibt: '༠༡༢༣༤༥༦༧༨༩',
  hanidec: '〇一二三四五六七八九',
  fullwide: '０１２３４５６７８９',
  mathbold: '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗',
  mathmono: '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿',
  circled: '⓪①②③④⑤⑥⑦⑧⑨',
  raised: '⁰¹²³⁴⁵⁶⁷⁸⁹',
  lowered: '₀₁₂₃₄₅₆₇₈₉',
  adlm: '𞥐𞥑𞥒𞥓𞥔𞥕𞥖𞥗𞥘𞥙',
};

/** Signs that nobody sees, between the digits. */
const UNSEEN = {
  'zero-width space': '\u200b',
  'zero-width joiner': '\u200d',
  'word joiner': '\u2060',
  'soft hyphen': '\u00ad',
  'byte order mark': '\ufeff',
  'left-to-right mark': '\u200e',
  'grapheme joiner': '\u034f',
  'variation selector': '\ufe0f',
  'Hangul filler': '\u3164',
  'blank of Braille': '\u2800',
  'stroke over it': '\u0336',
  keycap: '\u20e3',
  control: '\u0001',
} as const;

/** What a page, an address or a notebook sets between the digits or around one of them. */
const MARKS: readonly Way[] = [
  ...['**', '*', '~~', '`'].map(
    (mark): Way => [`with a digit in ${mark}`, digits => second(digits, digit => mark + digit + mark)],
  ),
  ...['b', 'em', 'span'].map(
    (tag): Way => [
      `with a digit in <${tag}>`,
      digits => second(digits, digit => `<${tag}>${digit}</${tag}>`),
    ],
  ),
  ...['<wbr>', '<!-- -->', '&shy;', '&#8203;', '&zwnj;', '\u202f'].map(
    (gap): Way => [`with ${gap}`, digits => second(digits, digit => gap + digit)],
  ),
  ['as entities', digits => digits.replace(/\d/g, digit => `&#${digit.charCodeAt(0)};`)],
  ['as entities in hex', digits => digits.replace(/\d/g, digit => `&#x${digit.charCodeAt(0).toString(16)};`)],
  ...['|', ':', '{,}', '\\,', ',\n'].map((gap): Way => [`grouped by ${gap}`, digits => thrice(digits, gap)]),
];

const SHAPES: readonly Way[] = [
  ...GROUPINGS,
  ...Object.entries(SCRIPTS).map(([kind, ten]): Way => [`in ${kind}`, digits => inScript(digits, ten)]),
  ...Object.entries(UNSEEN).map(([kind, sign]): Way => [`with a ${kind}`, digits => [...digits].join(sign)]),
  ['grouped, in arab', digits => inScript(grouped(digits, '٬'), SCRIPTS['arab'] ?? '')],
  ['grouped, in fullwide', digits => inScript(grouped(digits, '，'), SCRIPTS['fullwide'] ?? '')],
  ['grouped, in deva', digits => inScript(indian(digits), SCRIPTS['deva'] ?? '')],
];

/** What stands right around the digits. */
const AFFIXES: readonly (readonly [string, string])[] = [
  ...[
    '',
    '~',
    '≈',
    '<',
    '>',
    '=',
    '×',
    'x',
    'X',
    '*',
    '(',
    '[',
    '"',
    '“',
    '@',
    '#',
    '+',
    '-',
    '−',
    '–',
    '±',
    '/',
    '\\',
    ':',
    '&',
    '|',
    '_',
    '^',
    'c.',
    'ca.',
    'No.',
    'n=',
  ].map(sign => [sign, ''] as const),
  ...[
    'x',
    '×',
    '+',
    '-',
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    ')',
    ']',
    '%',
    '*',
    '/',
    '…',
    "'s",
    'th',
    'ish',
    '/day',
    '-odd',
    '-ish',
    ' or so',
    '¹',
    '²',
  ].map(sign => ['', sign] as const),
];

const MONEY_SIGNS: readonly (readonly [string, string])[] = [
  ...[
    '$',
    'US$',
    'USD',
    'USD ',
    '€',
    'EUR ',
    '£',
    'CHF ',
    '¥',
    '₹',
    'Rs. ',
    'A$',
    '$ ',
    '-$',
    '$-',
    '($',
  ].map(sign => [sign, ''] as const),
  ...['$', ' $', ' USD', 'USD', ' €', '€', ' EUR', ' dollars', ' bucks', '.-', ',-'].map(
    sign => ['', sign] as const,
  ),
];

const COUNT_SIGNS: readonly (readonly [string, string])[] = [
  ['', ' pods'],
  ['', '-pod'],
  ['', 'pods'],
  ['', ' mins'],
  ['', 'mins'],
  ['', 'min'],
  ['', 'm'],
  ['', 'K'],
  ['', 'k'],
  ['', 'M'],
  ['', 'b'],
  ['', 'bn'],
  ['', 'mm'],
  ['', ' m'],
  ['', 'h'],
  ['', 's'],
  ['', ' hrs'],
  ['', 'd'],
  ['', 'e'],
  ['', 'x 10 teams'],
  ['', ' x 105 days'],
  ['', '×10 of them'],
  ['', ' e2e tests'],
  ['', 'tn'],
  ['', 'cr'],
  ['pods: ', ''],
  ['pods=', ''],
  ['pod_', ''],
  ['n', ''],
  ['v', ''],
  ['P', ''],
  ['pod', ''],
  ['pods', ''],
];

/** What stands before and behind it in the line. */
const PLACES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['we made ', ' in all'],
  ['FY25 ', ' in all'],
  ['FY25\u00a0', ' in all'],
  ['FY25_', '_all'],
  ["FY'25 ", ' in all'],
  ['FY25,', ' in all'],
  ['FY25.', ' in all'],
  ['Q3 ', ''],
  ['2025 ', ' of them'],
  ['2025: ', ''],
  ['2025,', ''],
  ['12 ', ' 250 others'],
  ['1 ', ''],
  ['0 ', ''],
  ['999 ', ' 999'],
  ['on 2026-11-22 ', ''],
  ['at 14:30 ', ' there'],
  ['from 7 to ', ''],
  ['7–', ''],
  ['7-', ''],
  ['7..', ''],
  ['7/', ''],
  ['', '/7'],
  ['', '–9'],
  ['', ' to 9'],
  ['', ', 9 others'],
  ['', ',9'],
  ['', ' 9'],
  ['file_', '.csv'],
  ['exports/', '-2025.json'],
  ['https://host/', '/x?y=1'],
  ['a;', ';b'],
  ['{"pods": ', '}'],
  ['<b>', '</b>'],
  ['**', '**'],
  ['`', '`'],
  ['é\u0301½ ', ''],
  ['½ of ', ''],
  ['🙂', '🙂'],
  ['約', '個'],
  ['около ', ' штук'],
];

/** A value of money in a scale: the digits that tell it, and what stands before and behind them. */
const SCALES: readonly (readonly [by: number, before: string, behind: string])[] = [
  ...[
    'k',
    'K',
    ' k',
    'K/day',
    ' thousand',
    ' thousands',
    ' tsd',
    ' grand',
    ' (in thousands)',
    ' (k)',
    ' ($k)',
    ' kUSD',
    ' k$',
    ' (000s)',
    " ('000)",
    ' in 000s',
    ' x 1,000',
    ' × 10³',
    'e3',
    ' тыс',
    '千',
    ' thsd',
    ' [K]',
    ' Tausend',
    ' mille',
    ' (USD thousands)',
    '-thousand',
  ].map(behind => [1e3, '', behind] as const),
  ...[
    'M',
    'm',
    'MM',
    'mm',
    'mn',
    ' M',
    ' m',
    'M/day',
    ' million',
    ' millions',
    ' mio',
    ' Mio.',
    ' mln',
    ' Millionen',
    ' millones',
    ' (in millions)',
    ' (in M)',
    ' in m',
    ' ($M)',
    ' USD million',
    ' $ million',
    ' USD m',
    ' MUSD',
    'MUSD',
    ' M€',
    ' $m',
    ' million dollars',
    ' × 10⁶',
    ' x 10^6',
    '*10^6',
    '·10⁶',
    'e6',
    'E+6',
    'e06',
    'E+06',
    ' × 1,000,000',
    ' x 1e6',
    '*10**6',
    ' * 10 ^ 6',
    '×10<sup>6</sup>',
    ' \\times 10^{6}',
    ' times 10^6',
    ' E 6',
    ' [m]',
    'KK',
    '百万',
    ' 백만',
    ' (millions of dollars)',
    ' млн',
    '-million',
    ' мільйон',
    ' mega',
    ' (figures in millions)',
    ' (USD, millions)',
    ' million of USD',
  ].map(behind => [1e6, '', behind] as const),
  ...[
    'bn',
    'B',
    'b',
    ' bn',
    ' billion',
    ' milliards',
    ' Mrd',
    ' Mrd.',
    ' miljard',
    ' (in billions)',
    ' USD bn',
    ' млрд',
    'e9',
    ' ($bn)',
    ' 億'.replace(' 億', ' billions'),
  ].map(behind => [1e9, '', behind] as const),
  ...[' tn', ' trillion', 'tn'].map(behind => [1e12, '', behind] as const),
  ...[' lakh', ' lakhs', ' lac', ' L', ' lacs', 'L'].map(behind => [1e5, '', behind] as const),
  ...[' crore', ' cr', 'cr', ' Cr.'].map(behind => [1e7, '', behind] as const),
  ...['万', ' 万', '萬', '만', ' wan'].map(behind => [1e4, '', behind] as const),
  ...['億', '亿', '억'].map(behind => [1e8, '', behind] as const),
  [1e6, '10^6 × ', ''],
  [1e6, '10⁶·', ''],
  [1e3, '1000 × ', ''],
  [1e6, '[m] ', ''],
  [1e2, '', ' hundred'],
  [1e-2, '', ' cents'],
  [1e6, '$m ', ''],
  [1e6, 'USDm ', ''],
  [1e6, 'USD m ', ''],
  [1e6, 'm$ ', ''],
  [1e6, '$M', ''],
  [1e6, 'PnL ($M): ', ''],
  [1e6, 'PnL (m): ', ''],
  [1e6, 'in millions, ', ' a day'],
  [1e6, 'in $m: ', ''],
  [1e6, '(USD millions) ', ''],
  [1e6, 'million USD ', ''],
  [1e6, '$MM ', ''],
  [1e3, 'kEUR ', ''],
  [1e3, 'KUSD ', ''],
  [1e3, '$k ', ''],
  [1e3, 'T€ ', ''],
  [1e3, "$'000: ", ''],
  [1e3, "USD '000 ", ''],
  [1e9, '$bn ', ''],
  [1e9, 'USDbn ', ''],
  [1e6, '$', '-20M'],
  [1e6, '$', '–$20M'],
  [1e6, 'between ', ' and 20 million'],
  [1e6, '17 to ', ' million'],
];

/** A share, the digits of it by what it is told in. */
const SHARES: readonly (readonly [by: number, before: string, behind: string])[] = [
  ...[
    '%',
    ' %',
    ' percent',
    ' per cent',
    ' pct',
    ' pc',
    ' percentage points',
    ' pp',
    '',
    '％',
    '٪',
    '﹪',
    '\u00a0%',
    '\u2009%',
    '%-points',
    ' p.c.',
    ' Prozent',
    ' %pts',
    ' hundredths',
    ' per hundred',
  ].map(behind => [100, '', behind] as const),
  ...['%', 'pct ', 'percent: '].map(before => [100, before, ''] as const),
  ...['', ' of all', ' (share)', ' of 1'].map(behind => [1, '', behind] as const),
  ...[
    '‰',
    ' ‰',
    ' per mille',
    ' per mil',
    ' permille',
    ' promille',
    ' per thousand',
    ' in 1000',
    ' per 1,000',
    ' / 1000',
  ].map(behind => [1000, '', behind] as const),
  ...[
    ' bps',
    ' bp',
    'bps',
    ' basis points',
    ' basis point',
    '‱',
    ' in 10,000',
    ' BPS',
    ' bips',
    '-bps',
    ' × 10⁻⁴',
    '×10^-4',
    ' E -4',
  ].map(behind => [10_000, '', behind] as const),
  ...[' ppm', 'ppm', ' parts per million', ' in a million'].map(behind => [1_000_000, '', behind] as const),
];

/** Every way to tell a secret that this grammar knows: tens of thousands. */
export function notationsOf({value, is}: Told): readonly Notation[] {
  const told: (readonly [kind: string, digits: string, before: string, behind: string])[] = [];
  const all: Notation[] = [];
  const whole = plain(value);
  if (is === 'money') {
    for (const [before, behind] of MONEY_SIGNS) told.push([`${before}#${behind}`, whole, before, behind]);
    for (const [by, before, behind] of SCALES)
      for (const digits of roundings(value / by))
        told.push([`${before}${digits}${behind}`, digits, before, behind]);
    for (const form of [
      value.toExponential(),
      value.toExponential().replace('e+', 'E'),
      value.toExponential().replace('e+', 'e0'),
      `${plain(value / 1e3)}e3`,
      `${plain(value * 10)}e-1`,
    ])
      told.push([`as ${form}`, form, '', '']);
  } else if (is === 'count') {
    for (const [before, behind] of COUNT_SIGNS) told.push([`${before}#${behind}`, whole, before, behind]);
    for (const form of [
      value.toExponential(),
      `${plain(value * 10)}e-1`,
      `${plain(value / 1000)}e3`,
      `${plain(value / 10)}e1`,
    ])
      told.push([`as ${form}`, form, '', '']);
    told.push(
      ['in thousands', plain(value / 1000), '', 'k'],
      ['in thousands apart', plain(value / 1000), '', ' thousand'],
    );
  } else {
    for (const [by, before, behind] of SHARES)
      told.push([`${before}#${behind}`, plain(value * by), before, behind]);
    for (const digits of roundings(value * 100)) told.push([`rounded ${digits}%`, digits, '', '%']);
    told.push([`as ${value.toExponential()}`, value.toExponential(), '', '']);
    all.push({
      parts: ['without its zero'],
      text: plain(value).replace(/^0/, ''),
      core: plain(value).slice(2),
    });
  }
  for (const [kind, digits, before, behind] of told)
    for (const [shape, by] of SHAPES) {
      // Powers are written in digits of a script, and else as they are.
      if (/e/i.test(digits) && !/^plain$|^in (?!raised|lowered)/.test(shape)) continue;
      const core = by(digits);
      all.push({parts: [kind, shape], text: before + core + behind, core});
    }
  for (const [kind, by] of MARKS)
    for (const [near, digits, before, behind] of told.filter(([, one]) => !/e/i.test(one)))
      all.push({parts: [near, kind], text: before + by(digits) + behind, core: by(digits)});
  if (is === 'count') for (const [kind, text] of timesOf(value)) all.push({parts: [kind], text, core: text});
  all.push({parts: ['behind a raised digit'], text: `²${whole}`, core: whole});
  for (const [before, behind] of AFFIXES)
    for (const [shape, by] of SHAPES.filter(([kind]) => !/[¹²]/.test(behind) || !/raised|lowered/.test(kind)))
      all.push({parts: [`${before}#${behind}`, shape], text: before + by(whole) + behind, core: by(whole)});
  const placed: Notation[] = [];
  for (const [before, behind] of PLACES)
    for (const [kind, digits, near, far] of told)
      placed.push({
        parts: [`in ${before}…${behind}`, kind],
        text: before + near + digits + far + behind,
        core: digits,
      });
  for (const [before, behind] of PLACES)
    for (const [shape, by] of SHAPES.filter(
      ([kind]) => !/[,.]$/.test(before) || !/blank|U\+(?!2c|2e)/.test(kind),
    ))
      placed.push({
        parts: [`in ${before}…${behind}`, shape],
        text: before + by(whole) + behind,
        core: by(whole),
      });
  return [...all, ...placed];
}

/** A count of minutes, in hours and minutes. */
function timesOf(minutes: number): readonly (readonly [kind: string, text: string])[] {
  const [hours, rest] = [Math.floor(minutes / 60), String(minutes % 60).padStart(2, '0')];
  if (hours === 0) return [];
  const joints = ['', ' ', ', ', ' and ', ' plus ', ' + ', '-', '\n'];
  const units = [
    ['h', 'm'],
    ['h', 'min'],
    ['h', ''],
    [' h', ' m'],
    [' hours', ' minutes'],
    ['hr', 'mins'],
    [' Std.', ' Min.'],
    ['u', ''],
    [' heures', ' minutes'],
  ];
  return [
    ...units.flatMap(([h, m]) =>
      joints.map(joint => [`in ${h}${joint}${m}`, `${hours}${h}${joint}${rest}${m}`] as const),
    ),
    ...['h', ' h', ' hours', ' hrs'].map(h => [`by the clock${h}`, `${hours}:${rest}${h}`] as const),
    ['in ISO 8601', `PT${hours}H${rest}M`],
  ];
}

/** As it is, and rounded to four and three digits. */
function roundings(value: number): readonly string[] {
  const all = [plain(value), ...[4, 3].map(digits => plain(Number(value.toPrecision(digits))))];
  // Of fewer digits nobody can tell whose they are.
  return [...new Set(all)].filter(one => one.replace(/\D/g, '').replace(/^0+|0+$/g, '').length > 2);
}

/** Without what doubles add, and without an exponent. */
function plain(value: number): string {
  return Number(value.toPrecision(12)).toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 14,
  });
}

function grouped(digits: string, gap: string): string {
  const [whole = '', rest] = digits.split('.');
  const point = gap === '.' ? ',' : '.';
  return whole.replace(/\B(?=(?:\d{3})+$)/g, gap) + (rest === undefined ? '' : point + rest);
}

function indian(digits: string): string {
  const [whole = '', rest] = digits.split('.');
  const last = whole.slice(-3);
  const first = whole.slice(0, -3).replace(/\B(?=(?:\d{2})+$)/g, ',');
  return (first === '' ? last : `${first},${last}`) + (rest === undefined ? '' : `.${rest}`);
}

/** Its second digit told otherwise, where the digits are no group of their own. */
function second(digits: string, by: (digit: string) => string): string {
  return digits.replace(/(?<=^\D*\d)\d/, by);
}

/** In groups where there are three of them: of two nobody can tell a pair from a number. */
function thrice(digits: string, gap: string): string {
  return /^\d{7,}$/.test(digits) ? grouped(digits, gap) : digits;
}

function inScript(text: string, ten: string): string {
  const digits = [...ten];
  return text.replace(/\d/g, digit => digits[Number(digit)] ?? digit);
}

function name(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16)}`;
}
