import {
  currencyOf,
  ONE,
  type Quantity,
  sameUnit,
  showCount,
  showDuration,
  showMinutes,
  showMoney,
  showMoneyShort,
  showNumber,
  showQuantity,
  showUnit,
  showUptime,
  unit,
} from '../base/index.ts';
import {type Figure, type Known, type Style, valueOf} from './figure.ts';
import {powerOf} from './formula.ts';

const MINUTE = unit('minute');

/** What stands where something may not be shown. */
export const KEPT = '[kept back]';

/** The figure as it is printed: what it holds, in its style. */
export function show(figure: Figure): string {
  if (figure.figure === 'sealed') return KEPT;
  const {style} = figure;
  if (style.as === 'level' || style.as === 'ends' || style.as === 'interval') {
    const sure = interval(figure);
    if (sure === null) return '';
    // `95%`, `204 to 249 minutes`, `95%: 204 to 249 minutes`
    return style.as === 'interval' ? `${sure.level}: ${sure.ends}` : sure[style.as];
  }
  const sure = style.interval === true ? interval(figure) : null;
  const plain = bare(figure);
  return sure === null ? plain : `${plain} (${sure.level}: ${sure.ends})`;
}

/** The style in which a share or a result of arithmetic is told: `99.985%`, `$108,974 per minute`. */
export function resultStyle({unit, value}: Quantity): Style {
  return sameUnit(unit, ONE) && Math.abs(value) < 1 ? {as: 'share', digits: 6} : {as: 'full'};
}

function bare(figure: Known): string {
  const {quantity: of, style} = figure;
  if (style.as === 'written') return style.text ?? '';
  if (!('value' in of))
    return between(one({value: of.low, unit: of.unit}, style), one({value: of.high, unit: of.unit}, style));
  return one(of, style);
}

function one(of: Quantity, {as, digits, share, text}: Style): string {
  if (!Number.isFinite(of.value)) return Number.isNaN(of.value) ? 'unknown' : 'unbounded';
  const currency = currencyOf(of.unit);
  switch (as) {
    // `$215,000`: without the period that the sentence names itself.
    case 'money':
      return currency === undefined ? showQuantity(of) : showMoney({amount: of.value, currency});
    // `$215K`
    case 'short':
      return currency === undefined ? showQuantity(of) : showMoneyShort({amount: of.value, currency}, digits);
    // `99.985%`
    case 'share':
      return percentOf(of.value, digits ?? 5);
    // as many digits as a measured number is known to: `99.982%`, `225 minutes`
    case 'known':
      return known(of, share);
    // `5,400`
    case 'factor':
      return grouped(of.value, digits ?? 2, 12);
    // `hundreds of pods`
    case 'magnitude':
      return magnitude(of);
    // `3 hours 38 minutes`
    case 'clock':
      return clock(of.value);
    // `99.997%`
    case 'uptime':
      return showUptime(of.value);
    // `2,140 min`, `9.5 min`; to some digits `1,560 min`
    case 'minutes':
      return digits === undefined ? showMinutes(of.value) : `${grouped(of.value, digits)} min`;
    // `6 min` of 6.2 or of −6.2: the words around it say which
    case 'wholeMinutes':
      return `${showCount(Math.round(Math.abs(of.value)))} min`;
    // `2 min 27 s`
    case 'duration':
      return showDuration(sameUnit(of.unit, MINUTE) ? of.value * 60 : of.value);
    // `about 1.4 times the PnL of the year before`
    case 'times':
      return `about ${grouped(of.value, digits ?? 2)} times ${text ?? ''}`;
    // `$961,538 per day`, `50 pods`, `15 minutes`
    default:
      return showQuantity(of, share === true ? 'share' : 'number');
  }
}

function percentOf(value: number, digits: number): string {
  return `${grouped(value * 100, digits)}%`;
}

function grouped(value: number, digits: number, decimals = 6): string {
  const size = Math.abs(value);
  // Where the decimals say less than the digits would: rounded twice, the last one would be another.
  const told = size < 10 ** (digits - decimals - 1) ? size : Number(size.toPrecision(digits));
  const shown = showNumber(told, decimals);
  return value < 0 && shown !== '0' ? `−${shown}` : shown;
}

/** Minutes as people say them: `3 hours 38 minutes`, `1 hour`, `45 minutes`. */
function clock(value: number): string {
  const minutes = Math.round(Math.abs(value));
  const parts = [
    [Math.floor(minutes / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const told = parts
    .filter(([many]) => many > 0)
    .map(([many, unit]) => `${many} ${unit}${many === 1 ? '' : 's'}`);
  return told.length === 0 ? '0 minutes' : `${value < 0 ? '−' : ''}${told.join(' ')}`;
}

/** `95%`, and `99.95% to 99.99%`; null where nothing is left to chance. */
function interval(figure: Known): {readonly level: string; readonly ends: string} | null {
  const {interval: sure, quantity: of} = figure;
  if (sure === undefined || sure.low === sure.high) return null;
  const mid = valueOf(figure);
  const {style} = figure;
  const share = style.share ?? (sameUnit(of.unit, ONE) && style.as !== 'full' && Math.abs(mid) <= 1);
  const decimals = share ? decimalsOf(mid) : 0;
  const shown = (value: number) =>
    share ? percent(value, decimals) : result({value: rounded(value), unit: of.unit});
  return {
    level: `${Number((100 * sure.level).toPrecision(3))}%`,
    ends: between(shown(sure.low), shown(sure.high)),
  };
}

/** `220 to 263 minutes`: the unit is said once. */
function between(low: string, high: string): string {
  if (low === high) return low;
  const unit = / [^\d]*$/.exec(high)?.[0] ?? '';
  return `${unit !== '' && low.endsWith(unit) ? low.slice(0, -unit.length) : low} to ${high}`;
}

function known(of: Quantity, share = false): string {
  if (share) return percent(of.value, decimalsOf(of.value));
  return result({...of, value: rounded(of.value)});
}

function result(of: Quantity): string {
  return showQuantity(of, resultStyle(of).as === 'share' ? 'share' : 'number');
}

function percent(share: number, decimals: number): string {
  const shown = `${Number((100 * Math.abs(share)).toFixed(decimals))}%`;
  return share < 0 && shown !== '0%' ? `−${shown}` : shown;
}

/** Decimals of a share in percent that leave two digits of what it lacks of the whole, or of itself where that is less. */
export function decimalsOf(share: number): number {
  const size = Math.abs(share);
  const least = Math.min(size, Math.abs(1 - size));
  return least === 0 ? 0 : Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(100 * least))));
}

/** Three digits: a measured number is not known to more. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

/** By powers of ten: wide enough that the word gives away neither the figure nor its first digit. */
const FEW = ['a handful of', 'dozens of'] as const;
const MANY = ['', 'tens of', 'hundreds of'] as const;
const SCALES = ['', 'thousands of', 'millions of', 'billions of', 'trillions of'] as const;

/** "dozens of pods", "tens of millions of USD per day", "a fraction of USD"; of a loss as of a gain. */
function magnitude({value, unit}: Quantity): string {
  const power = powerOf(value);
  const many =
    power < 0
      ? 'a fraction of'
      : ((currencyOf(unit) === undefined || power === 0 ? FEW[power] : undefined) ??
        [MANY[power % 3], SCALES[Math.min(Math.floor(power / 3), SCALES.length - 1)]]
          .filter(Boolean)
          .join(' '));
  // A bare number: "hundreds".
  return `${many} ${showUnit(unit)}`.replace(/ (?:of )?$/, '');
}
