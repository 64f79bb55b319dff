import {type Finding, isFinding} from '../../figure/index.ts';
import {type Calendar, openMinutes} from '../../calendar/index.ts';
import type {State} from '../types.ts';
import type {Timeline} from './timeline.ts';

/** How long a system was in each state while a market was open, in minutes. */
export interface Uptime {
  readonly calendar: string;
  /** Minutes of open time in the period: the sum of the four states. */
  readonly open: number;
  readonly minutes: Readonly<Record<State, number>>;
  /** The share of the known time in which it was not down; null where nothing is known. Degraded is not down. */
  readonly share: number | null;
  /** The same, were everything unknown down, and were it all up; both equal `share` where all is known. */
  readonly atLeast: number;
  readonly atMost: number;
  /** The share of the known time in which it was wholly up: degraded counts as down. */
  readonly wholly: number | null;
}

/** Uptime within the open minutes of `calendar`; a finding where the calendar does not reach the timeline's period. */
export function uptimeOf(timeline: Timeline, calendar: Calendar): Uptime | Finding {
  const minutes: Record<State, number> = {up: 0, unknown: 0, degraded: 0, down: 0};
  for (const {from, to, state} of timeline.stretches) {
    const open = openMinutes(calendar, from, to);
    if (isFinding(open)) return open;
    minutes[state] += open;
  }
  const open = minutes.up + minutes.unknown + minutes.degraded + minutes.down;
  const known = open - minutes.unknown;
  return {
    calendar: calendar.id,
    open,
    minutes,
    // Sums of fractions of minutes may pass the whole by a last digit.
    share: known > 0 ? Math.max(0, 1 - minutes.down / known) : null,
    atLeast: open > 0 ? Math.max(0, 1 - (minutes.down + minutes.unknown) / open) : 0,
    atMost: open > 0 ? 1 - minutes.down / open : 1,
    wholly: known > 0 ? Math.max(0, 1 - (minutes.down + minutes.degraded) / known) : null,
  };
}
