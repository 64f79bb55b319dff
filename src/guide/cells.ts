import {type Currency, showCount} from '../base/index.ts';
import {
  areShares,
  isAdded,
  isBelow,
  isByUnknown,
  isFloor,
  isJoint,
  isMultiplied,
  isOfOthers,
  isUntold,
  withoutJoint,
} from '../english/index.ts';
import {
  type Amount,
  type Atom,
  cellAtomsOf,
  halfWidth,
  inEnglish,
  isDashBetween,
  isForeignSum,
  joinRanges,
  type PayPeriod,
  rangeOf,
} from '../intake/index.ts';
import {normalized} from './bare.ts';

/** A cell of the compensation table, as written. */
export interface PayCell {
  readonly unit: 'money' | 'percent';
  readonly currency: Currency | null;
  readonly low: number;
  readonly high: number | null;
  readonly alt: {readonly currency: Currency; readonly low: number; readonly high: number} | null;
  readonly per: PayPeriod | null;
  /** Whether no sign, code or magnitude says that it is money: a large bare number in a row of money. */
  readonly counted: boolean;
  /** What it says beside its figures; null for nothing. */
  readonly note: string | null;
  /** What had to be mended to read it, in words; null for a sound cell. */
  readonly mended: string | null;
}

/**
 * Reads `$175K - $225K`, `£130K - £170K / $165K - $215K`, `£110K / $138K - £146K / $182K`, `10–15%`,
 * `10% target ($16,000 – $20,000)`, `$600K+`, `120K–150K CHF`, `€60.000,00`. Null for words, shares, what has no currency
 * and sums of which nobody can say how they belong together. A range whose ends name two currencies is of `rowCurrency`;
 * `home` is the currency that the region's name states, which settles what a bare `$` or `kr` means; `counted` is what the
 * heading counts its figures in (1000 for "$K"). What else the cell says is its note: nothing is dropped.
 */
export function readCell(
  written: string,
  rowCurrency: Currency | null,
  home: Currency | null = null,
  counted = 1,
): PayCell | null {
  const told = inEnglish(written);
  const text = halfWidth(told);
  const signed = cellAtomsOf(text);
  const isSound = home === null || signed.some(atom => atom.currency === home);
  const atoms = isSound ? signed : cellAtomsOf(text, home);
  const [main, second] = (
    interleaved(text, atoms) ??
    mixed(text, atoms, rowCurrency) ??
    joinRanges(text, atoms)
  )
    .map(amount => multiplied(amount, counted))
    .filter(amount =>
      isPay(text, amount, rowCurrency ?? signed.find(one => one.currency !== null)?.currency ?? null),
    );
  if (main === undefined) return null;
  const currency = main.percent ? null : (main.currency ?? rowCurrency);
  if (!main.percent && currency === null) return null;
  if (isUnclear(text, main, second)) return null;
  const slip = main.percent ? null : thousandfold(main);
  const alt = altOf(text, main, second, currency);
  const altSlip = alt === null || second === undefined ? null : thousandfold(second);
  const read = alt === null || second === undefined ? main.atoms : [...main.atoms, ...second.atoms];
  const months = second?.per === 'month' ? 12 : 1;
  return {
    unit: main.percent ? 'percent' : 'money',
    currency,
    low: main.low,
    high: main.atoms.length === 1 && isOpen(text, main) ? null : (slip ?? main.high),
    alt: alt === null ? null : {...alt, low: alt.low * months, high: (altSlip ?? alt.high) * months},
    per: main.per,
    counted:
      !main.percent && main.atoms.every(atom => atom.currency === null && atom.scale === 1) && counted === 1,
    note: remarkOf(told, read),
    mended: noteOf(main, currency, slip ?? altSlip),
  };
}

/** A figure under "($K)" that says no magnitude itself, as it is meant. */
function multiplied(amount: Amount, counted: number): Amount {
  const isBare = amount.atoms.every(atom => atom.scale === 1 && atom.digits < 10_000);
  if (counted === 1 || amount.percent || !isBare) return amount;
  return {...amount, low: amount.low * counted, high: amount.high * counted};
}

/** Money, a percent of pay, or a bare number too large to be anything else in a row of known currency; never shares. */
function isPay(text: string, amount: Amount, rowCurrency: Currency | null): boolean {
  const behind = text.slice(amount.to, amount.to + 60);
  if (amount.percent) return !isOfOthers(behind);
  if (amount.currency !== null) return true;
  if (areShares(behind) || isForeignSum(text, amount)) return false;
  return rowCurrency !== null && (amount.high >= 10_000 || amount.atoms.some(atom => atom.scale > 1));
}

/**
 * Whether a sum cannot be told for what it is: beside another of its currency with nothing to say which is meant
 * (`$175K / $225K`), multiplied (`4 x $125K`), below what stands there, or by a period that nobody knows.
 */
function isUnclear(text: string, main: Amount, second: Amount | undefined): boolean {
  if (main.percent) return false;
  if (isPlain(text, main)) return false;
  if (isMultiplied(text) || isBelow(text.slice(0, main.from)) || isByUnknown(text.slice(main.to)))
    return true;
  if (second === undefined || second.percent || second.from < main.to) return false;
  if (second.currency !== null && second.currency !== main.currency) return false;
  return isUntold(text.slice(main.to, second.from));
}

