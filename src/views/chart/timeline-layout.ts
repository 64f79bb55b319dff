import {countOf, showCount} from '../../base/index.ts';
import type {TimelinePicture, TimelineRow} from '../../impact/index.ts';
import {
  type About,
  cleanLine,
  type DayScale,
  type DayTick,
  dayIndex,
  dayScale,
  dayTicks,
  fitText,
  footOf,
  headOf,
  INK,
  type KeyEntry,
  keyOf,
  LINE,
  px,
  SMALL,
  type TextLine,
  textWidth,
} from '../../page/index.ts';
import {minutesOf} from './words.ts';

/** Minutes of some days in a row, as bars on one spot: down above the baseline, unknown on it, degraded below. */
interface TimelineBar {
  readonly x1: number;
  readonly x2: number;
  readonly down: number;
  readonly unknown: number;
  readonly degraded: number;
  /** Heights in pixels: up to the end of down, up to the end of unknown, and down from the baseline. */
  readonly reach: {readonly down: number; readonly unknown: number; readonly degraded: number};
}

export interface TimelineLane {
  readonly name: string;
  readonly total: {readonly text: string; readonly y: number};
  readonly baseline: number;
  /** Where the name is written: beside the row, or above it where the canvas is narrow. */
  readonly label: {readonly x: number; readonly y: number};
  readonly bars: readonly TimelineBar[];
}

export interface TimelineLayout {
  readonly width: number;
  readonly height: number;
  readonly scale: DayScale;
  readonly lanes: readonly TimelineLane[];
  readonly ticks: readonly DayTick[];
  readonly frame: {readonly top: number; readonly bottom: number};
  /** Days that share a bar. */
  readonly days: number;
  readonly since: {readonly x: number; readonly label: string; readonly textX: number} | null;
  readonly texts: readonly TextLine[];
  readonly key: readonly KeyEntry<KeySign>[];
}

export interface KeySign {
  readonly kind: 'down' | 'unknown' | 'degraded' | 'since';
  readonly height: number;
}

/** Narrower than this, names stand over their rows. */
const NARROW = 520;

/** Fewer pixels than these are too few for the bar of a day: days then share one. */
const LEAST_DAY = 1.25;

const LEAST_BAR = 2;

/** The tallest bar of all is of full height; one of fewer minutes than these is not. */
const LEAST_FULL = 10;

const MOST_BAR = 9;

/** Rows are pressed together where there are many. */
export const MANY = 16;

/** Where everything goes on a canvas `width` pixels wide. Every open minute down, degraded or unknown is in one bar. */
export function layTimeline(picture: TimelinePicture, about: About, width: number): TimelineLayout {
  const narrow = width < NARROW;
  const dense = picture.systems.length > MANY;
  const [above, below] = dense ? [11, 4] : [16, 6];
  const totals = picture.systems.map(row => totalOf(row));
  const totalWidth = Math.max(textWidth('down', SMALL), ...totals.map(text => textWidth(text, SMALL)));
  const names = picture.systems.map(({name}) => cleanLine(name));
  const nameWidth = narrow ? 0 : Math.min(170, Math.max(40, ...names.map(name => textWidth(name))));
  const left = narrow ? 0 : px(nameWidth + 10);
  const right = px(width - totalWidth - 8);
  const scale = dayScale(dayIndex(picture.from), dayIndex(picture.to), left, right);
  const days = Math.max(1, Math.ceil(LEAST_DAY / scale.width));
  const raw = picture.systems.map(row => barsOf(row, scale, days));
  const tallest = (of: (bar: (typeof raw)[number][number]) => number) =>
    raw.flat().reduce((most, bar) => Math.max(most, of(bar)), LEAST_FULL);
  const most = tallest(bar => bar.down + bar.unknown);
  const mostDegraded = tallest(bar => bar.degraded);
  const height = (minutes: number, room: number, full: number) =>
    minutes > 0 ? px(Math.max(1, (room * Math.log1p(minutes)) / Math.log1p(full))) : 0;

  const head = headOf(timelineFinding(picture), about, width);
  const since = sinceOf(picture, scale);
  const top = head.bottom + (since === null ? 0 : LINE) + LINE;
  const pitch = above + below + (dense ? 3 : 6) + (narrow ? LINE : 0);
  const lanes = picture.systems.map((_, at): TimelineLane => {
    const y = top + at * pitch + (narrow ? LINE : 0);
    const baseline = y + above + 2;
    return {
      name: narrow
        ? fitText(names[at] ?? '', width - totalWidth - 16)
        : fitText(names[at] ?? '', nameWidth, dense ? SMALL : undefined),
      total: {text: totals[at] ?? '', y: baseline - above / 2 + 1},
      baseline,
      label: {x: 0, y: narrow ? y - LINE / 2 + 3 : baseline - above / 2 + 1},
      bars: (raw[at] ?? []).map(bar => ({
        ...bar,
        reach: {
          down: height(bar.down, above, most),
          unknown: Math.max(
            bar.unknown > 0 ? height(bar.down, above, most) + 1 : 0,
            height(bar.down + bar.unknown, above, most),
          ),
          degraded: height(bar.degraded, below, mostDegraded),
        },
      })),
    };
  });
  const bottom = top + lanes.length * pitch;
  const key = keyOf(
    keyEntries(picture, days, {down: most, degraded: mostDegraded}, minutes => height(minutes, above, most)),
    bottom + 8,
    width,
  );
  const foot = footOf(about, key.bottom + 4, width);
  const heading = {y: top - LINE / 2, size: SMALL, weight: 400, ink: INK.muted} as const;
  return {
    width,
    height: foot.bottom + 2,
    scale,
    lanes,
    ticks: dayTicks(scale).map(tick => ({...tick, x: px(tick.x)})),
    frame: {top: top - LINE, bottom},
    days,
    since,
    texts: [...head.lines, ...foot.lines, {text: 'down', x: right + 8, ...heading}],
    key: key.entries,
  };
}

