import type {Currency, Money} from '../base/index.ts';
import type {EpochMs} from '../record/index.ts';

/** What impact.yaml says: the assumptions that turn a record into money. Each comes with the source its owner gives. */
export interface ImpactPlan {
  /** impact.yaml as it was asked for; null where there is none. */
  readonly file: string | null;
  /** The one money of the report; null: the one of the record. */
  readonly currency: Currency | null;
  /** The exchange in whose sessions pods trade, and those of single pods; null: the first of record.yaml. */
  readonly exchange: string | null;
  readonly exchanges: Readonly<Record<string, string>>;
  /** Expected daily PnL by pod, where it is stated and not worked out from the record. */
  readonly dailyPnl: Readonly<Record<string, StatedPnl>>;
  /** The share of the PnL at risk that an outage really costs; null: nobody has said, and the whole is taken. */
  readonly lossGivenOutage: LossGivenOutage | null;
  readonly weights: Weights;
  readonly baselines: readonly Baseline[];
  /** From when on the record is the user's own work; null: since it begins, or since the end of the time before. */
  readonly from: EpochMs | null;
  /** How what was protected is shared: by a stated share, or among those who looked after it; null: nobody has said. */
  readonly credit: CreditPlan | null;
  /** Losses by wrong orders, which no minute measures; null: nobody has said. */
  readonly errorTrade: ErrorTradePlan | null;
  /** Clauses to be held against each other and against the record. */
  readonly clauses: readonly ClauseRule[];
  /** What is asked about deployments, and about the volume that a system held; null: nothing. */
  readonly delivery: DeliveryPlan | null;
  /** What a change is said to have done to what the machines cost; null: nothing. */
  readonly costs: CostsPlan | null;
  readonly capacity: CapacityPlan | null;
}

/** Which deployments are looked at, what their sources tell, and what changed. */
export interface DeliveryPlan {
  /** Names of sources and of services whose deployments count; empty for all. */
  readonly sources: readonly string[];
  readonly services: readonly string[];
  readonly commits: 'first' | 'last';
  /** Whether the sources name the incident that a deployment caused wherever there is one. */
  readonly causesRecorded: boolean;
  readonly change: ChangePlan | null;
}

/** Something that was done on a day, to be looked for in how long deployments took. */
export interface ChangePlan {
  readonly day: string;
  readonly at: EpochMs;
  /** Which services it touched on that day, of those that count; empty for all. */
  readonly services: readonly string[];
  /** Services that it did not touch. */
  readonly control: readonly string[];
  /** The paper that names the day; null: nobody says so, and it may have been picked off the figures. */
  readonly source: string | null;
  /** What deploying sooner earns, if somebody says so. */
  readonly edge: Edge | null;
}

/** What a new change earns on a day, after how many days half of that is left, and how many such changes are spoken of. */
export type Edge = Sourced<{readonly daily: Money; readonly halfLife: number; readonly changes: number}>;

/** A change whose mark on costs is looked for. */
export interface CostsPlan {
  /** Which scopes it touched; empty for all but the control. */
  readonly scopes: readonly string[];
  /** Scopes that it left alone; empty for none. */
  readonly control: readonly string[];
  /** From when on it was made, and from when on all of it held where that took a while. */
  readonly day: string;
  readonly settled: string | null;
  /** The paper that names the day; null: nobody says so. */
  readonly source: string | null;
}

/** A claim such as "held 3x volume", and the system it is of. */
export interface CapacityPlan {
  readonly system: string;
  /** Times the volume of the median session. */
  readonly multiple: number;
}

/** Something that its owner says, with where it is from. */
export type Sourced<T> = T & {readonly source: string};

export type StatedPnl = Sourced<{readonly amount: Money}>;

/** Shares from 0 to 1. Trades that are only put off lose less than the whole. */
export type LossGivenOutage = Sourced<{readonly low: number; readonly mode: number; readonly high: number}>;

/** How PnL spreads over a session: alike, by the shape that ships for the exchange, or by equal parts of one's own. */
export type Weights = 'uniform' | 'published' | Sourced<{readonly parts: readonly number[]}>;

/** What the record is compared with. There is no default. */
export type Baseline =
  /** The same systems before the user looked after them. */
  | {readonly kind: 'own'; readonly from: EpochMs | null; readonly until: EpochMs}
  /** Systems that the user does not look after, at the same time. */
  | {readonly kind: 'control'; readonly systems: readonly string[]}
  /** What was promised: a contract, a service level. */
  | Sourced<{readonly kind: 'target'; readonly uptime: number}>
  /** Somebody else's published uptime. */
  | Sourced<{readonly kind: 'reference'; readonly uptime: number}>;

/** The user's share of what was protected as somebody states it, or who looked after which systems. */
export type CreditPlan = Sourced<{readonly share: number}> | {readonly contributors: readonly Contributor[]};

/** Somebody who looked after systems, alone or with others. One of them is the user. */
export type Contributor = Sourced<{
  readonly name: string;
  readonly you: boolean;
  readonly systems: readonly string[];
}>;

/** Wrong orders by a machine: their chance in a year, and what they cost when they come. */
export type ErrorTradePlan = Sourced<{
  readonly perYear: number;
  readonly loss: {
    readonly low: number;
    readonly mode: number;
    readonly high: number;
    readonly currency: Currency;
  };
}>;

/** One clause of an agreement: an uptime over a quarter, or the longest that any one outage may last, in minutes. */
export type ClauseRule = Sourced<{readonly uptime: number}> | Sourced<{readonly longest: number}>;

/** What holds where there is no impact.yaml: nothing is known but the record. */
export const NO_PLAN: ImpactPlan = {
  file: null,
  currency: null,
  exchange: null,
  exchanges: {},
  dailyPnl: {},
  lossGivenOutage: null,
  weights: 'uniform',
  baselines: [],
  from: null,
  credit: null,
  errorTrade: null,
  clauses: [],
  delivery: null,
  costs: null,
  capacity: null,
};

/** What is taken where nobody has said: all of the PnL at risk is lost. */
export const WHOLE: LossGivenOutage = {
  low: 1,
  mode: 1,
  high: 1,
  source: 'assumed: nobody has said what an outage really costs',
};

/** The middle of a range of loss given outage: the mean of its PERT. */
export function givenMean({low, mode, high}: Pick<LossGivenOutage, 'low' | 'mode' | 'high'>): number {
  return (low + 4 * mode + high) / 6;
}
