import {type Component, type Currency, isCurrency} from '../base/index.ts';
import {atomsOf, joinRanges} from '../intake/index.ts';
import {say} from '../figure/index.ts';
import {type Lookup, type Path, showValue, unlike, valueAt, wordsAt} from '../files/index.ts';
import {isGroup, PAID_BY} from './front-keys.ts';
import type {Band, Read} from './types.ts';

/** Keys of an entry that are no sums, and may stand above several. */
const WORDS: readonly string[] = ['region', 'level', 'currency'];
/** No year is paid less: the zeros of a thousand are missing. */
const LEAST_PAY = 1000;
/** Keys of groups that are looked at: an alias may stand for many, and for what holds it. */
const MOST_KEYS = 2000;
/** `175.000`: thousands, or a number with three decimals. */
const POINTED = /^\D*\d{1,3}(?:\.\d{3})+\D*$/;
/** Flags and shortcodes, which a table's regions are read without too. */
const FLAGS = /:[a-z0-9_+-]+:|\p{RI}|\p{Extended_Pictographic}|[\u{E0020}-\u{E007F}]|\uFE0F|\u200D/gu;

/** An amount as it is typed: one number, or both ends of a range. */
interface Typed extends Pick<Band, 'low' | 'span'> {
  readonly high: number;
  readonly percent: boolean;
  readonly currency: Currency | null;
}
type Part = Typed & Pick<Band, 'component'>;

/** What leads to an entry, and what the keys above it say of it. */
interface Entry {
  readonly path: Path;
  readonly region: Read<string> | null;
  readonly level: Read<string> | null;
  readonly currency: Read<string> | null;
}

/** The entries of `compensation` as bands, and the paths to what they say besides. */
export function rowsOf(look: Lookup): {rows: Band[][]; left: Path[]} {
  const path = ['compensation'];
  const value = valueAt(look.yaml.value, path);
  const hint = 'begin each region with "- region: "';
  if (value === null || value === undefined) return {rows: [], left: []};
  const left: Path[] = [];
  const none = {region: null, level: null, currency: null};
  if (isGroup(value)) {
    const budget = {left: MOST_KEYS};
    const entries = entriesIn(look, {...none, path}, left, budget);
    if (budget.left < 0)
      look.wrong(look.yaml.keySpan(path), 'more pay than is kept', 'keep data in a file of its own');
    if (entries.length === 0 && Object.keys(value).length > 0)
      unlike(look, path, 'keys of regions, each with keys like base_low', hint);
    const rows = entries.map(entry => rowOf(look, entry, left));
    return {rows: rows.filter(({length}) => length > 0), left};
  }
  if (!Array.isArray(value)) {
    unlike(look, path, 'a list', hint);
    return {rows: [], left: [path]};
  }
  const rows = value.map((entry: unknown, at) => {
    const here = [...path, at];
    if (isGroup(entry)) return rowOf(look, {...none, path: here}, left);
    unlike(look, here, 'keys like region and base_low', hint);
    left.push(here);
    return [];
  });
  return {rows: rows.filter(({length}) => length > 0), left};
}

/**
 * The entries of a group: `Boston: {base_low: …}`, each under its region, and under that each level, `L4: {base_low: …}`; or
 * lists of them, `regions: […]`. What stands beside them is said of all. A group that pays itself is one entry.
 */
function entriesIn(look: Lookup, entry: Entry, left: Path[], budget: {left: number}): Entry[] {
  const group = valueAt(look.yaml.value, entry.path);
  if (!isGroup(group) || budget.left < 0) return [];
  const keys = Object.keys(group);
  budget.left -= keys.length + 1;
  const inner = keys.filter(key => holdsGroups(group[key]));
  if (entry.level !== null || keys.some(key => paidBy(key) !== undefined)) return [entry];
  const currency = wordsAt(look, [...entry.path, 'currency']) ?? entry.currency;
  for (const key of keys) if (!inner.includes(key) && !WORDS.includes(key)) left.push([...entry.path, key]);
  return inner.flatMap(key => {
    const path = [...entry.path, key];
    const value = group[key];
    if (Array.isArray(value))
      return value.flatMap((_, at) =>
        budget.left < 0 ? [] : entriesIn(look, {...entry, currency, path: [...path, at]}, left, budget),
      );
    const name = {value: key, span: look.yaml.keySpan(path)};
    const within = entry.region === null ? {region: name, level: null} : {region: entry.region, level: name};
    return entriesIn(look, {path, currency, ...within}, left, budget);
  });
}

