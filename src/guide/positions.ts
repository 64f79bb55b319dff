import type {Currency} from '../base/index.ts';
import {type Amount, amountsOf} from '../english/index.ts';
import type {Page} from './blocks.ts';
import {type StrategyClause, withoutRemarks} from './clauses.ts';
import {conditionsOf, isNotPay, payOf} from './pay-words.ts';
import type {Band, Position} from './types.ts';

const SLASH = /^[+\s\uFEFF]*(?:base[\s\uFEFF]*)?\/[\s\uFEFF]*[~≈]?$/;
/** What the sentence before ends on: a sum that was a total. */
const TOTAL_BEFORE = /\b(?:total comp(?:ensation)?|TC)\b[^.]{0,12}\.["”]?[\s\uFEFF]+[^.]*$/i;

export type Side = 'anchor' | 'accept' | 'walkAway';

/** One number as stated, before it is known whether its region must be named. */
export interface Stated {
  readonly side: Side;
  readonly pays: string;
  readonly scope: string | null;
  readonly amount: Amount;
  readonly position: Omit<Position, 'key'>;
}

/** Sums that a slash joins, with the words around the whole list: one sum in two currencies, or one for each region. */
interface Group {
  readonly amounts: readonly Amount[];
  readonly before: string;
  readonly behind: string;
}

/**
 * The numbers opened with, accepted and walked away from. Of a range the anchor takes the high end, the others the
 * low one; of two currencies the first. A second number for the same key is left to `other`.
 */
export function positionsOf(
  page: Page,
  clauses: readonly StrategyClause[],
  bands: readonly Band[],
  tabled: readonly Stated[] = [],
) {
  const worded: Stated[] = [];
  for (const clause of clauses) {
    if (clause.mode === 'competing' || clause.mode === 'other') continue;
    for (const one of statedIn(page, clause, clause.mode, bands, worded)) worded.push(one);
  }
  const named = underOneName([...worded, ...tabled]);
  const words = named.slice(0, worded.length);
  // a table tells what the words left out
  const missing = named
    .slice(worded.length)
    .filter(
      one =>
        !words.some(
          ({side, pays, scope}) =>
            one.side === side && one.pays === pays && (one.scope === scope || one.scope === null),
        ),
    );
  const stated = [...words, ...missing];
  const plainly = isOfOnePlace(stated);
  // said again without its region
  const repeats = (one: Stated) =>
    one.scope === null && stated.some(other => other.scope !== null && isSame(one, other));
  const side = (wanted: Side): Position[] =>
    firstOfEach(
      stated.flatMap(one => {
        const key = one.scope === null || plainly ? one.pays : `${one.pays}@${one.scope}`;
        return one.side === wanted && (plainly || !repeats(one)) ? [{...one.position, key}] : [];
      }),
    );
  return {anchor: side('anchor'), accept: side('accept'), walkAway: side('walkAway')};
}

/** "Austin TX" goes by "Austin" where it does so elsewhere in the strategy. */
function underOneName(stated: readonly Stated[]): Stated[] {
  const scopes = [...new Set(stated.flatMap(({scope}) => scope ?? []))];
  return stated.map(one => {
    const {scope} = one;
    const short = scopes.find(
      other =>
        scope !== null &&
        scope !== other &&
        /^,?\s/.test(scope.slice(other.length)) &&
        scope.startsWith(other),
    );
    return short === undefined ? one : {...one, scope: short};
  });
}

/** Whether all is of one region or level: one is named at most, in one currency, and nothing stated twice without and with it. */
function isOfOnePlace(stated: readonly Stated[]): boolean {
  const scopes = new Set(stated.map(one => one.scope));
  if (scopes.size < 2) return true;
  if (scopes.size > 2 || !scopes.has(null)) return false;
  const currencies = new Set(stated.flatMap(({position}) => position.currency ?? []));
  const said = (one: Stated) => `${one.side} ${one.pays}`;
  const unnamed = new Set(stated.filter(one => one.scope === null).map(said));
  return currencies.size < 2 && !stated.some(one => one.scope !== null && unnamed.has(said(one)));
}

function isSame(one: Stated, other: Stated): boolean {
  return one.side === other.side && one.pays === other.pays && one.position.value === other.position.value;
}

function firstOfEach(positions: readonly Position[]): Position[] {
  const seen = new Set<string>();
  return positions.filter(({key}) => !seen.has(key) && seen.add(key));
}

function statedIn(
  page: Page,
  clause: StrategyClause,
  side: Side,
  bands: readonly Band[],
  earlier: readonly Stated[],
): Stated[] {
  const found: Stated[] = [];
  for (const group of groupsOf(page, clause)) {
    const [first] = group.amounts;
    if (first === undefined || isNotPay(group.behind, group.before) || isBeyond(first, bands)) continue;
    const bracketed = /\([\s\uFEFF~≈]*$/.test(group.before);
    const last = found.at(-1);
    // "660,000 base ($180,000)" says the same sum again
    if (bracketed && !first.percent && last !== undefined && last.amount.currency !== first.currency)
      continue;
    const pays =
      (sumOf(found) === first.low && found.length > 1) || /=[\s\uFEFF]*[~≈]?$/.test(group.before)
        ? 'total'
        : (payOf(group.behind, group.before, first, bands) ??
          impliedBy(page, clause, bands, bracketed, first, found, earlier));
    if (pays === null) continue;
    // "$180K RSUs ($45K/yr)" is the same grant in a year
    if (bracketed && pays === 'equityPerYear' && last?.pays === 'equity') continue;
    const regions = regionsOf(group, bands);
    for (const [at, amount] of group.amounts.entries()) {
      if (regions === null && at > 0) break;
      found.push({
        side,
        pays,
        scope: regions?.[at] ?? clause.scope,
        amount,
        position: {
          value: side === 'anchor' ? amount.high : amount.low,
          unit: amount.percent ? 'percent' : 'money',
          currency: amount.percent ? null : amount.currency,
          ...conditionsOf(group.behind, group.before),
          span: page.source.span(clause.from + amount.from, clause.from + amount.to),
        },
      });
    }
  }
  return found;
}

/** A sum a hundred times what the table pays in its currency is a market, a stake or a valuation. */
function isBeyond({percent, currency, low}: Amount, bands: readonly Band[]): boolean {
  if (percent) return false;
  const paid = bands.filter(band => band.unit === 'money' && band.currency === currency);
  return paid.length > 0 && paid.every(band => low > 100 * (band.high ?? band.low));
}

function groupsOf(page: Page, clause: StrategyClause): Group[] {
  const text = withoutRemarks(page.bare.slice(clause.from, clause.to));
  // the words before a clause may name what its first sum pays: "base salary push to $185K"
  const lead = page.bare.slice(Math.max(0, clause.from - 80), clause.from).replace(/^[^]*[.!?;\d]/, '');
  const amounts = amountsOf(text).filter(amount => amount.percent || amount.currency !== null);
  const listed = (at: number) =>
    amounts[at + 1] !== undefined && SLASH.test(text.slice(amounts[at]?.to, amounts[at + 1]?.from));
  const runs: {from: number; amounts: Amount[]}[] = [];
  for (const [at, amount] of amounts.entries()) {
    const run = runs.at(-1);
    const previous = run?.amounts.at(-1);
    const between = previous === undefined ? '' : text.slice(previous.to, amount.from);
    if (run !== undefined && previous !== undefined && isJoined(between, previous, amount, listed(at)))
      run.amounts.push(amount);
    // "raised from $200K/4yr to $250K/4yr" asks for the second
    else if (run !== undefined && previous !== undefined && isRaise(text, previous, between))
      run.amounts = [amount];
    else runs.push({from: amount.from, amounts: [amount]});
  }
  return runs.map(({from, amounts: run}, at) => {
    const [first, last] = [run[0] as Amount, run.at(-1) as Amount];
    const previous = runs[at - 1]?.amounts.at(-1);
    const inner = run.length > 1 ? text.slice(first.to, run[1]?.from).replace('/', ' ') : '';
    return {
      amounts: run,
      before: previous === undefined ? lead + text.slice(0, from) : text.slice(previous.to, from),
      behind: inner + text.slice(last.to, runs[at + 1]?.from ?? text.length),
    };
  });
}

/** "£105K base / $133K" is one sum in two currencies, "£76K (€80K / S$100K)" one for each region; "$235K base / $240K RSUs" are two. */
function isJoined(between: string, {currency}: Amount, next: Amount, listed: boolean): boolean {
  if (currency === next.currency && between.includes('base')) return false;
  return SLASH.test(between) || (listed && currency !== next.currency && /^[+\s\uFEFF]*\($/.test(between));
}

function isRaise(text: string, first: Amount, between: string): boolean {
  return (
    /^(?:\/[\s]?(?:\d-?)?(?:yr|year)s?)?[\s\uFEFF]+to[\s\uFEFF]+$/.test(between) &&
    /\bfrom[\s\uFEFF]+[~≈]?$/.test(text.slice(Math.max(0, first.from - 10), first.from))
  );
}

function sumOf(found: readonly Stated[]): number {
  return found.reduce((sum, {position}) => sum + (position.unit === 'money' ? position.value : 0), 0);
}

/**
 * What a number without a word of its own pays. In a new region it pays what the number before it does; a bare floor
 * is held against what was opened with. In brackets nothing is implied.
 */
function impliedBy(
  page: Page,
  clause: StrategyClause,
  bands: readonly Band[],
  bracketed: boolean,
  amount: Amount,
  found: readonly Stated[],
  earlier: readonly Stated[],
): string | null {
  if (amount.percent || bracketed) return null;
  const last = found.at(-1) ?? earlier.at(-1);
  const words = page.bare.slice(Math.max(0, clause.from - 60), clause.from);
  if (last === undefined && clause.mode === 'anchor') {
    // "rivals are at $320K total comp. My target is $330K"
    return TOTAL_BEFORE.test(words) ? 'total' : fittingBand(amount, bands);
  }
  if (last === undefined) return null;
  if (clause.mode === 'anchor') {
    if (last.side !== 'anchor' || last.scope === clause.scope) return null;
    const between = page.bare.slice(last.position.span.to, clause.from + amount.from);
    return between.length < 40 && /^[^.;]*(?:\bor\b|,|\/)[^.;]*$/.test(between)
      ? last.pays
      : firstOf(earlier, last);
  }
  const wholes = [...earlier, ...found].filter(({pays}) => pays === 'total' || pays === 'base');
  const opened = wholes.filter(
    ({side, position}) => side === 'anchor' && position.currency === amount.currency,
  );
  // a floor for the next region pays what the one before did
  const before = wholes.findLast(({side, scope}) => side === clause.mode && scope !== clause.scope);
  if (before !== undefined) return before.pays;
  // of a base and a total the one that the floor is nearer to
  const far = ({position}: Stated) => Math.abs(Math.log(position.value / amount.low));
  if (opened.length > 1 && new Set(opened.map(({scope}) => scope)).size === 1)
    return opened.reduce((one, other) => (far(other) < far(one) ? other : one)).pays;
  return last.pays === 'base' || last.pays === 'total' ? last.pays : (wholes[0]?.pays ?? null);
}

/** The only one of base and total whose bands a bare sum can be of: within a tenth of one of them. */
function fittingBand({high, currency}: Amount, bands: readonly Band[]): string | null {
  const fits = (wanted: string) =>
    bands.some(
      band =>
        band.component === wanted &&
        band.unit === 'money' &&
        band.currency === currency &&
        high >= band.low * 0.9 &&
        high <= (band.high ?? band.low) * 1.1,
    );
  const found = ['base', 'total'].filter(fits);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What the region before opened with. */
function firstOf(earlier: readonly Stated[], last: Stated): string {
  return earlier.find(({side, scope}) => side === last.side && scope === last.scope)?.pays ?? last.pays;
}

/**
 * `DKK … / £… / €…`: each sum is of the region that pays in its currency. Null where the list is one sum in two
 * currencies, which a table with two currencies in a row suggests.
 */
function regionsOf({amounts}: Group, bands: readonly Band[]): string[] | null {
  const regions = new Map<string, {name: string; currency: Currency; dual: boolean}>();
  for (const {unit, currency, region, alt} of bands) {
    if (unit !== 'money' || regions.has(region)) continue;
    regions.set(region, {name: region.replace(/\s*\([^()]*\)\s*$/, '').trim(), currency, dual: alt !== null});
  }
  const rows = [...regions.values()];
  if (amounts.length < 2) return null;
  if (
    amounts.length > 2 &&
    rows.length === amounts.length &&
    rows.every((row, at) => row.currency === amounts[at]?.currency)
  )
    return rows.map(({name}) => name);
  const named = amounts.map(({currency}) => rows.find(row => row.currency === currency));
  if (new Set(named).size < named.length || (named.length === 2 && named[0]?.dual === true)) return null;
  return named.every(row => row !== undefined) ? named.map(({name}) => name) : null;
}
