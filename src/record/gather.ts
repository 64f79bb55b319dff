import {count, finding, say, type Severity} from '../figure/index.ts';
import type {EpochMs} from '../calendar/index.ts';
import {type Place, startOfDay} from '../intake/index.ts';
import {lastDayOf} from './month.ts';
import {heardOf, silence} from './silence.ts';
import type {PlannedSource, PlannedSystem} from './plan.ts';
import {PnlColumns} from './pnl.ts';
import type {
  Cost,
  Deployment,
  Entry,
  Interval,
  Load,
  Period,
  Reach,
  RecordFinding,
  RecordRule,
} from './types.ts';

/** Everything that the sources of a record say, in normal tables, and what was read and left out on the way. */
export interface OperationalRecord {
  readonly intervals: readonly Interval[];
  readonly deployments: readonly Deployment[];
  readonly loads: readonly Load[];
  readonly pnl: PnlColumns;
  readonly costs: readonly Cost[];
  readonly sources: readonly SourceReading[];
  /** In the order of the sources and of their rows; of one rule in one source no more than `MOST_FINDINGS`. */
  readonly findings: readonly RecordFinding[];
  readonly untold: readonly Untold[];
}

/** Findings beyond the most that are kept: a million torn rows say no more than the first thousand. */
export interface Untold {
  readonly source: string;
  readonly rule: RecordRule;
  readonly severity: Severity;
  readonly findings: number;
}

const MOST_FINDINGS = 1000;

/** Kinds that can see that a system is up. A ticket whose severity means "up" is still no more than a ticket. */
const WATCHING: ReadonlySet<string> = new Set<PlannedSource['kind']>([
  'probes',
  'prometheus',
  'table',
  'upptime',
]);

/** What one source gave. */
export interface SourceReading {
  readonly name: string;
  readonly kind: string;
  /** The files that were read, as record.yaml's folder calls them; for a server its address. */
  readonly files: readonly string[];
  /** Rows by table. */
  readonly rows: Readonly<Record<'interval' | 'deployment' | 'load' | 'pnl' | 'cost', number>>;
  /** The first and the last instant that its rows speak of; null where it has none. */
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  /** Whether it says when a system was up, so that its silence is unknown; else it only tells of trouble. */
  readonly watches: boolean;
  /** How far back its tool tells, so that its silence before is unknown; null where that is all the way. */
  readonly reach: Reach | null;
  readonly leftOut: readonly {
    readonly reason: string;
    readonly rows: number;
    /** The first of them. */
    readonly place: Place;
  }[];
  /** Rows that could not be read. */
  readonly bad: number;
}

/** Takes in the entries of one source after the other. */
export interface Gathering {
  take(entry: Entry): void;
  /** Where rows of PnL may also be put by themselves; then it is told how many, of which time (NaN for none) and day. */
  readonly pnl: PnlColumns;
  readonly seenPnl: (rows: number, at: EpochMs, date: string) => void;
  /** Ends the source whose entries were taken. */
  close(source: {
    readonly name: string;
    readonly kind: string;
    readonly files: readonly string[];
    /** In which its days begin. */
    readonly zone: string;
    /** What it is said to cover; null where nobody says. */
    readonly covers: Period | null;
  }): void;
  record(): OperationalRecord;
}

