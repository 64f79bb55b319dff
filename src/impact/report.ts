import {type Finding, isFinding, textOf} from '../figure/index.ts';
import {type Calendar, exchange} from '../calendar/index.ts';
import {dayIn} from '../intake/index.ts';
import type {OperationalRecord, Period, RecordSpec, RecordReport} from '../record/index.ts';
import {
  type CapacityReport,
  type ClauseReport,
  type CostsReport,
  capacityReport,
  clauseReports,
  costsReport,
  type DeliveryReport,
  deliveryReport,
  evaluationWindow,
  strangers,
  strangeScopes,
} from '../operations/index.ts';
import {doubtsOf} from './doubt.ts';
import {DRAWS} from './loss/draws.ts';
import {type LossModel, lossModel} from './loss/model.ts';
import {type DrawsAsked, type MoneyImpact, pricedOf, pricingOf} from './money.ts';
import type {Assumptions} from './plan.ts';
import {sanityFindings} from './sanity.ts';

/** What a record is worth, part by part. A part that cannot be had, or that nobody asked for, is null. */
export interface ImpactReport {
  readonly period: Period;
  /** The zone of its days: that of record.yaml, or UTC. */
  readonly zone: string;
  readonly seed: number;
  readonly draws: number;
  /** Null where no pod has both a PnL and a system that it hangs on: `unpriced` says why. */
  readonly money: MoneyImpact | null;
  readonly unpriced: string | null;
  readonly clauses: readonly ClauseReport[];
  /** How software went out, and what volume was held; null where impact.yaml does not ask. */
  readonly delivery: DeliveryReport | null;
  readonly capacity: CapacityReport | null;
  /** What the machines cost before and after; null where impact.yaml does not ask, or the record has no costs. */
  readonly costs: CostsReport | null;
  readonly findings: readonly Finding[];
}

/**
 * What a record is worth, by what its owner assumes. Deployments, volumes and clauses need no PnL, and are told without
 * one. Null where there is nothing at all to tell; the findings say why.
 */
export function impactReport(
  record: OperationalRecord,
  report: RecordReport,
  recordPlan: RecordSpec,
  plan: Assumptions,
  question: DrawsAsked,
): {readonly report: ImpactReport | null; readonly findings: readonly Finding[]} {
  const judged = evaluationWindow(report, plan);
  if ('rule' in judged) return {report: null, findings: [judged]};
  const {period} = judged;
  const reading = lossModel(record, judged, recordPlan, plan);
  const findings: Finding[] = [...reading.findings];
  const priced = reading.model === null ? reading.unpriced : pricedOf(reading.model);
  if (!('rule' in priced)) findings.push(...doubtsOf(priced.model, judged, report.systems));
  const money =
    'rule' in priced
      ? null
      : pricingOf(priced, plan, {...question, zone: report.zone}, findings).whole(report.systems);
  if (money !== null) {
    const last = dayIn(period.to - 1, report.zone);
    findings.push(...sanityFindings(money.total.annual, money.currency, last));
  }
  const calendars = 'rule' in priced ? namedCalendars(plan, recordPlan) : calendarsOf(priced.model);
  const clauses = clauseReports(report, judged, plan, recordPlan, calendars);
  const {delivery, capacity: claim} = plan;
  if (delivery !== null) findings.push(...strangers(record, delivery));
  const capacity = claim === null ? null : capacityReport(record, report, recordPlan, plan, claim, judged);
  if (capacity !== null && 'rule' in capacity) findings.push(capacity);
  if (plan.costs !== null) findings.push(...strangeScopes(record.costs, plan.costs));
  const costs =
    plan.costs === null
      ? null
      : costsReport(record.costs, plan.costs, judged, {
          zone: report.zone,
          currency: plan.currency ?? money?.currency ?? null,
        });
  if (costs !== null && 'rule' in costs) findings.push({...costs, rule: 'no-costs'});
  if ('rule' in priced) {
    const bare = clauses.length === 0 && delivery === null && claim === null && plan.costs === null;
    findings.push({...priced, severity: bare ? 'error' : 'note'});
    if (bare) return {report: null, findings};
  }
  const built = {
    period,
    zone: report.zone,
    seed: question.seed,
    draws: question.draws ?? DRAWS,
    money,
    unpriced: 'rule' in priced ? textOf(priced.message) : null,
    clauses,
    delivery: delivery === null ? null : deliveryReport(record, recordPlan, plan, delivery, judged),
    capacity: capacity !== null && 'rule' in capacity ? null : capacity,
    costs: costs !== null && 'rule' in costs ? null : costs,
    findings,
  };
  return {report: built, findings};
}

function calendarsOf({pods}: LossModel): readonly Calendar[] {
  return [...new Set(pods.map(({clock}) => clock.calendar))];
}

/** In whose sessions to judge where no pod says in which it trades. */
function namedCalendars({exchange: named}: Assumptions, {calendars}: RecordSpec): readonly Calendar[] {
  const calendar = exchange(named ?? calendars[0] ?? '24x7');
  return isFinding(calendar) ? [] : [calendar];
}
