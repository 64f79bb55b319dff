import {DAY_MS, type EpochMs} from '../../calendar/index.ts';
import {dayIn} from '../../intake/index.ts';
import {
  type ComparedMedians,
  type Interruption,
  type SeriesStep,
  steps,
  type Timed,
  timedOf,
} from '../../operations/index.ts';
import type {Deployment, Period} from '../../record/index.ts';
import type {Estimate} from '../../stats/index.ts';
import type {
  ChangePicture,
  FittedLevel,
  FittedLines,
  Shift,
  Slope,
  WeekPoint,
  WeeksPicture,
} from './types.ts';

const WEEK = 7 * DAY_MS;

/** A stretch of days in the words of a case and as instants, and the zone of its days. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
  readonly period: Period;
  readonly zone: string;
}

/** How long deployments took in the weeks from the first day of a stretch; the figure of all of it is `overall`. */
export function weeksPicture(
  deployments: readonly Deployment[],
  {what, at}: Pick<WeeksPicture, 'what' | 'at'>,
  {from, to, period, zone}: DayRange,
  overall: Pick<Estimate, 'mid' | 'n'>,
): WeeksPicture {
  const weekly = weeksOf(timedOf(deployments, what), at, period, period.from, zone);
  return {
    kind: 'weeks',
    what,
    at,
    from,
    to,
    minutes: overall.mid,
    n: overall.n,
    weeks: weekly,
  };
}

/** What a change did: weekly medians of what it touched and of what it spared, and the lines that were fitted to them. */
export function changePicture(
  touched: readonly Deployment[],
  spared: readonly Deployment[] | null,
  what: ChangePicture['what'],
  {day, at, period, zone}: {readonly day: string; readonly at: EpochMs} & Pick<DayRange, 'period' | 'zone'>,
  {before, after, median, overControl}: ComparedMedians,
): ChangePicture {
  const medians = (of: readonly Deployment[]) => weeksOf(timedOf(of, what), 'median', period, at, zone);
  const days = (from: EpochMs, to: EpochMs) => ({from: dayIn(from, zone), to: dayIn(to - 1, zone)});
  const level = (of: Estimate | null, within: Pick<FittedLevel, 'from' | 'to'>): FittedLevel | null =>
    of === null ? null : {...within, minutes: of.mid, n: of.n};
  const series = stepsOf(timedOf(touched, what), 'median', period, at);
  return {
    kind: 'change',
    what,
    at: 'median',
    day,
    weeks: medians(touched),
    control: spared === null ? [] : medians(spared),
    before: level(before, days(period.from, at)),
    after: level(after, days(at, period.to)),
    shift: shiftOf(median, overControl),
    fitted: 'rule' in median ? null : linesOf(median, series, at, zone),
  };
}

/** Where a control cannot be compared, its weeks are drawn all the same, and the figure is that of the series. */
function shiftOf(
  median: ComparedMedians['median'],
  overControl: ComparedMedians['overControl'],
): Shift | null {
  const [of, over] =
    overControl === null || 'rule' in overControl
      ? [median, 'the weeks before' as const]
      : [overControl, 'the control' as const];
  if ('rule' in of) return null;
  const {low, mid, high, level} = of.change;
  return {low, mid, high, level, over};
}

function stepsOf(
  timed: readonly Timed[],
  point: WeeksPicture['at'],
  period: Period,
  change: EpochMs,
): readonly SeriesStep[] {
  return steps(timed, {period, change, days: 7, q: point === 'p90' ? 0.9 : 0.5});
}

function weeksOf(
  timed: readonly Timed[],
  point: WeeksPicture['at'],
  period: Period,
  change: EpochMs,
  zone: string,
): readonly WeekPoint[] {
  return stepsOf(timed, point, period, change).map(({time, minutes}) => ({
    day: weekDay(change, time, zone),
    minutes: Number(minutes.toPrecision(4)),
  }));
}

/** The first day of a week; by its noon, since a clock that was put back would make it the day before. */
function weekDay(change: EpochMs, time: number, zone: string): string {
  return dayIn(change + time * WEEK + DAY_MS / 2, zone);
}

/** The lines of an interrupted series, at the first and the last week of either side. */
function linesOf(
  {start, trend, change, drift}: Interruption,
  series: readonly SeriesStep[],
  at: EpochMs,
  zone: string,
): FittedLines {
  const times = series.map(({time}) => time);
  const earlier = times.filter(time => time < 0);
  const [first, last] = [earlier[0] ?? 0, earlier.at(-1) ?? 0];
  const end = times.at(-1) ?? 0;
  const line = (from: number, to: number, minutes: (time: number) => number): Slope => {
    const point = (time: number) => ({
      day: weekDay(at, time, zone),
      minutes: Number(minutes(time).toPrecision(4)),
    });
    return {from: point(from), to: point(to)};
  };
  const driftAt = (time: number) => start * (1 + trend) ** time;
  return {
    before: line(first, last, driftAt),
    after: line(0, end, time => driftAt(time) * (1 + change.mid) * (1 + drift.mid) ** time),
    otherwise: line(0, end, driftAt),
  };
}
