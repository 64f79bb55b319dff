import {DAY_MS, type EpochMs} from '../calendar/index.ts';
import {count, finding, say} from '../figure/index.ts';
import {shownTime} from './tools/row.ts';
import type {Interval, Period, RecordFinding} from './types.ts';

/**
 * After so long without a word a ticket that nobody closed is more likely forgotten than an outage that goes on. Of the
 * 3,751 pauses between two updates of 819 incidents on GitHub's status page the longest was 7.4 days: this is twice that.
 */
const LONGEST_SILENCE = 14 * DAY_MS;
/** A silence of this share of what is judged would by itself decide the figure: 90% at the most. */
const DECIDING_SHARE = 0.1;
/** However little is judged, work on an outage may rest for a night. */
const SHORTEST_SILENCE = DAY_MS;

/** The intervals of one source; what lasts still and was not heard of for long is known until it was, and no longer. */
export function heardOf(
  intervals: readonly Interval[],
  {from, to}: Period,
): {readonly intervals: readonly Interval[]; readonly silent: readonly Interval[]} {
  const silent: Interval[] = [];
  const most = Math.min(LONGEST_SILENCE, Math.max(SHORTEST_SILENCE, (to - from) * DECIDING_SHARE));
  const known = intervals.map(row => {
    if (!lastsStill(row) || row.state === 'up') return row;
    const until = lastHeard(row);
    if (to - until <= most) return row;
    const told = {...row, until};
    silent.push(told);
    return told;
  });
  return {intervals: known, silent};
}

/** Whether the incident or its ticket has no end. */
function lastsStill({end, ticket}: Interval): boolean {
  return end === null || ticket?.end === null;
}

function lastHeard({start, heard = start, ticket}: Interval): EpochMs {
  return Math.max(start, heard, ticket?.start ?? start);
}

/** What is said, once for a source, of what was not heard of for long. */
export function silence(source: string, silent: readonly Interval[]): readonly RecordFinding[] {
  const [first] = silent;
  if (first === undefined) return [];
  const {system, evidence, until = first.start} = first;
  const others = silent.length === 1 ? '' : say`, as ${count(silent.length - 1)} more of ${source}`;
  const message = say`${evidence.id ?? 'a row'} of ${system} has no end, and nothing was heard of it after ${shownTime(until)}: from then on it is unknown${others}`;
  const hint = 'close what is over in the tool and export again, or leave its row out of the export';
  return [{...finding('open-interval', 'warning', message, {hint}), source, place: evidence.place}];
}