/** An empty gathering. Names of systems become the ids of record.yaml; a record without systems takes names as they are. */
export function gathering(systems: readonly PlannedSystem[]): Gathering {
  const intervals: Interval[] = [];
  const pnl = new PnlColumns();
  const tables = {
    deployment: [] as Deployment[],
    load: [] as Load[],
    cost: [] as Cost[],
  };
  const sources: SourceReading[] = [];
  const findings: RecordFinding[] = [];
  const untold: Untold[] = [];
  const ids = new Map(systems.flatMap(({id, names}) => [id, ...names].map(name => [name.toLowerCase(), id])));
  let tally = emptyTally();

  /** The row under its system's id; undefined where record.yaml has systems and this is none of them. */
  const known = <T extends {readonly system: string}>(row: T, place: Place | null): T | undefined => {
    if (systems.length === 0) return row;
    const id = ids.get(row.system.toLowerCase());
    if (id !== undefined) return {...row, system: id};
    const strangers = tally.strangers.get(row.system);
    tally.strangers.set(row.system, {rows: (strangers?.rows ?? 0) + 1, place: strangers?.place ?? place});
    return undefined;
  };
  const find = (finding: RecordFinding) => {
    const kind = `${finding.severity} ${finding.rule}` as const;
    const before = tally.found.get(kind) ?? 0;
    tally.found.set(kind, before + 1);
    if (before < MOST_FINDINGS) findings.push(finding);
  };
  const seen = (at: EpochMs) => {
    tally.from = Math.min(tally.from, at);
    tally.to = Math.max(tally.to, at);
  };
  const seenOn = (day: string) => {
    if (tally.days === null) tally.days = {first: day, last: day};
    else if (day < tally.days.first) tally.days.first = day;
    else if (day > tally.days.last) tally.days.last = day;
  };

  return {
    pnl,
    seenPnl(rows, at, date) {
      tally.rows.pnl += rows;
      if (Number.isNaN(at)) seenOn(date);
      else seen(at);
    },
    take(entry) {
      switch (entry.table) {
        case 'fault':
          if (entry.row.rule === 'open-interval') tally.open.push(entry.row);
          else find(entry.row);
          if (entry.row.severity === 'error') tally.bad++;
          return;
        case 'left-out': {
          const {reason, place, rows = 1} = entry.row;
          const before = tally.leftOut.get(reason);
          tally.leftOut.set(reason, {
            reason,
            rows: (before?.rows ?? 0) + rows,
            place: before?.place ?? place,
          });
          return;
        }
        case 'reach':
          tally.reach = entry.row;
          return;
        case 'interval': {
          const row = known(entry.row, entry.row.evidence.place);
          if (row === undefined) return;
          tally.intervals.push(row);
          tally.saidUp ||= row.state === 'up';
          seen(row.start);
          seen(row.end ?? row.heard ?? row.start);
          break;
        }
        case 'load': {
          const row = known(entry.row, null);
          if (row === undefined) return;
          tables.load.push(row);
          seen(row.at);
          break;
        }
        case 'deployment':
          tables.deployment.push(entry.row);
          seen(entry.row.startedAt);
          seen(entry.row.finishedAt ?? entry.row.startedAt);
          break;
        case 'pnl':
          pnl.add(entry.row);
          if (entry.row.at === null) seenOn(entry.row.date);
          else seen(entry.row.at);
          break;
        case 'cost':
          // A month's bill is of all its days, and of no moment within it.
          tables.cost.push(entry.row);
          for (const day of daysOf(entry.row)) seenOn(day);
      }
      tally.rows[entry.table]++;
    },
    close({name, kind, files, zone, covers}) {
      // A day is one of the source's zone. Asked here, for a zone is slow to ask for every row.
      if (tally.days !== null)
        for (const day of [tally.days.first, tally.days.last]) seen(startOfDay(day, zone));
      const heard = heardOf(tally.intervals, {
        from: covers?.from ?? tally.from,
        to: Math.max(covers?.to ?? -Infinity, tally.to),
      });
      for (const row of heard.intervals) intervals.push(row);
      for (const found of silence(name, heard.silent)) find(found);
      // Of a row that nothing was heard of, that it is unknown is said and not that it lasts.
      const silent = new Set(heard.silent.map(({evidence: {place}}) => place));
      for (const found of tally.open) if (found.place == null || !silent.has(found.place)) find(found);
      for (const [system, {rows, place}] of tally.strangers) find(stranger(name, system, rows, place));
      for (const [kind, found] of tally.found) {
        const [severity, rule] = kind.split(' ') as [Severity, RecordRule];
        if (found > MOST_FINDINGS)
          untold.push({source: name, rule, severity, findings: found - MOST_FINDINGS});
      }
      sources.push({
        name,
        kind,
        files,
        rows: tally.rows,
        from: tally.from === Infinity ? null : tally.from,
        to: tally.to === -Infinity ? null : tally.to,
        watches: tally.saidUp && WATCHING.has(kind),
        reach: tally.reach,
        leftOut: [...tally.leftOut.values()],
        bad: tally.bad,
      });
      tally = emptyTally();
    },
    record: () => ({
      intervals,
      deployments: tables.deployment,
      loads: tables.load,
      pnl,
      costs: tables.cost,
      sources,
      findings,
      untold,
    }),
  };
}

function emptyTally() {
  return {
    rows: {interval: 0, deployment: 0, load: 0, pnl: 0, cost: 0},
    from: Infinity,
    to: -Infinity,
    intervals: [] as Interval[],
    saidUp: false,
    days: null as {first: string; last: string} | null,
    reach: null as Reach | null,
    bad: 0,
    /** What is said of rows that have not ended, kept until it is known which of them were heard of. */
    open: [] as RecordFinding[],
    found: new Map<`${Severity} ${RecordRule}`, number>(),
    leftOut: new Map<string, SourceReading['leftOut'][number]>(),
    strangers: new Map<string, {readonly rows: number; readonly place: Place | null}>(),
  };
}

/** The first and the last day that an amount is of. */
function daysOf({month, date}: Cost): readonly [string, string] {
  return date === null ? [`${month}-01`, lastDayOf(month)] : [date, date];
}

function stranger(source: string, system: string, rows: number, place: Place | null): RecordFinding {
  const message = say`"${system}" is no system of record.yaml: ${count(rows)} ${rows === 1 ? 'row' : 'rows'} left out`;
  const hint = 'add it to the names of the system that it is, or say system: for the source';
  return {
    ...finding('unknown-system', 'warning', message, {hint}),
    source,
    ...(place === null ? {} : {place}),
  };
}
