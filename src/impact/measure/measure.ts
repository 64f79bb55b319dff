import type {OperationalRecord, RecordSpec} from '../../record/index.ts';
import {measureChange} from './change.ts';
import {measureCosts} from './costs.ts';
import {measureDeployments} from './deployments.ts';
import {measureEarlier} from './earlier.ts';
import {measureMoney} from './money.ts';
import type {Priced} from './priced.ts';
import type {MeasureName, Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {measureIncidents} from './incidents.ts';
import {measureLongest, measureQuarters} from './quarters.ts';
import {type Watched, watch} from './systems.ts';
import {measureUptime} from './uptime.ts';
import {measureVolume} from './volume.ts';

type Measuring = (
  record: OperationalRecord,
  plan: RecordSpec,
  question: MeasureQuestion,
  priced: Priced,
) => Measurement | Unmeasured;

const MEASURING: Readonly<Record<MeasureName, Measuring>> = {
  uptime: watching(measureUptime),
  downMinutes: watching(measureUptime),
  quietQuarters: watching(measureQuarters),
  quartersWatched: watching(measureQuarters),
  longestIncident: watching(measureLongest),
  incidentsPerYear: watching(measureIncidents),
  medianIncident: watching(measureIncidents),
  deploymentTime: measureDeployments,
  leadTime: measureDeployments,
  deploymentsPerWeek: measureDeployments,
  changeFailureRate: measureDeployments,
  heldVolume: watching(measureVolume),
  peakLoadShare: watching(measureVolume),
  deploymentChange: measureChange,
  earlierWorth: measureEarlier,
  costPerMonth: measureCosts,
  costChange: measureCosts,
  atRiskPerMinute: measureMoney,
  lost: measureMoney,
  protected: measureMoney,
  protectedShare: measureMoney,
  yearLoss: measureMoney,
  yearLossShare: measureMoney,
};

/** The answer of a record to one question, with its interval; or why there is none. Never a guess. */
export function measure(
  record: OperationalRecord,
  plan: RecordSpec,
  question: MeasureQuestion,
  priced: Priced,
): Measurement | Unmeasured {
  return MEASURING[question.what](record, plan, question, priced);
}

/** Of a measure of systems: they are joined first, and what stands in the way of that is the answer. */
function watching(
  of: (watched: Watched, question: MeasureQuestion, record: OperationalRecord) => Measurement | Unmeasured,
): Measuring {
  return (record, plan, question) => {
    const watched = watch(record, plan, question);
    return 'because' in watched ? watched : of(watched, question, record);
  };
}
