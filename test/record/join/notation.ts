import type {Marked} from '../../../src/record/join/timeline.ts';
import {type Period, type State, type Timeline, timelineOf} from '../../../src/record/index.ts';

const SIGNS: Readonly<Record<string, State>> = {u: 'up', '?': 'unknown', g: 'degraded', d: 'down'};

/** Marks in a row of signs, a minute each: `uud?`; a space is silence. */
export function marks(row: string, from = 0): Marked[] {
  return [...row].flatMap((sign, at) => {
    const state = SIGNS[sign];
    const start = from + at * 60_000;
    return state === undefined ? [] : [{start, end: start + 60_000, state}];
  });
}

/** The period of a row that begins at 0. */
export function minutes(row: string): Period {
  return {from: 0, to: row.length * 60_000};
}

export function timeline(row: string): Timeline {
  return timelineOf(marks(row), minutes(row), 'unknown');
}

/** A timeline as a row of signs again. */
export function row({period, stretches}: Timeline): string {
  const signs = Object.fromEntries(Object.entries(SIGNS).map(([sign, state]) => [state, sign]));
  const shown = stretches
    .map(({from, to, state}) => (signs[state] ?? '').repeat((to - from) / 60_000))
    .join('');
  return shown.length === (period.to - period.from) / 60_000 ? shown : `${shown} does not fill its period`;
}
