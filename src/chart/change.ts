import type {ChangePicture, Level, Slope, WeekPoint} from '../impact/index.ts';
import {type Chart, canvas, INK} from './chart.ts';
import {dayNumber, type DayScale, dayScale, type DayTick, dayTicks} from './days.ts';
import {type About, footOf, headOf, keyOf, LINE, px, SIGN, SMALL, type TextLine, textMarks} from './frame.ts';
import {textWidth} from './label.ts';
import {countOf, minutesOf} from './words.ts';

interface Segment {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

interface Gap {
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
  readonly key: ReturnType<typeof keyOf<Sign>>['entries'];
}

type Sign = 'week' | 'control' | 'level' | 'fitted' | 'otherwise';

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
  const middle = (day: string) => px(scale.x(dayNumber(day) + 3.5));
  const dot = ({day, minutes}: WeekPoint) => ({x: middle(day), y: y(minutes)});
  const level = (of: Level | null): Segment[] =>
    of === null
      ? []
      : [
          {
            x1: px(scale.x(dayNumber(of.from))),
            x2: px(scale.x(dayNumber(of.to) + 1)),
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

/** What deployments took, week by week, before and after a change, with what was fitted and what went on beside it. */
export function changeChart(picture: ChangePicture, about: About, width: number): Chart {
  const layout = layChange(picture, about, width);
  const {frame, scale, ticks, minutes, change, gap, key} = layout;
  type Entry = (typeof key)[number];
  const sample = (sign: Sign) => key.filter(one => one.sign === sign);
  const line = {
    x1: (one: Entry) => one.x + 2,
    x2: (one: Entry) => one.x + SIGN - 4,
    y1: 'y',
    y2: 'y',
  };
  const centre = (one: Entry) => one.x + SIGN / 2 - 1;
  const segment = {x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2'};
  return {
    name: `before-after-${width}`,
    title: changeFinding(picture),
    description: describe(picture),
    linked: false,
    options: plot => ({
      ...canvas(layout.width, layout.height),
      marks: [
        ...(gap === null
          ? []
          : [
              plot.rect([gap], {
                x1: 'x1',
                x2: 'x2',
                y1: () => frame.top,
                y2: () => frame.bottom,
                fill: INK.strip,
                fillOpacity: 0.5,
              }),
            ]),
        plot.text(gap === null || gap.label === '' ? [] : [gap], {
          x: (one: Gap) => (one.x1 + one.x2) / 2,
          y: () => (frame.top + frame.bottom) / 2 + 11,
          text: 'label',
          fontSize: SMALL,
          fill: INK.muted,
        }),
        plot.link(minutes, {
          x1: () => scale.left,
          x2: () => scale.right,
          y1: 'y',
          y2: 'y',
          stroke: INK.line,
          strokeWidth: 0.6,
        }),
        plot.text(minutes, {
          x: () => scale.left - 6,
          y: 'y',
          text: 'label',
          textAnchor: 'end',
          fontSize: SMALL,
          fill: INK.muted,
        }),
        plot.link(ticks, {
          x1: 'x',
          x2: 'x',
          y1: () => frame.bottom,
          y2: () => frame.bottom + 5,
          stroke: INK.muted,
        }),
        plot.text(
          ticks.filter(tick => tick.label !== ''),
          {
            x: (tick: DayTick) => tick.x + 3,
            y: () => frame.bottom + LINE / 2 + 1,
            text: 'label',
            textAnchor: 'start',
            fontSize: SMALL,
            fill: INK.muted,
          },
        ),
        plot.link(layout.levels, {...segment, stroke: INK.text, strokeWidth: 1, strokeDasharray: '1.5 3'}),
        plot.link(layout.otherwise, {
          ...segment,
          stroke: INK.accent,
          strokeWidth: 1.6,
          strokeDasharray: '7 4',
        }),
        plot.link(layout.fitted, {...segment, stroke: INK.accent, strokeWidth: 2}),
        plot.dot(layout.control, {...CONTROL, x: 'x', y: 'y'}),
        plot.dot(layout.weeks, {...WEEK, x: 'x', y: 'y'}),
        ...(change === null
          ? []
          : [
              plot.link([change], {
                x1: 'x',
                x2: 'x',
                y1: () => frame.top - LINE,
                y2: () => frame.bottom,
                stroke: INK.text,
                strokeWidth: 1.2,
              }),
              plot.text([change], {
                x: 'textX',
                y: () => frame.top - LINE / 2,
                text: 'label',
                textAnchor: 'start',
                fontSize: SMALL,
                fill: INK.text,
              }),
            ]),
        plot.dot(sample('week'), {...WEEK, x: centre, y: 'y'}),
        plot.dot(sample('control'), {...CONTROL, x: centre, y: 'y'}),
        plot.link(sample('level'), {...line, stroke: INK.text, strokeWidth: 1, strokeDasharray: '1.5 3'}),
        plot.link(sample('fitted'), {...line, stroke: INK.accent, strokeWidth: 2}),
        plot.link(sample('otherwise'), {
          ...line,
          stroke: INK.accent,
          strokeWidth: 1.6,
          strokeDasharray: '7 4',
        }),
        plot.text(key, {
          x: (one: Entry) => one.x + SIGN,
          y: 'y',
          text: 'text',
          textAnchor: 'start',
          fontSize: SMALL,
          fill: INK.muted,
        }),
        ...textMarks(plot, layout.texts),
      ],
    }),
  };
}

/** Filled and hollow: told apart in black and white, and where they lie on each other. */
const WEEK = {r: 2.6, fill: INK.text} as const;
const CONTROL = {r: 2.8, symbol: 'square', fill: INK.paper, stroke: INK.muted, strokeWidth: 1} as const;

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
  const weekly = [...weeks, ...control].map(({day}) => dayNumber(day));
  const sides = [before, after].flatMap(one => (one === null ? [] : [one]));
  return [
    Math.min(...weekly, ...sides.map(({from}) => dayNumber(from))),
    Math.max(...weekly.map(day => day + 6), ...sides.map(({to}) => dayNumber(to))),
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
  const x = px(scale.x(dayNumber(day)));
  const label = `changed ${day}`;
  const width = textWidth(label, SMALL);
  return {x, label, textX: x + 4 + width <= scale.right ? x + 4 : px(x - 4 - width)};
}

function gapOf({day, before, after}: ChangePicture, scale: DayScale): ChangeLayout['gap'] {
  if (day !== null || before === null || after === null) return null;
  const [x1, x2] = [scale.x(dayNumber(before.to) + 1), scale.x(dayNumber(after.from))];
  if (!(x2 > x1)) return null;
  const label = 'days that are in neither';
  return {x1: px(x1), x2: px(x2), label: textWidth(label, SMALL) < x2 - x1 ? label : ''};
}

/** What was before and after, each in a line of its own over the plot. */
function sideTexts(picture: ChangePicture, top: number, slim: boolean): readonly TextLine[] {
  const told = (name: string, of: Level | null) =>
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

function describe(picture: ChangePicture): string {
  const {day, weeks, control, before, after, fitted} = picture;
  const side = (name: string, of: Level | null) =>
    of === null
      ? `${name}: nothing known.`
      : `${name}, ${of.from} to ${of.to}: ${minutesOf(of.minutes)} over ${countOf(of.n, 'deployment')}.`;
  const list = (of: readonly WeekPoint[]) => of.map(one => `${one.day} ${minutesOf(one.minutes)}`).join(', ');
  return [
    ...(day === null ? [] : [`Change on ${day}.`]),
    side('Before', before),
    side('After', after),
    `By week: ${weeks.length === 0 ? 'none' : list(weeks)}.`,
    ...(control.length === 0 ? [] : [`Of the control: ${list(control)}.`]),
    ...(fitted === null
      ? []
      : [
          `Had it gone on as before, ${minutesOf(fitted.otherwise.to.minutes)} in the last week; fitted, ${minutesOf(fitted.after.to.minutes)}.`,
        ]),
  ].join(' ');
}
