import {shippedRates} from '../base/index.ts';
import {type Calendar, exchange, isFinding, openDays} from '../calendar/index.ts';
import {
  dayIn,
  type OperationalRecord,
  type Period,
  type RecordPlan,
  type RecordReport,
} from '../record/index.ts';
import {baselineImpact} from './against.ts';
import {assumptionsOf} from './assumption.ts';
import {atRiskOf} from './at-risk.ts';
import {type Counterfactual, counterfactualOf, fewOutages} from './baseline.ts';
import {capacityReport} from './capacity/report.ts';
import {clauseReports} from './clause.ts';
import {costsReport, strangeScopes} from './costs/report.ts';
import {doubtsOf} from './doubt.ts';
import {deliveryReport, strangers} from './delivery/report.ts';
import {type ErrorTrades, errorTrades} from './error-trade.ts';
import type {ImpactFinding} from './finding.ts';
import {perMinute} from './identity.ts';
import {judgedOf} from './judged.ts';
import {DRAWS, type Draws, drawsOf, estimateOf} from './loss/draws.ts';
import {PLAIN} from './loss/exposure.ts';
import {dailyOf, groupsOf, type HurtGroup, hurtGroups, type Incident, incidentsOf} from './loss/group.ts';
import {type LossModel, lossModel} from './loss/model.ts';
import {type ImpactPlan, givenMean, WHOLE} from './plan.ts';
import {podImpacts, usualSession} from './pod.ts';
import {sanityFindings} from './sanity.ts';
import {sensitivityOf} from './sensitivity.ts';
import {YEARS} from './stats/annual.ts';
import {type Outlook, outlookOf, yearAhead} from './year.ts';
import type {ImpactReport, MoneyImpact, OutageLoss, TotalImpact} from './types.ts';

export interface ImpactQuestion {
  readonly seed: number;
  readonly draws?: number;
  /** Years that are simulated; 10,000 unless told. */
  readonly years?: number;
}

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
  const money = 'rule' in priced ? null : moneyImpact(priced, plan, report.systems, question, findings);
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

/** A model, and what its outages cost the groups of its pods. */
interface Priced {
  readonly model: LossModel;
  readonly groups: readonly HurtGroup[];
}

/** A finding where a calendar does not reach the record. */
function pricedOf(model: LossModel): Priced | ImpactFinding {
  const groups = hurtGroups(groupsOf(model.pods), model.period, PLAIN, 'largest');
  return isFinding(groups) ? {...groups, rule: 'calendar'} : {model, groups};
}

function calendarsOf({pods}: LossModel): readonly Calendar[] {
  return [...new Set(pods.map(({clock}) => clock.calendar))];
}

/** In whose sessions to judge where no pod says in which it trades. */
function namedCalendars({exchange: named}: ImpactPlan, {calendars}: RecordPlan): readonly Calendar[] {
  const calendar = exchange(named ?? calendars[0] ?? '24x7');
  return isFinding(calendar) ? [] : [calendar];
}

function moneyImpact(
  {model, groups}: Priced,
  plan: ImpactPlan,
  systems: RecordReport['systems'],
  {seed, draws: count, years: simulated = YEARS}: ImpactQuestion,
  findings: ImpactFinding[],
): MoneyImpact {
  const question = {
    groups,
    timelines: model.timelines,
    covers: model.covers,
    meaning: PLAIN,
    overlap: 'largest',
  } as const;
  const counterfactuals = plan.baselines.flatMap(baseline => {
    const found = counterfactualOf(baseline, question);
    if (!('rule' in found)) {
      findings.push(...fewOutages(found));
      return [found];
    }
    findings.push(found);
    return [];
  });
  const range = plan.lossGivenOutage ?? WHOLE;
  const pods = groups.flatMap(group => group.pods);
  const draws = drawsOf(pods, range, seed, count);
  const incidents = incidentsOf(groups);
  const given = givenMean(range);
  const years = groups.map(group => yearOf(group, model.period));
  const total = totalOf(model, groups, draws, given, years);
  const outlook = outlookOf(groups, incidents, range, Math.max(...years));
  const errorTrade = errorTradeOf(plan, outlook, seed, model, findings);
  return {
    currency: model.currency,
    pods: podImpacts(groups, counterfactuals, draws, given),
    total,
    atRisk: atRiskOf(groups, draws, given, years),
    outages: outageLosses(incidents, groups, given),
    baselines: counterfactuals.map(one =>
      baselineImpact(one, {groups, incidents, draws, given, years, credit: plan.credit}),
    ),
    year: outlook === null ? null : yearAhead(outlook, groups, incidents, {seed, years: simulated}),
    errorTrade,
    unprotected: unprotected(plan, counterfactuals),
    assumptions: assumptionsOf(model, plan, range, errorTrade, systems),
    sensitivity: sensitivityOf(model, plan, range, groups, counterfactuals, draws),
  };
}

