/**
 * The arithmetic that every figure of this room comes down to where all minutes are alike, for checking the rest against
 * it. Amounts are in one currency; uptimes are shares from 0 to 1.
 */

/** PnL a minute, from PnL a day and the open minutes of that day. Throws where the day has none. */
export function perMinute(daily: number, minutesOfDay: number): number {
  if (!(minutesOfDay > 0)) throw new RangeError(`a day of ${minutesOfDay} minutes`);
  return daily / minutesOfDay;
}

/** PnL lost in a year at an uptime: what an uptime leaves over, and not what it prevents. */
export function lossLeft(annual: number, uptime: number): number {
  return annual * (1 - uptime);
}

/**
 * PnL protected in a year by one uptime against another. Where the rate a minute and the minutes of the year count the
 * same day, the minutes cancel, and it is annual PnL x (uptime - baseline). Null without a baseline: there is no default.
 */
export function protectedBetween(annual: number, uptime: number, baseline: number | null): number | null {
  return baseline === null ? null : annual * (uptime - baseline);
}