/** What it shows, in a sentence without its full stop. */
export function timelineFinding({systems, sessions, hours}: TimelinePicture): string {
  const outages = systems.reduce((sum, one) => sum + one.outages, 0);
  const of = countOf(systems.length, 'system');
  const where =
    hours === 'around the clock' ? `in ${countOf(sessions, 'day')}` : `in ${showCount(sessions)} ${hours}`;
  if (outages === 0) return `No outage of ${of} ${where}`;
  const longest = Math.max(...systems.map(one => one.longest));
  const took = `${outages === 1 ? 'it took' : 'the longest took'} ${minutesOf(longest)}`;
  return `${countOf(outages, 'outage')} of ${of} ${where}; ${took}`;
}

function totalOf({days}: TimelineRow): string {
  const down = days.reduce((sum, day) => sum + day.down, 0);
  return down === 0 ? 'none' : minutesOf(down);
}

/** The days of a row in bars of so many days, from the first day of the scale on; none where nothing was wrong. */
function barsOf(
  {days}: TimelineRow,
  scale: DayScale,
  together: number,
): readonly Omit<TimelineBar, 'reach'>[] {
  const bars = new Map<number, {down: number; unknown: number; degraded: number}>();
  for (const {day, down, unknown, degraded} of days) {
    const at = Math.floor((dayIndex(day) - scale.from) / together);
    const bar = bars.get(at) ?? {down: 0, unknown: 0, degraded: 0};
    bars.set(at, {
      down: bar.down + down,
      unknown: bar.unknown + unknown,
      degraded: bar.degraded + degraded,
    });
  }
  const width = Math.max(LEAST_BAR, Math.min(MOST_BAR, together * scale.width));
  return [...bars].map(([at, bar]) => {
    const [from, to] = [scale.x(scale.from + at * together), scale.x(scale.from + (at + 1) * together)];
    const x1 = Math.max(scale.left, Math.min(scale.right - width, (from + to - width) / 2));
    return {...bar, x1: px(x1), x2: px(x1 + width)};
  });
}

function sinceOf({since, from}: TimelinePicture, scale: DayScale): TimelineLayout['since'] {
  if (since === null || !(since > from)) return null;
  const x = px(scale.x(dayIndex(since)));
  const label = `own work from ${since}`;
  const fits = x + 4 + textWidth(label, SMALL) <= scale.right;
  return {x, label, textX: fits ? x + 4 : Math.max(0, px(x - 4 - textWidth(label, SMALL)))};
}

/** The heights that a reader may hold a bar against, up to the tallest. */
function keyEntries(
  {systems}: TimelinePicture,
  days: number,
  most: {readonly down: number; readonly degraded: number},
  height: (minutes: number) => number,
): readonly {sign: KeySign; text: string}[] {
  const per = days === 1 ? 'in a day' : `in ${days} days`;
  const shown = [1, 10, 60].filter(minutes => minutes < 0.8 * most.down);
  const has = (state: 'unknown' | 'degraded') => systems.some(row => row.days.some(day => day[state] > 0));
  return [
    ...[...shown, most.down].map((minutes, at) => ({
      sign: {kind: 'down' as const, height: height(minutes)},
      text: at === 0 ? `down ${minutesOf(minutes)} ${per}` : minutesOf(minutes),
    })),
    ...(has('degraded')
      ? [
          {
            sign: {kind: 'degraded' as const, height: 5},
            text: `degraded, ${minutesOf(most.degraded)} at the lowest`,
          },
        ]
      : []),
    ...(has('unknown') ? [{sign: {kind: 'unknown' as const, height: 10}, text: 'nothing known'}] : []),
  ];
}
