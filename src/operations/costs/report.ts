import {type Currency, type DatedRate, near, shippedRates} from '../../base/index.ts';
import {type Finding, finding, isFinding, say} from '../../figure/index.ts';
import {dayIn} from '../../intake/index.ts';
import {type Cost, monthAfter} from '../../record/index.ts';
import {driftedApart} from '../delivery/difference.ts';
import {dateFromData} from '../delivery/interruption.ts';
import {type Estimate, LEVEL, quantileOf} from '../../stats/index.ts';
import type {Judged} from '../judged.ts';
import type {CostsPlan} from '../plan.ts';
import {type CostChange, driftBefore, FEWEST_MONTHS, jump, type LogMonth, regressionToMean} from './jump.ts';
import {type MonthlyCosts, monthlyCosts, purseOf} from './months.ts';

/** What a change did to what the machines cost, over all that the record covers. Amounts are in `currency`. */
export interface CostsReport extends Pick<CostsPlan, 'day' | 'settled' | 'source' | 'control'> {
  readonly currency: Currency;
  readonly rates: readonly DatedRate[];
  /** All the scopes that the change touched, and each by itself where there are several. */
  readonly together: CostComparison;
  readonly each: readonly CostComparison[];
  readonly findings: readonly Finding[];
}

/** Monthly cost before and after. */
export interface CostComparison {
  readonly scopes: readonly string[];
  readonly before: MonthlyCost | null;
  readonly after: MonthlyCost | null;
  /** The months of the move itself: what they cost in all, and by how much that is above months before. */
  readonly moving: {readonly months: number; readonly paid: number; readonly above: number} | null;
  /** The means of log cost against each other: what happened, with whatever else happened. */
  readonly plain: CostChange | Finding;
  /** The jump from the line that costs rose along. */
  readonly overTrend: CostChange | Finding;
  /** What is left when the control's change is taken off; null where there is no control. */
  readonly overControl: (CostChange & {readonly driftBefore: Estimate | null}) | Finding | null;
  /** What is saved in a month, by the last of these figures that there is: positive where it costs less. */
  readonly saved: (Estimate & {readonly by: 'plain' | 'trend' | 'control'}) | null;
  readonly findings: readonly Finding[];
}

/** Counted, without an interval. */
export interface MonthlyCost {
  readonly from: string;
  readonly to: string;
  readonly months: number;
  readonly mean: number;
  readonly median: number;
}

/**
 * Compares what the scopes of `plan` cost before its day and after. A month that the day falls into, and those until the
 * move is settled, are of neither side. A finding where the record has no cost of any of the scopes.
 */
export function costsReport(
  costs: readonly Cost[],
  plan: CostsPlan,
  {covers}: Pick<Judged, 'covers'>,
  {zone, currency}: {readonly zone: string; readonly currency: Currency | null},
): CostsReport | Finding {
  const {day, settled, source, control} = plan;
  const [first, last] = [dayIn(covers.from, zone).slice(0, 7), dayIn(covers.to - 1, zone).slice(0, 7)];
  const within = costs.filter(({month}) => month >= first && month <= last);
  const all = [...new Set(within.map(({scope}) => scope))];
  const touched = (plan.scopes.length > 0 ? plan.scopes : all).filter(
    scope => all.includes(scope) && !control.includes(scope),
  );
  const [some] = within;
  if (some === undefined || touched.length === 0) {
    const message = 'the record has no costs of these scopes';
    const hint = 'add a source of kind costs';
    return finding('few-months', 'warning', message, {
      hint,
    });
  }
  const purse = purseOf(currency ?? some.amount.currency, shippedRates(), `${last}-28`);
  const calm = control.length === 0 ? null : monthlyCosts(within, control, purse);
  const compare = (scopes: readonly string[]) =>
    comparison(scopes, monthlyCosts(within, scopes, purse), calm, plan);
  const together = compare(touched);
  return {
    day,
    settled,
    source,
    control,
    currency: purse.currency,
    together,
    each: touched.length < 2 ? [] : touched.map(scope => compare([scope])),
    rates: purse.rates(),
    findings: purse.findings(),
  };
}

/** Scopes that are asked about and that no row of costs has: mostly slips of the pen. */
export function strangeScopes(costs: readonly Cost[], {scopes, control}: CostsPlan): readonly Finding[] {
  const known = [...new Set(costs.map(({scope}) => scope))];
  return [...new Set([...scopes, ...control])]
    .filter(scope => !known.includes(scope))
    .map(scope => {
      const meant = near(scope, known);
      const hint =
        meant === undefined ? 'parley record lists the scopes that it has' : say`did you mean ${meant}?`;
      return finding('unknown-scope', 'warning', say`no row of costs is of ${scope}`, {hint});
    });
}

