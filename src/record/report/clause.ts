import {isFinding} from '../../figure/index.ts';
import type {Calendar} from '../../calendar/index.ts';
import {type Allowance, allowanceOf, canShow, lastQuarter} from '../join/clause.ts';
import type {RecordSpec} from '../plan.ts';
import type {Period, RecordFinding} from '../types.ts';
import {stepsOf} from './step.ts';

/** What a clause allows, beside how finely the record can tell. */
export interface Clause extends Allowance {
  /** Seconds between two probes, by source; those that cannot show the clause are marked. */
  readonly probes: readonly {readonly source: string; readonly step: number; readonly shows: boolean}[];
}

/** The clause in the last quarter that ends within the period, by calendar; in the one that it ends in where none does. */
export function clauseOutcomes(
  plan: RecordSpec,
  period: Period,
  {calendars, target}: {readonly calendars: readonly Calendar[]; readonly target: number},
  findings: RecordFinding[],
): readonly Clause[] {
  const steps = stepsOf(plan);
  const quarter = lastQuarter(period, plan.zone ?? 'UTC');
  return calendars.flatMap(calendar => {
    const allowance = allowanceOf(calendar, quarter, target);
    if (isFinding(allowance)) {
      findings.push({...allowance, rule: 'record-file'});
      return [];
    }
    const probes = steps.map(one => ({...one, shows: canShow(one.step, allowance.allowed)}));
    return [{...allowance, probes}];
  });
}
