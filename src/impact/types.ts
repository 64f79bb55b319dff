import type {Currency} from '../base/index.ts';
import type {Period} from '../record/index.ts';
import type {Assumption} from './assumption.ts';
import type {AtRisk} from './at-risk.ts';
import type {
  Baseline,
  CapacityReport,
  ClauseReport,
  CostsReport,
  DeliveryReport,
} from '../operations/index.ts';
import type {ErrorTrades} from './error-trade.ts';
import type {Estimate} from '../stats/index.ts';
import type {ImpactFinding} from './finding.ts';
import type {Place} from './plan.ts';
import type {SensitivityRow} from './sensitivity.ts';
import type {SharedCredit} from './shared.ts';
import type {YearAhead} from './year.ts';

/** How a report is to be worked out: by which seed, and how much is drawn. */
export interface ImpactQuestion {
  readonly seed: number;
  readonly draws?: number;
  /** Where the values of impact.yaml stand that its texts tell; nowhere but in that file unless told. */
  readonly place?: Place;
  /** Years that are simulated; 10,000 unless told. */
  readonly years?: number;
}

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
  readonly findings: readonly ImpactFinding[];
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

export interface PodImpact {
  readonly pod: string;
  readonly exchange: string;
  /** Expected PnL a day. */
  readonly daily: Estimate;
  readonly pnlFrom: 'record' | 'stated';
  /** The largest share of it that stops with a system. */
  readonly exposed: number;
  /** The uptime of what it depends on, in the weights of its sessions; null where nothing is known. */
  readonly uptime: number | null;
  /** PnL at risk in an open minute of a usual session, and in its heaviest and lightest minute. */
  readonly perMinute: MinuteRisk;
  /** Lost in the period. */
  readonly lost: Estimate;
  /** The same, were everything unknown down. */
  readonly lostAtMost: number;
  /** Protected in the period, in the order of `baselines`. */
  readonly protected: readonly number[];
}

export interface MinuteRisk {
  readonly mean: number;
  readonly least: number;
  readonly most: number;
  /** Open minutes of the usual session that the mean is over. */
  readonly minutes: number;
}

export interface TotalImpact {
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

export interface OutageLoss {
  readonly system: string;
  readonly from: number;
  readonly to: number;
  readonly pods: number;
  readonly lost: number;
}

export interface BaselineImpact {
  readonly baseline: Baseline;
  /** The uptime that pods would have seen, weighed by their PnL at risk. */
  readonly uptime: number | null;
  /** What would have been lost in the period. */
  readonly counterfactual: number;
  /**
   * What would have been lost less what was, in the period. Negative where the record is the worse of the two. Its ends are
   * for the long run of both.
   */
  readonly protected: Estimate;
  /** The same as a share of the PnL at risk: by how much the record's uptime is above the baseline's, both by PnL at risk. */
  readonly share: Estimate;
  /** The middle of `protected`, for the sessions of a whole year. */
  readonly perYear: number;
  /** The user's share of the middle of `protected`, stated or worked out; null where nobody says how it is shared. */
  readonly credited: number | null;
  /** Who brought it about, where contributors are named; null where none are. */
  readonly shared: SharedCredit | null;
  readonly identity: Identity;
}

/** PnL at risk x (uptime - baseline), both uptimes by open minutes: the short way to the same figure. */
export interface Identity {
  readonly atRisk: number;
  readonly difference: number;
  readonly product: number;
  /** Whether it comes to what the long way does, within a thousandth. Short sessions and curves of weights part the two. */
  readonly agrees: boolean;
}
