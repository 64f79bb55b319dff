import {amountAt, isMark, MARK, type Tokens, tokensOf} from './tokens.ts';
import {phrases, Vocabulary} from './vocabulary.ts';

/** How long what a table states runs: a year, four years, once, or nobody says. */
export type GrantPeriod = 'annual' | '4yr' | 'unknown';

const YEARS = phrases('yr/yrs/year/years/y');
const FOUR = phrases('four yr/yrs/year/years|4y');
const A_YEAR = phrases(
  '\\ yr/year/annum/y|per year/yr/annum|annual/annually/annualized/annualised|yearly|p . a|p.a|pa|each/every/a year|year/yr #|year one|first year|yr1|year1|y1',
);
const A_MONTH = new Vocabulary<'month' | 'other'>([
  ['month', '\\ mo/month/mth|per month/mo|monthly|a/each month|pcm'],
  ['other', '\\ hr/hour/day/wk/week|per hour/hr/day/week|hourly|daily|weekly|an hour|a day'],
]);
const GRANT = phrases('grant/grants|award/awards|token/tokens');
const THOUSANDS = new Vocabulary<1e3 | 1e5 | 1e6>([
  [
    1e3,
    '( k )|( $/£/€ k )|( k $/£/€ )|( k $/£/€/usd/gbp/eur )|( usd/gbp/eur/chf/sgd/cad/aud k )|thousand/thousands',
  ],
  [1e5, 'lpa|lakh/lakhs|lac/lacs'],
  [1e6, '( m )|( $/£/€ m )|million/millions'],
]);

/** How long a grant runs by its heading: "4yr" unless "/yr" stands before any bracket; nobody says it of "Options/RSU est.". */
export function grantOfHeading(heading: string): GrantPeriod {
  const tokens = tokensOf(heading);
  if (isYearly(tokens, outside(tokens))) return 'annual';
  if (isFour(tokens)) return '4yr';
  return isYearly(tokens, tokens.count) ? 'annual' : 'unknown';
}

/**
 * What a cell says of it, against its heading: "4yr" anywhere, and "/yr" before any bracket, for "($20K/yr)" behind a grant
 * over four years is a remark. Null where it says nothing.
 */
export function grantOfCell(cell: string): GrantPeriod | null {
  if (!/[a-z]{2}/i.test(cell)) return null;
  const tokens = tokensOf(cell);
  if (isFour(tokens)) return '4yr';
  return isYearly(tokens, outside(tokens)) ? 'annual' : null;
}

/** "/4yr" in a cell of anything: what is stated is over four years. */
export function isOverFour(cell: string): boolean {
  if (!cell.includes('/')) return false;
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

/** What a note beneath a table speaks of, and the words by which it does so of figures rather than of vesting. */
const EQUITY = phrases(
  'equity|rsu/rsus|stock|psu/psus|option/options|grant/grants|share/shares|token/tokens',
);
const FIGURES = phrases(
  'value/values/valued|figure/figures|number/numbers|amount/amounts|ranges|bands|column/columns|cover/covers|estimate/estimates|represent/represents/reflect/reflects/show/shows/shown|state/states/stated/quoted/listed/expressed/given/reported/presented/denote/denotes/calculated|totals',
);
const WHOLE = phrases('total/totals/whole/full/entire/aggregate/cumulative');
const VESTS = phrases('vest/vests/vested/vesting');
const VEST = phrases('vest/vests');
const NOT = phrases('not|never|rather than|instead of');
/** What stands between a note's subject and a period of something else. */
const OTHERWISE = phrases(
  'exclud~|includ~|without|beside~|divid~|multipl~|quarter|fourth|refresh~|bonus/bonuses|update/updated/updates|review~|revis~|adjust~|paid|awarded|issued|granted|price/prices|chang~|grow/grows/grew/grown|increas~|doubl~|tripl~|rise/risen/rose|fall/fallen/fell|expire/expires|after|past|last',
);
const WHOLES = phrases(
  '(initial/gross/new/full/vested/face/fair/market) value/values/figure/figures/amount/amounts/number/numbers/grant/grants/award/awards/total/totals/package/packages/equity/stock/rsu/rsus/basis/terms/period/horizon/term/sum/sums|and|while|but|with',
);
const PARTS = phrases(
  '(average/vested/vest/vesting) value/values/figure/figures/amount/amounts/number/numbers/total/totals/equity/stock/rsu/rsus/basis/terms/portion/tranche/slice/vest/vesting|and|while|but|of',
);
const ONE_YEAR = phrases('one year');

/**
 * What a sentence of a note says that figures of equity are: "Equity values represent four-year grants", "RSU figures are per
 * year". Null where it says nothing of figures, or that the equity vests over that time, which that of one year does too.
 */
export function grantOfNote(sentence: string): GrantPeriod | null {
  const tokens = tokensOf(sentence);
  const subject = EQUITY.first(tokens);
  if (subject === null) return null;
  const isStated = FIGURES.first(tokens) !== null;
  let open = subject.to;
  for (let at = Math.max(0, subject.from - 3); at < tokens.count; at++) {
    const yearly = A_YEAR.at(tokens, at) ?? ONE_YEAR.at(tokens, at);
    const isWhole = isFourAt(tokens, at);
    if (!isWhole && yearly === null) continue;
    const to = isWhole ? (FOUR.at(tokens, at)?.to ?? at + 2) : (yearly?.to ?? at);
    // "four-year equity values": the period may stand right before
    const isBefore = at < subject.from;
    if (isBefore && to !== subject.from) continue;
    const between = isBefore ? {from: subject.to, to: subject.to + 2} : {from: open, to: at};
    const has = (words: Vocabulary<true>) => words.first(tokens, between.from, between.to) !== null;
    const isTotal = has(WHOLE) || WHOLE.at(tokens, to) !== null;
    const isEnd = to >= tokens.count || tokens.kinds[to] === MARK || isBefore;
    const isOf = isEnd || (isWhole ? WHOLES : PARTS).at(tokens, to) !== null;
    const isVesting = has(VESTS) || (isWhole && VESTS.at(tokens, to) !== null);
    if (has(NOT)) open = to;
    else if (
      !has(OTHERWISE) &&
      (isWhole && isTotal ? (isStated || isOf) && !has(VEST) : isStated && isOf && !isVesting)
    )
      return isWhole ? '4yr' : 'annual';
  }
  return null;
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
