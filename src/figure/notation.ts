import {numbersOf, type Written} from './digits.ts';
import {durationsIn} from './durations.ts';
import {fold, refolded, rewritten, type Folded} from './fold.ts';

/** A pattern, and what a stretch of it is told as: plain digits that `read` takes; null where it is none of it. */
type Way = readonly [pattern: RegExp, told: (found: RegExpExecArray) => string | null];

/**
 * Every number that a text may tell, in any notation of digits: as it stands; without what a page or an address sets between the
 * digits (`1**4**3`, `1<b>4</b>3`, `&#52;&#55;`, `n%20143`); and with what is told in several numbers as one (`12 1/2`,
 * `10^7 × 1.873`, `18|730|000`, `1873 0000`, `3h49m`). One stretch may be read several times. Who takes secrets out of a text and
 * who looks for them in what is finished both read by it: what the one cannot take, the other does not find.
 */
export function notationsIn(text: string): readonly Written[] {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const found = notationsOf(text);
  if (text.length > LONGEST_KEPT) return found;
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(text, found);
  return found;
}

/** The numbers of texts looked through lately: the seal of each edition and the last search ask for the same words. */
const lately = new Map<string, readonly Written[]>();
const MOST_KEPT = 4096;
const LONGEST_KEPT = 2000;

function notationsOf(text: string): readonly Written[] {
  const plain = fold(text);
  if (!/\d/.test(plain.text)) return [];
  const bare = SEAMS.test(text) ? bareOf(text) : [plain];
  const several = bare.filter(one => SEVERAL.test(one.text));
  const whole = several.map(one => WHOLE.reduce(apply, one));
  const texts = new Map([plain, ...bare, ...whole].map(one => [one.text, one]));
  return [...[...texts.values()].flatMap(numbersOf), ...several.flatMap(durationsIn)];
}

/** A text without what a page or an address sets between its signs: `%10.8` may be a share and may be an escape. */
function bareOf(text: string): readonly Folded[] {
  const without = (ways: readonly Way[]) => refolded(ways.reduce(apply, asIs(text)));
  const shares = without(UNMARKED.filter(way => way !== ESCAPED));
  return /%[\da-f]{2}/i.test(shares.text) ? [shares, without(UNMARKED)] : [shares];
}

function apply(of: Folded, [pattern, told]: Way): Folded {
  return rewritten(of, pattern, told);
}

function asIs(text: string): Folded {
  return {text, origin: offset => offset, end: offset => offset};
}

/** Digits with more between them than a comma or a point of one number. */
const SEVERAL = /\d(?:,\d{4}|(?:[^\d.,]|[.,]\D)\D{0,12}\d)/;

const THIN = String.raw`\u2006\u2008-\u200a\u202f`;
/** What may be markup, an entity or an escape. */
const SEAMS = new RegExp(
  String.raw`&[#a-z]|%[\da-f]{2}|\\[\dut,]|<[/!a-z]|[*_~\x60]{1,3}[^*_~\x60]{1,24}[*_~\x60]|[${THIN}\u202e]`,
  'i',
);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  minus: '-',
  ndash: '-',
  mdash: '-',
  times: '×',
  middot: '·',
  sdot: '·',
  frasl: '/',
  sol: '/',
  comma: ',',
  period: '.',
  colon: ':',
  percnt: '%',
  permil: '‰',
  cent: '¢',
  lowbar: '_',
  frac12: '½',
  half: '½',
  frac14: '¼',
  frac34: '¾',
  frac18: '⅛',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
};

const POWER_OF_TEN = String.raw`10\s?(?:\^|\*\*)\s?\{?\s?([+\-−–]?\d{1,2})(?!\d)\}?`;
const TIMES = String.raw`\s?(?:[x×*·⋅∙]|[\\-]?times|\\cdot)\s?`;
const NUMBER = String.raw`\d+(?:[.,·]\d+)*`;
const minus = (power = '') => power.replace(/[−–]/, '-');

const POWER: Way = [
  new RegExp(String.raw`(?<=[\p{L}\p{N}])${TIMES}${POWER_OF_TEN}`, 'giu'),
  ([, power]) => `e${minus(power)}`,
];

/** Signs of an address: `n%20143`, `%31%34%33`. */
const ESCAPED: Way = [
  /(?<!\d)(?:%[\da-f]{2})+|%(?:2[\da-f]|3[a-f])|(?:%c2%a0)+/gi,
  ([all]) => unescaped(all),
];

