import type {EpochMs} from '../../calendar/index.ts';
import type {Period, SourceSpec, State} from '../types.ts';
import type {Series} from './ask.ts';
import {meaningOf, numberOf} from './condition.ts';

/** A state for a while, folded from points that lie side by side. */
export interface SampleRun extends Period {
  /** Null where record.yaml wants such values to say nothing. */
  readonly state: State | null;
}

/** One series over the whole period: runs in order that fill it. */
export interface Track {
  readonly labels: Series['labels'];
  readonly runs: readonly SampleRun[];
  /** From when on it says anything; the end of the period where it never does. */
  readonly since: EpochMs;
  /** Points that were given, and how many there are from the first to the last of them. */
  readonly points: {readonly held: number; readonly possible: number};
  /** The first value of which nothing is said, and how many there are; null where there is none. */
  readonly strange: {readonly value: string; readonly at: EpochMs; readonly count: number} | null;
}

/** Folds pages of points of a period into tracks, each page's after those of the one before. */
export interface Tracks {
  /** Takes in a page. Answers a point that is none, by what it says; undefined where all are well. */
  take(series: readonly Series[]): string | undefined;
  /** The tracks over the period: what no point speaks of is unknown. In the order in which they came up. */
  all(): readonly Track[];
}

export function tracks(states: SourceSpec['states'], stepMs: number, period: Period): Tracks {
  const meaning = meaningOf(states);
  const bySeries = new Map<string, ReturnType<typeof growing>>();
  return {
    take(series) {
      for (const {labels, points} of series) {
        const key = notation(labels);
        const track = bySeries.get(key) ?? growing(labels, meaning, stepMs, period);
        bySeries.set(key, track);
        for (const point of points) {
          if (!track.take(point)) return JSON.stringify(point) ?? 'nothing';
        }
      }
      return undefined;
    },
    all: () => [...bySeries.values()].map(track => track.whole()),
  };
}

/** One series while its points come in. */
function growing(
  labels: Series['labels'],
  meaning: ReturnType<typeof meaningOf>,
  stepMs: number,
  period: Period,
) {
  const runs: SampleRun[] = [];
  let strange: Track['strange'] = null;
  let held = 0;
  return {
    /** A point is `[seconds, "value"]`, and speaks for the step that ends with it. Answers whether it is one. */
    take(point: unknown): boolean {
      const [seconds, text] = Array.isArray(point) ? (point as readonly unknown[]) : [];
      const value = typeof text === 'string' ? numberOf(text) : undefined;
      if (typeof seconds !== 'number' || value === undefined) return false;
      const to = Math.round(seconds * 1000) + 1;
      // A step to either side: some servers move points to whole steps.
      if (to < period.from - stepMs || to > period.to + stepMs) return false;
      const before = runs.at(-1)?.to ?? -Infinity;
      // What two pages share speaks once.
      if (to <= before) return true;
      const from = Math.max(before, to - stepMs);
      let state = Number.isNaN(value) ? 'unknown' : meaning(value);
      if (state === undefined) {
        strange = {value: String(text), at: to - 1, count: (strange?.count ?? 0) + 1, ...firstOf(strange)};
        state = 'unknown';
      }
      if (from > before && before > -Infinity) append(runs, {from: before, to: from, state: 'unknown'});
      append(runs, {from, to, state});
      held++;
      return true;
    },
    whole(): Track {
      const first = runs[0]?.from ?? period.to;
      const last = runs.at(-1)?.to ?? period.to;
      const clipped = [
        {from: period.from, to: first, state: 'unknown'} as const,
        ...runs,
        {from: last, to: period.to, state: 'unknown'} as const,
      ].flatMap(({from, to, state}): SampleRun[] => {
        const part = {from: Math.max(from, period.from), to: Math.min(to, period.to), state};
        return part.from < part.to ? [part] : [];
      });
      const filled: SampleRun[] = [];
      for (const run of clipped) append(filled, run);
      const possible = Math.round((last - first) / stepMs);
      return {labels, runs: filled, since: first, points: {held, possible}, strange};
    },
  };
}

function append(runs: SampleRun[], next: SampleRun): void {
  const last = runs.at(-1);
  if (last?.state === next.state && last.to === next.from) runs[runs.length - 1] = {...last, to: next.to};
  else runs.push(next);
}

function firstOf(strange: Track['strange']) {
  return strange === null ? {} : {value: strange.value, at: strange.at};
}

/** A series as Prometheus writes it: `probe_success{instance="a:9115", job="blackbox"}`. */
export function notation(labels: Series['labels']): string {
  const {__name__: name = '', ...others} = labels;
  const pairs = Object.entries(others).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const inside = pairs.map(([label, value]) => `${label}=${JSON.stringify(value)}`).join(', ');
  return inside === '' && name !== '' ? name : `${name}{${inside}}`;
}
