import {type Currency, isCurrency, showCount} from '../base/index.ts';
import {type Amount, type Atom, atomsOf, joinRanges, type PayPeriod, rangeOf} from '../english/index.ts';
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

/** A code behind the sum it belongs to: `120K–150K CHF`, `$120,000 CAD`. */
const CODE_BEHIND = /[\dKMBLkmb+][\s\uFEFF]{0,4}([A-Z]{3})\b(?!\s*[\dequiv])/;
/** `€58.000`: three digits behind a point are thousands where a point parts nothing else. */
const POINTED =
  /(?<=\d)\.(?=\d{3}(?!\d|[KMBTLC%]|[kmb]\b|[\s\uFEFF]{0,4}(?:thousand|million|billion|lakh|crore|bn|mn|percent)))/g;

/**
 * Reads `$175K - $225K`, `£130K - £170K / $165K - $215K`, `£110K / $138K - £146K / $182K`, `10–15%`,
 * `10% target ($16,000 – $20,000)`, `$600K+`, `120K–150K CHF`. Null for words, shares and what has no currency.
 * A range whose ends name two currencies is of `rowCurrency`; `home` is the currency that the region's name states,
 * which settles what a bare `$` or `kr` means. What else the cell says is its note: nothing is dropped.
 */
export function readCell(
  written: string,
  rowCurrency: Currency | null,
  home: Currency | null = null,
): PayCell | null {
  const text = written.includes('.') && !written.includes('%') ? written.replace(POINTED, ',') : written;
  const behind = CODE_BEHIND.exec(text)?.[1] ?? '';
  const told = isCurrency(behind) ? behind : null;
  const row = told ?? rowCurrency;
  const signed = atomsOf(text);
  const settled = told ?? home;
  const sound = settled === null || signed.some(atom => atom.currency === settled);
  const atoms = sound ? signed : atomsOf(text, settled);
  const [main, second] = (
    interleaved(text, atoms) ??
    mixed(text, atoms, row) ??
    joinRanges(text, atoms)
  ).filter(amount => isPay(text, amount, row));
  if (main === undefined) return null;
  const currency = main.percent ? null : (main.currency ?? row);
  if (!main.percent && currency === null) return null;
  const slip = main.percent ? null : thousandfold(main);
  const alt = altOf(text, main, second, currency);
  const altSlip = alt === null || second === undefined ? null : thousandfold(second);
  const read = alt === null || second === undefined ? main.atoms : [...main.atoms, ...second.atoms];
  return {
    unit: main.percent ? 'percent' : 'money',
    currency,
    low: main.low,
    high: main.atoms.length === 1 && main.open ? null : (slip ?? main.high),
    alt: alt === null ? null : {...alt, high: altSlip ?? alt.high},
    per: main.per,
    counted:
      told === null && !main.percent && main.atoms.every(atom => atom.currency === null && atom.scale === 1),
    note: remarkOf(written, read, told),
    mended: noteOf(main, currency, slip ?? altSlip),
  };
}

/** Money, a percent of pay, or a bare number too large to be anything else in a row of known currency; never shares. */
function isPay(text: string, amount: Amount, rowCurrency: Currency | null): boolean {
  const behind = text.slice(amount.to, amount.to + 60);
  if (amount.percent) return !OF_OTHERS.test(behind);
  if (amount.currency !== null) return true;
  if (SHARES.test(behind) || isForeign(text, amount)) return false;
  return rowCurrency !== null && (amount.high >= 10_000 || amount.atoms.some(atom => atom.scale > 1));
}

/** `PHP 1.2M` and `1.2M PHP`: a code that is none of ours stands beside it, so it is not of the row's currency. */
function isForeign(text: string, {from, to}: Amount): boolean {
  const before = /(?<![A-Za-z])([A-Z]{3})[\s\uFEFF]{0,4}$/.exec(text.slice(Math.max(0, from - 8), from))?.[1];
  const behind = /^\+?[\s\uFEFF]{0,4}([A-Z]{3})(?![A-Za-z])/.exec(text.slice(to, to + 9))?.[1];
  return [before, behind].some(code => code !== undefined && !isCurrency(code));
}

const SHARES =
  /^[\s\uFEFF]{0,4}(?:[A-Za-z-]{1,20}[\s\uFEFF]{1,4}){0,2}(?:options|shares|units|RSUs?|stock|tokens|PPUs|PSUs)\b/i;
/** "60-70% of US" is a share of other people's pay, "15% of base" is of one's own. */
const OF_OTHERS =
  /^[\s\uFEFF]{0,4}of\b(?![\s\uFEFF]+(?:[a-z-]+[\s\uFEFF]+)?(?:base|salary|pay|total|earnings|profits?)\b)/i;

/** From the first mark of a run alone: trying at each would take the square of its length, as elsewhere in this room. */
const MARKS_AROUND = /^[\s\uFEFF+/|~≈=,;:.–—−-]+|(?<![\s\uFEFF+/|~≈=,;:.–—−-])[\s\uFEFF+/|~≈=,;:.–—−-]+$/g;
/** What a read amount ends with and what is no remark: its period, or the word of a range. */
const ENDING =
  /^[\s\uFEFF]{0,4}(?:(?:\/\s?|per\s)(?:4[\s-]?)?(?:yr|year|annum|mo|month)s?\b|(?:to|p\.a\.)(?![A-Za-z])|&[nm]dash;)/i;

/** The words and figures between and around those that were read, as one remark. */
function remarkOf(text: string, read: readonly Atom[], told: Currency | null): string | null {
  const remarks: string[] = [];
  let at = 0;
  for (const {from, to} of [
    ...read.toSorted((a, b) => a.from - b.from),
    {from: text.length, to: text.length},
  ]) {
    const piece = text.slice(at, from);
    if (/[A-Za-z\d]/.test(piece)) {
      const own = told === null ? piece : piece.replace(new RegExp(`\\b${told}\\b`), '');
      const words = unwrapped(normalized(at === 0 ? own : own.replace(ENDING, '')).replace(MARKS_AROUND, ''));
      if (/[A-Za-z\d]/.test(words)) remarks.push(words);
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
  if (/\+|\bplus\b|\band\b/i.test(text.slice(from, second.from))) return null;
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
  const signs = a !== undefined && b !== undefined && b.currency !== null && a.currency !== b.currency;
  return signs && !main.percent
    ? `one range has the signs of ${a.currency} and ${b.currency}: read as ${currency}`
    : null;
}
