import {type Currency, isCurrency} from '../base/index.ts';
import {atomsOf, joinRanges} from '../intake/index.ts';
import {say} from '../figure/index.ts';
import {type Lookup, type Path, showValue, unlike, valueAt, wordsAt} from '../files/index.ts';
import {PAID_BY} from './front-keys.ts';
import type {Band} from './types.ts';

/** Keys of an entry that are no sums. */
const WORDS: readonly string[] = ['region', 'level', 'currency'];
/** No year is paid less: the zeros of a thousand are missing. */
const LEAST_PAY = 1000;
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

/** The entries of `compensation` as bands, and the paths to what they say besides. */
export function rowsOf(look: Lookup): {rows: Band[][]; left: Path[]} {
  const path = ['compensation'];
  const value = valueAt(look.yaml.value, path);
  const hint = 'begin each region with "- region: "';
  if (value === null || value === undefined) return {rows: [], left: []};
  if (!Array.isArray(value)) {
    unlike(look, path, 'a list', hint);
    return {rows: [], left: [path]};
  }
  const left: Path[] = [];
  const rows = value.map((entry: unknown, at) => {
    const here = [...path, at];
    if (typeof entry === 'object' && entry !== null && !Array.isArray(entry))
      return rowOf(look, here, Object.keys(entry), left);
    unlike(look, here, 'keys like region and base_low', hint);
    left.push(here);
    return [];
  });
  return {rows: rows.filter(({length}) => length > 0), left};
}

function rowOf(look: Lookup, path: Path, keys: readonly string[], left: Path[]): Band[] {
  const [region, level, code] = WORDS.map(key => wordsAt(look, [...path, key]));
  const told = code?.value.toUpperCase() ?? '';
  const home = isCurrency(told) ? told : null;
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const key of keys) {
    const cut = key.lastIndexOf('_');
    const [name, end] = [key.slice(0, cut), key.slice(cut + 1)];
    const component = PAID_BY.get(name);
    const paid = component !== undefined && (end === 'low' || end === 'high');
    if (paid || (component === 'bonus' && end === 'pct')) {
      if (paid && seen.has(name)) continue;
      const of = paid ? rangeAt(look, path, name, home) : shareAt(look, [...path, key]);
      if (of !== null) parts.push({component, ...of});
      if (paid) seen.add(name);
    } else if (!WORDS.includes(key)) left.push([...path, key]);
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

/** `base_low` and `base_high`, in either order. A bonus may be in percent. */
function rangeAt(look: Lookup, path: Path, name: string, home: Currency | null): Typed | null {
  const ends = [`${name}_low`, `${name}_high`].map(key => [...path, key]);
  const component = PAID_BY.get(name);
  const [low = null, high = null] = ends.map(end => {
    const of = amountAt(look, end, home);
    const short = of !== null && of.low < LEAST_PAY && (component === 'base' || component === 'total');
    if (of === null || (of.low === of.high && !short && (!of.percent || component === 'bonus'))) return of;
    unlike(look, end, short ? 'the pay of a year' : 'one sum', say`write it like ${'175000'}`);
    return null;
  });
  if (low !== null && high !== null) {
    const [first, last] = low.span.from < high.span.from ? [low.span, high.span] : [high.span, low.span];
    return {...low, high: high.low, currency: low.currency ?? high.currency, span: {...first, to: last.to}};
  }
  const there = low ?? high;
  const gone = ends.find(end => valueAt(look.yaml.value, end) == null)?.at(-1);
  if (there !== null && gone !== undefined)
    look.wrong(there.span, say`one end of a range, without ${String(gone)}`, 'add it');
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
