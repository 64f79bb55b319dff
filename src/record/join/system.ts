import type {EpochMs} from '../../calendar/index.ts';
import type {OnsetLag} from '../plan.ts';
import type {Interval, Period} from '../types.ts';
import {type Disagreement, disagreementOf, medianOf} from './disagreement.ts';
import {type Marked, prefer, type Timeline, timelineOf} from './timeline.ts';

/**
 * What a timeline of a system is built on. `probes`: what watches it. `impact`: tickets, at the times at which the tool
 * says it hurt. `tickets`: the same tickets at the times at which they were opened and closed. `counted`: what the record
 * goes by.
 */
export type Basis = 'probes' | 'impact' | 'tickets' | 'counted';

export interface SystemRecord {
  readonly system: string;
  /** Only those bases that the sources give. `counted` is always there. */
  readonly timelines: Readonly<Partial<Record<Basis, Timeline>>> & {readonly counted: Timeline};
  /** In words, why `counted` is what it is. */
  readonly counts: string;
  /** Where both watch. */
  readonly disagreement: Disagreement | null;
  /** The declared assumptions that moved ticket starts, by source. */
  readonly lags: readonly (OnsetLag & {readonly of: string})[];
  /** Tickets that touch the period. */
  readonly incidents: number;
  /** How long after its impact began a ticket was opened, over those that say both; null where none does. */
  readonly late: Late | null;
  /** Those that last still: their lengths are lower bounds. */
  readonly open: number;
}

/** Minutes from impact to ticket. */
interface Late {
  readonly median: number;
  /** Tickets that say both times, and how many of them were opened after the impact began. */
  readonly of: number;
  readonly later: number;
}

/** How one source's intervals are to be taken. */
export interface Taking {
  readonly watches: boolean;
  /** Whether it would have told of this system's trouble: its silence then counts as up. */
  readonly speaksOf: (system: string) => boolean;
  /** What the source covers within the record's period. */
  readonly covers: Period;
  /** Until when what has not ended is taken to last: nothing that the source says speaks of later. */
  readonly lasts: EpochMs;
  readonly times: 'impact' | 'ticket';
  readonly onsetLag: OnsetLag | null;
}

/**
 * One system's intervals, joined. Where a source watches, its silence is unknown; a source that only tells of trouble
 * counts the rest of the time that it covers as up, which is an assumption and said so.
 */
export function systemRecord(
  system: string,
  intervals: readonly Interval[],
  takings: ReadonlyMap<string, Taking>,
  period: Period,
  counts: 'probes' | 'tickets' | null,
): SystemRecord {
  const taken = (one: Interval) => takings.get(one.source);
  const watched = intervals.filter(one => taken(one)?.watches === true);
  const told = intervals.filter(
    one =>
      taken(one)?.watches === false &&
      one.state !== 'up' &&
      timesOf(one, taken(one)).some(times => touch(times, period)),
  );
  const calm: Marked[] = [...takings.values()].flatMap(({watches, speaksOf, covers}) =>
    watches || !speaksOf(system) ? [] : [{start: covers.from, end: covers.to, state: 'up'}],
  );
  const ofTickets = (marks: readonly Marked[]) => timelineOf([...calm, ...marks], period, 'unknown');
  const asFarAsKnown = (one: Interval, mark: Marked) =>
    lasting(mark, one.until, taken(one)?.lasts ?? Infinity);
  const impact = ofTickets(told.flatMap(one => asFarAsKnown(one, one)));
  const tickets = ofTickets(told.flatMap(one => asFarAsKnown(one, {...one, ...one.ticket})));
  const chosen = ofTickets(told.flatMap(one => asFarAsKnown(one, chosenTimes(one, taken(one)))));
  const probes = timelineOf(
    watched.flatMap(one => asFarAsKnown(one, one)),
    period,
    'unknown',
  );
  const byTickets = calm.length > 0;
  const byProbes = watched.length > 0;
  const goBy = counts ?? (byProbes ? 'probes' : 'tickets');
  const counted = !byProbes
    ? chosen
    : goBy === 'tickets' && byTickets
      ? chosen
      : byTickets
        ? prefer(probes, chosen)
        : probes;
  const lags = [...takings].flatMap(([of, {onsetLag}]) =>
    onsetLag !== null && told.some(({source}) => source === of) ? [{...onsetLag, of}] : [],
  );
  return {
    system,
    timelines: {
      ...(byProbes ? {probes} : {}),
      ...(byTickets ? {tickets} : {}),
      ...(told.some(({ticket}) => ticket !== null) ? {impact} : {}),
      counted,
    },
    counts: countsIn(goBy, byProbes, byTickets, counts !== null),
    disagreement: byProbes && byTickets ? disagreementOf(probes, chosen) : null,
    lags,
    incidents: told.length,
    late: lateOf(told),
    open: [...watched, ...told].filter(
      one => one.state !== 'up' && (one.end === null || chosenTimes(one, taken(one)).end === null),
    ).length,
  };
}

/** All the times that a ticket may count at: as it hurt, as it was written, as record.yaml wants it. */
function timesOf(one: Interval, taking: Taking | undefined): readonly Omit<Marked, 'state'>[] {
  return [one, chosenTimes(one, taking), ...(one.ticket === null ? [] : [one.ticket])];
}

function touch({start, end}: Omit<Marked, 'state'>, {from, to}: Period): boolean {
  return start < to && (end ?? Infinity) > from;
}

/**
 * What has not ended lasts until its source speaks of nothing more, or until it was last heard of; whether it went on after
 * that, nobody says.
 */
function lasting({start, end, state}: Marked, heard: EpochMs | undefined, lasts: EpochMs): readonly Marked[] {
  const until = Math.min(heard ?? Infinity, lasts);
  if (end !== null || (heard === undefined && start >= until)) return [{start, end, state}];
  return [
    {start, end: until, state},
    {start: Math.max(start, until), end: null, state: 'unknown'},
  ];
}

const MINUTE = 60_000;

function lateOf(told: readonly Interval[]): Late | null {
  // A tool that only repeats the ticket's start as that of the impact has looked at nothing.
  const lags = told.flatMap(({start, ticket}) =>
    ticket === null || ticket.start === start ? [] : [(ticket.start - start) / MINUTE],
  );
  const median = medianOf(lags);
  return median === null ? null : {median, of: lags.length, later: lags.filter(lag => lag > 0).length};
}

function chosenTimes(one: Interval, taking: Taking | undefined): Marked {
  const ofTicket = one.ticket === null || taking?.times === 'ticket';
  const times = taking?.times === 'ticket' && one.ticket !== null ? {...one, ...one.ticket} : one;
  // A tool that says when it began to hurt has corrected the ticket's start itself.
  const early = ofTicket ? (taking?.onsetLag?.minutes ?? 0) * MINUTE : 0;
  return {state: one.state, start: times.start - early, end: times.end};
}

function countsIn(goBy: 'probes' | 'tickets', byProbes: boolean, byTickets: boolean, said: boolean): string {
  const why = said ? 'record.yaml says so' : 'the usual rule';
  if (byProbes && byTickets)
    return goBy === 'probes'
      ? `probes where they know, tickets elsewhere (${why})`
      : `tickets; the probes are shown beside them (${why})`;
  if (byProbes) return 'probes: nothing else speaks of it';
  return 'tickets: no probe watches it, and time without a ticket counts as up';
}
