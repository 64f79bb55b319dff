import {shippedRates} from '../base/index.ts';
import {isFinding, openDays, usualSession} from '../calendar/index.ts';
import {dayIn, type Period, type RecordReport} from '../record/index.ts';
import {baselineImpact} from './against.ts';
import {assumptionsOf} from './assumption.ts';
import {atRiskOf} from './at-risk.ts';
import {type Counterfactual, counterfactualOf, fewOutages} from './baseline.ts';
import {type ErrorTrades, errorTrades} from './error-trade.ts';
import type {ImpactFinding} from './finding.ts';
import {perMinute} from './identity.ts';
import {type Draws, drawsByDailyPnl, drawsOf, estimateOf} from './loss/draws.ts';
import {PLAIN} from './loss/exposure.ts';
import {
  byDailyPnl,
  dailyOf,
  groupsOf,
  type HurtGroup,
  hurtGroups,
  type Incident,
  incidentsOf,
} from './loss/group.ts';
import type {LossModel} from './loss/model.ts';
import {givenMean, type ImpactPlan, type Place, WHOLE} from './plan.ts';
import {podImpacts} from './pod.ts';
import {sensitivityOf} from './sensitivity.ts';
import {YEARS} from '../stats/index.ts';
import {type Outlook, outlookOf, yearAhead} from './year.ts';
import type {ImpactQuestion, MoneyImpact, OutageLoss, TotalImpact} from './types.ts';

/** A model, and what its outages cost the groups of its pods. */
export interface PricedModel {
  readonly model: LossModel;
  readonly groups: readonly HurtGroup[];
}

/** The model with what its outages cost; a finding where a calendar does not reach the record. */
export function pricedOf(model: LossModel): PricedModel | ImpactFinding {
  const groups = hurtGroups(groupsOf(model.pods), model.period, PLAIN, 'largest');
  return isFinding(groups) ? {...groups, rule: 'calendar'} : {model, groups};
}

/**
 * The record in the one currency of the report: what was lost, what was protected against each baseline, and what a year may
 * lose. What stands in the way of a part is added to `findings`.
 */
export function moneyImpact(
  {model, groups}: PricedModel,
  plan: ImpactPlan,
  systems: RecordReport['systems'],
  {seed, draws: count, years: simulated = YEARS, place = SOMEWHERE, zone}: ImpactQuestion & {zone: string},
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
    assumptions: assumptionsOf(model, {plan, place}, range, errorTrade, systems),
    sensitivity: sensitivityOf(model, {plan, place, zone}, range, groups, counterfactuals, draws),
  };
}

/** Of an impact.yaml that nobody has read. */
const SOMEWHERE: Place = () => ({file: 'impact.yaml', from: 0, to: 0, line: 1, column: 1});

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
  const lost = drawsByDailyPnl(groups, draws, ({hurt}) => hurt.lost);
  for (let draw = 0; draw < lost.length; draw++)
    lost[draw] = (lost[draw] as number) * (draws.given[draw] as number);
  const over = (of: (group: HurtGroup, at: number) => number) => byDailyPnl(groups, of);
  const idle = model.idle.reduce((sum, {mean}) => sum + mean, 0);
  const atRisk = over(({hurt}) => hurt.exposed * hurt.known);
  return {
    pods: model.pods.length,
    idle: model.idle.length,
    daily: over(() => 1) + idle,
    annual: over((_, at) => years[at] as number) + idle * (years[0] ?? Number.NaN),
    perMinute: over(({hurt, clock}) => perMinute(hurt.exposed, usualSession(clock.calendar))),
    uptime: atRisk > 0 ? 1 - over(({hurt}) => hurt.lost) / atRisk : null,
    lost: estimateOf(
      given * over(({hurt}) => hurt.lost),
      lost,
      `PERT of loss given outage, bootstrap over days, ${draws.count} draws`,
      Math.max(0, ...model.pods.map(({pnl}) => pnl.days.size)),
    ),
    lostAtMost: given * over(({hurt}) => hurt.lostAtMost),
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