function comparison(
  scopes: readonly string[],
  costs: MonthlyCosts,
  control: MonthlyCosts | null,
  {day, settled, source}: CostsPlan,
): CostComparison {
  const {end, start} = sidesOf(day, settled);
  const before = [...costs.months].filter(([month]) => month <= end);
  const after = [...costs.months].filter(([month]) => month >= start);
  const moving = [...costs.months].filter(([month]) => month > end && month < start);
  const sides = [...before, ...after];
  const logs = (of: (month: string, paid: number) => number | null): readonly LogMonth[] =>
    sides.flatMap(([month, paid]) => {
      const ratio = of(month, paid);
      return ratio === null ? [] : [{time: monthsBetween(start, month), log: Math.log(ratio)}];
    });
  const free = sides.filter(([, paid]) => !(paid > 0)).map(([month]) => month);
  const level = LEVEL;
  const own = logs((_, paid) => paid);
  const answer = (of: () => CostChange | Finding) => (free.length > 0 ? noCost(scopes, free) : of());
  const plain = answer(() => jump(own, 'flat', {of: 'mean log cost, after less before', level}));
  const overTrend = answer(() => jump(own, 'sloped', {of: 'jump of log cost from its line', level}));
  const gaps =
    control === null
      ? null
      : logs((month, paid) => {
          const beside = control.months.get(month);
          return beside === undefined || !(beside > 0) ? null : paid / beside;
        });
  const beyond =
    gaps === null
      ? null
      : answer(() => jump(gaps, 'flat', {of: 'difference in differences of log cost', level}));
  const drift = gaps === null ? null : driftBefore(gaps, level);
  const usual = monthly(before);
  const now = monthly(after);
  return {
    scopes,
    before: usual,
    after: now,
    moving:
      moving.length === 0 || usual === null
        ? null
        : {
            months: moving.length,
            paid: sum(moving),
            above: sum(moving) - moving.length * usual.mean,
          },
    plain,
    overTrend,
    overControl: beyond === null || isFinding(beyond) ? beyond : {...beyond, driftBefore: drift},
    saved: savedOf(now, plain, overTrend, beyond),
    findings: [
      ...(costs.unknown.length === 0 ? [] : [leftOut(costs.unknown)]),
      ...(costs.passing.length === 0 ? [] : [passing(costs.passing)]),
      ...(source === null ? [dateFromData()] : []),
      control === null ? uncontrolled() : pricesAndUse(),
      ...(drift === null ? [] : driftedApart(drift, 'costs and those of the control', 'month')),
      ...(before.length < 2 * FEWEST_MONTHS.side || free.length > 0 ? [] : [regressionToMean(own)]),
    ],
  };
}

/** The last month before a change, and the first that is all after it. */
function sidesOf(day: string, settled: string | null): {readonly end: string; readonly start: string} {
  const done = settled ?? day;
  const month = done.slice(0, 7);
  const [year = 0, number = 0] = day.split('-').map(Number);
  const end = number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
  return {end, start: done.endsWith('-01') ? month : monthAfter(month)};
}

function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0] = from.split('-').map(Number);
  const [other = 0, later = 0] = to.split('-').map(Number);
  return 12 * (other - year) + later - month;
}

function monthly(months: readonly (readonly [string, number])[]): MonthlyCost | null {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return null;
  const paid = months.map(([, one]) => one).toSorted((a, b) => a - b);
  return {
    from: first[0],
    to: last[0],
    months: months.length,
    mean: sum(months) / months.length,
    median: quantileOf(paid, 0.5),
  };
}

function sum(months: readonly (readonly [string, number])[]): number {
  return months.reduce((total, [, paid]) => total + paid, 0);
}

/** What the months after would have cost without the change, less what they did: mean x (1 / (1 + change) - 1). */
function savedOf(
  now: MonthlyCost | null,
  plain: CostChange | Finding,
  overTrend: CostChange | Finding,
  overControl: CostChange | Finding | null,
): CostComparison['saved'] {
  if (now === null) return null;
  const [by, best] =
    overControl !== null && !isFinding(overControl)
      ? (['control', overControl] as const)
      : isFinding(overTrend)
        ? (['plain', plain] as const)
        : (['trend', overTrend] as const);
  if (isFinding(best)) return null;
  const {change} = best;
  const worth = (share: number) => now.mean * (1 / (1 + share) - 1);
  return {...change, low: worth(change.high), mid: worth(change.mid), high: worth(change.low), by};
}

function noCost(scopes: readonly string[], free: readonly string[]): Finding {
  const message = say`${scopes.join(', ')} cost nothing in ${some(free)}: a share of nothing is no number`;
  return finding('no-cost', 'warning', message);
}

function leftOut(months: readonly string[]): Finding {
  return finding('months-left-out', 'warning', say`${some(months)} left out: not known, or known in part`);
}

function passing(scopes: readonly string[]): Finding {
  const message = say`${scopes.join(', ')} is not told of in all months, and counts as nothing in the others`;
  return finding('comes-and-goes', 'note', message);
}

function uncontrolled(): Finding {
  const message =
    'prices of the provider, how much was used, and whatever else changed at that time are in the figure: there is no control';
  const hint = 'name a scope that the change left alone under control:';
  return finding('no-control', 'note', message, {hint});
}

function pricesAndUse(): Finding {
  const message =
    'amounts are what was paid: prices and use that did not move alike in the control are in the figure';
  return finding('prices-and-use', 'note', message);
}

const NAMED = 5;

function some(months: readonly string[]): string {
  const more = months.length > NAMED ? ` and ${months.length - NAMED} more` : '';
  return `${months.slice(0, NAMED).join(', ')}${more}`;
}
