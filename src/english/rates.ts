import type {PayPeriod} from '../intake/index.ts';
import {type Phrase, singular, STOPS} from './counted.ts';
import {isJoined, isLettered, type Near, wordsFrom} from './near.ts';
import {AMOUNT, isMark, type Tokens, WORD, wordAt} from './tokens.ts';
import {Words, wordSet} from './words.ts';

/** The words for a stretch of time, one of them or several. */
const UNITS = new Words<PayPeriod>([
  ['minute', 'minute'],
  ['hour', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
]);
const PERIODICALLY = new Words<PayPeriod>([
  ['year', 'annual annualized yearly'],
  ['day', 'daily'],
  ['hour', 'hourly'],
  ['week', 'weekly'],
  ['month', 'monthly'],
  ['quarter', 'quarterly'],
]);
const PER = wordSet('per each every');
const EVERY = wordSet('each every');
/** The days of a market: "per trading day". */
const MARKET = wordSet('trading market calendar');
const TRADING = wordSet('trading');
const ONLY_PER = wordSet('per');
const EACH = wordSet('each');
const THAT = wordSet('that');
const ARTICLE = wordSet('a an');
const ANNUALLY = wordSet('annually');
const IN = wordSet('in');
const JOINS = wordSet('and or plus but');
/** How many words may stand between a sum and its "per". */
const MOST_WORDS = 5;
const MOST_BEFORE_NOUN = 3;
const TIMES =
  wordSet(`trading market calendar markets minute minutes hour hours day days week weeks month months
  quarter quarters year years yr yrs annum time times`);

/** The period that a rate is over: "per trading minute", "annual", "for every quarter", "Each minute … costs". */
export function periodAround(near: Near, isMoney: boolean, of: Phrase | null): PayPeriod | null {
  return (
    periodBehind(near) ??
    adverbBehind(near) ??
    adjectiveIn(near, of) ??
    (isMoney ? subjectBefore(near) : null)
  );
}

/** "$2K [in lost orders] per trading minute". */
function periodBehind(near: Near): PayPeriod | null {
  const {tokens, end} = near;
  const from = wordsFrom(near);
  for (let at = from; at < Math.min(end, from + MOST_WORDS + 1); at++) {
    if (PER.has(tokens, at)) {
      const unit = at + (MARKET.has(tokens, at + 1) ? 2 : 1);
      const period = unit < end ? UNITS.of(tokens, unit) : null;
      if (period !== null) return period;
    }
    if (!isLettered(tokens, at) || JOINS.has(tokens, at)) return null;
  }
  return null;
}

/** "$2K a minute", "$8M annually", "$8M in annual revenue". */
function adverbBehind(near: Near): PayPeriod | null {
  const {tokens, end} = near;
  const from = wordsFrom(near);
  if (from >= end) return null;
  if (ARTICLE.has(tokens, from)) return from + 1 < end ? UNITS.of(tokens, from + 1) : null;
  if (ANNUALLY.has(tokens, from)) return 'year';
  const at = IN.has(tokens, from) ? from + 1 : from;
  return at < end ? PERIODICALLY.of(tokens, at) : null;
}

/** "daily PnL of $8M". */
function adjectiveIn({tokens}: Near, of: Phrase | null): PayPeriod | null {
  if (of !== null)
    for (let at = of.from; at < of.to; at++) {
      const period = PERIODICALLY.of(tokens, at);
      if (period !== null) return period;
    }
  return null;
}

/** "Each minute of downtime costs $2K". */
function subjectBefore({tokens, at, open}: Near): PayPeriod | null {
  let found: PayPeriod | null = null;
  for (let before = at - 1; before >= open && !isStop(tokens, before); before--) {
    if (!EVERY.has(tokens, before)) continue;
    const unit = before + (TRADING.has(tokens, before + 1) ? 2 : 1);
    found = (unit < at ? UNITS.of(tokens, unit) : null) ?? found;
  }
  return found;
}

function isStop(tokens: Tokens, at: number): boolean {
  return isMark(tokens, at, '.') || isMark(tokens, at, ';');
}

/** The noun over which a number is spread: "each pod averaging", "100 pods each generate", "per pod". */
export function spreadOver(near: Near): string | null {
  return perBehind(near) ?? eachBefore(near);
}

function perBehind(near: Near): string | null {
  const {tokens, end} = near;
  const from = wordsFrom(near);
  for (let at = from; at < Math.min(end - 1, from + MOST_BEFORE_NOUN + 1); at++) {
    const parted =
      at === from ||
      tokens.starts[at + 1] !== (tokens.ends[at] as number) + 1 ||
      tokens.text[tokens.ends[at] as number] !== '-';
    if (ONLY_PER.has(tokens, at) && isLettered(tokens, at + 1) && parted)
      return TIMES.has(tokens, at + 1) || isSite(tokens, at + 1) ? null : noun(tokens, at + 1, end);
    if (!isLettered(tokens, at)) return null;
  }
  return null;
}

/** "per levels.fyi" says who says so. */
function isSite(tokens: Tokens, at: number): boolean {
  return wordAt(tokens, at).includes('.');
}

function eachBefore({tokens, at, open}: Near): string | null {
  let each = at - 2;
  while (each >= open && !(EVERY.has(tokens, each) && isLettered(tokens, each + 1))) each--;
  if (each < open) return null;
  const several = severalBefore(tokens, each);
  if (several !== null) return several;
  return TIMES.has(tokens, each + 1) || STOPS.has(tokens, each + 1) ? null : noun(tokens, each + 1, at);
}

/** "pod" of "100 trading pods that each". */
function severalBefore(tokens: Tokens, each: number): string | null {
  if (!EACH.has(tokens, each)) return null;
  const last = each - (THAT.has(tokens, each - 1) ? 2 : 1);
  if (last < 1 || tokens.kinds[last] !== WORD || !wordAt(tokens, last).endsWith('s')) return null;
  const first = isJoined(tokens, last) ? last - 1 : last;
  const counted = isLettered(tokens, first - 1) ? first - 2 : first - 1;
  return tokens.kinds[counted] === AMOUNT ? noun(tokens, first, each) : null;
}

/** A noun in small letters, with what a hyphen joins to it. */
function noun(tokens: Tokens, from: number, end: number): string {
  let to = from + 1;
  while (
    to < end &&
    isLettered(tokens, to) &&
    isJoined(tokens, to) &&
    (tokens.starts[to] as number) > (tokens.ends[to - 1] as number)
  )
    to++;
  return singular(tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]).toLowerCase());
}
