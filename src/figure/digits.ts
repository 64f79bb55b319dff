import {fold, type Folded} from './fold.ts';
import {CODES, MONEY, SCALE, scaleBehind, scaleOf, scalesApart, scalesBehind} from './scales.ts';

/** A number as it stands in somebody's text, with every value that its notation may mean. */
export interface Written {
  readonly from: number;
  readonly to: number;
  /** More than one where a separator may group or divide: `7.313` is 7.313 or 7313. Signs are left out. */
  readonly values: readonly number[];
  /**
   * What else it may tell: the bare number of `217m`, the numbers that a blank may part rather than group (143 in
   * `FY25 143 pods`), a scale that stands apart (`18.73 (in millions)`), percents of `12 bps`.
   */
  readonly others: readonly number[];
  /** Half a unit of its last digit, scale included: how far a value may lie from it and still be written so. */
  readonly half: number;
  /** To how many digits it is told: 4 of `87.65`, 3 of `877,000`; several where it may be several numbers. */
  readonly digits: readonly number[];
  /** Whether a sign of percent or a word for it stands behind it. */
  readonly percent: boolean;
  /** Whether it is a name or a place in a list rather than a quantity: `Q4`, `24/7`, `4. Then ask`. */
  readonly isName: boolean;
}

const DAY = String.raw`\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::[\d.:]+)?Z?)?`;
const HOUR = String.raw`(?<!\p{L})\d{1,2}:\d{2}(?!\d)(?::\d{2})?`;
const GAP = String.raw`(?: {1,2}|, |['_.,·])`;
const POWER = String.raw`\d+(?:[.,]\d+)?(?:e[+-]?\d{1,2}(?![a-z\d])|\s?(?:[×x*]\s?10(?:\^|(?!0))|·\s?10\^)[+-]?\d{1,2})`;
/** By threes, or as in India by twos before the last three; a year may stand before. No number has more groups. */
const GROUPED = String.raw`(?:0{0,9}\d{1,3}|\d{4,9}(?=[.,']))(?:${GAP}\d{2,3}){0,7}${GAP}\d{3}(?!\d)(?:[.,·](?!10\^)\d+)?`;
/** No grouping that anybody uses: `25,18764.3` may be two numbers. */
const MIXED = String.raw`\d{1,9}(?:[.,']\d{1,15}){2,7}(?!\d)`;
const NO_GROUPING = new RegExp(`^${MIXED}$`);
const PLAIN = String.raw`(?:\d+(?:[.,·](?!10\^)\d+)?|(?<![\p{L}.])[.·]\d+)`;
const TOKEN = new RegExp(`(${DAY}|${HOUR})|(${POWER}|${GROUPED}|${MIXED}|${PLAIN})(?:${SCALE})?`, 'giu');
/** `180` of `180-200K` is told in the scale of the second. */
const RANGE = new RegExp(String.raw`^\s*(?:-|to|and|or|bis)\s*${MONEY}?\s*$`, 'iu');
/** Between a number and a power of ten that multiplies or divides it: `× 1,000`, `in 10,000`. */
const TIMES = /^ ?(?:[x×*·⋅/]|[a-z]{2,3}|times|fois) ?(?:a )?$/i;
/** The same before a number that it multiplies: `1000 × 18,730`. */
const MULTIPLIES = /^ ?(?:[x×*·⋅]|times|fois) ?\^?$/i;
/** Between a scale and a sum that it is of. */
const SUM_AHEAD = new RegExp(String.raw`^\s?${MONEY}?[:\s]{0,2}$`, 'iu');
/** What joins the parts of one number: "18 million, 730 thousand", `18 Mio. 730 Tsd.`, "$18M and $730K". */
const JOINT = new RegExp(String.raw`^ ?[a-z]{0,7}[\s.,&+]{0,3}(?:[a-z]{3} |plus )?${MONEY}?\s?$`, 'iu');
/** Digits that are words of the trade: "24/7", "401(k)". */
const TRADE = /(?<!\w)(?:24\/7|24x7|401\(k\)|9\/80)(?!\w)/g;

