import {capital, countOf, showMoneyShort} from '../../base/index.ts';
import type {CurvePoint, ExceedancePicture} from '../../impact/index.ts';
import {
  type About,
  foldText,
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
  ticks,
} from '../../page/index.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A loss that is named: on the curve, or as a line through all of it. */
export interface NamedLoss extends Point {
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
  /** The same by laws of lengths, as far as the frame reaches. */
  readonly laws: readonly {readonly law: Law; readonly points: readonly Point[]}[];
  /** Losses of one year in ten and in twenty. */
  readonly marks: readonly NamedLoss[];
  readonly mean: NamedLoss;
  readonly losses: readonly NamedLoss[];
  readonly chances: readonly NamedLoss[];
  readonly texts: readonly TextLine[];
  readonly key: readonly KeyEntry<Law | null>[];
}

type Law = ExceedancePicture['laws'][number]['law'];

export const LAWS: Readonly<Record<Law, {readonly name: string; readonly dash: string}>> = {
  lognormal: {name: 'lengths lognormal', dash: '8 4'},
  lomax: {name: 'lengths with a heavy tail', dash: '2 3'},
  weibull: {name: 'lengths Weibull', dash: '12 3 2 3'},
  exponential: {name: 'lengths exponential', dash: '5 2'},
};

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
  // so far that what one year in twenty loses is seen by every law
  const within = (of: readonly CurvePoint[], least: number) =>
    of.filter(({chance}) => chance >= least).map(({loss}) => loss);
  const most =
    Math.max(
      ...within(shown, 0),
      ...picture.laws.flatMap(({curve}) => within(curve, 0.0499)),
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
  const laws = picture.laws.map(({law, curve}) => ({
    law,
    points: clipped(
      curve.filter(({chance}) => chance >= 0.999 / foot),
      end,
    ).map(({loss, chance}) => ({x: x(loss), y: y(chance)})),
  }));
  const key = keyOf<Law | null>(
    laws.length === 0
      ? []
      : [
          {sign: null, text: 'each outage one that was'},
          ...laws.map(({law}) => ({sign: law, text: LAWS[law].name})),
        ],
    bottom + 2 * LINE + 4,
    width,
  );
  const rests = foldText(restsOn(picture), width, 2).map((text, at) => ({
    text,
    x: 0,
    y: key.bottom + (0.5 + at) * LINE + 4,
    ...axis,
  }));
  const caption = footOf(about, key.bottom + rests.length * LINE + 4, width);
  return {
    width,
    height: caption.bottom + 2,
    frame: {left, right, top, bottom},
    curve: shown.map(({loss, chance}) => ({x: x(loss), y: y(chance)})),
    laws,
    key: key.entries,
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
export function showLoss({currency}: ExceedancePicture, loss: number): string {
  if (currency !== null) return showMoneyShort({amount: loss, currency}, 3);
  return `${Number((100 * loss).toPrecision(3))}%`;
}

function axisWords({currency}: ExceedancePicture, slim: boolean): string {
  if (currency !== null) return `loss of a year, ${currency}`;
  return slim ? 'loss, of a year’s PnL at risk' : 'loss of a year, as a share of its PnL at risk';
}

/** A curve as far as a loss of `end`, with the point where it passes it. */
function clipped(curve: readonly CurvePoint[], end: number): readonly CurvePoint[] {
  const at = curve.findIndex(({loss}) => loss > end);
  const [last, next] = [curve[at - 1], curve[at]];
  if (last === undefined || next === undefined) return at === 0 ? [] : curve;
  const share = (end - last.loss) / (next.loss - last.loss);
  const chance = last.chance * (next.chance / last.chance) ** share;
  return [...curve.slice(0, at), {loss: end, chance}];
}

/** What the years were simulated from, in a sentence. */
export function restsOn({outages, counted, none}: ExceedancePicture): string {
  const years = Number(counted.toPrecision(3));
  const share = Number((100 * none).toPrecision(1));
  const quiet = share < 0.1 ? '' : `; ${share}% of years pass without one`;
  return `Simulated from ${countOf(outages, 'outage')} in ${years} ${years === 1 ? 'year' : 'years'} of sessions${quiet}.`;
}
