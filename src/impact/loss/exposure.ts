import type {EpochMs} from '../../calendar/index.ts';
import type {Period, State, Stretch, Timeline} from '../../record/index.ts';

/** A system that a pod depends on. */
export interface Dependency {
  readonly system: string;
  /** The share of the pod's PnL that stops with it, from 0 to 1. */
  readonly share: number;
  readonly timeline: Timeline;
}

/**
 * What of a pod stops while several of its systems are down. `largest`: the largest of their shares, for the trades that
 * the one stops are taken to be among those that the other stops. It is the least that can be lost and needs no assumption
 * of independence. `sum`: no trade needs both, and the shares add up to 1 at most: the most that can be lost.
 */
export type Overlap = 'largest' | 'sum';

/** What a state of a system means to those who depend on it. */
export type Meaning = (state: State) => 'down' | 'unknown' | 'up';

/** Down is down, degraded is not, unknown is unknown. */
export const PLAIN: Meaning = state => (state === 'down' || state === 'unknown' ? state : 'up');

/** A stretch in which something is not up. */
export interface ImpairedStretch {
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** The share of the pod's PnL that stops for what is known to be down. */
  readonly share: number;
  /** The same, were everything unknown down. */
  readonly atMost: number;
  /** The system whose share stands, and its outage; null where nothing is known to be down. */
  readonly cause: {readonly system: string; readonly outage: Stretch} | null;
}

/** A stretch throughout which the same outages last, one at most of each system. */
interface Standing {
  readonly from: EpochMs;
  readonly to: EpochMs;
  /** What each system is in the midst of; null where it is up. The next stretch changes it in place. */
  readonly now: readonly (Stretch | null)[];
}

/** The stretches of `within` in which not all is up, in order and apart from each other. */
export function* standings(
  timelines: readonly Timeline[],
  within: Period,
  meaning: Meaning,
): Generator<Standing, void, undefined> {
  interface Edge {
    readonly at: EpochMs;
    readonly of: number;
    readonly stretch: Stretch | null;
  }
  const edges: Edge[] = [];
  for (let of = 0; of < timelines.length; of++)
    for (const stretch of (timelines[of] as Timeline).stretches) {
      const from = Math.max(stretch.from, within.from);
      const to = Math.min(stretch.to, within.to);
      if (meaning(stretch.state) === 'up' || !(from < to)) continue;
      // An end before the start of a neighbour at the same instant: sorting keeps this order.
      edges.push({at: from, of, stretch}, {at: to, of, stretch: null});
    }
  edges.sort((a, b) => a.at - b.at || Number(a.stretch !== null) - Number(b.stretch !== null));
  const now: (Stretch | null)[] = timelines.map(() => null);
  let standing = 0;
  for (let index = 0; index < edges.length; index++) {
    const {at, of, stretch} = edges[index] as Edge;
    standing += Number(stretch !== null) - Number(now[of] !== null);
    now[of] = stretch;
    const to = edges[index + 1]?.at ?? at;
    if (at < to && standing > 0) yield {from: at, to, now};
  }
}

/** The stretches of `within` in which a pod's systems are not all up, in order and apart from each other. */
export function exposedPieces(
  dependencies: readonly Dependency[],
  within: Period,
  meaning: Meaning,
  overlap: Overlap,
): readonly ImpairedStretch[] {
  const timelines = dependencies.map(({timeline}) => timeline);
  const pieces: ImpairedStretch[] = [];
  for (const {from, to, now} of standings(timelines, within, meaning))
    pieces.push({from, to, ...stopped(dependencies, now, meaning, overlap)});
  return pieces;
}

function stopped(
  dependencies: readonly Dependency[],
  now: readonly (Stretch | null)[],
  meaning: Meaning,
  overlap: Overlap,
): Pick<ImpairedStretch, 'share' | 'atMost' | 'cause'> {
  let [share, atMost, largest] = [0, 0, 0];
  let cause: ImpairedStretch['cause'] = null;
  const joined = (before: number, own: number) =>
    overlap === 'largest' ? Math.max(before, own) : Math.min(1, before + own);
  // By index, for this is gone through for every pod, every stretch and every assumption.
  for (let index = 0; index < now.length; index++) {
    const outage = now[index] as Stretch | null;
    if (outage === null) continue;
    const {system, share: own} = dependencies[index] as Dependency;
    atMost = joined(atMost, own);
    if (meaning(outage.state) !== 'down') continue;
    share = joined(share, own);
    if (cause === null || own > largest) {
      cause = {system, outage};
      largest = own;
    }
  }
  return {share, atMost, cause};
}