interface Token {
  readonly digits: string;
  readonly scale: string | undefined;
  readonly from: number;
  readonly to: number;
}

/** Every number in a text as it stands: `$18.73M/day`, `18 730 000`, `143-pod`. Days and hours are none. */
export function numbersIn(text: string): readonly Written[] {
  return numbersOf(fold(text));
}

/** The numbers of a text that was rewritten to be read, where they stand in the text as it was. */
export function numbersOf({text, origin, end}: Folded): readonly Written[] {
  if (!/\d/.test(text)) return [];
  const plain = withoutDashes(text);
  const tokens = [...plain.matchAll(TOKEN)].flatMap((found): readonly Token[] => {
    const [all, time, digits, ...scales] = found;
    if (time !== undefined || digits === undefined) return [];
    return [{digits, scale: scales[0], from: found.index, to: found.index + all.length}];
  });
  if (tokens.length === 0) return [];
  const apart = scalesApart(plain, tokens);
  const names = [...plain.matchAll(TRADE)];
  return tokens.map((token, at) => {
    const {digits, scale, from, to} = token;
    const by = scale === undefined ? 1 : scaleOf(scale);
    const decimals = /[.,·](\d+)$/.exec(digits)?.[1]?.length ?? 0;
    const values = (NO_GROUPING.test(digits) && !WELL.test(digits) ? digits.split(',') : [digits]).flatMap(
      readings,
    );
    const behind = plain.slice(to, to + 16);
    const percent = /^\s?(?:%|p(?:er)? ?c)/i.test(behind);
    const loose = LETTER_BEFORE.test(plain.slice(Math.max(0, from - 12), from));
    const point = plain[from - 1] === '.' ? [Number(`.${digits.replace(/\D.*$/, '')}`)] : [];
    const bare = [...values, ...point, ...parted(digits, loose)];
    const own = scale === undefined ? scalesBehind(behind) : [by, by * scaleBehind(behind)];
    const scales = [...own, ...around(plain, tokens, at)];
    const all = [...new Set([...apart, ...apart.flatMap(one => [1 / one, 100 / one]), ...scales])];
    return {
      from: origin(from),
      to: end(to),
      values: values.map(value => value * by),
      others: [
        ...new Set([
          ...bare,
          ...all.flatMap(one => bare.map(value => value * one)),
          ...sums(plain, tokens, at),
          // `14300%` is 143 times; nobody says so of `100%`, and of 99.997% a point parts no thousands
          ...(percent && !/[.·]/.test(digits)
            ? values.filter(value => value >= 1e4).map(value => value / 100)
            : []),
        ]),
      ],
      half: 0.5 * by * 10 ** -decimals,
      digits: digitsOf(digits, loose),
      percent,
      isName: isName(plain, token) || names.some(one => isWithin(token, one)),
    };
  });
}

function isWithin({from, to}: Token, {index, 0: words}: RegExpExecArray): boolean {
  return from >= index && to <= index + words.length;
}

/** A name of words and numbers, as those of claims: `pnl-18-73m`. */
const NAME = /(?<![\w.-])[a-z][a-z\d]*(?:-[a-z\d]+)+(?![\w.])/g;
/** Of a name the numbers in which a dash can only be a colon or a point: `14-47`, `10-47-0-1`, `143-7`, `0-143`. */
const DASHED =
  /(?<=-)(?:([01]\d|2[0-3])-([0-5]\d)|(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3})|(\d{2,})-(\d)|0-\d+)(?=-|$)/g;

/** With hours, addresses and decimals in names of words as they are written elsewhere, sign for sign. */
function withoutDashes(text: string): string {
  if (!/-\d+-\d/.test(text)) return text;
  return text.replace(NAME, name =>
    name.replace(DASHED, (all, hour?: string) => all.replaceAll('-', hour === undefined ? '.' : ':')),
  );
}

