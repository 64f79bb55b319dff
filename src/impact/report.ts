import {isFinding, openDays} from '../calendar/index.ts';
import {
  dayIn,
  type OperationalRecord,
  type Period,
  type RecordPlan,
  type RecordReport,
} from '../record/index.ts';
import {baselineImpact} from './against.ts';
import {assumptionsOf} from './assumption.ts';
import {type Counterfactual, counterfactualOf} from './baseline.ts';
import {capacityReport} from './capacity/report.ts';
import {clauseReports} from './clause.ts';
import {deliveryReport, strangers} from './delivery/report.ts';
import type {ImpactFinding} from './finding.ts';
import {perMinute} from './identity.ts';
import {type Draws, drawsOf, estimateOf} from './loss/draws.ts';
import {PLAIN} from './loss/exposure.ts';
import {dailyOf, groupsOf, type HurtGroup, hurtGroups, type Incident, incidentsOf} from './loss/group.ts';
import {type LossModel, lossModel} from './loss/model.ts';
import {type ImpactPlan, givenMean, WHOLE} from './plan.ts';
import {podImpacts, usualSession} from './pod.ts';
import {sanityFindings} from './sanity.ts';
import {sensitivityOf} from './sensitivity.ts';
import {yearAhead} from './year.ts';
import type {ImpactReport, OutageLoss, TotalImpact} from './types.ts';

export interface ImpactQuestion {
  readonly seed: number;
  readonly draws?: number;
}

/** Puts a price on a record, by what its owner assumes. Null where there is nothing to price; the findings say why. */
export function impactReport(
  record: OperationalRecord,
  report: RecordReport,
  recordPlan: RecordPlan,
  plan: ImpactPlan,
  {seed, draws: count}: ImpactQuestion,
): {readonly report: ImpactReport | null; readonly findings: readonly ImpactFinding[]} {
  const {model, findings: ofModel} = lossModel(record, report, recordPlan, plan);
  if (model === null) return {report: null, findings: ofModel};
  const groups = hurtGroups(groupsOf(model.pods), model.period, PLAIN, 'largest');
  if (isFinding(groups)) return {report: null, findings: [...ofModel, {...groups, rule: 'calendar'}]};
  const findings = [...ofModel];
  const question = {
    groups,
    timelines: model.timelines,
    covers: model.covers,
    meaning: PLAIN,
    overlap: 'largest',
  } as const;
  const counterfactuals = plan.baselines.flatMap(baseline => {
    const found = counterfactualOf(baseline, question);
    if (!('rule' in found)) return [found];
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
  findings.push(...sanityFindings(total.annual, model.currency, dayIn(model.period.to - 1, report.zone)));
  if (plan.delivery !== null) findings.push(...strangers(record, plan.delivery));
  const capacity =
    plan.capacity === null ? null : capacityReport(record, report, recordPlan, plan, plan.capacity, model);
  if (capacity !== null && 'rule' in capacity) findings.push(capacity);
  const built = {
    period: model.period,
    zone: report.zone,
    currency: model.currency,
    seed,
    draws: draws.count,
    pods: podImpacts(groups, counterfactuals, draws, given),
    total,
    outages: outageLosses(incidents, groups, given),
    baselines: counterfactuals.map(one =>
      baselineImpact(one, {groups, incidents, draws, given, years, credit: plan.credit?.share ?? null}),
    ),
    year: yearAhead(groups, incidents, range, Math.max(...years), seed),
    unprotected: unprotected(plan, counterfactuals),
    clauses: clauseReports(report, model, plan, recordPlan),
    delivery: plan.delivery === null ? null : deliveryReport(record, recordPlan, plan, plan.delivery, model),
    capacity: capacity !== null && 'rule' in capacity ? null : capacity,
    assumptions: assumptionsOf(model, plan, range),
    sensitivity: sensitivityOf(model, plan, range, groups, counterfactuals, draws),
    findings,
  };
  return {report: built, findings};
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
