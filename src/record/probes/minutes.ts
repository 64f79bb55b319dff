import type {EpochMs, Period, State} from '../types.ts';
import {HOUR_MS, MINUTE_MS, type Sessions} from './sessions.ts';

/** What was seen in a minute. */
const FLAGS: Readonly<Record<State, number>> = {unknown: 0, up: 1, down: 2, degraded: 4};
const DAY_MINUTES = 1440;
const HALF = (1n << 30n) - 1n;

/** What the reductions of several files say, laid over each other. */
export interface Minutes {
  /** Adds the minutes, as bits of an hour since 1970, in which samples of `system` were in `state`. */
  readonly add: (system: string, hour: number, state: State, minutes: bigint) => void;
  /** The states of every system from the first to the last hour that any has a sample of; equal neighbours are one. */
  states(sessions: Sessions, slot: number): Iterable<SystemState>;
}

export interface SystemState extends Period {
  readonly system: string;
  readonly state: State;
}

/**
 * Gathers minutes. A minute whose samples are all up is up, all down is down, and `mixed` where they disagree or one is
 * degraded. Without a sample, or with unknown ones only, it is unknown.
 */
export function gatherMinutes(mixed: State): Minutes {
  const systems = new Map<string, Map<number, Uint8Array>>();
  let [first, last] = [Infinity, -Infinity];
  return {
    add(system, hour, state, minutes) {
      [first, last] = [Math.min(first, hour), Math.max(last, hour)];
      const days = systems.get(system) ?? new Map<number, Uint8Array>();
      systems.set(system, days);
      const day = Math.floor(hour / 24);
      const flags = days.get(day) ?? new Uint8Array(DAY_MINUTES);
      days.set(day, flags);
      const base = (hour - day * 24) * 60;
      // Halves of thirty bits are plain integers, which are tested far faster.
      for (const [half, bits] of [
        [0, Number(minutes & HALF)],
        [30, Number((minutes >> 30n) & HALF)],
      ] as const) {
        for (let bit = 0; bit < 30; bit++) {
          if ((bits >> bit) & 1) flags[base + half + bit] = (flags[base + half + bit] ?? 0) | FLAGS[state];
        }
      }
    },
    *states({stretches}, slot) {
      const extent = {from: first * HOUR_MS, to: (last + 1) * HOUR_MS};
      const watched = stretches.flatMap(stretch => {
        // Slots are counted from the opening, wherever the samples begin.
        const skipped = Math.max(0, Math.floor((extent.from - stretch.from) / (slot * MINUTE_MS)));
        const from = stretch.from + skipped * slot * MINUTE_MS;
        const to = Math.min(stretch.to, extent.to);
        return from < to ? [{from, to}] : [];
      });
      for (const [system, days] of systems)
        for (const stretch of watched)
          for (const run of runsOf(stretch, slot, seenIn(days), mixed)) {
            yield {system, from: Math.max(run.from, extent.from), to: run.to, state: run.state};
          }
    },
  };
}

/** What was seen in a minute since 1970, as flags; minutes are asked for in order, so that days are looked up seldom. */
function seenIn(days: ReadonlyMap<number, Uint8Array>): (minute: number) => number {
  let begin = Number.NaN;
  let flags: Uint8Array | undefined;
  return minute => {
    if (!(minute >= begin && minute < begin + DAY_MINUTES)) {
      const day = Math.floor(minute / DAY_MINUTES);
      [begin, flags] = [day * DAY_MINUTES, days.get(day)];
    }
    return flags?.[minute - begin] ?? 0;
  };
}

/** The states of one stretch, slot by slot from its opening: a slot is as long as a probe takes to come round. */
function* runsOf(
  stretch: Period,
  slot: number,
  seen: (minute: number) => number,
  mixed: State,
): Generator<Period & {readonly state: State}> {
  let run: {from: EpochMs; to: EpochMs; state: State} | undefined;
  for (let from = stretch.from; from < stretch.to; from += slot * MINUTE_MS) {
    const to = Math.min(from + slot * MINUTE_MS, stretch.to);
    let flags = 0;
    for (let minute = from; minute < to; minute += MINUTE_MS) flags |= seen(minute / MINUTE_MS);
    const state = stateOf(flags, mixed);
    if (run?.state === state) run.to = to;
    else {
      if (run !== undefined) yield run;
      run = {from, to, state};
    }
  }
  if (run !== undefined) yield run;
}

function stateOf(flags: number, mixed: State): State {
  return SINGLE[flags] ?? mixed;
}

/** The states by their flags alone. */
const SINGLE: readonly (State | undefined)[] = ['unknown', 'up', 'down', undefined, 'degraded'];