/** A letter right before a number that is no code of a currency: of `FY25,143` not all digits need be one number. */
const LETTER_BEFORE = new RegExp(String.raw`(?<!\b(?:${CODES}))(?<=[a-z])['.]?$`, 'iu');

/** `Q4`, `L4`, and the `4.` that begins a line; but `x4` is four times. */
function isName(text: string, {from, to}: Token): boolean {
  const before = text.slice(Math.max(0, from - 4), from);
  if (/[\p{L}_]$/u.test(before) && !/(?:^|[^\p{L}])[x×n]$/iu.test(before)) return true;
  return /(?:^|\n) {0,2}\(?$/.test(before) && /^[.)] /.test(text.slice(to, to + 2));
}

/** Scales that other numbers beside it say: of `180` in `180-200K`, of `18.73 × 1,000,000`, `1000 × 18,730`, `876 in 1,000`. */
function around(text: string, tokens: readonly Token[], at: number): readonly number[] {
  const [before, here, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (here === undefined) return [];
  // `2025 m$ 18.7`: the scale is not of the year before it.
  if (before?.scale !== undefined && SUM_AHEAD.test(text.slice(before.to, here.from)))
    return [scaleOf(before.scale)];
  const ahead = before !== undefined && here.from - before.to <= 12 ? text.slice(before.to, here.from) : '';
  const multiplied = before !== undefined && MULTIPLIES.test(ahead) ? tens(before) : [];
  if (next === undefined || next.from - here.to > 12) return multiplied;
  const between = text.slice(here.to, next.from);
  if (here.scale === undefined && next.scale !== undefined && RANGE.test(between))
    return [...multiplied, scaleOf(next.scale)];
  if (!TIMES.test(between)) return multiplied;
  return [...multiplied, ...tens(next).flatMap(by => [by, 1 / by, 100 / by])];
}

/** The power of ten that a number is, from a hundred on. */
function tens({digits, scale}: Token): readonly number[] {
  const lead = /^10{0,2}(?:[, .']?000)+(?!\d)|(?<!\d)10{2,}$/.exec(digits)?.[0] ?? digits;
  return readings(lead)
    .map(value => value * (scale === undefined ? 1 : scaleOf(scale)))
    .filter(by => by >= 100 && Number.isInteger(Math.log10(by)));
}

/** Numbers that are told in parts: "18 million 730 thousand", `$18M and $730K`, `7/8`. */
function sums(text: string, tokens: readonly Token[], at: number): readonly number[] {
  return [at - 2, at - 1, at].flatMap(first => {
    const found: number[] = [];
    let sum: number | undefined;
    for (let part = Math.max(0, first); part < Math.min(first + 2, tokens.length - 1); part++) {
      const [one, two] = [tokens[part] as Token, tokens[part + 1] as Token];
      if (two.from - one.to > 16) break;
      const between = text.slice(one.to, two.from);
      if (between === '/' && first >= at - 1 && part === first) found.push(valueOf(one) / valueOf(two));
      if (one.scale === undefined || !JOINT.test(between) || valueOf(two) >= scaleOf(one.scale)) break;
      sum = (sum ?? valueOf(one)) + valueOf(two);
      if (part + 1 >= at) found.push(sum);
    }
    return found.filter(Number.isFinite);
  });
}

function valueOf({digits, scale}: Token): number {
  return (readings(digits).at(-1) ?? 0) * (scale === undefined ? 1 : scaleOf(scale));
}

/**
 * The numbers that may stand side by side where they are read as one: `25`, `143` of `25 143`; of `25,143`, which nobody writes
 * for two, only where a letter or a year stands before (`FY25,143`); of `12,143,9`, which is no grouping, all three; of `1.111,9`,
 * which is 1,111.9 as well, what stands before the comma. Of a power what stands before it: `143 x 105`.
 */
function parted(written: string, loose: boolean): readonly number[] {
  const [digits = ''] = /^[^ex×*⋅a-z]*(?<! )/i.exec(written.replace(POWER_AT_END, '')) ?? [];
  const own = digits === written ? [] : readings(digits);
  const groups = digits.split(/\D+/);
  if (groups[0] === '') return [Number(groups[1])];
  if (groups.length === 1) return own;
  const by = digits === written ? [] : readings(`1${POWER_AT_END.exec(written)?.[0] ?? ''}`);
  const pieces = isOne(digits, loose)
    ? (LISTED.exec(digits)?.slice(1) ?? []).flatMap(readings)
    : piecesOf(digits, groups);
  return [...own, ...pieces, ...by.flatMap(one => pieces.map(value => value * one))];
}

function piecesOf(digits: string, groups: readonly string[]): readonly number[] {
  const gaps = digits.match(/\D+/g) ?? [];
  // A number does not begin with a zero: `18 000` is one.
  const begins = (at: number) => at === 0 || at >= groups.length || !/^0\d{1,2}$/.test(groups[at] ?? '');
  return groups.flatMap((group, from) => {
    let piece = '';
    return groups.slice(from).flatMap((next, more) => {
      piece = more === 0 ? group : piece + gaps[from + more - 1] + next;
      return begins(from) && begins(from + more + 1) ? readings(piece) : [];
    });
  });
}

const POWER_AT_END = /(?:e|\s?[x×*]\s?10\^?|\s?·\s?10\^)[+-]?\d+$/i;
/** One number, by all that is known of its digits; also versions and days with dots. */
const WELL =
  /^0*\d{1,3}(?:([,'·])\d{3})(?:\1\d{3})*(?:(?!\1)[.,·]\d+)?$|^\d{1,2}(?:,\d{2})*,\d{3}(?:\.\d+)?$|^\d+(?:\.\d+){2,}(?:,\d+)?$|^\d{1,3}(?:\.\d{3})+,\d+$|^\d+[.·]\d+$/;
/** One number by its digits, and yet it may be a list of two: `1.111,9`, as `143,9` may. */
const LISTED = /^(\d{1,3}(?:[.'·]\d{3})+),\d+$/;

function isOne(digits: string, loose: boolean): boolean {
  return !loose && WELL.test(digits);
}

function digitsOf(written: string, loose: boolean): readonly number[] {
  const digits = written.replace(POWER_AT_END, '');
  const count = (text: string) => text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
  const pieces =
    isOne(digits, loose) && !LISTED.test(digits) ? [] : digits.split(/[ _,]+|\.(?=\d+\.)/).map(count);
  return [...new Set([count(digits), ...pieces])];
}

/** What the digits may mean: a separator stands as a point or between groups. */
function readings(digits: string): readonly number[] {
  const power = POWER_AT_END.exec(digits);
  if (power !== null) {
    const by = 10 ** Number(/[+-]?\d+$/.exec(power[0].replace(/10\^?(?=\d)/, ''))?.[0]);
    return readings(digits.slice(0, power.index)).map(value => value * by);
  }
  const whole = Number(digits.replace(/\D/g, ''));
  const point = /^(.*)[.,·](\d+)$/.exec(digits);
  if (point === null) return [whole];
  const divided = Number(`${(point[1] ?? '').replace(/\D/g, '')}.${point[2]}`);
  if ((point[2] ?? '').length !== 3) return [divided];
  // `0.143` has no thousands.
  if (/^0+$/.test(point[1] ?? '')) return [divided];
  // Nobody writes three decimals that say nothing behind a comma.
  return digits.endsWith(',000') ? [whole] : [divided, whole];
}

/** The text with some of its numbers replaced. */
export function replaceNumbers(text: string, by: (number: Written, shown: string) => string): string {
  let out = '';
  let at = 0;
  for (const number of numbersIn(text)) {
    out += text.slice(at, number.from) + by(number, text.slice(number.from, number.to));
    at = number.to;
  }
  return out + text.slice(at);
}