function holdsGroups(value: unknown): boolean {
  return isGroup(value) || (Array.isArray(value) && value.some(isGroup));
}

function rowOf(look: Lookup, entry: Entry, left: Path[]): Band[] {
  const {path} = entry;
  const [region, level, code] = (['region', 'level', 'currency'] as const).map(
    key => wordsAt(look, [...path, key]) ?? entry[key],
  );
  const told = code?.value.toUpperCase() ?? '';
  const home = isCurrency(told) ? told : null;
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const key of Object.keys(valueAt(look.yaml.value, path) ?? {})) {
    const paid = paidBy(key);
    if (paid === undefined) {
      if (!WORDS.includes(key)) left.push([...path, key]);
      continue;
    }
    const {name, component, end} = paid;
    if (end !== 'pct' && seen.has(name)) continue;
    const of = end === 'pct' ? shareAt(look, [...path, key]) : rangeAt(look, path, paid, home);
    if (of !== null) parts.push({component, ...of});
    if (end !== 'pct') seen.add(name);
  }
  if (parts.length === 0) return [];
  if (region == null) look.wrong(look.yaml.keySpan(path), 'pay of no region', 'add its region');
  const currency = home ?? parts.find(one => one.currency !== null)?.currency ?? null;
  if (currency === null) {
    const message = code == null ? 'pay without a currency' : say`an unknown currency, ${showValue(told)}`;
    look.wrong(code?.span ?? look.yaml.keySpan(path), message, 'name it by its code, like USD');
    return [];
  }
  const grant = grantBasis(valueAt(look.yaml.value, [...path, 'stock_vest_years']));
  return parts.map(({component, low, high, percent, span, currency: own}) => ({
    region: (region?.value ?? '').replace(FLAGS, '').trim(),
    level: level?.value ?? null,
    currency: own ?? currency,
    component,
    low,
    high,
    unit: percent ? 'percent' : 'money',
    basis: component === 'equity' ? grant : component === 'signOn' ? 'once' : 'annual',
    alt: null,
    note: null,
    span,
  }));
}

/** What a key pays, and which end of it: `base_low`, `bonus_max`, `bonus_pct`, or both, `base`. */
interface Paid {
  readonly name: string;
  readonly component: Component;
  readonly end: 'low' | 'high' | 'pct' | 'both';
}

const ENDS: ReadonlyMap<string, Paid['end']> = new Map([
  ['low', 'low'],
  ['min', 'low'],
  ['high', 'high'],
  ['max', 'high'],
  ['pct', 'pct'],
]);

function paidBy(key: string): Paid | undefined {
  const whole = PAID_BY.get(key);
  if (whole !== undefined) return {name: key, component: whole, end: 'both'};
  const cut = key.lastIndexOf('_');
  const [name, end] = [key.slice(0, cut), ENDS.get(key.slice(cut + 1))];
  const component = PAID_BY.get(name);
  if (component === undefined || end === undefined || (end === 'pct' && component !== 'bonus'))
    return undefined;
  return {name, component, end};
}

