import type {Currency} from '../base/index.ts';
import type {PayPeriod} from '../intake/index.ts';
import {countedAround} from './counted.ts';
import {isDate, isName} from './names.ts';
import {type Near, nearOf} from './near.ts';
import {periodAround, spreadOver} from './rates.ts';
import {AMOUNT, amountAt, isMark, type Tokens, tokensOf} from './tokens.ts';
import {Words, wordSet} from './words.ts';

/** A number of a text that says how much, with what the words around it say of it. Offsets are into the text. */
export interface SaidFigure {
  readonly from: number;
  readonly to: number;
  readonly kind: 'money' | 'percent' | 'duration' | 'count' | 'multiple';
  readonly low: number;
  readonly high: number;
  /** A trailing `+` or "at least". */
  readonly open: boolean;
  readonly currency: Currency | null;
  readonly per: PayPeriod | null;
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year' | null;
  readonly each: string | null;
  readonly of: string | null;
}

/**
 * Every number of a text that says how much. Dates, the numbers of steps and lists, and those that belong to a name say
 * nothing: "Feb 11", "Phase 2", "24/7", "Fortune 500". Linear in the length of the text.
 */
export function figuresSaid(text: string): SaidFigure[] {
  return DIGIT.test(text) ? figuresAmong(tokensOf(text)) : [];
}

const DIGIT = /\d/;

export function figuresAmong(tokens: Tokens): SaidFigure[] {
  const places: number[] = [];
  let named = false;
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== AMOUNT) continue;
    named = isName(tokens, at, named);
    if (!named && !isDate(tokens, at)) places.push(at);
  }
  return places.map((at, index) =>
    figureOf(nearOf(tokens, at, places[index - 1] ?? -1, places[index + 1] ?? tokens.count)),
  );
}

const DURATIONS = new Words<NonNullable<SaidFigure['unit']>>([
  ['minute', 'minute minutes min mins'],
  ['hour', 'hour hours hr hrs'],
  ['day', 'day days'],
  ['month', 'month months'],
  ['year', 'year years yr yrs'],
]);
const TIMES = wordSet('x');

function figureOf(near: Near): SaidFigure {
  const {tokens, at} = near;
  const amount = amountAt(tokens, at);
  if (amount === null) throw new Error('a figure is made of an amount');
  const {from, to, low, high, percent, currency} = amount;
  const counts = currency === null && !percent;
  const times = counts && isTimes(near);
  const unit = counts && !times ? unitBehind(near) : null;
  const kind = percent
    ? 'percent'
    : currency !== null
      ? 'money'
      : times
        ? 'multiple'
        : unit === null
          ? 'count'
          : 'duration';
  const behind = times || unit !== null ? at + 2 : at + 1;
  const of = countedAround({...near, behind}, unit !== null);
  return {
    from,
    to,
    kind,
    low,
    high,
    open: amount.open || isFloor(near),
    currency,
    per: unit === null ? (amount.per ?? periodAround(near, kind === 'money', of)) : null,
    unit,
    each: spreadOver(near),
    of: of?.words ?? null,
  };
}

/** "15 minutes", "10-minute", "2hr": a unit right behind the number, after a blank or a hyphen at most. */
function unitBehind({tokens, at, end}: Near): SaidFigure['unit'] {
  if (at + 1 >= end || (tokens.starts[at + 1] as number) - (tokens.ends[at] as number) > 2) return null;
  return DURATIONS.of(tokens, at + 1);
}

/** "4x", "4×". */
function isTimes({tokens, at, end}: Near): boolean {
  if (at + 1 >= end || tokens.starts[at + 1] !== tokens.ends[at]) return false;
  return TIMES.has(tokens, at + 1) || isMark(tokens, at + 1, '×');
}

const FLOORS = wordSet('over');
const LEAST = wordSet('least than of');
const AT_LEAST = new Words<string>([
  ['least', 'at'],
  ['than', 'more less'],
  ['of', 'minimum'],
]);
const NO = wordSet('no');
const LESS = wordSet('less');

/** "at least", "more than", "no less than", "a minimum of", "over": the number is a floor. */
function isFloor({tokens, at, open}: Near): boolean {
  const last = at - 1;
  if (last < open) return false;
  if (FLOORS.has(tokens, last)) return true;
  if (last - 1 < open || !LEAST.has(tokens, last)) return false;
  const word = tokens.text.slice(tokens.starts[last], tokens.ends[last]).toLowerCase();
  if (AT_LEAST.of(tokens, last - 1) !== word) return false;
  return !LESS.has(tokens, last - 1) || (last - 2 >= open && NO.has(tokens, last - 2));
}
