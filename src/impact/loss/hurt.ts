import {type Finding, isFinding} from '../../figure/index.ts';
import {openMinutes} from '../../calendar/index.ts';
import type {Period} from '../../record/index.ts';
import {
  type Dependency,
  exposedPieces,
  type ImpairedStretch,
  type Meaning,
  type Overlap,
} from './exposure.ts';
import {type SessionClock, tradingDays} from './session-clock.ts';

/**
 * What a pod's systems took from it, in days of its PnL: the part of the loss that needs no money. A pod whose one system
 * was down for 39 of a session's 390 minutes, on which all of its PnL hangs, lost a tenth of a day.
 */
export interface Hurt {
  readonly within: Period;
  /** Trading days of the period. */
  readonly days: number;
  /** Those of which it is known whether something was down. */
  readonly known: number;
  /** Days lost: over open minutes in which something was down, the sum of the share a that hangs on it x the minute's weight w(m). */
  readonly lost: number;
  /** Days lost, were everything unknown down. */
  readonly lostAtMost: number;
  /** The largest share of any of its systems: what stops when all are down. */
  readonly exposed: number;
  /** `known` and `lost` in open minutes, without their weights: clauses count minutes. */
  readonly minutes: {readonly known: number; readonly lost: number};
  readonly pieces: readonly (ImpairedStretch & {readonly days: number})[];
}

/** Works out `Hurt` over a period. A finding where the calendar does not reach it. */
export function hurtOf(
  dependencies: readonly Dependency[],
  clock: SessionClock,
  within: Period,
  meaning: Meaning,
  overlap: Overlap,
): Hurt | Finding {
  const days = tradingDays(clock, within.from, within.to);
  const open = openMinutes(clock.calendar, within.from, within.to);
  if (isFinding(days)) return days;
  if (isFinding(open)) return open;
  let [known, lost, lostAtMost] = [days, 0, 0];
  const minutes = {known: open, lost: 0};
  const pieces: (ImpairedStretch & {days: number})[] = [];
  for (const piece of exposedPieces(dependencies, within, meaning, overlap)) {
    // Both lie within the period, which the calendar was just seen to reach.
    const weight = tradingDays(clock, piece.from, piece.to) as number;
    const length = openMinutes(clock.calendar, piece.from, piece.to) as number;
    if (piece.cause === null) {
      known -= weight;
      minutes.known -= length;
    }
    lost += piece.share * weight;
    lostAtMost += piece.atMost * weight;
    minutes.lost += piece.share * length;
    pieces.push({...piece, days: weight});
  }
  const exposed = Math.max(0, ...dependencies.map(({share}) => share));
  return {within, days, known, lost, lostAtMost, exposed, minutes, pieces};
}

/**
 * The share of the known time for which what a pod depends on was up, weighed by how much of it hangs on what was down:
 * 1 - lost / (exposed x known). Null where nothing is known or nothing hangs on anything.
 */
export function pathUptime({known, lost, exposed}: Pick<Hurt, 'known' | 'lost' | 'exposed'>): number | null {
  return known > 0 && exposed > 0 ? 1 - lost / (exposed * known) : null;
}
