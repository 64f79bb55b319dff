import type {ExceedancePicture} from '../../impact/index.ts';
import {
  type About,
  canvas,
  type Chart,
  HALO,
  INK,
  type KeyEntry,
  keyTexts,
  LINE,
  SIGN,
  SMALL,
  textMarks,
} from '../../page/index.ts';
import {
  exceedanceFinding,
  LAWS,
  layExceedance,
  type NamedLoss,
  restsOn,
  showLoss,
} from './exceedance-layout.ts';

/** How likely a year is to lose more than so much, with its mean and what one year in ten and in twenty loses. */
export function exceedanceChart(picture: ExceedancePicture, about: About, width: number): Chart {
  const layout = layExceedance(picture, about, width);
  const {frame, curve, laws, key, marks, mean, losses, chances} = layout;
  const sample = {x1: 'x', x2: (one: KeyEntry) => one.x + SIGN - 4, y1: 'y', y2: 'y'} as const;
  return {
    name: `loss-exceedance-${width}`,
    title: exceedanceFinding(picture),
    description: describe(picture),
    linked: false,
    options: plot => ({
      ...canvas(layout.width, layout.height),
      marks: [
        plot.link(chances, {
          x1: () => frame.left,
          x2: () => frame.right,
          y1: 'y',
          y2: 'y',
          stroke: INK.line,
          strokeWidth: 0.6,
        }),
        plot.text(chances, {
          x: () => frame.left - 8,
          y: 'y',
          text: 'label',
          textAnchor: 'end',
          fontSize: SMALL,
          fill: INK.muted,
        }),
        plot.link(losses, {
          x1: 'x',
          x2: 'x',
          y1: () => frame.bottom,
          y2: () => frame.bottom + 4,
          stroke: INK.muted,
        }),
        plot.text(losses, {
          x: 'x',
          y: () => frame.bottom + LINE / 2 + 5,
          text: 'label',
          textAnchor: 'middle',
          fontSize: SMALL,
          fill: INK.muted,
        }),
        plot.link([mean], {
          x1: 'x',
          x2: 'x',
          y1: () => frame.top,
          y2: () => frame.bottom,
          stroke: INK.text,
          strokeDasharray: '5 3',
        }),
        ...laws.map(({law, points}) =>
          plot.line(points, {
            x: 'x',
            y: 'y',
            stroke: INK.text,
            strokeWidth: 1.2,
            strokeDasharray: LAWS[law].dash,
          }),
        ),
        plot.line(curve, {x: 'x', y: 'y', stroke: INK.accent, strokeWidth: 2}),
        ...key.map(entry =>
          plot.link([entry], {
            ...sample,
            stroke: entry.sign === null ? INK.accent : INK.text,
            strokeWidth: entry.sign === null ? 2 : 1.2,
            ...(entry.sign === null ? {} : {strokeDasharray: LAWS[entry.sign].dash}),
          }),
        ),
        keyTexts(plot, key),
        plot.dot(marks, {x: 'x', y: 'y', r: 4, fill: INK.text}),
        plot.text([...marks, mean], {
          x: (one: NamedLoss) => one.x + 8,
          y: (one: NamedLoss) => one.y - (one === mean ? 0 : 8),
          text: 'label',
          textAnchor: 'start',
          fontWeight: 600,
          ...HALO,
          fill: INK.text,
        }),
        ...textMarks(plot, layout.texts),
      ],
    }),
  };
}

function describe(picture: ExceedancePicture): string {
  const told = picture.oneIn.map(
    ({years, loss}) => `one year in ${years} loses ${showLoss(picture, loss)} or more`,
  );
  const laws = picture.laws.flatMap(({law, curve}) => {
    const found = curve.find(({chance}) => chance <= 0.05);
    return found === undefined ? [] : [`${LAWS[law].name}, one year in 20 ${showLoss(picture, found.loss)}`];
  });
  const by = laws.length === 0 ? '' : ` By fitted laws: ${laws.join('; ')}.`;
  return `Mean ${showLoss(picture, picture.mean)}; ${told.join('; ')}.${by} ${restsOn(picture)}`;
}