/** Whether a cell is its sum, and nothing beside it. */
function isPlain(text: string, {from, to}: Amount): boolean {
  return text.slice(0, from).trim() === '' && text.slice(to).trim() === '';
}

/** `$600K+`, `>$600K`, "$600K or more". */
function isOpen(text: string, main: Amount): boolean {
  if (main.open || isPlain(text, main)) return main.open;
  return isFloor(text.slice(0, main.from), text.slice(main.to));
}

/** From the first mark of a run alone: trying at each would take the square of its length, as elsewhere in this room. */
const MARKS_AROUND =
  /^[\s\uFEFF+/|~≈=,;:.–—−‐‑-]+|(?<![\s\uFEFF+/|~≈=,;:.–—−‐‑-])[\s\uFEFF+/|~≈=,;:.–—−‐‑-]+$/g;

/** The words and figures between and around those that were read, as one remark. */
function remarkOf(text: string, read: readonly Atom[]): string | null {
  const remarks: string[] = [];
  let at = 0;
  for (const {from, to} of [
    ...read.toSorted((a, b) => a.from - b.from),
    {from: text.length, to: text.length},
  ]) {
    const piece = text.slice(at, from);
    if (/[A-Za-z\d]/.test(piece)) {
      const words = unwrapped(normalized(at === 0 ? piece : withoutJoint(piece)).replace(MARKS_AROUND, ''));
      if (/[A-Za-z\d]/.test(words) && !isJoint(words)) remarks.push(words);
    }
    at = to;
  }
  return remarks.length === 0 ? null : remarks.join('; ');
}

/** Without brackets around the whole, and without a bracket that has no partner. */
function unwrapped(words: string): string {
  const opens = words.split('(').length - words.split(')').length;
  if (opens > 0) return words.replace(/\(([^(]*)$/, '$1').replace(MARKS_AROUND, '');
  if (opens < 0) return words.replace(')', '').replace(MARKS_AROUND, '');
  return words.replace(/^\(([^()]*)\)$/, '$1');
}

/** `£110K / $138K - £146K / $182K`: low in both currencies, then high in both. */
function interleaved(text: string, atoms: readonly Atom[]): Amount[] | null {
  const [a, b, c, d] = atoms;
  if (a === undefined || b === undefined || c === undefined || d === undefined || atoms.length !== 4)
    return null;
  const glue = [text.slice(a.to, b.from), text.slice(b.to, c.from), text.slice(c.to, d.from)];
  if (!glue[0]?.includes('/') || !isDashBetween(text, b, c) || !glue[2]?.includes('/')) return null;
  if (a.currency === b.currency || a.currency !== c.currency || b.currency !== d.currency) return null;
  return [rangeOf(a, c), rangeOf(b, d)];
}

/** `$70,000 - S$160,000`: one range under two signs, which is the row's currency if either is. */
function mixed(text: string, atoms: readonly Atom[], rowCurrency: Currency | null): Amount[] | null {
  const [a, b] = atoms;
  if (a === undefined || b === undefined || a.percent || b.percent) return null;
  if (a.currency === null || b.currency === null || a.currency === b.currency) return null;
  if (!isDashBetween(text, a, b)) return null;
  const currency = rowCurrency === b.currency ? b.currency : a.currency;
  return [{...rangeOf(a, b), currency}, ...joinRanges(text, atoms.slice(2))];
}

/**
 * A second amount in another currency, or money behind a percent. The same currency again is a remark, and so is what
 * a plus adds.
 */
function altOf(
  text: string,
  main: Amount,
  second: Amount | undefined,
  currency: Currency | null,
): PayCell['alt'] {
  if (second === undefined || second.percent || second.currency === null) return null;
  if (!main.percent && second.currency === currency) return null;
  const from = Math.min(main.to, second.from);
  if (isAdded(text.slice(from, second.from))) return null;
  return {currency: second.currency, low: second.low, high: second.high};
}

/** `$715K-$1.097K`: an end a thousandfold too small, by its unit. Null where the range is sound. */
function thousandfold({low, high, atoms}: Amount): number | null {
  if (atoms.length !== 2 || high >= low) return null;
  const mended = Number((high * 1000).toPrecision(15));
  return mended > low && mended < low * 10 ? mended : null;
}

function noteOf(main: Amount, currency: Currency | null, slip: number | null): string | null {
  if (slip !== null) return `the high end is read as ${showCount(slip)}`;
  const [a, b] = main.atoms;
  if (a !== undefined && b !== undefined && !main.percent) {
    if (a.scale === 1 && main.low !== a.value && main.low / a.digits !== b.scale)
      return `the low end is read as ${showCount(main.low)}`;
    if (b.scale === 1 && main.high !== b.value) return `the high end is read as ${showCount(main.high)}`;
  }
  const signs = a !== undefined && b !== undefined && b.currency !== null && a.currency !== b.currency;
  return signs && !main.percent
    ? `one range has the signs of ${a.currency} and ${b.currency}: read as ${currency}`
    : null;
}
