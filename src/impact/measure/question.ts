import type {Currency} from '../../base/index.ts';
import {type Finding, type MEASURES, type Prose, textOf, type Input} from '../../figure/index.ts';
import type {Calendar} from '../../calendar/index.ts';
import type {Period, TableName} from '../../record/index.ts';
import type {Estimate} from '../../stats/index.ts';
import type {PictureValues} from '../picture/types.ts';

/** What can be measured of a record, by the name that a case calls it. */
export type MeasureName = (typeof MEASURES)[number];

/** What a measure is of, and how it is asked. */
export interface MeasureKind {
  readonly of: 'systems' | 'deployments' | 'costs';
  /** The tables of the record that it is made from. */
  readonly tables: readonly TableName[];
  /** As case.yaml writes units; `money` stands for the currency of the record. */
  readonly unit: string;
  /** Whether impact.yaml is needed for it. */
  readonly assumes: boolean;
}

const UPTIMES = {of: 'systems', tables: ['intervals'], assumes: false} as const;
const DEPLOYMENTS = {of: 'deployments', tables: ['deployments'], assumes: false} as const;
const LOADS = {of: 'systems', tables: ['load', 'intervals'], assumes: false} as const;
const COSTS = {of: 'costs', tables: ['costs'], assumes: true} as const;
const PRICED = {of: 'systems', tables: ['pnl', 'intervals'], assumes: true} as const;

export const MEASURE_KINDS: Readonly<Record<MeasureName, MeasureKind>> = {
  uptime: {...UPTIMES, unit: 'percent'},
  downMinutes: {...UPTIMES, unit: 'minute'},
  quietQuarters: {...UPTIMES, unit: 'quarter'},
  quartersWatched: {...UPTIMES, unit: 'quarter'},
  longestIncident: {...UPTIMES, unit: 'minute'},
  incidentsPerYear: {...UPTIMES, unit: 'incident/year'},
  medianIncident: {...UPTIMES, unit: 'minute'},
  deploymentTime: {...DEPLOYMENTS, unit: 'minute'},
  leadTime: {...DEPLOYMENTS, unit: 'minute'},
  deploymentsPerWeek: {...DEPLOYMENTS, unit: 'deployment/week'},
  // A failure is linked to its incident by the id that it declares, so that both must be there.
  changeFailureRate: {...DEPLOYMENTS, tables: ['deployments', 'intervals'], unit: 'percent'},
  deploymentChange: {...DEPLOYMENTS, assumes: true, unit: 'percent'},
  earlierWorth: {...DEPLOYMENTS, assumes: true, unit: 'money'},
  heldVolume: {...LOADS, unit: '1'},
  peakLoadShare: {...LOADS, unit: 'percent'},
  costPerMonth: {...COSTS, unit: 'money/month'},
  costChange: {...COSTS, unit: 'percent'},
  atRiskPerMinute: {...PRICED, unit: 'money/minute'},
  lost: {...PRICED, unit: 'money'},
  protected: {...PRICED, unit: 'money'},
  protectedShare: {...PRICED, unit: 'percent'},
  yearLoss: {...PRICED, unit: 'money'},
  yearLossShare: {...PRICED, unit: 'percent'},
};

/** Whether a measure is a sum of money: its figures are an employer's unless their owner says otherwise. */
export function isMoney(what: MeasureName): boolean {
  return MEASURE_KINDS[what].unit.startsWith('money');
}

/** Whether a measure compares with a baseline, which has to be named. */
export function comparesWith(what: MeasureName): boolean {
  return what === 'protected' || what === 'protectedShare';
}

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
  /** The baseline of impact.yaml, by its kind, its source or its systems; null where none is named. */
  readonly against: string | null;
  readonly seed: number;
}

/** What a record says to a question. */
export interface Measurement {
  /** In the unit of its measure, shares as fractions. Low and high are the same where nothing is left to chance. */
  readonly estimate: Estimate;
  /** What was counted, in words that name neither a system nor a source: "6 systems, XNYS sessions". */
  readonly over: string;
  /**
   * What would turn it, in a sentence without its full stop; null where nothing simple would. Of its figures, and of those of
   * `basis`, an empty source is the record: who asks says what it is called, and who may hear them.
   */
  readonly turns: Prose | null;
  /** Sources that had a say, their silence included. */
  readonly sources: readonly string[];
  /** What it looks like, for a chart. Names of systems stand in it as the record has them. */
  readonly picture?: PictureValues;
  /** Of a sum of money, its currency. */
  readonly currency?: Currency;
  /** Of a figure that compares: its value where nothing was gained or lost. An interval that holds it shows nothing. */
  readonly noEffect?: number;
  /** Whether what happened meanwhile to others is taken off it. */
  readonly controlled?: boolean;
  /** What it is worked out from, where that is more than the record. */
  readonly basis?: Derivation;
}

/** How a measured figure comes about from others: a formula over their names, which gives the figure itself. */
export interface Derivation {
  readonly formula: string;
  /** What is taken for granted, in words without a figure of the record. */
  readonly assumption: Prose;
  readonly inputs: readonly Input[];
}

/** Why a record has no answer. */
export interface Unmeasured {
  readonly because: string;
  readonly needs: string;
}

export function isUnmeasured(answer: Measurement | Unmeasured): answer is Unmeasured {
  return 'because' in answer;
}

/** A finding as the reason why there is no answer; `needs` where it does not say how to mend it. */
export function unanswered({message, hint}: Finding, needs: string): Unmeasured {
  return {because: textOf(message), needs: hint === undefined ? needs : textOf(hint)};
}
