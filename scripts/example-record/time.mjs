// Times as the exports write them.

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** @typedef {{readonly date: string, readonly opens: readonly {readonly from: number, readonly to: number}[]}} Session */

/** `2025-04-07T14:05:30Z`. @param {number} at */
export function iso(at) {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** To whole seconds. @param {number} at */
export function whole(at) {
  return Math.round(at / SECOND) * SECOND;
}

/** When New York opens and closes on the day of a session. @param {Session} session */
export function hours({opens}) {
  const [first, last] = [opens[0], opens.at(-1)];
  if (first === undefined || last === undefined) throw new Error('a session without hours');
  return {from: first.from, to: last.to};
}

/** The instant of a wall clock in New York within the days of the record. @param {string} day @param {string} clock */
export function newYork(day, clock) {
  const guess = Date.parse(`${day}T${clock}Z`);
  const summer = DAYLIGHT.some(([from, to]) => day >= from && day < to);
  return guess + (summer ? 4 : 5) * HOUR;
}

/** Days of daylight saving time in New York (15 U.S.C. 260a): from the second Sunday in March to the first in November. */
const DAYLIGHT = /** @type {const} */ ([
  ['2024-03-10', '2024-11-03'],
  ['2025-03-09', '2025-11-02'],
  ['2026-03-08', '2026-11-01'],
]);

/** The middle of some numbers; of an even count the lower one. @param {readonly number[]} numbers */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[(numbers.length - 1) >> 1] ?? 0;
}
