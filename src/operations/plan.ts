import type {Money} from '../base/index.ts';
import type {EpochMs} from '../calendar/index.ts';

/** What impact.yaml says of a record that can be judged without any PnL. */
export interface OperationsAssumptions {
  /** The exchange in whose sessions volume is counted and pods trade; null: the first of record.yaml. */
  readonly exchange: string | null;
  readonly baselines: readonly Baseline[];
  /** From when on the record is the user's own work; null: since it begins, or since the end of the time before. */
  readonly from: EpochMs | null;
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

/** One clause of an agreement: an uptime over a quarter, or the longest that any one outage may last, in minutes. */
export type ClauseRule = Sourced<{readonly uptime: number}> | Sourced<{readonly longest: number}>;
