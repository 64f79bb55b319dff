import type {Currency} from '../base/index.ts';
import {type Amount, type Atom, atomsOf, joinRanges, type Period, rangeOf} from './amounts.ts';

/** A cell of the compensation table, as written. */
export interface Cell {
  readonly unit: 'money' | 'percent';
  readonly currency: Currency | null;
  readonly low: number;
  readonly high: number | null;
  readonly alt: {readonly currency: Currency; readonly low: number; readonly high: number} | null;
  readonly per: Period | null;
  /** What had to be mended to read it, in words; null for a sound cell. */
  readonly mended: string | null;
}

/**
 * Reads `$175K - $225K`, `£130K - £170K / $165K - $215K`, `£110K / $138K - £146K / $182K`, `10–15%`,
 * `10% target ($16,000 – $20,000)`, `$600K+`. Null for words, shares and what has no currency.
 * A range whose ends name two currencies is of `rowCurrency`; `home` is the currency that the region's name states,
 * which settles what a bare `$` or `kr` means.
 */
export function readCell(
  text: string,
  rowCurrency: Currency | null,
  home: Currency | null = null,
): Cell | null {
  const signed = atomsOf(text);
  const atoms = signed.some(atom => atom.currency === home) ? signed : atomsOf(text, home);
  const [main, second] = (
    interleaved(text, atoms) ??
    mixed(text, atoms, rowCurrency) ??
    joinRanges(text, atoms)
  ).filter(amount => isPay(text, amount, rowCurrency));
  if (main === undefined) return null;
  const currency = main.percent ? null : (main.currency ?? rowCurrency);
  if (!main.percent && currency === null) return null;
  const slip = main.percent ? null : thousandfold(main);
  const alt = altOf(main, second, currency);
  const altSlip = alt === null || second === undefined ? null : thousandfold(second);
  return {
    unit: main.percent ? 'percent' : 'money',
    currency,
    low: main.low,
    high: main.atoms.length === 1 && main.open ? null : (slip ?? main.high),
    alt: alt === null ? null : {...alt, high: altSlip ?? alt.high},
    per: main.per,
    mended: noteOf(main, currency, slip ?? altSlip),
  };
}

/** Money, a percent, or a bare number too large to be anything else in a row of known currency; never shares. */
function isPay(text: string, amount: Amount, rowCurrency: Currency | null): boolean {
  if (amount.percent || amount.currency !== null) return true;
  if (/^[\s\uFEFF]{0,4}(?:options|shares|units|RSUs|stock)\b/i.test(text.slice(amount.to, amount.to + 16)))
    return false;
  return rowCurrency !== null && (amount.high >= 10_000 || amount.atoms.some(atom => atom.scale > 1));
}

/** `£110K / $138K - £146K / $182K`: low in both currencies, then high in both. */
function interleaved(text: string, atoms: readonly Atom[]): Amount[] | null {
  const [a, b, c, d] = atoms;
  if (a === undefined || b === undefined || c === undefined || d === undefined || atoms.length !== 4)
    return null;
  const glue = [text.slice(a.to, b.from), text.slice(b.to, c.from), text.slice(c.to, d.from)];
  if (!/\//.test(glue[0] ?? '') || !/[-–—]/.test(glue[1] ?? '') || !/\//.test(glue[2] ?? '')) return null;
  if (a.currency === b.currency || a.currency !== c.currency || b.currency !== d.currency) return null;
  return [rangeOf(a, c), rangeOf(b, d)];
}

/** `$70,000 - S$160,000`: one range under two signs, which is the row's currency if either is. */
function mixed(text: string, atoms: readonly Atom[], rowCurrency: Currency | null): Amount[] | null {
  const [a, b] = atoms;
  if (a === undefined || b === undefined || a.percent || b.percent) return null;
  if (a.currency === null || b.currency === null || a.currency === b.currency) return null;
  if (!/^[\s\uFEFF]{0,4}[-–—][\s\uFEFF]{0,4}$/.test(text.slice(a.to, b.from))) return null;
  const currency = rowCurrency ?? a.currency;
  return [{...rangeOf(a, b), currency}, ...joinRanges(text, atoms.slice(2))];
}

/** A second amount in another currency, or money behind a percent. The same currency again is a remark. */
function altOf(main: Amount, second: Amount | undefined, currency: Currency | null): Cell['alt'] {
  if (second === undefined || second.percent || second.currency === null) return null;
  if (!main.percent && second.currency === currency) return null;
  return {currency: second.currency, low: second.low, high: second.high};
}

/** `$715K-$1.097K`: an end a thousandfold too small, by its unit. Null where the range is sound. */
function thousandfold({low, high, atoms}: Amount): number | null {
  const mended = Number((high * 1000).toPrecision(15));
  return atoms.length === 2 && high < low && mended > low && mended < low * 10 ? mended : null;
}

function noteOf(main: Amount, currency: Currency | null, slip: number | null): string | null {
  if (slip !== null) return `the high end is read as ${slip.toLocaleString('en-US')}`;
  const [a, b] = main.atoms;
  const signs = a !== undefined && b !== undefined && b.currency !== null && a.currency !== b.currency;
  return signs && !main.percent
    ? `one range has the signs of ${a.currency} and ${b.currency}: read as ${currency}`
    : null;
}
