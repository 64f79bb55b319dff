import {closestSpelling} from '../../base/index.ts';
import {type Finding, finding, say} from '../../figure/index.ts';
import type {Deployment, OperationalRecord, Period, RecordSpec} from '../../record/index.ts';
import type {Estimate} from '../../stats/index.ts';
import type {ChangePlan, DeliveryPlan, Edge, OperationsAssumptions} from '../plan.ts';
import {
  type BeforeAfter,
  beforeAfter,
  type ChangeQuestion,
  type Medians,
  mediansOf,
  timedOf,
} from './before-after.ts';
import {type Delivery, deliveryOf} from './delivery.ts';
import {type Difference, differenceInDifferences} from './difference.ts';
import {type EarlyValue, earlyValue} from './early.ts';
import {steps} from './weeks.ts';

/** How software went out in the period that is judged, and what a change did to it over all that the record covers. */
export interface DeliveryReport {
  /** Sources and services whose deployments count; empty for all. */
  readonly sources: readonly string[];
  readonly services: readonly string[];
  /** Services of these that do not count, for they serve as the control of the change. */
  readonly apart: readonly string[];
  readonly figures: Delivery;
  readonly change: ChangeReport | null;
}

/** Before and after a day on which something was done. */
export interface ChangeReport extends Pick<ChangePlan, 'day' | 'source' | 'services' | 'control'> {
  readonly period: Period;
  readonly runTime: Compared;
  readonly leadTime: Compared;
  readonly early: EarlyReport | null;
}

interface OverControl {
  /** By the weekly medians, what is left when the control's are taken off; null where there is no control. */
  readonly overControl: Difference | Finding | null;
}

export type Compared = BeforeAfter & OverControl;
export type ComparedMedians = Medians & OverControl;

/** What deploying sooner is worth by the stated edge; or why that cannot be told. */
export interface EarlyReport extends Pick<Edge, 'halfLife' | 'changes' | 'source'> {
  readonly worth: EarlyValue | null;
  readonly because: string | null;
}

/** Days of a step of the series. */
const WEEK = 7;
const MINUTES_A_DAY = 1440;

/**
 * The DORA figures of `period`, and the comparison at the change over `covers`. Systems that serve as controls of an
 * uptime are not the user's, and their outages are in no time to restore, unless a deployment here caused them.
 */
export function deliveryReport(
  record: OperationalRecord,
  {zone}: RecordSpec,
  {baselines}: OperationsAssumptions,
  plan: DeliveryPlan,
  {period, covers}: {readonly period: Period; readonly covers: Period},
): DeliveryReport {
  const {sources, services, commits, causesRecorded, change} = plan;
  const counted = countedBy(record.deployments, plan);
  const others = new Set(baselines.flatMap(one => (one.kind === 'control' ? one.systems : [])));
  const caused = new Set(counted.flatMap(one => one.caused ?? []));
  const intervals = record.intervals.filter(
    ({system, evidence}) => !others.has(system) || (evidence.id !== null && caused.has(evidence.id)),
  );
  return {
    sources,
    services,
    apart: apartOf(record.deployments, plan),
    figures: deliveryOf(counted, intervals, {period, zone: zone ?? 'UTC', commits, causesRecorded}),
    change: change === null ? null : changeReport(record.deployments, plan, covers, change),
  };
}

/** Services that are asked about and that no deployment has: mostly slips of the pen. */
export function strangers(
  {deployments}: OperationalRecord,
  {services, change}: DeliveryPlan,
): readonly Finding[] {
  const known = [...new Set(deployments.map(({service}) => service))];
  const named = new Set([...services, ...(change?.services ?? []), ...(change?.control ?? [])]);
  return [...named]
    .filter(service => !known.includes(service))
    .map(service => {
      const meant = closestSpelling(service, known);
      const message = say`no deployment of the record is of ${service}`;
      const hint =
        meant === undefined ? 'parley record lists the services that it has' : say`did you mean ${meant}?`;
      return finding('unknown-service', 'warning', message, {
        hint,
      });
    });
}

