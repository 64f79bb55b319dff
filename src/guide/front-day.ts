import {say} from '../figure/index.ts';
import {type Lookup, type Path, unlike, wordsAt} from '../files/index.ts';
import {readDay} from '../intake/index.ts';
import type {Read} from './types.ts';

/** `2026/9/1`, and `2026-09-01T10:00:00Z`, of which the hour says no more of the day. */
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s])/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;

/** The day at a path, or the day of an instant, as `2026-02-23`: "Sep 1, 2026" and `2026/9/1` too, but not 03/04/2026. */
export function dayAt(look: Lookup, path: Path): Read<string> | null {
  const found = wordsAt(look, path);
  if (found === null) return null;
  const read = readDay(inOrder(found.value), {zone: null});
  if (read.ok) return {...found, value: read.day};
  unlike(look, path, 'a day', say`write it like ${'2026-02-23'}`);
  return null;
}

/** A day in numbers as `2026-02-23`, where no other order of them makes one. */
function inOrder(text: string): string {
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return joined(year, month, day);
  const [, first, , second, last] = YEAR_LAST.exec(text) ?? [];
  if (last === undefined) return text;
  if (Number(second) > 12 || first === second) return joined(last, first, second);
  return Number(first) > 12 ? joined(last, second, first) : text;
}

function joined(year: string, month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
