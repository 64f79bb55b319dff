import {type Calendar, type Session, sessionMinutes} from '../../calendar/index.ts';
import type {Stretch, Timeline} from '../../record/index.ts';
import {minutesBySession} from '../measure/systems.ts';
import {hoursOf} from './hours.ts';
import type {TimelineDay, TimelinePicture, TimelineRow} from './types.ts';

/** Days of the picture, and the sessions on them. */
export interface TimelineSpan extends Pick<TimelinePicture, 'from' | 'to' | 'since'> {
  readonly calendar: Pick<Calendar, 'id'>;
  readonly sessions: readonly Session[];
}

/** What each system went through in open minutes, day by day. */
export function timelinePicture(
  systems: readonly {readonly name: string; readonly timeline: Timeline}[],
  {from, to, since, calendar, sessions}: TimelineSpan,
): TimelinePicture {
  return {
    kind: 'timeline',
    from,
    to,
    hours: hoursOf(calendar),
    sessions: sessions.length,
    longest: sessions.reduce((most, one) => Math.max(most, sessionMinutes(one)), 0),
    since,
    systems: systems.map(({name, timeline}) => rowOf(name, timeline, sessions)),
  };
}

function rowOf(name: string, timeline: Timeline, sessions: readonly Session[]): TimelineRow {
  const [down, degraded, unknown] = (['down', 'degraded', 'unknown'] as const).map(state =>
    minutesBySession(timeline, sessions, state),
  ) as [readonly number[], readonly number[], readonly number[]];
  const days = sessions.flatMap(({date}, at): TimelineDay[] => {
    const day = {
      day: date,
      down: round(down[at] ?? 0),
      degraded: round(degraded[at] ?? 0),
      unknown: round(unknown[at] ?? 0),
    };
    return day.down + day.degraded + day.unknown > 0 ? [day] : [];
  });
  const lengths = outagesOf(timeline, sessions);
  return {name, outages: lengths.length, longest: round(Math.max(0, ...lengths)), days};
}

/** Open minutes of each stretch down, without those of none. One pass, for stretches and sessions are both in order. */
function outagesOf({stretches}: Timeline, sessions: readonly Session[]): readonly number[] {
  const opens = sessions.flatMap(session => session.opens);
  let first = 0;
  return stretches
    .filter(({state}) => state === 'down')
    .flatMap((stretch: Stretch) => {
      for (; (opens[first]?.to ?? Infinity) <= stretch.from; first++);
      let open = 0;
      for (let at = first; (opens[at]?.from ?? Infinity) < stretch.to; at++) {
        const {from, to} = opens[at] as {from: number; to: number};
        open += (Math.min(to, stretch.to) - Math.max(from, stretch.from)) / 60_000;
      }
      return open > 0 ? [open] : [];
    });
}

/** To a hundredth of a minute: no export is finer, and a picture is kept with its plan. */
function round(minutes: number): number {
  return Math.round(100 * minutes) / 100;
}
