import {DAY_MS, type EpochMs} from '../../calendar/index.ts';
import {count, say} from '../../figure/index.ts';
import {amiss, type Row, shownTime} from './row.ts';
import {type Window, yearsOff} from './slip.ts';

/** The instant so many milliseconds after `start`; null, and a fault of the row, for a length that no calendar holds. */
export function after(row: Row, start: EpochMs, length: number, name: string): EpochMs | null {
  if (Math.abs(length) <= LONGEST) return start + length;
  const message = say`${name}: ${String(length / 1000)} s are longer than anything lasts`;
  amiss(
    row,
    'bad-row',
    'error',
    message,
    'mend the length in the export, or leave the row out with --skip-bad',
  );
  return null;
}

/** A hundred years. */
const LONGEST = 36_525 * DAY_MS;

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
