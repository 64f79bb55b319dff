import {ONE, sameUnit} from '../../src/base/index.ts';
import {type Known, numbersIn, show} from '../../src/figure/index.ts';
import {endsOf} from './again.ts';

/** What is wrong with how a figure is printed: it tells another number than the figure holds. Null where nothing is. */
export function toldFault(figure: Known): string | null {
  const shown = show(figure);
  return tellsIt(figure, shown)
    ? null
    : `${shown} tells not ${endsOf(figure).join(' to ')} (${figure.style.as})`;
}

function tellsIt(figure: Known, shown: string): boolean {
  const {style, interval} = figure;
  const [low, high] = endsOf(figure);
  switch (style.as) {
    case 'magnitude':
      return !/\p{N}/u.test(shown) && tellsSize(shown, low);
    case 'clock':
      return tellsTime(shown, low);
    case 'duration':
      return tellsDuration(shown, 'minute' in figure.quantity.unit ? 60 * low : low);
    case 'level':
      return interval === undefined || shown === '' || tellsLevel(shown, interval.level);
    case 'ends':
    case 'interval':
      return (
        interval === undefined ||
        shown === '' ||
        tellsBoth(shown.replace(/^[\d.]+%: /, ''), interval.low, interval.high, figure)
      );
    default: {
      const [, plain = shown, level, ends] =
        style.interval === true ? (/^(.*) \(([\d.]+%): (.*)\)$/.exec(shown) ?? []) : [];
      const sure = level === undefined || ends === undefined || interval === undefined;
      const told =
        sure || (tellsLevel(level, interval.level) && tellsBoth(ends, interval.low, interval.high, figure));
      return told && (low === high ? tells(plain, low, figure) : tellsBoth(plain, low, high, figure));
    }
  }
}

function tellsBoth(shown: string, low: number, high: number, figure: Known): boolean {
  return tells(shown, low, figure) && tells(shown, high, figure);
}

/** A number as we print it, and half a unit of its last digit. */
interface Printed {
  readonly value: number;
  readonly half: number;
}

const SCALES: Readonly<Record<string, number>> = {K: 1e3, M: 1e6, B: 1e9, T: 1e12};

/** The numbers of a text in our own notation: `$1,250,000.50`, `$215K`, `−3.2`. */
function printedIn(text: string): readonly Printed[] {
  return [...text.matchAll(/(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([KMBT](?![a-z]))?/g)].map(
    ([, whole = '', fraction = '', scale = '']) => {
      const by = SCALES[scale] ?? 1;
      const decimals = Math.max(0, fraction.length - 1);
      return {value: Number(whole.replaceAll(',', '') + fraction) * by, half: 0.5 * by * 10 ** -decimals};
    },
  );
}

/** The numbers of a text in whatever notation somebody else has used. */
function writtenIn(text: string, minutes: boolean): readonly Printed[] {
  return numbersIn(text).flatMap(({values, others, half}) =>
    [...values, ...others].flatMap(value => [
      {value, half},
      ...(minutes ? [{value: 60 * value, half: 0}] : []),
    ]),
  );
}

/** Whether a number in the text is the value, to the digits that are printed of it. */
function tells(shown: string, value: number, {style, quantity}: Known): boolean {
  const percent = sameUnit(quantity.unit, ONE) && /%|percent/.test(shown);
  const size = Math.abs(value) * (percent ? 100 : 1);
  const written = style.as === 'written';
  const numbers = written ? writtenIn(shown, 'minute' in quantity.unit) : printedIn(shown);
  return (
    numbers.some(one => Math.abs(one.value - size) <= toleranceOf(one, style, size)) ||
    (written && tellsClock(shown, value))
  );
}

/** Half a unit of the last digit, or of the last that is no zero which only fills. */
function toleranceOf({half}: Printed, {as, digits}: Known['style'], size: number): number {
  const rounded =
    as === 'minutes' ? (digits ?? 0) : SIGNIFICANT[as] === undefined ? 0 : (digits ?? SIGNIFICANT[as]);
  const least = rounded === 0 || size === 0 ? 0 : 0.5 * 10 ** (Math.floor(Math.log10(size)) + 1 - rounded);
  return Math.max(half, least) * (1 + 1e-9);
}

/** To how many digits a style rounds unless told. */
const SIGNIFICANT: Readonly<Partial<Record<Known['style']['as'], number>>> = {
  known: 3,
  ends: 3,
  interval: 3,
  factor: 2,
  times: 2,
  short: 4,
};

/** `15:10` is a time of the day in minutes. */
function tellsClock(shown: string, value: number): boolean {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(shown) ?? [];
  return hours !== undefined && 60 * Number(hours) + Number(minutes) === value;
}

/** `95%` */
function tellsLevel(shown: string, level: number): boolean {
  return printedIn(shown).some(({value, half}) => Math.abs(value - 100 * level) <= half);
}

/** `3 hours 38 minutes` */
function tellsTime(shown: string, value: number): boolean {
  const [, hours = '0'] = /(\d+) hours?/.exec(shown) ?? [];
  const [, minutes = '0'] = /(\d+) minutes?/.exec(shown) ?? [];
  return Math.abs(60 * Number(hours) + Number(minutes) - Math.abs(value)) <= 0.5;
}

/** `2 min 27 s`, cut to whole seconds. */
function tellsDuration(shown: string, seconds: number): boolean {
  const [, minutes = '0'] = /([\d,]+) min/.exec(shown) ?? [];
  const [, rest = '0'] = /(\d+) s$/.exec(shown) ?? [];
  const left = seconds - 60 * Number(minutes.replaceAll(',', '')) - Number(rest);
  return left > -1e-6 && left < 1;
}

const SIZES = [
  'a handful of',
  'dozens of',
  'hundreds of',
  'thousands of',
  'tens of thousands of',
  'hundreds of thousands of',
  'millions of',
  'tens of millions of',
  'hundreds of millions of',
  'billions of',
  'tens of billions of',
];

/** `tens of millions of USD per day`; of small sums of money `tens of USD`. */
function tellsSize(shown: string, value: number): boolean {
  const power = Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  const words = SIZES[power] ?? 'a fraction of';
  const money = power === 1 ? 'tens of' : words;
  return [words, money].some(one => shown.startsWith(one) || shown === one.replace(/ of$/, ''));
}
