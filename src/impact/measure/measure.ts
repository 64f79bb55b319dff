import type {OperationalRecord, RecordPlan} from '../../record/index.ts';
import {measureDeployments} from './deployments.ts';
import type {MeasureName, Measurement, MeasureQuestion, Unmeasured} from './question.ts';
import {measureQuarters} from './quarters.ts';
import {measureUptime} from './uptime.ts';
import {measureVolume} from './volume.ts';

type Measuring = (
  record: OperationalRecord,
  plan: RecordPlan,
  question: MeasureQuestion,
) => Measurement | Unmeasured;

const MEASURING: Readonly<Record<MeasureName, Measuring>> = {
  uptime: measureUptime,
  downMinutes: measureUptime,
  quietQuarters: measureQuarters,
  quartersWatched: measureQuarters,
  deploymentTime: measureDeployments,
  leadTime: measureDeployments,
  deploymentsPerWeek: measureDeployments,
  changeFailureRate: measureDeployments,
  heldVolume: measureVolume,
  peakLoadShare: measureVolume,
};

/** The answer of a record to one question, with its interval; or why there is none. Never a guess. */
export function measure(
  record: OperationalRecord,
  plan: RecordPlan,
  question: MeasureQuestion,
): Measurement | Unmeasured {
  return MEASURING[question.what](record, plan, question);
}
