import type {Markish} from '@observablehq/plot';
import {INK, type PlotModule} from './chart.ts';
import {SMALL} from './frame.ts';
import {textWidth} from './label.ts';

/** Days since 1970, so that a scale can count in them. NaN where it is no day. */
export function dayIndex(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** Where days lie between `left` and `right`, in pixels. Days without a session are as wide as the others. */
export interface DayScale {
  readonly from: number;
  /** The day after the last one. */
  readonly end: number;
  readonly left: number;
  readonly right: number;
  /** Pixels of a day. */
  readonly width: number;
  x(day: number): number;
}

/** From a first day to a last one. */
export function dayScale(first: number, last: number, left: number, right: number): DayScale {
  const end = last + 1;
  const width = (right - left) / Math.max(1, end - first);
  return {from: first, end, left, right, width, x: day => left + (day - first) * width};
}

/** A boundary on a scale of days, with the name of what begins there; the empty string where there is no room for it. */
export interface DayTick {
  readonly x: number;
  readonly label: string;
  /** Where a year begins, or nothing longer is told apart. */
  readonly strong: boolean;
}

/** The names of ticks, each behind its tick, in a line about `y`. */
export function dayTexts(plot: PlotModule, ticks: readonly DayTick[], y: number): Markish {
  return plot.text(
    ticks.filter(({label}) => label !== ''),
    {
      x: (tick: DayTick) => tick.x + 3,
      y: () => y,
      text: 'label',
      textAnchor: 'start',
      fontSize: SMALL,
      fill: INK.muted,
    },
  );
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Up to so many days, the longest scale that a unit is told on. */
const UNTIL: readonly (readonly [Unit, number])[] = [
  ['day', 10],
  ['week', 60],
  ['month', 150],
  ['quarter', 1200],
  ['year', Infinity],
];

/** The beginnings of days, weeks, months, quarters or years, whichever suits the length of the scale. */
export function dayTicks(scale: DayScale): readonly DayTick[] {
  const length = scale.end - scale.from;
  if (!(length > 0)) return [];
  const unit = UNTIL.find(([, most]) => length <= most)?.[0] ?? 'year';
  const fine = unit === 'year' && scale.width * 91 >= 12 ? 'quarter' : unit;
  let free = -Infinity;
  return startsOf(scale.from, scale.end, fine).map(({day, first}) => {
    const x = scale.x(day);
    const strong = fine !== unit ? isStart(day, 'year') : unit !== 'quarter' || isStart(day, 'year');
    const label = fine === unit || first || isStart(day, unit) ? nameOf(day, unit) : '';
    const end = x + 3 + textWidth(label, SMALL);
    if (label === '' || x + 3 < free || end > scale.right + 2) return {x, label: '', strong};
    free = end + 6;
    return {x, label, strong};
  });
}

/** The first day of the scale, and every beginning after it. */
function startsOf(from: number, end: number, unit: Unit): readonly {day: number; first: boolean}[] {
  const found = [{day: from, first: true}];
  for (let day = from + 1; day < end; day++) if (isStart(day, unit)) found.push({day, first: false});
  return found;
}

function isStart(day: number, unit: Unit): boolean {
  const date = dateOf(day);
  switch (unit) {
    case 'day':
      return true;
    case 'week':
      return date.getUTCDay() === 1;
    case 'month':
      return date.getUTCDate() === 1;
    case 'quarter':
      return date.getUTCDate() === 1 && date.getUTCMonth() % 3 === 0;
    case 'year':
      return date.getUTCDate() === 1 && date.getUTCMonth() === 0;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

function nameOf(day: number, unit: Unit): string {
  const date = dateOf(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (unit) {
    case 'day':
    case 'week':
      return `${date.getUTCDate()} ${MONTHS[month] ?? ''}`;
    case 'month':
      return `${MONTHS[month] ?? ''} ${year}`;
    case 'quarter':
      return `Q${Math.floor(month / 3) + 1} ${year}`;
    case 'year':
      return String(year);
  }
}

function dateOf(day: number): Date {
  return new Date(day * 86_400_000);
}
