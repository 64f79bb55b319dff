import {amountAt, isMark, type Tokens, tokensOf} from './tokens.ts';
import {Vocabulary} from './vocabulary.ts';

/** How long what a table states runs: a year, four years, once, or nobody says. */
export type GrantPeriod = 'annual' | '4yr' | 'unknown';

const YEARS = new Vocabulary<true>([[true, 'yr/yrs/year/years/y']]);
const FOUR = new Vocabulary<true>([[true, 'four yr/yrs/year/years|4y']]);
const A_YEAR = new Vocabulary<true>([
  [
    true,
    '\\ yr/year/annum/y|per year/yr/annum|annual/annually/annualized/annualised|yearly|p . a|p.a|pa|each/every/a year|year/yr #|year one|first year|yr1|year1|y1',
  ],
]);
const A_MONTH = new Vocabulary<'month' | 'other'>([
  ['month', '\\ mo/month/mth|per month/mo|monthly|a/each month|pcm'],
  ['other', '\\ hr/hour/day/wk/week|per hour/hr/day/week|hourly|daily|weekly|an hour|a day'],
]);
const GRANT = new Vocabulary<true>([[true, 'grant/grants|award/awards|token/tokens']]);
const THOUSANDS = new Vocabulary<1e3 | 1e5 | 1e6>([
  [
    1e3,
    '( k )|( $/£/€ k )|( k $/£/€ )|( k $/£/€/usd/gbp/eur )|( usd/gbp/eur/chf/sgd/cad/aud k )|thousand/thousands',
  ],
  [1e5, 'lpa|lakh/lakhs|lac/lacs'],
  [1e6, '( m )|( $/£/€ m )|million/millions'],
]);

/**
 * How long a grant runs, by its cell and else by its heading: "4yr" in either, and "/yr" in either against it; a remark in
 * brackets behind ("$20K/yr" of a grant over four years) does not count. Neither says so of "Options/RSU est.".
 */
export function grantPeriod(heading: string, cell: string): GrantPeriod {
  const [head, said] = [tokensOf(heading), tokensOf(cell)];
  if (isFour(said)) return '4yr';
  if (isYearly(said, outside(said))) return 'annual';
  if (isYearly(head, outside(head))) return 'annual';
  if (isFour(head)) return '4yr';
  return isYearly(head, head.count) ? 'annual' : 'unknown';
}

/** "/4yr" in a cell of anything: what is stated is over four years. */
export function isOverFour(cell: string): boolean {
  const tokens = tokensOf(cell);
  for (let at = 1; at < tokens.count; at++)
    if (isMark(tokens, at - 1, '/') && isFourAt(tokens, at)) return true;
  return false;
}

/** The period that a heading of pay names, where it is no year: "Monthly Base", "Base (per month)", "Hourly Rate". */
export function periodOfHeading(heading: string): 'month' | 'other' | null {
  return A_MONTH.in(heading);
}

/** Whether a heading pays a grant, whatever it is granted in. */
export function isGrant(heading: string): boolean {
  return GRANT.in(heading) !== null;
}

/** What a heading counts its figures in, "($K)", "in lakhs"; 1 where it says nothing. */
export function magnitudeOfHeading(heading: string): number {
  return THOUSANDS.in(heading) ?? 1;
}

function isFour(tokens: Tokens): boolean {
  for (let at = 0; at < tokens.count; at++) if (isFourAt(tokens, at)) return true;
  return false;
}

function isFourAt(tokens: Tokens, at: number): boolean {
  const amount = amountAt(tokens, at);
  if (amount !== null)
    return amount.high === 4 && amount.currency === null && YEARS.at(tokens, at + 1) !== null;
  return FOUR.at(tokens, at) !== null;
}

function isYearly(tokens: Tokens, to: number): boolean {
  return A_YEAR.first(tokens, 0, to) !== null;
}

/** The token at which brackets open. */
function outside(tokens: Tokens): number {
  for (let at = 0; at < tokens.count; at++) if (isMark(tokens, at, '(')) return at;
  return tokens.count;
}
