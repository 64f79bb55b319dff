import type {Currency} from '../base/index.ts';
import {type Amount, amountsOf} from './amounts.ts';
import type {Page} from './blocks.ts';
import {type Clause, withoutRemarks} from './clauses.ts';
import {conditionsOf, isNotPay, payOf} from './pay-words.ts';
import type {Band, Position} from './types.ts';

type Side = 'anchor' | 'accept' | 'walkAway';

interface Stated {
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
export function positionsOf(page: Page, clauses: readonly Clause[], bands: readonly Band[]) {
  const stated: Stated[] = [];
  for (const clause of clauses) {
    if (clause.mode === 'competing' || clause.mode === 'other') continue;
    for (const one of statedIn(page, clause, clause.mode, bands, stated)) stated.push(one);
  }
  const scopes = new Set(stated.map(one => one.scope));
  const side = (wanted: Side): Position[] =>
    firstOfEach(
      stated.flatMap(one => {
        const key = one.scope === null || scopes.size < 2 ? one.pays : `${one.pays}@${one.scope}`;
        return one.side === wanted ? [{...one.position, key}] : [];
      }),
    );
  return {anchor: side('anchor'), accept: side('accept'), walkAway: side('walkAway')};
}

function firstOfEach(positions: readonly Position[]): Position[] {
  const seen = new Set<string>();
  return positions.filter(({key}) => !seen.has(key) && seen.add(key));
}

function statedIn(
  page: Page,
  clause: Clause,
  side: Side,
  bands: readonly Band[],
  earlier: readonly Stated[],
): Stated[] {
  const found: Stated[] = [];
  for (const group of groupsOf(page, clause)) {
    const [first] = group.amounts;
    if (first === undefined || isNotPay(group.behind, group.before)) continue;
    const bracketed = /\([\s\uFEFF~≈]*$/.test(group.before);
    const last = found.at(-1);
    // "660,000 base ($180,000)" says the same sum again
    if (bracketed && !first.percent && last !== undefined && last.amount.currency !== first.currency)
      continue;
    const pays =
      sumOf(found) === first.low && found.length > 1
        ? 'total'
        : (payOf(group.behind, group.before, first, bands) ??
          impliedBy(clause, bracketed, first, found, earlier));
    if (pays === null) continue;
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

function groupsOf(page: Page, clause: Clause): Group[] {
  const text = withoutRemarks(page.bare.slice(clause.from, clause.to));
  // the words before a clause may name what its first sum pays: "base salary push to $185K"
  const lead = page.bare.slice(Math.max(0, clause.from - 80), clause.from).replace(/^[^]*[.!?;\d]/, '');
  const amounts = amountsOf(text).filter(amount => amount.percent || amount.currency !== null);
  const runs: Amount[][] = [];
  for (const amount of amounts) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run !== undefined && previous !== undefined && isSlash(text.slice(previous.to, amount.from)))
      run.push(amount);
    else runs.push([amount]);
  }
  return runs.map((run, at) => {
    const [first, last] = [run[0] as Amount, run.at(-1) as Amount];
    const previous = runs[at - 1]?.at(-1);
    const inner = run.length > 1 ? text.slice(first.to, run[1]?.from).replace('/', ' ') : '';
    return {
      amounts: run,
      before: previous === undefined ? lead + text.slice(0, first.from) : text.slice(previous.to, first.from),
      behind: inner + text.slice(last.to, runs[at + 1]?.[0]?.from ?? text.length),
    };
  });
}

function isSlash(between: string): boolean {
  return /^[+\s\uFEFF]*(?:base[\s\uFEFF]*)?\/[\s\uFEFF]*[~≈]?$/.test(between);
}

function sumOf(found: readonly Stated[]): number {
  return found.reduce((sum, {position}) => sum + (position.unit === 'money' ? position.value : 0), 0);
}

/**
 * What a number without a word of its own pays. In a new region it pays what the number before it does; a bare floor
 * is held against what was opened with. In brackets nothing is implied.
 */
function impliedBy(
  clause: Clause,
  bracketed: boolean,
  amount: Amount,
  found: readonly Stated[],
  earlier: readonly Stated[],
): string | null {
  if (amount.percent || bracketed) return null;
  const last = found.at(-1) ?? earlier.at(-1);
  if (last === undefined) return null;
  if (clause.mode === 'anchor')
    return last.side === 'anchor' && last.scope !== clause.scope ? firstOf(earlier, last) : null;
  if (last.pays === 'base' || last.pays === 'total') return last.pays;
  const whole = (one: Stated) => one.pays === 'total' || one.pays === 'base';
  return (earlier.find(whole) ?? found.find(whole))?.pays ?? null;
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
