import {type Currency, shippedRates} from '../base/index.ts';
import {type Finding, isFinding} from '../figure/index.ts';
import {openDays, usualSession} from '../calendar/index.ts';
import {dayIn} from '../intake/index.ts';
import type {Period, RecordReport} from '../record/index.ts';
import {baselineImpact, type BaselineImpact} from './against.ts';
import {type Assumption, assumptionsOf} from './assumption.ts';
import {type AtRisk, atRiskOf} from './at-risk.ts';
import {type Counterfactual, counterfactualOf, fewOutages} from './baseline.ts';
import {type ErrorTrades, errorTrades} from './error-trade.ts';
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
import {givenMean, type Assumptions, type PlaceOf, WHOLE} from './plan.ts';
import {type PodImpact, podImpacts} from './pod.ts';
import {sensitivityOf, type SensitivityRow} from './sensitivity.ts';
import {type Estimate, YEARS} from '../stats/index.ts';
import {type Outlook, outlookOf, type YearAhead, yearAhead} from './year.ts';

/** How a report is to be worked out: by which seed, and how much is drawn. */
export interface DrawsAsked {
  readonly seed: number;
  readonly draws?: number;
  /** Where the values of impact.yaml stand that its texts tell, and in which zone days are told; UTC unless told. */
  readonly place?: PlaceOf;
  readonly zone?: string;
  /** Years that are simulated; 10,000 unless told. */
  readonly years?: number;
}

/** The record in money: per pod and in all, against each baseline that was given. Amounts are in `currency`. */
export interface MoneyImpact {
  readonly currency: Currency;
  readonly pods: readonly PodImpact[];
  readonly total: TotalImpact;
  readonly atRisk: AtRisk;
  /** The outages that cost something, the dearest first. */
  readonly outages: readonly OutageLoss[];
  readonly baselines: readonly BaselineImpact[];
  /** What a year may lose at this rate; null where no outage cost anything. */
  readonly year: YearAhead | null;
  /** What wrong orders may cost, in nothing else here; null where impact.yaml does not say. */
  readonly errorTrade: ErrorTrades | null;
  /** Why there is no figure of what was protected; null where there is one. */
  readonly unprotected: string | null;
  readonly assumptions: readonly Assumption[];
  readonly sensitivity: readonly SensitivityRow[];
}

interface TotalImpact {
  readonly pods: number;
  /** Pods that depend on nothing here: in `daily` and `annual`, and in nothing else. */
  readonly idle: number;
  readonly daily: number;
  /** `daily` times the sessions of a year, by each pod's own exchange. */
  readonly annual: number;
  /** While all the exchanges are open that the pods trade on. */
  readonly perMinute: number;
  readonly uptime: number | null;
  readonly lost: Estimate;
  readonly lostAtMost: number;
}

interface OutageLoss {
  readonly system: string;
  readonly from: number;
  readonly to: number;
  readonly pods: number;
  readonly lost: number;
}

/** A model, and what its outages cost the groups of its pods. */
export interface PricedModel {
  readonly model: LossModel;
  readonly groups: readonly HurtGroup[];
}

/** The model with what its outages cost; a finding where a calendar does not reach the record. */
export function pricedOf(model: LossModel): PricedModel | Finding {
  const groups = hurtGroups(groupsOf(model.pods), model.period, PLAIN, 'largest');
  return isFinding(groups) ? {...groups, rule: 'calendar'} : {model, groups};
}

/** A record in the one currency of its report. What takes long is worked out when it is first asked for. */
export interface Pricing extends Pick<MoneyImpact, 'currency' | 'total' | 'atRisk' | 'unprotected'> {
  readonly exchanges: readonly string[];
  /** The baselines of impact.yaml that can be worked out, in their order. */
  readonly baselines: readonly (Pick<BaselineImpact, 'baseline'> & {readonly impact: () => BaselineImpact})[];
  readonly year: () => YearAhead | null;
  readonly sensitivity: () => MoneyImpact['sensitivity'];
  /** The rest of the report. */
  readonly whole: (systems: RecordReport['systems']) => MoneyImpact;
}

/**
 * Prices a model: what was lost, what was protected against each baseline, and what a year may lose. What stands in the way
 * of a part is added to `findings`.
 */
export function pricingOf(
  {model, groups}: PricedModel,
  plan: Assumptions,
  {seed, draws: count, years: simulated = YEARS, place = SOMEWHERE, zone = 'UTC'}: DrawsAsked,
  findings: Finding[],
): Pricing {
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
  const draws = drawsOf(
    groups.flatMap(group => group.pods),
    range,
    seed,
    count,
  );
  const incidents = incidentsOf(groups);
  const given = givenMean(range);
  const years = groups.map(group => yearOf(group, model.period));
  const outlook = outlookOf(groups, incidents, range, Math.max(...years));
  const setting = {groups, incidents, draws, given, years, credit: plan.credit};
  const baselines = counterfactuals.map(one => ({
    baseline: one.baseline,
    impact: once(() => baselineImpact(one, setting)),
  }));
  const year = once(() =>
    outlook === null ? null : yearAhead(outlook, groups, incidents, {seed, years: simulated}),
  );
  const sensitivity = once(() =>
    sensitivityOf(model, {plan, place, zone}, range, groups, counterfactuals, draws),
  );
  const told = {
    currency: model.currency,
    total: totalOf(model, groups, draws, given, years),
    atRisk: atRiskOf(groups, draws, given, years),
    unprotected: unprotected(plan, counterfactuals),
  };
  return {
    ...told,
    exchanges: [...new Set(groups.map(({clock}) => clock.calendar.id))],
    baselines,
    year,
    sensitivity,
    whole: systems => {
      const errorTrade = errorTradeOf(plan, outlook, seed, model, findings);
      return {
        ...told,
        pods: podImpacts(groups, counterfactuals, draws, given),
        outages: outageLosses(incidents, groups, given),
        baselines: baselines.map(({impact}) => impact()),
        year: year(),
        errorTrade,
        assumptions: assumptionsOf(model, {plan, place}, range, errorTrade, systems),
        sensitivity: sensitivity(),
      };
    },
  };
}

/** `make`, called the first time that its value is asked for and never again. */
function once<T>(make: () => T): () => T {
  let made: {readonly value: T} | null = null;
  return () => (made ??= {value: make()}).value;
}

/** Of an impact.yaml that nobody has read. */
const SOMEWHERE: PlaceOf = () => ({file: 'impact.yaml', from: 0, to: 0, line: 1, column: 1});

function errorTradeOf(
  {errorTrade}: Assumptions,
  outlook: Outlook | null,
  seed: number,
  {currency, period}: LossModel,
  findings: Finding[],
): ErrorTrades | null {
  if (errorTrade === null) return null;
  const day = dayIn(period.to - 1, 'UTC');
  const found = errorTrades(errorTrade, outlook, seed, {currency, rates: shippedRates(), day});
  if (!('rule' in found)) return found;
  findings.push(found);
  return null;
}

function unprotected({baselines}: Assumptions, found: readonly Counterfactual[]): string | null {
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