/** What a text holds beside its signs: markup, entities, escapes. */
const UNMARKED: readonly Way[] = [
  // from right to left
  [/\u202e([^\u202a-\u202e\u2066-\u2069]+)/g, ([, back = '']) => [...back].reverse().join('')],
  [/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+\d{0,2}));/gi, decoded],
  ESCAPED,
  [/\\u([\da-f]{4})/gi, ([, hex = '']) => String.fromCharCode(Number.parseInt(hex, 16))],
  [/\\(?=\d)/g, () => ''],
  [/<sup\b[^<>]*>/gi, () => '^'],
  [
    /<\/?(?:b|i|u|s|a|q|em|strong|small|big|del|ins|mark|span|font|code|kbd|tt|sub|wbr)\b[^<>]*>|<!--[^]*?-->/gi,
    () => '',
  ],
  [/<\/?[a-z][^<>]*>/gi, () => ' '],
  POWER,
  [
    /(\*{1,3}|_{2,3}|~{1,2}|`{1,3})(?=\S)([^*_~`]{0,24}\p{N}[^*_~`]{0,24})(?<=\S)\1/gu,
    ([, , inner = '']) => inner,
  ],
  [new RegExp(`(?<=\\p{Nd})[${THIN}](?=\\p{Nd})`, 'gu'), () => ''],
];

/** Several numbers that are one, in folded text. */
const WHOLE: readonly Way[] = [
  POWER,
  [
    new RegExp(`(?<!\\d)${POWER_OF_TEN}(?:${TIMES}\\^?(${NUMBER}))?`, 'gi'),
    ([, power, number = '1']) => ` ${number}e${minus(power)}`,
  ],
  [/(?<=\d)\s?e\s?([+-]?\d{1,2})(?![a-z\d])/gi, ([, power]) => `e${power}`],
  [
    /(?:(?<![\d.,/])(\d+(?:,\d{3})*)(?:\s?(?:and|plus|und|[&+-])\s?|\s{0,2}))?\^?(?<![\d/.,]|\de[+-]?)(\d{1,4})\s?\/\s?\^?(\d{1,4})(?![\d/]|[.,]\d)/gi,
    ([, whole, above, below]) => fraction(whole, above, below),
  ],
  [
    /(?<![\d.,:])(\d{1,4})\s?(?::|(?:in|out of|of|von)\s)\s?(\d{1,4})(?![\d:]|[.,]\d)/gi,
    ([, above, below]) => (Number(above) < Number(below) ? fraction('', above, below) : null),
  ],
  [/(?<=\d)(?:\s([.,·])\s?|([.,·])\s)(?=\d)/g, ([, one, two]) => one ?? two ?? null],
  // no group has two digits, or four: `87'6543`
  [/(?<=\d)'(?=\d{1,2}(?!\d)|\d{4})/g, () => '.'],
  [/(?<![\d.,])\d{1,3}(?![,.'·_]\d)([^\p{L}\p{N}\s]{1,3})\d{3}(?:\1\d{3})+(?!\d)/gu, joined],
  [/(?<![\d.,])\d([ _·|-])\d(?:\1\d)+(?!\d)/g, joined],
  // a point of a name of words: `pnl-18-73m`
  [/(?<=(?<![\w.])[a-z][a-z\d-]*-)(\d+)-(\d+)(?=[a-z]{0,3}(?:-[a-z]|[^\w-]|$))/g, ([, a, b]) => `${a}.${b}`],
  [/(?<![\d.,])\d{1,3},\d{6}(?!\d)/g, joined],
  // by ten thousands; the second of `2024 2025` is a year
  [
    /(?<![\d.,])(?!(?:19|20)\d\d \d{3}[1-9])\d{1,4}(?:([ ,])(?!(?:19|20)\d\d(?!\d))\d{4})(?:\1\d{4})*(?!\d|[.,]\d|e[+-]?\d)/g,
    joined,
  ],
];

function joined([all]: RegExpExecArray): string {
  return all.replace(/\D/g, '');
}

/** `12.5` of twelve and a half, with so many digits that they are no thousands and no rounding. */
function fraction(whole = '', above = '', below = ''): string | null {
  const part = Number(above) / Number(below);
  if (!Number.isFinite(part) || (whole !== '' && part >= 1)) return null;
  const value = Number(whole.replaceAll(',', '')) + part;
  return Number.isInteger(value) ? String(value) : value.toFixed(12).replace(/(\.\d{4,}?)0+$/, '$1');
}

function decoded([, decimal, hex, name]: RegExpExecArray): string | null {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? null;
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x10ffff ? null : String.fromCodePoint(code);
}

function unescaped(escapes: string): string | null {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return null;
  }
}