/** `base_low` and `base_high`, in either order, or one key for both: `150K - 200K`, a list of two, `{low: …, high: …}`. */
function rangeAt(look: Lookup, path: Path, paid: Paid, home: Currency | null): Typed | null {
  const {name, component} = paid;
  const whole = [...path, name];
  const hint = say`write it like ${'175000'}`;
  const value = valueAt(look.yaml.value, whole);
  const isNested = isGroup(value) || Array.isArray(value);
  if (paid.end === 'both' && !isNested) {
    const of = amountAt(look, whole, home);
    const least = component === 'base' || component === 'total' || of?.percent === false ? LEAST_PAY : 0;
    if (of === null || of.low === 0 || (of.low >= least && (!of.percent || component === 'bonus'))) return of;
    unlike(look, whole, component === 'bonus' ? 'a sum, or a percentage' : 'the pay of a year', hint);
    return null;
  }
  if (Array.isArray(value) && value.length !== 2) {
    unlike(look, whole, 'both ends of a range', hint);
    return null;
  }
  const there = (end: Path) => valueAt(look.yaml.value, end) !== undefined;
  const ends = [
    ['low', 'min'],
    ['high', 'max'],
  ].map(([plain = '', other = ''], at) => {
    const of = (key: string) =>
      isNested ? [...whole, Array.isArray(value) ? at : key] : [...path, `${name}_${key}`];
    return there(of(plain)) || !there(of(other)) ? of(plain) : of(other);
  });
  const [low = null, high = null] = ends.map(end => {
    const of = amountAt(look, end, home);
    const short = of !== null && of.low < LEAST_PAY && (component === 'base' || component === 'total');
    if (of === null || (of.low === of.high && !short && (!of.percent || component === 'bonus'))) return of;
    unlike(look, end, short ? 'the pay of a year' : 'one sum', hint);
    return null;
  });
  if (low !== null && high !== null) {
    const [first, last] = low.span.from < high.span.from ? [low.span, high.span] : [high.span, low.span];
    return {...low, high: high.low, currency: low.currency ?? high.currency, span: {...first, to: last.to}};
  }
  const one = low ?? high;
  const gone = ends.find(end => valueAt(look.yaml.value, end) == null);
  if (one !== null && gone !== undefined)
    look.wrong(
      one.span,
      say`one end of a range, without ${isNested ? `an end of ${name}` : String(gone.at(-1))}`,
      'add it',
    );
  return null;
}

/** `bonus_pct: 10`, "10%" or "10-15%". */
function shareAt(look: Lookup, path: Path): Typed | null {
  const of = amountAt(look, path, null);
  if (of === null) return null;
  if (of.currency === null && (of.low === 0 || of.low >= 1)) return {...of, percent: true};
  unlike(look, path, 'a percentage', say`write ${'15'} for ${'15%'}`);
  return null;
}

/** A number, or a text that holds one amount and its sign or code: `175000`, "$175K", "175,000 USD". */
function amountAt(look: Lookup, path: Path, home: Currency | null): Typed | null {
  const value = valueAt(look.yaml.value, path);
  const text = (look.yaml.typed(path) ?? '').trim().replaceAll('_', '');
  const isNone = typeof value === 'string' && text.length <= 3 && !/\d/.test(text); // "-", "n/a", "TBD"
  if (value === null || value === undefined || isNone) return null;
  const span = look.yaml.valueSpan(path);
  const clear = !POINTED.test(text);
  if (clear && typeof value === 'number' && Number.isFinite(value) && value >= 0)
    return {low: value, high: value, percent: false, currency: null, span};
  const [amount, more] = clear && typeof value === 'string' ? joinRanges(text, atomsOf(text, home)) : [];
  if (amount !== undefined && more === undefined) {
    const {from, to, low, high, percent, currency} = amount;
    const beside = (text.slice(0, from) + text.slice(to)).trim().toUpperCase();
    const code = isCurrency(beside) ? beside : null;
    if (beside === '' || code !== null) return {low, high, percent, currency: currency ?? code, span};
  }
  unlike(look, path, 'a number', say`write all its digits, like ${'175000'}`);
  return null;
}

/** Over how many years a grant is: as stated, else unknown. */
function grantBasis(years: unknown): Band['basis'] {
  if (years === 4) return '4yr';
  return years === 1 ? 'annual' : 'unknown';
}
