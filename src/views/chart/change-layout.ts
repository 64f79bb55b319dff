import {countOf} from '../../base/index.ts';
import type {ChangePicture, FittedLevel, Slope, WeekPoint} from '../../impact/index.ts';
import {
  type About,
  type DayScale,
  type DayTick,
  dayIndex,
  dayScale,
  dayTicks,
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

interface Segment {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

export interface Gap {
  readonly x1: number;
  readonly x2: number;
  readonly label: string;
}

export interface ChangeLayout {
  readonly width: number;
  readonly height: number;
  readonly frame: {readonly top: number; readonly bottom: number};
  readonly scale: DayScale;
  readonly ticks: readonly DayTick[];
  readonly minutes: readonly {readonly y: number; readonly label: string}[];
  readonly weeks: readonly {readonly x: number; readonly y: number}[];
  readonly control: readonly {readonly x: number; readonly y: number}[];
  readonly levels: readonly Segment[];
  readonly fitted: readonly Segment[];
  readonly otherwise: readonly Segment[];
  readonly change: {readonly x: number; readonly label: string; readonly textX: number} | null;
  /** Days between two stretches of which nothing was asked. */
  readonly gap: Gap | null;
  readonly texts: readonly TextLine[];
  readonly key: readonly KeyEntry<Sign>[];
}

export type Sign = 'week' | 'control' | 'level' | 'fitted' | 'otherwise';

const TALL = 220;

const NARROW = 520;

/** Times as much room beyond the least and the most minutes. */
const ROOM = 1.15;

/** Where everything goes on a canvas `width` pixels wide: days along, minutes by their logarithm upwards. */
export function layChange(picture: ChangePicture, about: About, width: number): ChangeLayout {
  const head = headOf(changeFinding(picture), about, width);
  const all = valuesOf(picture);
  const [low, high] = [Math.log(Math.min(...all) / ROOM), Math.log(Math.max(...all) * ROOM)];
  const round = minuteTicks(Math.exp(low), Math.exp(high));
  const left = px(Math.max(24, ...round.map(minutes => textWidth(minutesOf(minutes), SMALL))) + 8);
  const [from, to] = endsOf(picture);
  const scale = dayScale(from, to, left, width - 8);
  const top = head.bottom + 4.25 * LINE;
  const bottom = top + TALL;
  const y = (minutes: number) => px(bottom - ((Math.log(minutes) - low) / Math.max(1e-9, high - low)) * TALL);
  const middle = (day: string) => px(scale.x(dayIndex(day) + 3.5));
  const dot = ({day, minutes}: WeekPoint) => ({x: middle(day), y: y(minutes)});
  const level = (of: FittedLevel | null): Segment[] =>
    of === null
      ? []
      : [
          {
            x1: px(scale.x(dayIndex(of.from))),
            x2: px(scale.x(dayIndex(of.to) + 1)),
            y1: y(of.minutes),
            y2: y(of.minutes),
          },
        ];
  const slope = ({from: start, to: end}: Slope): Segment => ({
    x1: middle(start.day),
    y1: y(start.minutes),
    x2: middle(end.day),
    y2: y(end.minutes),
  });
  const {before, after, fitted} = picture;
  const key = keyOf(keyEntries(picture), bottom + LINE + 10, width);
  const caption = footOf(about, key.bottom + 4, width);
  return {
    width,
    height: caption.bottom + 2,
    frame: {top, bottom},
    scale,
    ticks: dayTicks(scale).map(tick => ({...tick, x: px(tick.x)})),
    minutes: round.map(minutes => ({
      y: y(minutes),
      label: minutesOf(minutes),
    })),
    weeks: picture.weeks.map(dot),
    control: picture.control.map(dot),
    levels: [...level(before), ...level(after)],
    fitted: fitted === null ? [] : [slope(fitted.before), slope(fitted.after)],
    otherwise: fitted === null ? [] : [slope(fitted.otherwise)],
    change: changeOf(picture, scale),
    gap: gapOf(picture, scale),
    texts: [...head.lines, ...sideTexts(picture, head.bottom, width < NARROW), ...caption.lines],
    key: key.entries,
  };
}

/** What it shows, in a sentence without its full stop. */
export function changeFinding({what, at, before, after, shift}: ChangePicture): string {
  const subject = `${at === 'p90' ? 'Nine in ten deployments' : 'The median deployment'} took`;
  const from = what === 'lead' ? ' from commit to end' : '';
  if (before === null || after === null) {
    const only = before ?? after;
    if (only === null) return 'No deployment tells how long it took';
    return `${subject} ${minutesOf(only.minutes)}${from}; nothing is known ${before === null ? 'before' : 'after'}`;
  }
  const sides = `${subject} ${minutesOf(before.minutes)}${from} before and ${minutesOf(after.minutes)} after`;
  if (shift === null) return sides;
  const {low, mid, high, level, over} = shift;
  const told = `${signed(mid)} over ${over} (${percent(level)}: ${signed(low)} to ${signed(high)})`;
  return low > 0 || high < 0 ? `${sides}: ${told}` : `${sides}; that the change did it is not shown, ${told}`;
}

function signed(share: number): string {
  const points = Number((100 * Math.abs(share)).toPrecision(2));
  return `${share < 0 && points !== 0 ? '−' : '+'}${points}%`;
}

function percent(level: number): string {
  return `${Number((100 * level).toPrecision(3))}%`;
}

/** The first day and the last one of anything that is drawn. */
function endsOf({weeks, control, before, after}: ChangePicture): readonly [number, number] {
  const weekly = [...weeks, ...control].map(({day}) => dayIndex(day));
  const sides = [before, after].flatMap(one => (one === null ? [] : [one]));
  return [
    Math.min(...weekly, ...sides.map(({from}) => dayIndex(from))),
    Math.max(...weekly.map(day => day + 6), ...sides.map(({to}) => dayIndex(to))),
  ];
}

/** All minutes that a scale has to reach; 1 where there is nothing. */
function valuesOf({weeks, control, before, after, fitted}: ChangePicture): readonly number[] {
  const lines = fitted === null ? [] : [fitted.before, fitted.after, fitted.otherwise];
  const found = [
    ...[...weeks, ...control].map(({minutes}) => minutes),
    ...[before, after].flatMap(one => (one === null ? [] : [one.minutes])),
    ...lines.flatMap(({from, to}) => [from.minutes, to.minutes]),
  ].filter(minutes => minutes > 0);
  return found.length === 0 ? [1] : found;
}

/** Round minutes of a logarithmic scale: 1, 2, 5 and so on, more of them on a short one, powers of ten on a long one. */
export function minuteTicks(low: number, high: number): readonly number[] {
  if (!(low > 0 && high > low && Number.isFinite(high))) return [];
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.log10(high); power++) powers.push(power);
  const within = (steps: readonly number[]) =>
    powers
      .flatMap(power => steps.map(step => Number((step * 10 ** power).toPrecision(3))))
      .filter(minutes => minutes >= low && minutes <= high);
  if (powers.length > 4) return within([1]);
  const usual = within([1, 2, 5]);
  return usual.length > 2 ? usual : within([1, 1.5, 2, 3, 5, 7]);
}

function changeOf({day}: ChangePicture, scale: DayScale): ChangeLayout['change'] {
  if (day === null) return null;
  const x = px(scale.x(dayIndex(day)));
  const label = `changed ${day}`;
  const width = textWidth(label, SMALL);
  return {x, label, textX: x + 4 + width <= scale.right ? x + 4 : px(x - 4 - width)};
}

function gapOf({day, before, after}: ChangePicture, scale: DayScale): ChangeLayout['gap'] {
  if (day !== null || before === null || after === null) return null;
  const [x1, x2] = [scale.x(dayIndex(before.to) + 1), scale.x(dayIndex(after.from))];
  if (!(x2 > x1)) return null;
  const label = 'days that are in neither';
  return {x1: px(x1), x2: px(x2), label: textWidth(label, SMALL) < x2 - x1 ? label : ''};
}

/** What was before and after, each in a line of its own over the plot. */
function sideTexts(picture: ChangePicture, top: number, slim: boolean): readonly TextLine[] {
  const told = (name: string, of: FittedLevel | null) =>
    of === null
      ? `${name}: nothing known`
      : `${name}${slim ? '' : `, ${of.from} to ${of.to}`}: ${minutesOf(of.minutes)}, ${countOf(of.n, 'deployment')}`;
  const look = {size: SMALL, weight: 400, ink: INK.text} as const;
  return [
    {text: told('before', picture.before), x: 0, y: top + LINE / 2, ...look},
    {text: told('after', picture.after), x: 0, y: top + 1.5 * LINE, ...look},
    {text: 'time to deploy, logarithmic', x: 0, y: top + 2.5 * LINE, ...look, ink: INK.muted},
  ];
}

function keyEntries({at, control, fitted}: ChangePicture): readonly {sign: Sign; text: string}[] {
  const point = at === 'p90' ? '9 in 10 of a week' : 'median of a week';
  return [
    {sign: 'week', text: point},
    ...(control.length === 0 ? [] : [{sign: 'control' as const, text: `${point}, of the control`}]),
    {sign: 'level', text: 'of all the days'},
    ...(fitted === null
      ? []
      : [
          {sign: 'fitted' as const, text: 'fitted to the weeks'},
          {sign: 'otherwise' as const, text: 'had it gone on as before'},
        ]),
  ];
}
