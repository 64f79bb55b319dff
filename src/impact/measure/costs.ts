import {shippedRates} from '../../base/index.ts';
import {isFinding, say} from '../../figure/index.ts';
import {lastDayOf, type OperationalRecord, type RecordSpec} from '../../record/index.ts';
import {type CostChange, costsReport, monthlyCosts, purseOf} from '../../operations/index.ts';
import type {Assumptions} from '../plan.ts';
import {quantileOf} from '../../stats/index.ts';
import {type Measurement, type MeasureQuestion, type Unmeasured, unanswered} from './question.ts';
import type {Priced} from './priced.ts';
import {percentFigure, sumFigure} from './counted.ts';

/**
 * What the machines cost in a month of the question's days, a mean over the months that are known; or by what share that
 * changed at the change of impact.yaml's costs: what is left over its control where it has one, else the jump from the line
 * along which costs rose. Of the scopes that impact.yaml names, all of them where it names none.
 */
export function measureCosts(
  record: OperationalRecord,
  {zone}: RecordSpec,
  question: MeasureQuestion,
  {plan}: Priced,
): Measurement | Unmeasured {
  if (record.costs.length === 0)
    return {because: 'the record has no costs', needs: 'a source of kind costs in record.yaml'};
  const days = {...question, zone: zone ?? question.calendar.zone};
  return question.what === 'costPerMonth' ? perMonth(record, days, plan) : changed(record, days, plan);
}

type Days = MeasureQuestion & {readonly zone: string};

/** Over the months that the days of the question hold from their first to their last. */
function perMonth({costs}: OperationalRecord, days: Days, plan: Assumptions): Measurement | Unmeasured {
  const {from, to} = days;
  const within = costs.filter(({month}) => `${month}-01` >= from && lastDayOf(month) <= to);
  const named = plan.costs?.scopes ?? [];
  const scopes = named.length > 0 ? named : [...new Set(costs.map(({scope}) => scope))];
  const [some] = costs;
  const currency = plan.currency ?? some?.amount.currency ?? 'USD';
  const {months, unknown} = monthlyCosts(within, scopes, purseOf(currency, shippedRates(), to));
  if (months.size === 0)
    return {because: `no whole month from ${from} to ${to} is known`, needs: 'months without gaps'};
  const paid = [...months.values()].toSorted((a, b) => a - b);
  const mean = paid.reduce((sum, one) => sum + one, 0) / paid.length;
  const left = unknown.length === 0 ? '' : `, ${unknown.length} more are not known`;
  return {
    estimate: {low: mean, mid: mean, high: mean, level: 1, method: 'counted', n: paid.length},
    over: `${paid.length} ${paid.length === 1 ? 'month' : 'months'}${left}`,
    turns: say`by the median month it is ${sumFigure(days, quantileOf(paid, 0.5), currency)}`,
    sources: sourcesOf(within, scopes),
    currency,
  };
}

function changed({costs}: OperationalRecord, days: Days, plan: Assumptions): Measurement | Unmeasured {
  const {from, to, period, zone} = days;
  if (plan.costs === null)
    return {because: 'impact.yaml names no change of costs', needs: 'its day and scopes under costs:'};
  if (!(plan.costs.day > from && plan.costs.day < to))
    return {
      because: `the change of ${plan.costs.day} does not lie between ${from} and ${to}`,
      needs: 'days on both sides of it',
    };
  const report = costsReport(costs, plan.costs, {covers: period}, {zone, currency: plan.currency});
  if (isFinding(report)) return unanswered(report, 'rows of these scopes');
  const {overControl, overTrend, scopes} = report.together;
  const found = overControl ?? overTrend;
  if (isFinding(found)) return unanswered(found, 'more months');
  const controlled = overControl !== null;
  const {change} = found satisfies CostChange;
  const drift = overControl === null || isFinding(overControl) ? null : overControl.driftBefore;
  const apart =
    drift === null
      ? null
      : say`; before it both drifted apart by ${percentFigure(days, drift.low)} to ${percentFigure(days, drift.high)} a month`;
  return {
    estimate: change,
    noEffect: 0,
    controlled,
    over: `${change.n} months on both sides of ${plan.costs.day}${controlled ? ', beside a control' : ''}`,
    turns: controlled
      ? say`prices and use that did not move alike in the control are in it${apart}`
      : say`prices, use and whatever else changed at that time are in it, for there is no control`,
    sources: sourcesOf(costs, [...scopes, ...plan.costs.control]),
  };
}

function sourcesOf(costs: OperationalRecord['costs'], scopes: readonly string[]): readonly string[] {
  return [...new Set(costs.filter(({scope}) => scopes.includes(scope)).map(({source}) => source))];
}
