import type {Calendar} from '../../calendar/index.ts';
import type {Period, Table} from '../../record/index.ts';
import type {Estimate} from '../estimate.ts';
import type {Picture} from '../picture/types.ts';

/** What can be measured of a record, by the name that a case calls it. */
export const MEASURES = [
  /** The share of open minutes in which the systems were not down. */
  'uptime',
  /** Open minutes down. */
  'downMinutes',
  /** Quarters without an incident of over `longerThan` in open minutes. */
  'quietQuarters',
  /** Quarters of which the record can say whether they were quiet. */
  'quartersWatched',
  /** Minutes from the start of a deployment to its end. */
  'deploymentTime',
  /** Minutes from a commit to the end of the deployment that carries it. */
  'leadTime',
  'deploymentsPerWeek',
  /** The share of deployments that are declared to have caused an incident. */
  'changeFailureRate',
  /** The volume of the busiest session, as a multiple of the median one, that a system held. */
  'heldVolume',
  /** The highest load as a share of what the system could carry. */
  'peakLoadShare',
] as const;
export type MeasureName = (typeof MEASURES)[number];

/** What a measure is of, which tables of the record it is made from, and its unit as case.yaml writes units. */
export const MEASURE_KINDS: Readonly<
  Record<
    MeasureName,
    {readonly of: 'systems' | 'deployments'; readonly tables: readonly Table[]; readonly unit: string}
  >
> = {
  uptime: {of: 'systems', tables: ['intervals'], unit: 'percent'},
  downMinutes: {of: 'systems', tables: ['intervals'], unit: 'minute'},
  quietQuarters: {of: 'systems', tables: ['intervals'], unit: 'quarter'},
  quartersWatched: {of: 'systems', tables: ['intervals'], unit: 'quarter'},
  deploymentTime: {of: 'deployments', tables: ['deployments'], unit: 'minute'},
  leadTime: {of: 'deployments', tables: ['deployments'], unit: 'minute'},
  deploymentsPerWeek: {of: 'deployments', tables: ['deployments'], unit: 'deployment/week'},
  // A failure is linked to its incident by the id that it declares, so that both must be there.
  changeFailureRate: {of: 'deployments', tables: ['deployments', 'intervals'], unit: 'percent'},
  heldVolume: {of: 'systems', tables: ['load', 'intervals'], unit: '1'},
  peakLoadShare: {of: 'systems', tables: ['load', 'intervals'], unit: 'percent'},
};

/** One question to a record. */
export interface MeasureQuestion {
  readonly what: MeasureName;
  /** From the first moment of the first day to the last of the last one, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  readonly period: Period;
  readonly calendar: Calendar;
  /** Ids of record.yaml; empty for all. */
  readonly systems: readonly string[];
  /**
   * How several systems make one uptime. `all`: only minutes in which none of them was down count as up, which is what a
   * desk that needs them all lives through. `mean`: minutes of single systems, so that one of six down is a sixth.
   */
  readonly together: 'all' | 'mean';
  /** Minutes: what a quiet quarter has no incident of over. */
  readonly longerThan: number;
  /** Names of sources and of services whose deployments count; empty for all. */
  readonly sources: readonly string[];
  readonly services: readonly string[];
  /** Which point of the times of deployments: half of them, or nine in ten, took no longer. */
  readonly at: 'median' | 'p90';
  readonly seed: number;
}

/** What a record says to a question. */
export interface Measurement {
  /** In the unit of its measure, shares as fractions. Low and high are the same where nothing is left to chance. */
  readonly estimate: Estimate;
  /** What was counted, in words that name neither a system nor a source: "6 systems, XNYS sessions". */
  readonly over: string;
  /** What would turn it, in a sentence without its full stop; null where nothing simple would. */
  readonly turns: string | null;
  /** Sources that had a say, their silence included. */
  readonly sources: readonly string[];
  /** What it looks like, for a chart. Names of systems stand in it as the record has them. */
  readonly picture?: Picture;
}

/** Why a record has no answer. */
export interface Unmeasured {
  readonly because: string;
  readonly needs: string;
}

export function isUnmeasured(answer: Measurement | Unmeasured): answer is Unmeasured {
  return 'because' in answer;
}
