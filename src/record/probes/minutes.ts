import type {EpochMs} from '../../calendar/index.ts';
import type {Period, State} from '../types.ts';
import {HALF_HOUR} from './reduction.ts';
import {HOUR_MS, MINUTE_MS, type Sessions} from './sessions.ts';

/** What was seen in a minute, and the order in which its masks lie. */
const FLAGS: Readonly<Record<State, number>> = {unknown: 0, up: 1, down: 2, degraded: 4};
const KINDS: readonly State[] = ['up', 'down', 'degraded'];
const HALF_MS = HALF_HOUR * MINUTE_MS;
/** Hours that lie together: some six weeks, so that blocks are few and a year of one system takes a quarter of a megabyte. */
const BLOCK = 1024;
/** Integers that a half hour takes: the minutes seen up, down and degraded. */
const MASKS = 3;

/** What the reductions of several files say, laid over each other. */
export interface MinuteGrid {
  /** Adds the minutes of an hour since 1970, as bits of its first and its second half, in which `system` was in `state`. */
  readonly add: (system: string, hour: number, state: State, early: number, late: number) => void;
  /** The states of every system from the first to the last hour that any has a sample of; equal neighbours are one. */
  states(sessions: Sessions, slot: number): Iterable<SystemState>;
}

interface SystemState extends Period {
  readonly system: string;
  readonly state: State;
}

/**
 * Gathers minutes. A minute whose samples are all up is up, all down is down, and `mixed` where they disagree or one is
 * degraded. Without a sample, or with unknown ones only, it is unknown.
 */
export function gatherMinutes(mixed: State): MinuteGrid {
  const systems = new Map<string, Map<number, Int32Array>>();
  let [first, last] = [Infinity, -Infinity];
  return {
    add(system, hour, state, early, late) {
      if (hour < first) first = hour;
      if (hour > last) last = hour;
      const blocks = systems.get(system) ?? new Map<number, Int32Array>();
      systems.set(system, blocks);
      const kind = KINDS.indexOf(state);
      if (kind < 0) return;
      const block = Math.floor(hour / BLOCK);
      const masks = blocks.get(block) ?? new Int32Array(BLOCK * 2 * MASKS);
      blocks.set(block, masks);
      const at = (hour - block * BLOCK) * 2 * MASKS + kind;
      masks[at] = (masks[at] ?? 0) | early;
      masks[at + MASKS] = (masks[at + MASKS] ?? 0) | late;
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
      for (const system of [...systems.keys()].sort()) {
        const blocks = systems.get(system) ?? new Map<number, Int32Array>();
        for (const stretch of watched)
          for (const run of runsOf(stretch, slot, blocks, mixed)) {
            yield {system, from: Math.max(run.from, extent.from), to: run.to, state: run.state};
          }
      }
    },
  };
}

interface Run extends Period {
  readonly state: State;
}

/** The states of one stretch, slot by slot from its opening: a slot is as long as a probe takes to come round. */
function runsOf(
  stretch: Period,
  slot: number,
  blocks: ReadonlyMap<number, Int32Array>,
  mixed: State,
): readonly Run[] {
  const runs: {from: EpochMs; to: EpochMs; readonly state: State}[] = [];
  const put = (from: EpochMs, to: EpochMs, flags: number) => {
    const state = stateOf(flags, mixed);
    const before = runs.at(-1);
    if (before?.state === state) before.to = to;
    else runs.push({from, to, state});
  };
  const length = slot * MINUTE_MS;
  /** What was seen in the slot that has begun, and when it began. */
  let [seen, begun] = [0, stretch.from];
  eachFlags(stretch, blocks, (start, to, flags) => {
    for (let from = start; from < to; ) {
      const whole = from === begun ? Math.floor((to - from) / length) * length : 0;
      if (whole > 0) {
        put(from, from + whole, flags);
        from = begun = from + whole;
        continue;
      }
      seen |= flags;
      from = Math.min(to, begun + length);
      if (from < begun + length && from < stretch.to) continue;
      put(begun, from, seen);
      [seen, begun] = [0, from];
    }
  });
  return runs;
}

/** Tells what was seen in the minutes of a stretch, as flags, in pieces of half an hour at most. */
function eachFlags(
  {from, to}: Period,
  blocks: ReadonlyMap<number, Int32Array>,
  tell: (from: EpochMs, to: EpochMs, flags: number) => void,
): void {
  for (let half = Math.floor(from / HALF_MS); half * HALF_MS < to; half++) {
    const begin = half * HALF_MS;
    const end = Math.min(HALF_HOUR, (to - begin) / MINUTE_MS);
    const block = Math.floor(half / (BLOCK * 2));
    const masks = blocks.get(block);
    const at = (half - block * BLOCK * 2) * MASKS;
    const [up, down, degraded] = [masks?.[at] ?? 0, masks?.[at + 1] ?? 0, masks?.[at + 2] ?? 0];
    for (let bit = Math.max(0, (from - begin) / MINUTE_MS); bit < end; ) {
      const flags = ((up >> bit) & 1) | (((down >> bit) & 1) << 1) | (((degraded >> bit) & 1) << 2);
      // The minutes behind this one in which anything else was seen; the nearest of them ends the piece.
      const others =
        ((flags & FLAGS.up ? ~up : up) |
          (flags & FLAGS.down ? ~down : down) |
          (flags & FLAGS.degraded ? ~degraded : degraded)) >>>
        bit;
      const next = others === 0 ? end : Math.min(end, bit + 31 - Math.clz32(others & -others));
      tell(begin + bit * MINUTE_MS, begin + next * MINUTE_MS, flags);
      bit = next;
    }
  }
}

function stateOf(flags: number, mixed: State): State {
  return SINGLE[flags] ?? mixed;
}

/** The states by their flags alone. */
const SINGLE: readonly (State | undefined)[] = ['unknown', 'up', 'down', undefined, 'degraded'];
