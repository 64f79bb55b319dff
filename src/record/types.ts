import type {Disclosure, Money} from '../base/index.ts';
import type {EpochMs} from '../calendar/index.ts';
import type {Finding, RuleOf} from '../figure/index.ts';
import type {Item, Place} from '../intake/index.ts';

/** A half-open stretch of time, `[from, to)`. */
export interface Period {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/**
 * What a system was. Unknown is a state of its own: a sample that is missing is neither up nor down. Where intervals
 * overlap the graver one stands: down, degraded, unknown, up.
 */
export const STATES = ['up', 'unknown', 'degraded', 'down'] as const;
export type State = (typeof STATES)[number];

/** That a system was in one state for a while. `end` is null while it lasts: censored, never dropped. */
export interface Interval {
  readonly system: string;
  readonly start: EpochMs;
  readonly end: EpochMs | null;
  readonly state: State;
  /** The tool's own word for how grave it was: "critical", "P1", "high"; null where it has none. */
  readonly severity: string | null;
  /** The name of the source in record.yaml. */
  readonly source: string;
  /** The id that the tool gives it, and where it stands. */
  readonly evidence: RowOrigin;
  /**
   * When the ticket was opened and closed, where the tool also says when the impact began and ended (which is then
   * `start` and `end`). Tickets start late: the two give two figures, and both are shown.
   */
  readonly ticket: {readonly start: EpochMs; readonly end: EpochMs | null} | null;
  /** When its source last said anything of it, while it lasts; its start unless told. */
  readonly heard?: EpochMs | undefined;
  /** Until when it is taken to have lasted, where it lasts and nothing was heard of it for long: then it is unknown. */
  readonly until?: EpochMs | undefined;
}

interface RowOrigin {
  readonly id: string | null;
  readonly place: Place;
}

export const RESULTS = ['success', 'failure', 'cancelled', 'running', 'unknown'] as const;
export type Result = (typeof RESULTS)[number];

/**
 * One deployment. `committedAt` is the first commit it carries, where the tool tells; many tell only the last one, and a
 * lead time from that is a lower bound.
 */
export interface Deployment {
  readonly service: string;
  readonly environment: string;
  readonly committedAt: EpochMs | null;
  readonly startedAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  readonly result: Result;
  /** The version, tag or commit that went out. */
  readonly version: string | null;
  /** The id of the incident that it is declared to have caused; never guessed from which came last. */
  readonly caused: string | null;
  readonly source: string;
  readonly evidence: RowOrigin;
}

/** What a system carried at an instant, and what it could have carried, both in the unit of its source. */
export interface Load {
  readonly system: string;
  readonly at: EpochMs;
  readonly load: number;
  readonly capacity: number | null;
  readonly source: string;
}

/** What a pod earned or lost on a day (`date`, in the zone of its source) or in the minute that begins `at`. */
export interface Pnl {
  readonly pod: string;
  readonly date: string;
  readonly at: EpochMs | null;
  readonly amount: Money;
  readonly source: string;
}

/**
 * What a part of the machinery cost in a month (`YYYY-MM`), or on a day of it. A bill has several lines of one scope and
 * time, told apart by `item`: they are added up.
 */
export interface Cost {
  /** What the amount is of: a cluster, an account, a service. */
  readonly scope: string;
  readonly item: string | null;
  readonly month: string;
  /** The day, where the source tells days; null where the amount is of the whole month. */
  readonly date: string | null;
  readonly amount: Money;
  readonly source: string;
}

/** One thing that a reader makes of an item: a row of a table, or why there is none. */
export type Entry =
  | {readonly table: 'interval'; readonly row: Interval}
  | {readonly table: 'deployment'; readonly row: Deployment}
  | {readonly table: 'load'; readonly row: Load}
  | {readonly table: 'pnl'; readonly row: Pnl}
  | {readonly table: 'cost'; readonly row: Cost}
  | {readonly table: 'left-out'; readonly row: LeftOut}
  | {readonly table: 'reach'; readonly row: Reach}
  | {readonly table: 'fault'; readonly row: RecordFinding};

/** A sound row that does not belong in the record: a scheduled run, a staging deployment. Counted by its reason. */
interface LeftOut {
  readonly reason: string;
  /** For how many rows it stands; one unless told. */
  readonly rows?: number;
  readonly source: string;
  readonly place: Place;
}

/** How far back a source can tell: its tool gives no more than its last rows, and what came before is unknown. */
export interface Reach {
  readonly from: EpochMs;
  /** "its page tells the last 50 incidents and no more", and what may be done about it. */
  readonly reason: string;
  readonly hint: string;
  readonly source: string;
}

export type RecordRule = RuleOf<'record'>;

export type RecordFinding = Finding<RecordRule> & {readonly place?: Place; readonly source?: string};

/** What record.yaml says of one source, whatever its kind. */
export interface SourceSpec {
  readonly name: string;
  /** The zone of times that state none (an IANA name); null where record.yaml says none. */
  readonly zone: string | null;
  readonly disclosure: Disclosure;
  /** The system that all rows belong to, where the rows do not say; null where they do. */
  readonly system: string | null;
  /** The field or label that names the system, where it is not the tool's own. */
  readonly systemField: string | null;
  /** What the tool's severities mean; a severity that maps to null is left out, and one not named stands as the reader has it. */
  readonly states: Readonly<Partial<Record<string, State | null>>>;
  /** The environments whose deployments count; empty for the tool's own production. */
  readonly environments: readonly string[];
  /** Column names by the name of the field of our table: `{start: "began"}`. */
  readonly columns: Readonly<Partial<Record<string, string>>>;
}

/**
 * Begins to read the rows of one tool, whose files are one export. Never throws: what is wrong with a row is an entry of
 * its own, and the rows after it are read.
 */
export type Reader = (source: SourceSpec) => Pass;

/** One pass over the items of a source, in their order. */
interface Pass {
  /** What the next item comes to. */
  readonly take: (item: Item) => readonly Entry[];
  /** What can be said only when there are no more. */
  readonly end: () => readonly Entry[];
}
