import {type Finding, isFinding} from '../../figure/index.ts';
import type {Period} from '../../record/index.ts';
import type {DailyPnl} from './daily-pnl.ts';
import type {Dependency, Meaning, Overlap} from './exposure.ts';
import {type Hurt, hurtOf} from './hurt.ts';
import type {SessionClock} from './session-clock.ts';

/** A pod with what it earns, when it trades and what it depends on. */
export interface PodModel {
  readonly pod: string;
  readonly pnl: DailyPnl;
  readonly clock: SessionClock;
  readonly dependencies: readonly Dependency[];
}

/** Pods that trade the same sessions and depend on the same systems by the same shares: what hurts one hurts all. */
export interface PodGroup {
  readonly pods: readonly PodModel[];
  readonly clock: SessionClock;
  readonly dependencies: readonly Dependency[];
}

export interface HurtGroup extends PodGroup {
  readonly hurt: Hurt;
}

/** Puts pods of one fate together, so that a hundred of them are worked out once. */
export function groupsOf(pods: readonly PodModel[]): readonly PodGroup[] {
  const groups = new Map<SessionClock, Map<string, PodModel[]>>();
  for (const pod of pods) {
    const key = JSON.stringify(pod.dependencies.map(({system, share}) => [system, share]));
    const ofClock = groups.get(pod.clock) ?? new Map<string, PodModel[]>();
    groups.set(pod.clock, ofClock);
    const there = ofClock.get(key);
    if (there === undefined) ofClock.set(key, [pod]);
    else there.push(pod);
  }
  return [...groups].flatMap(([clock, of]) =>
    [...of.values()].map(own => ({pods: own, clock, dependencies: own[0]?.dependencies ?? []})),
  );
}

/** What each group took over a period; the first finding where a calendar does not reach it. */
export function hurtGroups(
  groups: readonly PodGroup[],
  within: Period,
  meaning: Meaning,
  overlap: Overlap,
): readonly HurtGroup[] | Finding {
  const all: HurtGroup[] = [];
  for (const group of groups) {
    const hurt = hurtOf(group.dependencies, group.clock, within, meaning, overlap);
    if (isFinding(hurt)) return hurt;
    all.push({...group, hurt});
  }
  return all;
}

/** What one outage took. */
export interface Toll {
  readonly from: number;
  /** By group, in days of its PnL: the sum of a x w(m) as in `Hurt.lost`. */
  readonly days: Float64Array;
  /** By group, how long it lasted in trading days: the sum of w(m) alone. */
  readonly down: Float64Array;
}

/** One outage of one system, and the days that it took from each pod of each group. */
export interface Incident extends Toll {
  readonly system: string;
  readonly to: number;
}

/**
 * The outages that cost somebody something, in the order of their starts. One outage hits all its pods at once. While two
 * overlap on a pod, what stops there stands with the one of the larger share, so that the parts sum to the whole.
 */
export function incidentsOf(groups: readonly HurtGroup[]): readonly Incident[] {
  const found = new Map<string, Incident>();
  for (const [at, {hurt}] of groups.entries())
    for (const {cause, share, days} of hurt.pieces) {
      if (cause === null || share * days === 0) continue;
      const {system, outage} = cause;
      const key = JSON.stringify([system, outage.from]);
      const incident = found.get(key) ?? {
        system,
        from: outage.from,
        to: outage.to,
        days: new Float64Array(groups.length),
        down: new Float64Array(groups.length),
      };
      found.set(key, incident);
      incident.days[at] = (incident.days[at] as number) + share * days;
      incident.down[at] = (incident.down[at] as number) + days;
    }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** Expected daily PnL of all pods of a group. */
export function dailyOf({pods}: PodGroup): number {
  return pods.reduce((sum, {pnl}) => sum + pnl.mean, 0);
}

/** Something of each group, days lost or sessions at risk, times its expected daily PnL, summed over the groups. */
export function byDailyPnl<G extends PodGroup>(
  groups: readonly G[],
  of: (group: G, at: number) => number,
): number {
  return groups.reduce((sum, group, at) => sum + dailyOf(group) * of(group, at), 0);
}
