/** A day as the count of days since 1970-01-01, for arithmetic; in facts and results days are `YYYY-MM-DD`. */
export type DayNumber = number;

export const DAY_MS = 86_400_000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The number of a day such as `2026-11-22`, or NaN where there is no such day. */
export function dayNumber(text: string): DayNumber {
  const at = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) / DAY_MS : Number.NaN;
  return dayText(at) === text ? at : Number.NaN;
}

export function dayText(day: DayNumber): string {
  return Number.isNaN(day) ? '' : new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The number of a day by year, month (1 to 12) and day of the month; a day past the month's last runs on. */
export function dayOf(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function yearOf(day: DayNumber): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return (((day + 3) % 7) + 7) % 7;
}
