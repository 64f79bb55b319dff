/** PnL a minute, from PnL a day and the open minutes of that day. Throws where the day has none. */
export function perMinute(daily: number, minutesOfDay: number): number {
  if (!(minutesOfDay > 0)) throw new RangeError(`a day of ${minutesOfDay} minutes`);
  return daily / minutesOfDay;
}
