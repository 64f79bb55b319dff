import {isFinding} from '../../figure/index.ts';
import {type Session, sessionMinutes, sessions} from '../../calendar/index.ts';
import {
  type OperationalRecord,
  type RecordSpec,
  type RecordReport,
  recordSystems,
  sideBySide,
  type State,
  stepOf,
  type Stretch,
  type Timeline,
} from '../../record/index.ts';
import {hoursOf} from '../picture/hours.ts';
import {type MeasureQuestion, unanswered, type Unmeasured} from './question.ts';

/** The systems of a question as the record knows them, over the sessions that it asks about. */
export interface Watched {
  /** Their ids, in the order of the timelines. */
  readonly systems: readonly string[];
  readonly timelines: readonly Timeline[];
  readonly sessions: readonly Session[];
  /** The widest step, in seconds, of a probe that watches any of them; null where none tells its step. */
  readonly step: number | null;
  readonly sources: readonly string[];
}

/** Joins what the record says of the systems asked about; or says which of them it does not have, or when not. */
export function watch(
  record: OperationalRecord,
  plan: RecordSpec,
  question: MeasureQuestion,
): Watched | Unmeasured {
  const {calendar, period, from, to} = question;
  const held = sessions(calendar, from, to);
  if (isFinding(held)) return unanswered(held, 'another calendar');
  if (held.length === 0)
    return {because: `${calendar.id} has no session from ${from} to ${to}`, needs: 'a longer period'};
  const known = plan.systems.length > 0 ? plan.systems.map(({id}) => id) : systemsIn(record);
  const wanted = question.systems.length > 0 ? question.systems : known;
  const strangers = wanted.filter(id => !known.includes(id));
  if (strangers.length > 0 || wanted.length === 0)
    return {
      because: `the record has no system ${strangers.join(', ')}`.trimEnd(),
      needs: known.length === 0 ? 'a record with systems' : `one of ${known.join(', ')}`,
    };
  const report = recordSystems(record, narrowed(plan, wanted), {calendars: [], within: period});
  const covered = report.period;
  if (covered === null || covered.from > period.from || covered.to < period.to)
    return {because: `the record does not cover ${from} to ${to}`, needs: coverage(covered)};
  const systems = wanted.filter(id => report.systems.some(({system}) => system === id));
  const timelines = systems.flatMap(
    id => report.systems.find(({system}) => system === id)?.timelines.counted ?? [],
  );
  const heard = plan.sources.map(({source}) => source.name);
  return {systems, timelines, sessions: held, step: stepOf(record, plan, wanted), sources: heard};
}

function coverage(covered: RecordReport['period']): string {
  if (covered === null) return 'a record of these days';
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  return `days from ${day(covered.from)} to ${day(covered.to - 1)}`;
}

function systemsIn({intervals}: OperationalRecord): readonly string[] {
  return [...new Set(intervals.map(({system}) => system))].toSorted();
}

function narrowed(plan: RecordSpec, wanted: readonly string[]): RecordSpec {
  const systems = wanted.map(
    id => plan.systems.find(one => one.id === id) ?? {id, names: [], counts: null, pods: {}},
  );
  return {...plan, systems};
}

/** What several systems were together: down where any was, else unknown where any was, else degraded where any was. */
export function together(timelines: readonly Timeline[]): Timeline {
  const [first, ...rest] = timelines;
  if (first === undefined) throw new RangeError('no timeline to put together');
  return rest.reduce((joined, next): Timeline => {
    const stretches: Stretch[] = [];
    for (const {from, to, a, b} of sideBySide(joined, next)) {
      const state = worse(a, b);
      const last = stretches.at(-1);
      if (last?.state === state) stretches[stretches.length - 1] = {...last, to};
      else stretches.push({from, to, state});
    }
    return {period: joined.period, stretches};
  }, first);
}

const GRAVER: readonly State[] = ['up', 'degraded', 'unknown', 'down'];

function worse(a: State, b: State): State {
  return GRAVER.indexOf(a) >= GRAVER.indexOf(b) ? a : b;
}

/** Open minutes of each session that a timeline was in one state. */
export function minutesBySession(
  {stretches}: Timeline,
  held: readonly Session[],
  state: State,
): readonly number[] {
  const inState = stretches.filter(one => one.state === state);
  let first = 0;
  return held.map(({opens}) => {
    const start = opens[0]?.from ?? -Infinity;
    for (; (inState[first]?.to ?? Infinity) <= start; first++);
    let minutes = 0;
    for (const open of opens)
      for (let at = first; (inState[at]?.from ?? Infinity) < open.to; at++)
        minutes += shared(inState[at], open);
    return minutes;
  });
}

function shared(stretch: Stretch | undefined, open: {readonly from: number; readonly to: number}): number {
  if (stretch === undefined) return 0;
  return Math.max(0, Math.min(stretch.to, open.to) - Math.max(stretch.from, open.from)) / 60_000;
}

/** Open minutes of a stretch, by the sessions that it touches. */
export function openWithinSessions(stretch: Stretch, held: readonly Session[]): number {
  return held.reduce(
    (sum, {opens}) => sum + opens.reduce((inside, open) => inside + shared(stretch, open), 0),
    0,
  );
}

/** `6 systems, XNYS sessions`. */
export function overWords({timelines}: Watched, {calendar}: MeasureQuestion): string {
  return `${timelines.length} ${timelines.length === 1 ? 'system' : 'systems'}, ${hoursOf(calendar)}`;
}

/** Open minutes of all the sessions of a question. */
export function openMinutesOf({sessions: held}: Watched): number {
  return held.reduce((sum, session) => sum + sessionMinutes(session), 0);
}
