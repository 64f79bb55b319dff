const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Why `value` is no date, as the end of a message: `: February 2026 has 28 days`. */
export function dateProblem(value: unknown): string {
  const parts = typeof value === 'string' ? DAY.exec(value) : null;
  if (parts === null) return ', expected a date like 2026-11-22';
  const [, year, month] = parts.map(Number) as [number, number, number];
  if (month < 1 || month > 12) return ': a year has 12 months';
  const name = new Date(Date.UTC(year, month - 1, 1)).toLocaleString('en-US', {
    month: 'long',
    timeZone: 'UTC',
  });
  return `: ${name} ${year} has ${new Date(Date.UTC(year, month, 0)).getUTCDate()} days`;
}
