import {finding, isFinding, say} from '../../figure/index.ts';
import type {Calendar} from '../../calendar/index.ts';
import type {SystemRecord} from '../join/system.ts';
import {cutTo} from '../join/timeline.ts';
import {type Uptime, uptimeOf} from '../join/uptime.ts';
import {shownTime} from '../tools/row.ts';
import type {Interval, RecordFinding} from '../types.ts';
import type {Basis} from '../join/system.ts';

/** Systems that people pay for are seldom so far down: below this, one row that decides it is looked at first. */
const DOUBTFUL = 0.9;

/** That a figure is low because of a single row: it may never have been closed, or have an end that was typed wrong. */
export function restsOnOne(
  {system, timelines: {counted}}: SystemRecord,
  intervals: readonly Interval[],
  uptimes: readonly (Uptime & {readonly basis: Basis})[],
  calendars: readonly Calendar[],
): readonly RecordFinding[] {
  const low = uptimes.find(({basis, share}) => basis === 'counted' && share !== null && share < DOUBTFUL);
  const calendar = calendars.find(({id}) => id === low?.calendar);
  const row = longest(intervals);
  if (low?.share == null || calendar === undefined || row === undefined) return [];
  const {period} = counted;
  const within = {
    from: Math.max(row.start, period.from),
    to: Math.min(row.end ?? row.until ?? period.to, period.to),
  };
  if (within.from >= within.to) return [];
  const own = uptimeOf(cutTo(counted, within), calendar);
  if (isFinding(own)) return [];
  const known = low.open - low.minutes.unknown;
  if (1 - (low.minutes.down - own.minutes.down) / known < DOUBTFUL) return [];
  const lasts = row.end === null;
  const until = lasts ? 'which has no end' : say`to ${shownTime(row.end ?? period.to)}`;
  const name = row.evidence.id ?? 'a row';
  const message = say`${system} is ${`${(100 * low.share).toFixed(3)}%`} up in ${calendar.id}, and that rests on one row: ${name} from ${shownTime(row.start)}, ${until}`;
  const hint = 'look whether it was over before; mend its end in the export';
  const found = finding(lasts ? 'open-interval' : 'typed-wrong-time', 'warning', message, {hint});
  return [{...found, place: row.evidence.place, source: row.source}];
}

/** Of the rows that say down, the one that lasted longest. */
function longest(intervals: readonly Interval[]): Interval | undefined {
  const length = ({start, end, until}: Interval) => (end ?? until ?? Infinity) - start;
  return intervals
    .filter(({state}) => state === 'down')
    .reduce<Interval | undefined>(
      (most, one) => (most && length(most) >= length(one) ? most : one),
      undefined,
    );
}
