import type {TimelinePicture} from '../../impact/index.ts';
import {
  type About,
  canvas,
  type Chart,
  cleanLine,
  dayTexts,
  type DayTick,
  HALO,
  INK,
  type KeyEntry,
  keyTexts,
  LINE,
  px,
  SIGN,
  SMALL,
  textMarks,
} from '../../page/index.ts';
import {type KeySign, layTimeline, MANY, type TimelineLane, timelineFinding} from './timeline-layout.ts';
import {minutesOf} from './words.ts';

/** One row a system, a day a step: bars of the minutes that it was down, degraded or unknown. */
export function timelineChart(picture: TimelinePicture, about: About, width: number): Chart {
  const layout = layTimeline(picture, about, width);
  const {frame, lanes, ticks, scale, since, key} = layout;
  const dense = lanes.length > MANY;
  const bars = lanes.flatMap(lane => lane.bars.map(bar => ({...bar, baseline: lane.baseline})));
  type Bar = (typeof bars)[number];
  type Entry = KeyEntry<KeySign>;
  const sample = (kind: KeySign['kind']) => key.filter(({sign}) => sign.kind === kind);
  const of = (has: (bar: Bar) => number) => bars.filter(bar => has(bar) > 0);
  const foot = (entry: Entry) => entry.y + 6;
  return {
    name: `timeline-${width}`,
    title: timelineFinding(picture),
    description: describe(picture),
    linked: false,
    options: plot => ({
      ...canvas(layout.width, layout.height),
      marks: [
        plot.link(ticks, {
          x1: 'x',
          x2: 'x',
          y1: () => frame.top,
          y2: () => frame.bottom,
          stroke: INK.line,
          strokeWidth: (tick: DayTick) => (tick.strong ? 1 : 0.6),
          strokeOpacity: 0.8,
        }),
        dayTexts(plot, ticks, frame.top + LINE / 2),
        plot.link(lanes, {
          x1: () => scale.left,
          x2: () => scale.right,
          y1: 'baseline',
          y2: 'baseline',
          stroke: INK.muted,
          strokeWidth: 0.6,
        }),
        plot.text(lanes, {
          x: (lane: TimelineLane) => lane.label.x,
          y: (lane: TimelineLane) => lane.label.y,
          text: 'name',
          textAnchor: 'start',
          ...HALO,
          fontSize: dense ? SMALL : 12,
          fill: INK.text,
        }),
        plot.text(lanes, {
          x: () => scale.right + 8,
          y: (lane: TimelineLane) => lane.total.y,
          text: (lane: TimelineLane) => lane.total.text,
          textAnchor: 'start',
          fontSize: SMALL,
          fill: INK.text,
        }),
        plot.rect(
          of(bar => bar.unknown),
          {
            x1: 'x1',
            x2: 'x2',
            y1: (bar: Bar) => px(bar.baseline - bar.reach.unknown),
            y2: (bar: Bar) => px(bar.baseline - bar.reach.down),
            fill: INK.strip,
          },
        ),
        plot.rect(
          of(bar => bar.down),
          {
            x1: 'x1',
            x2: 'x2',
            y1: (bar: Bar) => px(bar.baseline - bar.reach.down),
            y2: 'baseline',
            fill: INK.text,
          },
        ),
        plot.rect(
          of(bar => bar.degraded),
          {
            x1: 'x1',
            x2: 'x2',
            y1: (bar: Bar) => bar.baseline + 0.8,
            y2: (bar: Bar) => px(bar.baseline + 0.8 + bar.reach.degraded),
            fill: INK.muted,
          },
        ),
        ...(since === null
          ? []
          : [
              // broken where the names of quarters stand
              plot.link(
                [
                  {...since, from: frame.top - LINE + 2, to: frame.top},
                  {...since, from: frame.top + LINE, to: frame.bottom},
                ],
                {
                  x1: 'x',
                  x2: 'x',
                  y1: 'from',
                  y2: 'to',
                  stroke: INK.accent,
                  strokeWidth: 1.4,
                  strokeDasharray: '5 3',
                },
              ),
              plot.text([since], {
                x: 'textX',
                y: () => frame.top - LINE / 2,
                text: 'label',
                textAnchor: 'start',
                fontSize: SMALL,
                fill: INK.accent,
              }),
            ]),
        plot.rect(sample('unknown'), {
          ...SAMPLE,
          y1: (one: Entry) => foot(one) - 10,
          y2: foot,
          fill: INK.strip,
        }),
        plot.rect(sample('down'), {
          ...SAMPLE,
          x1: (one: Entry) => one.x + SIGN - 10,
          x2: (one: Entry) => one.x + SIGN - 6,
          y1: (one: Entry) => foot(one) - one.sign.height,
          y2: foot,
          fill: INK.text,
        }),
        plot.rect(sample('degraded'), {
          ...SAMPLE,
          y1: (one: Entry) => one.y - 1,
          y2: (one: Entry) => one.y + 4,
          fill: INK.muted,
        }),
        plot.link([...sample('degraded'), ...sample('down')], {
          x1: 'x',
          x2: (one: Entry) => one.x + SIGN - 4,
          y1: (one: Entry) => (one.sign.kind === 'down' ? foot(one) : one.y - 2),
          y2: (one: Entry) => (one.sign.kind === 'down' ? foot(one) : one.y - 2),
          stroke: INK.muted,
          strokeWidth: 0.6,
        }),
        keyTexts(plot, key),
        ...textMarks(plot, layout.texts),
      ],
    }),
  };
}

const SAMPLE = {x1: (one: {x: number}) => one.x + 4, x2: (one: {x: number}) => one.x + SIGN - 6} as const;

function describe(picture: TimelinePicture): string {
  const {systems, from, to, since} = picture;
  const rows = systems.map(row => {
    const sum = (state: 'down' | 'degraded' | 'unknown') =>
      row.days.reduce((all, day) => all + day[state], 0);
    const also = (['degraded', 'unknown'] as const).flatMap(state =>
      sum(state) > 0 ? [`${minutesOf(sum(state))} ${state}`] : [],
    );
    const days = row.days
      .filter(day => day.down > 0)
      .map(({day, down}) => `${day} ${minutesOf(down)}`)
      .join(', ');
    const down = days === '' ? 'never down' : `down ${minutesOf(sum('down'))} (${days})`;
    return `${row.name}: ${[down, ...also].join(', ')}.`;
  });
  const begin = since === null ? '' : ` Own work from ${since}.`;
  return cleanLine(`Open minutes by day, ${from} to ${to}.${begin} ${rows.join(' ')}`);
}
