import {type Finding, finding} from '../figure/index.ts';
import type {Period, RecordReport, Timeline} from '../record/index.ts';
import type {OperationsAssumptions} from './plan.ts';

/** The stretch of a record that is looked at, whether or not anything in it has a price. */
export interface EvaluationWindow {
  /** What the record covers, and the part of it that is judged. */
  readonly covers: Period;
  readonly period: Period;
  /** By system, on the basis that counts. */
  readonly timelines: ReadonlyMap<string, Timeline>;
}

/** What there is to judge; or that the record is empty, or over before the time that is the user's own. */
export function evaluationWindow(
  report: Pick<RecordReport, 'period' | 'systems'>,
  plan: OperationsAssumptions,
): EvaluationWindow | Finding {
  const covers = report.period;
  if (covers === null) return nothing('the record is empty', 'see what parley record says of its sources');
  const period = {from: Math.max(covers.from, startOf(plan) ?? covers.from), to: covers.to};
  if (!(period.from < period.to))
    return nothing('the record ends before the time that is to be judged', 'check from: in impact.yaml');
  const timelines = new Map(report.systems.map(({system, timelines: {counted}}) => [system, counted]));
  return {covers, period, timelines};
}

function nothing(message: string, hint: string): Finding {
  return finding('nothing-to-price', 'error', message, {hint});
}

/** When the time begins that is the user's own work; null where it is all of the record. */
function startOf({from, baselines}: OperationsAssumptions): number | null {
  if (from !== null) return from;
  const before = baselines.flatMap(one => (one.kind === 'own' ? [one.until] : []));
  return before.length > 0 ? Math.max(...before) : null;
}
