// Errors to plant in guides, drawn from a seeded stream.
import {DIGITS, figuresIn, NUMBER} from './reading.mjs';

/** @typedef {import('./reading.mjs').Figure} Figure */
/** @typedef {import('./reading.mjs').Cell} Cell */
/** @typedef {import('./reading.mjs').Guide} Guide */
/** @typedef {{line: number, after: string}} Site where an error fits, and its line with the error */
/** @typedef {readonly [Figure, text: string]} Edit */
/** @typedef {() => number} Stream */
/** @typedef {(guide: Guide, next: Stream) => Site[]} Sites */
/** @typedef {{error: string, rules: readonly string[], sites: Sites, stream: number, extra?: boolean}} Kind */

/** A stream of numbers in [0, 1): splitmix32. @param {number} seed @returns {Stream} */
export function stream(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** @template T @param {readonly T[]} list @param {Stream} next */
export const pick = (list, next) => /** @type {T} */ (list[Math.floor(next() * list.length)]);

/** @template T @param {readonly T[]} list @param {Stream} next @returns {T[]} */
export function shuffled(list, next) {
  const keyed = list.map(item => ({item, key: next()}));
  return keyed.sort((a, b) => a.key - b.key).map(({item}) => item);
}

/** @param {Guide} guide @param {number} line @param {readonly Edit[]} edits @returns {Site} */
function site({lines}, line, edits) {
  let after = lines[line] ?? '';
  for (const [{at, text}, fresh] of [...edits].sort(([a], [b]) => b.at - a.at))
    after = after.slice(0, at) + fresh + after.slice(at + text.length);
  return {line, after};
}

/** A figure times a factor, as round as it was where that is within 0.4%. @param {Figure} figure @param {number} factor @returns {Edit} */
function times(figure, factor) {
  const digits = DIGITS.exec(figure.text)?.[0] ?? '';
  const [whole = '', decimals = ''] = digits.replaceAll(',', '').split('.');
  const wanted = Number(`${whole}.${decimals}`) * factor;
  let places = decimals.length || whole.replace(/0*$/, '').length - whole.length;
  const rounded = () => Math.round(wanted * 10 ** places) / 10 ** places;
  while (Math.abs(rounded() - wanted) > 0.004 * wanted) places++;
  const locale = /,\d\d,/.test(digits) ? 'en-IN' : 'en-US';
  const style = {useGrouping: digits.includes(','), minimumFractionDigits: Math.max(0, places)};
  return [figure, figure.text.replace(digits, () => rounded().toLocaleString(locale, style))];
}

/** @param {Guide} guide @param {number} line @param {readonly Figure[]} figures @param {number} factor */
const scaled = (guide, line, figures, factor) =>
  site(
    guide,
    line,
    figures.map(figure => times(figure, factor)),
  );

/**
 * Totals that a year of their parts adds up to, to within 1%, made wrong; or those that have the whole of a four-year
 * grant in, which the audit says of the untouched guide already.
 *
 * @param {number} share
 * @param {boolean} [whole]
 * @returns {Sites}
 */
const totalOff =
  (share, whole = false) =>
  (guide, next) =>
    guide.rows.flatMap(row => {
      const factor = next() < 0.5 ? 1 - share : 1 + share;
      const total = row.find(({column}) => column.includes('total'));
      const ends = total?.ranges[0];
      if (!total || !ends) return [];
      const fits = (/** @type {number} */ part) =>
        ends.every((end, i) => Math.abs(sumOf(row, i, end.sign, part) / end.value - 1) < 0.01);
      if (whole ? fits(0.25) || !fits(1) : !fits(0.25)) return [];
      return [scaled(guide, total.line, [...new Set(total.ranges.flat())], factor)];
    });

/**
 * What the parts of a row come to, and NaN where one of them is not plain.
 *
 * @param {readonly Cell[]} row
 * @param {number} end 0 for the low ends, 1 for the high
 * @param {string} sign
 * @param {number} part of a grant over four years
 */
function sumOf(row, end, sign, part) {
  const base = row.find(({column}) => column.includes('base'))?.ranges[0]?.[end]?.value ?? Number.NaN;
  let sum = 0;
  for (const {column, text, ranges} of row) {
    if (/total|premium/.test(column) || /^(?:[-–—]?|none|n\/a)$/i.test(text)) continue;
    const figure = ranges[0]?.[end];
    const grant = /stock|rsu|option|equity/.test(column);
    const cash = /base|bonus|profit|pnl|medallion/.test(column) && !/sign/.test(column);
    if (!figure || grant === cash) return Number.NaN;
    if (figure.unit !== '%' && figure.sign !== sign) return Number.NaN;
    const years = grant && /4 ?-?y/.test(`${column} ${text}`) && !/\/ ?y/.test(text);
    sum += figure.value * (figure.unit === '%' ? base : years ? part : 1);
  }
  return sum;
}

/** @type {Sites} */
const endsSwapped = guide =>
  guide.rows.flat().flatMap(({line, ranges}) =>
    ranges.flatMap(([low, high]) => {
      if (low.value >= high.value) return [];
      const body = [low, high].every(({text}) => /[A-Za-z%]$/.test(text)) ? /\d.*/ : DIGITS;
      const [least = '', most = ''] = [low, high].map(({text}) => body.exec(text)?.[0]);
      return [
        site(guide, line, [
          [low, low.text.replace(least, () => most)],
          [high, high.text.replace(most, () => least)],
        ]),
      ];
    }),
  );

const AMOUNT = String.raw`\*{0,2}[A-Z]{0,2}[$£€¥₹₪]${NUMBER}[KM]?\+?`;
const OPEN = '(?:targeting|target|open|start|anchor(?:ed)?|like)(?: to target)?(?: your(?: initial)? ask)?';
const ACCEPT = '(?<!walk.away )(?:accept|floor)(?: (?:at|is|should be|no lower than)|:)?';
const ANCHORS = new RegExp(
  `\\b${OPEN}(?:(?: at)? ${AMOUNT} base|(?: the| a)? base (?:at|of) ${AMOUNT})(?! ?[(/])`,
  'gi',
);
const FLOORS = new RegExp(`\\b(?:${ACCEPT} ${AMOUNT} base|accept if base exceeds ${AMOUNT})(?! ?[(/])`, 'gi');
const STRATEGY = /negotiate up strategy/i;

/** The floor of a strategy with one floor and one anchor, both of base, raised above the anchor. @type {Sites} */
const floorRaised = (guide, next) =>
  guide.lines.flatMap((text, line) => {
    if (!STRATEGY.test(text)) return [];
    const [anchors, floors] = [ANCHORS, FLOORS].map(words =>
      [...text.matchAll(words)].flatMap(match => figuresIn(match[0], match.index).slice(-1)),
    );
    const [[anchor, ...others] = [], [floor, ...more] = []] = [anchors, floors];
    if (!anchor || !floor || others.length + more.length > 0) return [];
    if (anchor.sign !== floor.sign || anchor.value <= floor.value) return [];
    return [site(guide, line, [times(floor, ((1.05 + 0.2 * next()) * anchor.value) / floor.value)])];
  });

/** Rows in two currencies, all of the second a fifth less or more. @type {Sites} */
const rateOff = (guide, next) =>
  guide.rows.flatMap(row => {
    const seconds = row.flatMap(({ranges: [first, second]}) =>
      first && second && first[0].sign !== second[0].sign ? second : [],
    );
    // A fifth more would be right by now: the shekel has risen by as much since the guides were written.
    const risen = row.some(({ranges}) => ranges[0]?.[0].sign === '₪');
    const factor = next() < 0.5 || risen ? 0.8 : 1.2;
    return row[0] && seconds.length > 0 ? [scaled(guide, row[0].line, seconds, factor)] : [];
  });

const WORDINGS = [
  'A SHARE participation for a UNIT generating WHOLE equals SUM.',
  'If your UNIT earns WHOLE, a SHARE share comes to SUM.',
  'SHARE of the WHOLE that the UNIT made last year is SUM.',
  'On WHOLE of annual profit, a SHARE cut pays you SUM.',
  'Ask for SHARE of what the UNIT makes: at WHOLE a year, that is SUM.',
  'A UNIT with WHOLE of PnL would have paid you SUM at SHARE.',
  'Tie the bonus to SHARE of the WHOLE your UNIT brings in, worth SUM a year.',
  'With WHOLE attributed to your work, SHARE means another SUM.',
];

/** A sentence, in the strategy or a lever, of a share that is some ten times the first band of its kind. @type {Sites} */
const shareTooLarge = (guide, next) => {
  const bands = [/pnl|participation|carry/, /^(?!.*sign).*bonus/].flatMap(words =>
    guide.rows.flat().filter(({column, ranges}) => words.test(column) && ranges[0]?.[0].sign),
  );
  const [low, high] = bands[0]?.ranges[0] ?? [];
  if (!low || !high) return [];
  const share = pick([2, 2.5, 3, 4, 5, 6, 7.5, 10], next);
  const due = ((9 + 2 * next()) * (low.value + high.value)) / 2;
  const whole = Number(((100 * due) / share).toPrecision(2));
  const sentence = pick(WORDINGS, next)
    .replace('SHARE', `${share}%`)
    .replace('UNIT', /bonus/.test(bands[0]?.column ?? '') ? 'team' : 'pod')
    .replace('WHOLE', () => money(low.sign, whole))
    .replace('SUM', () => money(low.sign, (whole * share) / 100));
  const strategies = guide.lines.flatMap((text, line) =>
    STRATEGY.test(text) && text.length > 80 ? [line] : [],
  );
  const levers = guide.lines.flatMap((text, line) => {
    const head = guide.lines.slice(0, line).findLast(above => above.startsWith('#')) ?? '';
    return /lever/i.test(head) && /^(?:\d\. |- )?[*"\w].{80}/.test(text) ? [line] : [];
  });
  return [strategies, levers].flatMap(lines => {
    if (lines.length === 0) return [];
    const line = pick(lines, next);
    const text = (guide.lines[line] ?? '').trimEnd();
    const end = /(?<=[.!?])["”]?\**$/.exec(text)?.index ?? text.length;
    return [{line, after: `${text.slice(0, end)} ${sentence}${text.slice(end)}`}];
  });
};

/** @param {string} sign @param {number} amount */
function money(sign, amount) {
  const [unit, size] = amount >= 1e9 ? ['B', 1e9] : amount >= 1e6 ? ['M', 1e6] : ['K', 1e3];
  return `${sign}${sign.length > 2 ? ' ' : ''}${Number((amount / size).toFixed(3))}${unit}`;
}

const TOTAL_RULES = ['total-against-parts', 'total-out-of-line', 'grant-counted-whole'];
/** @type {readonly Kind[]} the totals off by 5, 12 and 25% are the same ones; what is extra is not of the five kinds */
export const KINDS = [
  {error: 'total off by 5%', rules: TOTAL_RULES, stream: 1, sites: totalOff(0.05)},
  {error: 'total off by 12%', rules: TOTAL_RULES, stream: 1, sites: totalOff(0.12), extra: true},
  {error: 'total off by 25%', rules: TOTAL_RULES, stream: 1, sites: totalOff(0.25), extra: true},
  {
    error: 'total with the whole grant off by 5%',
    rules: TOTAL_RULES,
    stream: 1,
    sites: totalOff(0.05, true),
    extra: true,
  },
  {
    error: 'ends of a range swapped',
    rules: ['range-upside-down', 'damaged-cell'],
    stream: 2,
    sites: endsSwapped,
  },
  {error: 'floor above the anchor', rules: ['strategy-out-of-order'], stream: 3, sites: floorRaised},
  {error: 'rate 20% off', rules: ['implied-rate', 'impossible-rate'], stream: 4, sites: rateOff},
  {error: 'share ten times its band', rules: ['share-against-band'], stream: 5, sites: shareTooLarge},
];
