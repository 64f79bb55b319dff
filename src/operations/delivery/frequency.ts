import {DAY_MS} from '../../calendar/index.ts';
import {dayAfter, dayIn} from '../../intake/index.ts';
import type {Deployment, Period} from '../../record/index.ts';
import {quantileOf} from '../../stats/index.ts';

/** How often is deployed. Counts of what happened, not estimates: a record that is whole leaves nothing to chance. */
export interface Frequency {
  readonly deployments: number;
  /** Days of the period, and those with a deployment. */
  readonly days: number;
  readonly deploymentDays: number;
  /** Deployments a week of seven days, over the whole period. */
  readonly perWeek: number;
  /** Weeks from Monday to Sunday that lie wholly in the period, and the median of their days with a deployment. */
  readonly weeks: number;
  readonly daysPerWeek: number | null;
  readonly class: FrequencyClass | null;
}

/** The classes of fourkeys. `yearly` is all that is rarer than monthly. */
type FrequencyClass = 'daily' | 'weekly' | 'monthly' | 'yearly';

/**
 * Deployments by their end, in days of `zone`. The class is that of fourkeys (dora-team/fourkeys, METRICS.md): daily
 * where the median week has three days with a deployment or more, weekly where it has one, monthly where the median
 * month has a deployment. Weeks and months without one count as nothing; cut ones do not count, and the class is null
 * where the period holds no whole week. fourkeys looks at three months: so should the period.
 */
export function frequencyOf(
  deployments: readonly Deployment[],
  period: Period,
  zone: string = 'UTC',
): Frequency {
  const daysWith = new Set<string>();
  for (const {finishedAt, startedAt} of deployments) daysWith.add(dayIn(finishedAt ?? startedAt, zone));
  const length = (period.to - period.from) / DAY_MS;
  const weeks: number[] = [];
  const months = new Map<string, {whole: boolean; days: number}>();
  const days = wholeDays(period, zone);
  for (const day of days) {
    const weekday = (new Date(day).getUTCDay() + 6) % 7;
    if (weekday === 0) weeks.push(0);
    const has = daysWith.has(day) ? 1 : 0;
    if (weeks.length > 0) weeks[weeks.length - 1] = (weeks.at(-1) as number) + has;
    const month = months.get(day.slice(0, 7)) ?? {whole: day.endsWith('-01'), days: 0};
    months.set(day.slice(0, 7), {...month, days: month.days + has});
  }
  const last = days.at(-1);
  if (last !== undefined && new Date(last).getUTCDay() !== 0) weeks.pop();
  if (last !== undefined && !isMonthEnd(last)) months.delete(last.slice(0, 7));
  const wholeMonths = [...months.values()].filter(({whole}) => whole).map(one => one.days);
  const median = (counts: readonly number[]) =>
    counts.length === 0
      ? null
      : quantileOf(
          counts.toSorted((a, b) => a - b),
          0.5,
        );
  const daysPerWeek = median(weeks);
  return {
    deployments: deployments.length,
    days: length,
    deploymentDays: daysWith.size,
    perWeek: (deployments.length * 7) / length,
    weeks: weeks.length,
    daysPerWeek,
    class: classOf(daysPerWeek, median(wholeMonths)),
  };
}

function classOf(daysPerWeek: number | null, daysPerMonth: number | null): FrequencyClass | null {
  if (daysPerWeek === null) return null;
  if (daysPerWeek >= 3) return 'daily';
  if (daysPerWeek >= 1) return 'weekly';
  if (daysPerMonth === null) return null;
  return daysPerMonth >= 1 ? 'monthly' : 'yearly';
}

/** The days of `zone` that lie wholly in the period. */
function wholeDays({from, to}: Period, zone: string): readonly string[] {
  const days: string[] = [];
  // The last moment before the period belongs to a day that is not whole, and so does its first unless that is midnight.
  let day = dayIn(from - 1, zone);
  const end = dayIn(to, zone);
  for (day = dayAfter(day); day < end; day = dayAfter(day)) days.push(day);
  return days;
}

function isMonthEnd(day: string): boolean {
  return dayAfter(day).endsWith('-01');
}
