import {type Evidence, type Quantity, quantity} from '../../base/index.ts';
import type {AtRisk} from '../at-risk.ts';
import {type ImpactPlan, WHOLE} from '../plan.ts';
import type {Baseline} from '../../operations/index.ts';
import type {MoneyImpact} from '../types.ts';

/** How a measured figure comes about from others: a formula over their names, which gives the figure itself. */
export interface Basis {
  readonly formula: string;
  /** What is taken for granted, in words without a figure of the record. */
  readonly assumption: string;
  readonly inputs: readonly Ingredient[];
}

/** One number that a figure is worked out from. */
export interface Ingredient {
  readonly name: string;
  readonly label: string;
  readonly quantity: Quantity;
  readonly share: boolean;
  /** A `source` that is null is the record. */
  readonly evidence: Omit<Evidence, 'source'> & {readonly source: string | null};
}

/** Everything that formulas of money are made of, by name. Units cancel to the one of the figure. */
export function ingredientsOf({atRisk, total, currency}: MoneyImpact, plan: ImpactPlan) {
  const measured = {tier: 'measured', source: null} as const;
  const calendar = {tier: 'published', source: 'the sessions of the exchange'} as const;
  const said = plan.lossGivenOutage ?? WHOLE;
  return {
    pods: ingredient('pods', 'pods that hang on the systems', quantity(atRisk.pods, 'pod'), measured),
    podPnl: ingredient(
      'podPnl',
      'what an average pod is expected to make',
      quantity(atRisk.podDaily, `${currency}/pod/day`),
      pnlEvidence(atRisk, plan),
    ),
    exposure: share('exposure', 'share of PnL that stops with the systems', atRisk.exposure, {
      // record.yaml holds it as its owner estimates it, and asks for no paper.
      tier: 'stated',
      source: 'the map of dependencies in record.yaml',
    }),
    minutes: ingredient(
      'minutes',
      'open minutes of a usual session',
      quantity(atRisk.minutes, 'minute/day'),
      calendar,
    ),
    sessions: ingredient('sessions', 'sessions of the period', quantity(atRisk.sessions, 'day'), measured),
    yearSessions: ingredient(
      'yearSessions',
      'sessions of a year',
      quantity(atRisk.yearSessions, 'day'),
      calendar,
    ),
    given: share('lossGivenOutage', 'share of what is at risk that an outage costs', atRisk.given, {
      tier: plan.lossGivenOutage === null ? 'assumed' : 'stated',
      source: said.source,
    }),
    uptime: share('uptime', 'uptime, weighed by the PnL at risk', total.uptime ?? Number.NaN, measured),
  };
}

/** The uptime that a record is held against. */
export function baselineIngredient(baseline: Baseline, uptime: number): Ingredient {
  switch (baseline.kind) {
    case 'own':
      return share('baseline', 'uptime of the time before, weighed alike', uptime, MEASURED);
    case 'control':
      return share('baseline', 'uptime of systems run by others, weighed alike', uptime, MEASURED);
    case 'target':
      return share('baseline', 'uptime that was agreed', uptime, {tier: 'stated', source: baseline.source});
    case 'reference':
      return share('baseline', 'uptime of others', uptime, {tier: 'stated', source: baseline.source});
  }
}

/** What a simulated year stops on average. */
export function downtimeIngredient(value: number): Ingredient {
  return share(
    'downtime',
    'share of the PnL at risk that stops in a simulated year on average',
    value,
    MEASURED,
  );
}

const MEASURED = {tier: 'measured', source: null} as const;

/** What no record shows and every figure of money takes for granted. */
export function grantedIn({weights}: ImpactPlan): string {
  const spread =
    weights === 'uniform'
      ? 'PnL comes evenly within a session'
      : weights === 'published'
        ? 'PnL comes within a session as its volume is published to'
        : 'PnL comes within a session as its owner weighs it';
  return `${spread}; of several systems down together the largest share stops; degraded costs nothing`;
}

function pnlEvidence({fromRecord}: AtRisk, {dailyPnl}: ImpactPlan): Ingredient['evidence'] {
  if (fromRecord) return MEASURED;
  const sources = [...new Set(Object.values(dailyPnl).map(({source}) => source))];
  return {tier: 'stated', source: sources.length === 1 ? (sources[0] ?? null) : 'dailyPnl: in impact.yaml'};
}

function share(name: string, label: string, value: number, evidence: Ingredient['evidence']): Ingredient {
  return {name, label, quantity: quantity(value), share: true, evidence};
}

function ingredient(name: string, label: string, of: Quantity, evidence: Ingredient['evidence']): Ingredient {
  return {name, label, quantity: of, share: false, evidence};
}
