import {countOf} from '../../base/index.ts';
import type {ChangePicture, FittedLevel, WeekPoint} from '../../impact/index.ts';
import {changeFinding, type Gap, layChange, type Sign} from './change-layout.ts';
import {
  type About,
  canvas,
  type Chart,
  dayTexts,
  INK,
  type KeyEntry,
  keyTexts,
  LINE,
  SIGN,
  SMALL,
  textMarks,
} from '../../page/index.ts';
import {minutesOf} from './words.ts';

/** What deployments took, week by week, before and after a change, with what was fitted and what went on beside it. */
export function changeChart(picture: ChangePicture, about: About, width: number): Chart {
  const layout = layChange(picture, about, width);
  const {frame, scale, ticks, minutes, change, gap, key} = layout;
  type Entry = KeyEntry<Sign>;
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
        dayTexts(plot, ticks, frame.bottom + LINE / 2 + 1),
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
        keyTexts(plot, key),
        ...textMarks(plot, layout.texts),
      ],
    }),
  };
}

/** Filled and hollow: told apart in black and white, and where they lie on each other. */
const WEEK = {r: 2.6, fill: INK.text} as const;

const CONTROL = {r: 2.8, symbol: 'square', fill: INK.paper, stroke: INK.muted, strokeWidth: 1} as const;

function describe(picture: ChangePicture): string {
  const {day, weeks, control, before, after, fitted} = picture;
  const side = (name: string, of: FittedLevel | null) =>
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
