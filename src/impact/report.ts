import {type Calendar, exchange, isFinding} from '../calendar/index.ts';
import {dayIn, type OperationalRecord, type RecordPlan, type RecordReport} from '../record/index.ts';
import {
  capacityReport,
  clauseReports,
  costsReport,
  deliveryReport,
  judgedOf,
  strangers,
  strangeScopes,
} from '../operations/index.ts';
import {doubtsOf} from './doubt.ts';
import type {ImpactFinding} from './finding.ts';
import {DRAWS} from './loss/draws.ts';
import {type LossModel, lossModel} from './loss/model.ts';
import {moneyImpact, pricedOf} from './money.ts';
import type {ImpactPlan} from './plan.ts';
import {sanityFindings} from './sanity.ts';
import type {ImpactQuestion, ImpactReport} from './types.ts';

/**
 * What a record is worth, by what its owner assumes. Deployments, volumes and clauses need no PnL, and are told without
 * one. Null where there is nothing at all to tell; the findings say why.
 */
export function impactReport(
  record: OperationalRecord,
  report: RecordReport,
  recordPlan: RecordPlan,
  plan: ImpactPlan,
  question: ImpactQuestion,
): {readonly report: ImpactReport | null; readonly findings: readonly ImpactFinding[]} {
  const judged = judgedOf(report, plan);
  if ('rule' in judged) return {report: null, findings: [judged]};
  const {period} = judged;
  const reading = lossModel(record, judged, recordPlan, plan);
  const findings: ImpactFinding[] = [...reading.findings];
  const priced = reading.model === null ? reading.unpriced : pricedOf(reading.model);
  if (!('rule' in priced)) findings.push(...doubtsOf(priced.model, judged, report.systems));
  const money =
    'rule' in priced
      ? null
      : moneyImpact(priced, plan, report.systems, {...question, zone: report.zone}, findings);
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
    unpriced: 'rule' in priced ? priced.message : null,
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
function namedCalendars({exchange: named}: ImpactPlan, {calendars}: RecordPlan): readonly Calendar[] {
  const calendar = exchange(named ?? calendars[0] ?? '24x7');
  return isFinding(calendar) ? [] : [calendar];
}
