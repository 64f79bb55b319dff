import type {EpochMs} from '../../calendar/index.ts';
import {type Period, STATES, type State} from '../types.ts';

/** A part of a timeline: one state from `from` until before `to`. */
export interface Stretch extends Period {
  readonly state: State;
}

/** What one system was, moment by moment: stretches in order that fill the period, neighbours of different states. */
export interface Timeline {
  readonly period: Period;
  readonly stretches: readonly Stretch[];
}

/** A state for a while; what lasts still has no end. */
export interface Marked {
  readonly start: EpochMs;
  readonly end: EpochMs | null;
  readonly state: State;
}

/**
 * Joins marks that may overlap, in any order, into one timeline: where several speak the gravest stands, where none does
 * it is `otherwise`. What lasts still is taken to last until the period ends.
 */
export function timelineOf(marks: readonly Marked[], period: Period, otherwise: State): Timeline {
  const edges: {at: EpochMs; state: number; step: 1 | -1}[] = [];
  for (const {start, end, state} of marks) {
    const from = Math.max(start, period.from);
    const to = Math.min(end ?? period.to, period.to);
    if (!(from < to)) continue;
    const grave = STATES.indexOf(state);
    edges.push({at: from, state: grave, step: 1}, {at: to, state: grave, step: -1});
  }
  edges.sort((a, b) => a.at - b.at);
  const open = STATES.map(() => 0);
  const now = (): State => STATES[open.findLastIndex(count => count > 0)] ?? otherwise;
  const stretches: Stretch[] = [];
  let from = period.from;
  for (let at = 0; at < edges.length; ) {
    const instant = (edges[at] as {at: EpochMs}).at;
    append(stretches, {from, to: instant, state: now()});
    from = instant;
    for (let edge = edges[at]; edge?.at === instant; edge = edges[++at])
      open[edge.state] = (open[edge.state] ?? 0) + edge.step;
  }
  append(stretches, {from, to: period.to, state: now()});
  return {period, stretches};
}

/** The part of a timeline that lies in `period`, which must lie in that of the timeline. */
export function cutTo(timeline: Timeline, period: Period): Timeline {
  const stretches = timeline.stretches.flatMap(({from, to, state}) =>
    from < period.to && to > period.from
      ? [{from: Math.max(from, period.from), to: Math.min(to, period.to), state}]
      : [],
  );
  return {period, stretches};
}

/** `first` where it knows, and `second` where it does not. Both must speak of the same period. */
export function prefer(first: Timeline, second: Timeline): Timeline {
  const stretches: Stretch[] = [];
  for (const {from, to, a, b} of sideBySide(first, second))
    append(stretches, {from, to, state: a === 'unknown' ? b : a});
  return {period: first.period, stretches};
}

/** Two timelines of the same period cut at the edges of both. */
export function* sideBySide(
  first: Timeline,
  second: Timeline,
): Generator<Period & {readonly a: State; readonly b: State}> {
  let from = first.period.from;
  for (let i = 0, j = 0; ; ) {
    const one = first.stretches[i];
    const other = second.stretches[j];
    if (one === undefined || other === undefined) return;
    const to = Math.min(one.to, other.to);
    yield {from, to, a: one.state, b: other.state};
    if (one.to === to) i++;
    if (other.to === to) j++;
    from = to;
  }
}

function append(stretches: Stretch[], next: Stretch): void {
  if (!(next.from < next.to)) return;
  const last = stretches.at(-1);
  if (last?.state === next.state && last.to === next.from)
    stretches[stretches.length - 1] = {...last, to: next.to};
  else stretches.push(next);
}
