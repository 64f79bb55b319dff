import {DAY_MS} from '../../calendar/index.ts';
import {count, say} from '../../figure/index.ts';
import {amiss, type Row, shownTime} from './row.ts';
import {type Window, yearsOff} from './slip.ts';

/** Whether `what` ends before it begins: then it is a fault of the row. */
export function backwards(row: Row, what: string, {start, end}: Window): boolean {
  if (end === null || end >= start) return false;
  amiss(
    row,
    'ends-before-start',
    'error',
    say`${what} ends ${shownTime(end)}, before it begins ${shownTime(start)}`,
    'mend the year, the month or the order of the two in the export',
  );
  return true;
}

/** Nothing that anybody works on lasts so long. */
const LONG = 300 * DAY_MS;

/**
 * Whether something lasts for years because one year is typed wrong: then it is a fault, as neither length is right.
 * What lasts as long for no such reason is told, and stands.
 */
export function yearsLong(row: Row, {start, end}: Window): boolean {
  if (end === null || end - start <= LONG) return false;
  const by = yearsOff(start, end);
  const lasts = `it lasts from ${shownTime(start)} to ${shownTime(end)}`;
  const hint = 'mend the year in the export';
  if (by === null)
    amiss(row, 'typed-wrong-time', 'warning', say`${lasts}: the year may be typed wrong`, hint);
  else amiss(row, 'typed-wrong-time', 'error', say`${lasts}: the year is off by ${count(by)}`, hint);
  return by !== null;
}
