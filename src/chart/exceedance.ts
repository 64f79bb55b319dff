import {showMoneyShort} from '../base/index.ts';
import type {ExceedancePicture} from '../impact/index.ts';
import {type Chart, canvas, INK} from './chart.ts';
import {type About, footOf, headOf, LINE, px, SMALL, type TextLine, textMarks} from './frame.ts';
import {fold, textWidth} from './label.ts';
import {ticks} from './ticks.ts';
import {countOf} from './words.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A loss that is named: on the curve, or as a line through all of it. */
interface Named extends Point {
  readonly label: string;
}

export interface ExceedanceLayout {
  readonly width: number;
  readonly height: number;
  readonly frame: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly curve: readonly Point[];
  /** Losses of one year in ten and in twenty. */
  readonly marks: readonly Named[];
  readonly mean: Named;
  readonly losses: readonly Named[];
  readonly chances: readonly Named[];
  readonly texts: readonly TextLine[];
}

/** Years of which one loses so much, as the chart names them. */
const NAMED = [10, 20] as const;
/** Years of the scale of chances; the rarest of them that the curve reaches is its foot. */
const SCALE = [1, 2, 5, 10, 20, 50, 100, 200] as const;
const TALL = 230;

/** Where everything goes on a canvas `width` pixels wide: losses along, chances by their logarithm upwards. */
export function layExceedance(picture: ExceedancePicture, about: About, width: number): ExceedanceLayout {
  const head = headOf(exceedanceFinding(picture), about, width);
  const slim = width < NARROW;
  const left = slim ? 74 : 104;
  const right = width - 12;
  const top = head.bottom + LINE + 6;
  const bottom = top + TALL;
  const rarest = Math.min(...picture.curve.filter(({chance}) => chance > 0).map(({chance}) => chance), 0.1);
  const scale = SCALE.filter((years, at) => at < 5 || 1 / years >= rarest * 0.999);
  const foot = scale.at(-1) ?? 1;
  const y = (chance: number) => px(top + (TALL * Math.log(1 / Math.min(1, chance))) / Math.log(foot));
  const shown = picture.curve.filter(({chance}) => chance >= 0.999 / foot);
  const most =
    Math.max(
      ...shown.map(({loss}) => loss),
      ...picture.oneIn.filter(({years}) => years <= 20).map(({loss}) => loss),
      picture.mean,
    ) || 1;
  const told = NAMED.flatMap(years => {
    const found = picture.oneIn.find(one => one.years === years);
    return found === undefined
      ? []
      : [
          {
            loss: found.loss,
            chance: 1 / years,
            label: slim
              ? `1 in ${years}: ${showLoss(picture, found.loss)}`
              : `1 year in ${years}: ${showLoss(picture, found.loss)} or more`,
          },
        ];
  });
  const meanLabel = `mean ${showLoss(picture, picture.mean)}`;
  // one scale, so narrow that every label, which runs to the right of its mark, ends within the frame
  const labelled = [...told, {loss: picture.mean, label: meanLabel}];
  const per = labelled.reduce(
    (least, {loss, label}) =>
      loss > 0 ? Math.min(least, (right - left - 8 - textWidth(label)) / loss) : least,
    (right - left) / most,
  );
  const x = (loss: number) => px(left + loss * per);
  const end = (right - left) / per;
  const axis = {size: SMALL, weight: 400, ink: INK.muted} as const;
  const rests = fold(restsOn(picture), width, 2).map((text, at) => ({
    text,
    x: 0,
    y: bottom + (2.5 + at) * LINE + 8,
    ...axis,
  }));
  const caption = footOf(about, bottom + (2 + rests.length) * LINE + 8, width);
  return {
    width,
    height: caption.bottom + 2,
    frame: {left, right, top, bottom},
    curve: shown.map(({loss, chance}) => ({x: x(loss), y: y(chance)})),
    marks: told.map(({loss, chance, label}) => ({x: x(loss), y: y(chance), label})),
    mean: {x: x(picture.mean), y: top + LINE / 2, label: meanLabel},
    losses: ticks(0, end, Math.max(2, Math.floor((right - left) / 90)))
      .map(({amount}) => ({x: x(amount), y: bottom, label: showLoss(picture, amount)}))
      .filter(one => one.x + textWidth(one.label, SMALL) / 2 <= width),
    chances: scale.map(years => ({
      x: left,
      y: y(1 / years),
      label:
        years === 1
          ? 'every year'
          : slim
            ? `1 in ${years}`
            : `1 in ${years} (${Number((100 / years).toPrecision(2))}%)`,
    })),
    texts: [
      ...head.lines,
      {text: 'chance that a year loses more', x: 0, y: head.bottom + LINE / 2, ...axis},
      {text: axisWords(picture, slim), x: left, y: bottom + 1.5 * LINE + 2, ...axis},
      ...rests,
      ...caption.lines,
    ],
  };
}

const NARROW = 520;

/** How likely a year is to lose more than so much, with its mean and what one year in ten and in twenty loses. */
export function exceedanceChart(picture: ExceedancePicture, about: About, width: number): Chart {
  const layout = layExceedance(picture, about, width);
  const {frame, curve, marks, mean, losses, chances} = layout;
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
        plot.line(curve, {x: 'x', y: 'y', stroke: INK.accent, strokeWidth: 2}),
        plot.dot(marks, {x: 'x', y: 'y', r: 4, fill: INK.text}),
        plot.text([...marks, mean], {
          x: (one: Named) => one.x + 8,
          y: (one: Named) => one.y - (one === mean ? 0 : 8),
          text: 'label',
          textAnchor: 'start',
          fontWeight: 600,
          fill: INK.text,
        }),
        ...textMarks(plot, layout.texts),
      ],
    }),
  };
}

/** What it shows, in a sentence without its full stop. */
export function exceedanceFinding(picture: ExceedancePicture): string {
  const ten = picture.oneIn.find(({years}) => years === 10);
  const unit = picture.currency === null ? ' of the PnL at risk' : '';
  const mean = `a year like these loses ${showLoss(picture, picture.mean)}${unit} on average`;
  return ten === undefined
    ? capital(mean)
    : `${capital(mean)}, and one in ten loses ${showLoss(picture, ten.loss)} or more`;
}

/** To three digits: what is simulated is worth no more. */
function showLoss({currency}: ExceedancePicture, loss: number): string {
  if (currency !== null) return showMoneyShort({amount: loss, currency}, 3);
  return `${Number((100 * loss).toPrecision(3))}%`;
}

function axisWords({currency}: ExceedancePicture, slim: boolean): string {
  if (currency !== null) return `loss of a year, ${currency}`;
  return slim ? 'loss, of a year’s PnL at risk' : 'loss of a year, as a share of its PnL at risk';
}

/** What the years were simulated from, in a sentence. */
function restsOn({outages, counted, none}: ExceedancePicture): string {
  const years = Number(counted.toPrecision(3));
  const share = Number((100 * none).toPrecision(1));
  const quiet = share < 0.1 ? '' : `; ${share}% of years pass without one`;
  return `Simulated from ${countOf(outages, 'outage')} in ${years} ${years === 1 ? 'year' : 'years'} of sessions${quiet}.`;
}

function describe(picture: ExceedancePicture): string {
  const told = picture.oneIn.map(
    ({years, loss}) => `one year in ${years} loses ${showLoss(picture, loss)} or more`,
  );
  return `Mean ${showLoss(picture, picture.mean)}; ${told.join('; ')}. ${restsOn(picture)}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
