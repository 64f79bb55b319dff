import {groupBy, showCount} from '../../base/index.ts';
import {count, say} from '../../figure/index.ts';
import {timelineOf} from '../join/timeline.ts';
import type {PrometheusSource} from '../plan.ts';
import {shownTime} from '../tools/row.ts';
import type {Entry, Interval, Period} from '../types.ts';
import {fault, type Origin} from './origin.ts';
import {duration} from './query.ts';
import {notation, type SampleRun, type Track} from './series.ts';

/** The label that tells systems apart, where record.yaml names none: what a scrape goes to, or a probe. */
const LABEL = 'instance';

/** The intervals of all tracks, and what there is to say of them. */
export function* trackEntries(
  all: readonly Track[],
  {source}: PrometheusSource,
  period: Period,
  origin: Origin,
): Generator<Entry> {
  const label = source.systemField ?? LABEL;
  const named = all.flatMap(track => {
    const system = source.system ?? labelOf(track, label);
    return system === undefined ? [] : [{track, system}];
  });
  yield* nameless(all, named.length, label, source.system, origin);
  for (const {track, system} of named) {
    yield* strangeValue(track, origin);
    for (const run of track.runs) yield* intervalOf(run, track, system, period, origin);
  }
  for (const [system, group] of groupBy(named, one => one.system)) {
    const several = group.map(({track}) => track);
    if (several.length > 1) yield* silence(system, several, period, origin);
  }
}

function labelOf({labels}: Track, label: string): string | undefined {
  return Object.hasOwn(labels, label) ? labels[label] : undefined;
}

function* intervalOf(
  {from, to, state}: SampleRun,
  {labels}: Track,
  system: string,
  period: Period,
  origin: Origin,
): Generator<Entry> {
  if (state === null) return;
  const id = notation(labels);
  const bad = state === 'down' || state === 'degraded';
  // Cut off by the edge of what was asked for, and not known to be over.
  const lasts = bad && to === period.to;
  if (lasts || (bad && from === period.from)) {
    const edge = lasts ? `still when the record ends, ${shownTime(to)}` : 'already when the record begins';
    const message = say`${id} is ${state} ${edge}`;
    yield fault(origin, 'open-interval', 'note', message, 'its length is a lower bound');
  }
  const evidence = {id, place: origin.place};
  const end = lasts ? null : to;
  const row: Interval = {
    system,
    start: from,
    end,
    state,
    severity: null,
    source: origin.source,
    evidence,
    ticket: null,
    ...(lasts ? {heard: to} : {}),
  };
  yield {table: 'interval', row};
}

function* nameless(
  all: readonly Track[],
  named: number,
  label: string,
  system: string | null,
  origin: Origin,
): Generator<Entry> {
  const first = all.find(track => system === null && labelOf(track, label) === undefined);
  if (first === undefined) return;
  const missing = all.length - named;
  const series = missing === 1 ? 'a series has' : `${missing} series have`;
  const message = say`${series} no label ${label}: ${notation(first.labels)}`;
  const hint = 'say systemField: with the label that names the system, or system: for all of them';
  yield fault(origin, 'bad-row', 'error', message, hint);
}

function* strangeValue({labels, strange}: Track, origin: Origin): Generator<Entry> {
  if (strange === null) return;
  const {value, at, count} = strange;
  const more = count === 1 ? '' : `, the first of ${count} such points`;
  const message = say`${notation(labels)} is ${value} at ${shownTime(at)}${more}: nothing says what that means`;
  yield fault(origin, 'bad-row', 'error', message, 'say it under states: {"< 0.5": down, ">= 0.5": up}');
}

/** Below this share of points that hold a sample, the step is taken to be finer than the samples. */
const SPARSE = 2 / 3;

/** Whether there is anything at all, since when, and whether samples come as often as they are asked for. */
export function* presence(
  all: readonly Track[],
  {query, step}: PrometheusSource,
  period: Period,
  origin: Origin,
): Generator<Entry> {
  if (all.length === 0) {
    const hint = 'try the query on the page of the server; it may keep nothing so old: 15 days unless told';
    yield fault(origin, 'gap', 'warning', say`${query} has no samples in the whole period`, hint);
    return;
  }
  const first = Math.min(...all.map(({since}) => since));
  if (first - period.from >= step * 1000) {
    const message = say`has no sample before ${shownTime(first)}: what was before is unknown`;
    const hint = 'a server keeps 15 days unless told otherwise; let covers: begin there';
    yield fault(origin, 'gap', 'note', message, hint);
  }
  const [held, possible] = all.reduce(([a, b], {points}) => [a + points.held, b + points.possible], [0, 0]);
  if (held < possible * SPARSE) {
    const message = say`only ${String(Math.round((100 * held) / possible))}% of the points hold a sample, one each ${duration(step * 1000)}: the others are unknown`;
    const hint = 'say as step: how often the server scrapes';
    yield fault(origin, 'gap', 'warning', message, hint);
  }
}

/** How long a system is unknown only because one of its series is silent while another speaks. */
function* silence(
  system: string,
  several: readonly Track[],
  period: Period,
  origin: Origin,
): Generator<Entry> {
  const marks = several.flatMap(({runs}) =>
    runs.flatMap(({from, to, state}) => (state === null ? [] : [{start: from, end: to, state}])),
  );
  const unknown = (of: typeof marks) =>
    timelineOf(of, period, 'unknown').stretches.reduce(
      (sum, {from, to, state}) => sum + (state === 'unknown' ? to - from : 0),
      0,
    );
  const minutes = Math.round(
    (unknown(marks) - unknown(marks.filter(({state}) => state !== 'unknown'))) / 60_000,
  );
  if (minutes === 0) return;
  const message = say`${system} has ${count(several.length)} series: for ${showCount(minutes)} min one of them is silent while another is up, and it counts as unknown`;
  const hint = 'where one of them is enough, join them in the query: max by (service) (…)';
  yield fault(origin, 'gap', 'warning', message, hint);
}
