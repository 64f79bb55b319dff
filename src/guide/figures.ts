import type {Source} from '../base/index.ts';
import {type Amount, amountsOf, payPeriodOf} from '../english/index.ts';
import {countedAround, distributedOver, isFloor, periodAround, type Surroundings} from './around.ts';
import {normalized} from './bare.ts';
import {hitsIn} from './hits.ts';
import type {Figure} from './types.ts';

/** How many characters around a number may speak of it. */
const REACH = 180;

/**
 * Every number of a bared text, which begins at `offset` of the source, with what the words around it say of it: years,
 * list numbers and parts of names are none. Linear in the length of the text.
 */
export function figuresInText(source: Source, text: string, offset: number): Figure[] {
  if (!/\d/.test(text)) return [];
  const amounts = amountsOf(text).filter(amount => !isDate(text, amount));
  return amounts.map((amount, at) => figureOf(source, text, offset, amount, around(text, amounts, at)));
}

/** The words of the same sentence, up to the neighbouring numbers. */
function around(text: string, amounts: readonly Amount[], at: number): Surroundings {
  const amount = amounts[at] as Amount;
  const open = amounts[at - 1]?.to ?? 0;
  const reach = Math.max(0, amount.from - REACH);
  const from = reach + lastSentence(text.slice(reach, amount.from));
  const next = amounts[at + 1]?.from ?? text.length;
  const after = text.slice(amount.to, Math.min(amount.to + REACH, next));
  const end = after.search(/[.!?]["'”]?\s/);
  return {
    wide: () => spaced(text.slice(from, amount.from)),
    before: spaced(text.slice(Math.max(from, open), amount.from)),
    after: spaced(end < 0 ? after : after.slice(0, end)),
  };
}

const SENTENCE_END = /[.!?]["'”)]?\s/g;

function lastSentence(before: string): number {
  let from = 0;
  for (const {index} of hitsIn(before, SENTENCE_END)) from = index + 1;
  return from;
}

function spaced(words: string): string {
  return /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ') : words;
}

const DURATION = /^ ?-?(?:(minute|hour|day|month|year)s?|(yr|hr|min)s?)\b/i;
const MULTIPLE = /^[x×](?![A-Za-z])/i;

function figureOf(source: Source, text: string, offset: number, amount: Amount, near: Surroundings): Figure {
  const counts = amount.currency === null && !amount.percent;
  const duration = counts ? DURATION.exec(near.after) : null;
  const kind = kindOf(amount, near.after, duration !== null);
  const after = near.after.slice(
    kind === 'duration' ? (duration?.[0].length ?? 0) : kind === 'multiple' ? 1 : 0,
  );
  const of = countedAround({...near, after}, kind);
  return {
    text: normalized(text.slice(amount.from, amount.to)),
    span: source.span(offset + amount.from, offset + amount.to),
    kind,
    low: amount.low,
    high: amount.high,
    open: amount.open || isFloor(near.before),
    currency: amount.currency,
    per: kind === 'duration' ? null : (amount.per ?? periodAround(near, kind, of)),
    unit: duration === null ? null : (payPeriodOf(duration[1] ?? duration[2] ?? '') as Figure['unit']),
    each: distributedOver(near),
    of,
  };
}

function kindOf(amount: Amount, after: string, isDuration: boolean): Figure['kind'] {
  if (amount.percent) return 'percent';
  if (amount.currency !== null) return 'money';
  if (MULTIPLE.test(after)) return 'multiple';
  return isDuration ? 'duration' : 'count';
}

const MONTH = /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?[\s\uFEFF]*$/i;

/** A bare four-digit year, a day of the month, or the number of a list's item. */
function isDate(text: string, {atoms, percent, currency, low, from, to}: Amount): boolean {
  if (percent || currency !== null || atoms.some(atom => atom.scale > 1 || atom.open)) return false;
  if (
    /^[.)]\s/.test(text.slice(to, to + 2)) &&
    /(?:^|\n)[ \t\uFEFF>]*$/.test(text.slice(Math.max(0, from - 12), from))
  )
    return true;
  // "2024-2026" and "2025-26"
  if (atoms.every((atom, at) => isYear(atom.value) || (at === 1 && atom.value < 100 && isYear(low))))
    return true;
  return MONTH.test(text.slice(Math.max(0, from - 14), from));
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value < 2100;
}