/** Of the deployments that count, those that a change touched, and those of its control; null where it has none. */
export interface Sides {
  readonly touched: readonly Deployment[];
  readonly spared: readonly Deployment[] | null;
}

export function sidesOf(
  deployments: readonly Deployment[],
  plan: DeliveryPlan,
  {services, control}: Pick<ChangePlan, 'services' | 'control'>,
): Sides {
  return {
    touched: countedBy(deployments, plan).filter(({service}) => holds(services, service)),
    spared: control.length === 0 ? null : deployments.filter(({service}) => control.includes(service)),
  };
}

/** No names stand for all. */
function holds(names: readonly string[], name: string): boolean {
  return names.length === 0 || names.includes(name);
}

/** The deployments that a plan asks about, its control not among them. */
function countedBy(
  deployments: readonly Deployment[],
  {sources, services, change}: DeliveryPlan,
): readonly Deployment[] {
  const control = change?.control ?? [];
  return deployments.filter(one => named(one, {sources, services}) && !control.includes(one.service));
}

/** Services of the control that would count, were they none. */
function apartOf(deployments: readonly Deployment[], plan: DeliveryPlan): readonly string[] {
  return (plan.change?.control ?? []).filter(name =>
    deployments.some(one => one.service === name && named(one, plan)),
  );
}

function named(
  {source, service}: Deployment,
  {sources, services}: Pick<DeliveryPlan, 'sources' | 'services'>,
): boolean {
  return holds(sources, source) && holds(services, service);
}

/** What a change did to the deployments of `all` that a plan asks about, before it and after it within a period. */
export function changeReport(
  all: readonly Deployment[],
  plan: DeliveryPlan,
  period: Period,
  change: ChangePlan,
): ChangeReport {
  const {day, source, services, control, edge} = change;
  const sides = sidesOf(all, plan, change);
  const compared = (what: 'lead' | 'run'): Compared => ({
    ...beforeAfter(timedOf(sides.touched, what), questionOf(period, change)),
    ...overControl(sides, what, period, change),
  });
  const leadTime = compared('lead');
  return {
    day,
    source,
    services,
    control,
    period,
    runTime: compared('run'),
    leadTime,
    early: edge === null ? null : earlyReport(edge, leadTime),
  };
}

/** What a change did by medians alone, to times from commit to end (`lead`) or from start to end (`run`). */
export function comparedMedians(
  sides: Sides,
  what: 'lead' | 'run',
  period: Period,
  change: ChangePlan,
): ComparedMedians {
  return {
    ...mediansOf(timedOf(sides.touched, what), questionOf(period, change)),
    ...overControl(sides, what, period, change),
  };
}

function questionOf(period: Period, {at, source}: ChangePlan): ChangeQuestion {
  return {period, change: at, days: WEEK, declared: source !== null};
}

function overControl(
  {touched, spared}: Sides,
  what: 'lead' | 'run',
  period: Period,
  {at, source}: ChangePlan,
): OverControl {
  if (spared === null) return {overControl: null};
  const medians = (of: readonly Deployment[]) =>
    steps(timedOf(of, what), {period, change: at, days: WEEK, q: 0.5});
  return {
    overControl: differenceInDifferences(medians(touched), medians(spared), {declared: source !== null}),
  };
}

/** By the medians of lead time on either side, in days around the clock. */
function earlyReport({daily, halfLife, changes, source}: Edge, {before, after}: BeforeAfter): EarlyReport {
  const told = {halfLife, changes, source};
  if (before === null || after === null)
    return {
      ...told,
      worth: null,
      because: `no deployment ${before === null ? 'before' : 'after'} the change tells the time of its commit`,
    };
  const days = (of: Estimate) => ({
    ...of,
    low: of.low / MINUTES_A_DAY,
    mid: of.mid / MINUTES_A_DAY,
    high: of.high / MINUTES_A_DAY,
  });
  const worth = earlyValue({daily, halfLife, before: days(before), after: days(after), changes});
  return {...told, worth, because: null};
}