function errorTradeOf(
  {errorTrade}: ImpactPlan,
  outlook: Outlook | null,
  seed: number,
  {currency, period}: LossModel,
  findings: ImpactFinding[],
): ErrorTrades | null {
  if (errorTrade === null) return null;
  const day = dayIn(period.to - 1, 'UTC');
  const found = errorTrades(errorTrade, outlook, seed, {currency, rates: shippedRates(), day});
  if (!('rule' in found)) return found;
  findings.push(found);
  return null;
}

function unprotected({baselines}: ImpactPlan, found: readonly Counterfactual[]): string | null {
  if (found.length > 0) return null;
  return baselines.length > 0
    ? 'none of the baselines can be worked out: what was protected is not a number'
    : 'no baseline is given: what was protected is not a number. An uptime alone says what was lost, not what would have been';
}

/** The sessions of the exchange's year in which a period ends; of the year before where the calendar ends within it. */
function yearOf({clock}: HurtGroup, {to}: Period): number {
  const last = Number(dayIn(to - 1, clock.calendar.zone).slice(0, 4));
  for (const year of [last, last - 1]) {
    const found = openDays(clock.calendar, `${year}-01-01`, `${year}-12-31`);
    if (!isFinding(found)) return found.sessions;
  }
  return Number.NaN;
}

function totalOf(
  model: LossModel,
  groups: readonly HurtGroup[],
  draws: Draws,
  given: number,
  years: readonly number[],
): TotalImpact {
  const lost = new Float64Array(draws.count);
  let at = 0;
  for (const {pods, hurt} of groups)
    for (const _ of pods) {
      const daily = draws.daily[at++] as Float64Array;
      for (let draw = 0; draw < lost.length; draw++)
        lost[draw] =
          (lost[draw] as number) + (draws.given[draw] as number) * (daily[draw] as number) * hurt.lost;
    }
  const over = (of: (group: HurtGroup, daily: number, index: number) => number) =>
    groups.reduce((sum, group, index) => sum + of(group, dailyOf(group), index), 0);
  const idle = model.idle.reduce((sum, {mean}) => sum + mean, 0);
  const atRisk = over(({hurt}, daily) => daily * hurt.exposed * hurt.known);
  return {
    pods: model.pods.length,
    idle: model.idle.length,
    daily: over((_, daily) => daily) + idle,
    annual: over((_, daily, index) => daily * (years[index] as number)) + idle * (years[0] ?? Number.NaN),
    perMinute: over(({hurt, clock}, daily) => perMinute(daily * hurt.exposed, usualSession(clock.calendar))),
    uptime: atRisk > 0 ? 1 - over(({hurt}, daily) => daily * hurt.lost) / atRisk : null,
    lost: estimateOf(
      given * over(({hurt}, daily) => daily * hurt.lost),
      lost,
      `PERT of loss given outage, bootstrap over days, ${draws.count} draws`,
      Math.max(0, ...model.pods.map(({pnl}) => pnl.days.size)),
    ),
    lostAtMost: given * over(({hurt}, daily) => daily * hurt.lostAtMost),
  };
}

function outageLosses(
  incidents: readonly Incident[],
  groups: readonly HurtGroup[],
  given: number,
): readonly OutageLoss[] {
  const daily = groups.map(dailyOf);
  return incidents
    .map(({system, from, to, days}) => ({
      system,
      from,
      to,
      pods: groups.reduce((sum, {pods}, at) => sum + ((days[at] as number) > 0 ? pods.length : 0), 0),
      lost: given * daily.reduce((sum, one, at) => sum + one * (days[at] as number), 0),
    }))
    .sort((a, b) => b.lost - a.lost || a.from - b.from);
}
