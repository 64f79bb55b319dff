import {ONE, type Quantity, sameUnit} from '../base/index.ts';
import {evaluate, type Formula, FormulaError} from './formula.ts';
import {showResult} from './show.ts';
import type {Input, Margin, Measured} from './types.ts';

/** More measured inputs than this are not worked through: every one doubles the corners. */
const MOST = 8;

/** How sure a measured fact is; undefined for one that was not measured. */
export function marginOf({measured, quantity, share}: Input): Margin | undefined {
  if (measured === undefined) return undefined;
  const {method, turns, papers} = measured;
  return {
    interval: intervalWords(measured, measured.level, quantity, share),
    method,
    turns: turns === null ? [] : [turns],
    papers,
    shown: isShown(measured),
    controlled: measured.controlled ?? false,
  };
}

/**
 * How sure a result over measured inputs is: the least and the most that the formula gives at the ends of their
 * intervals. All of them hold together at least as often as one less the sum of what each leaves out (Bonferroni), which
 * is the level told. No interval where an input stands in the formula twice: its ends need not give the ends of the
 * result. Undefined where no input was measured.
 */
export function marginOver(formula: Formula, inputs: readonly Input[], result: Quantity): Margin | undefined {
  const measured = inputs.flatMap(input => (input.measured === undefined ? [] : [input.measured]));
  if (measured.length === 0) return undefined;
  const loose = inputs.filter(({measured: one}) => one !== undefined && one.low !== one.high);
  const level = 1 - loose.reduce((left, {measured: one}) => left + 1 - (one?.level ?? 1), 0);
  const mixed = loose.some(({name}) => timesNamed(formula, name) > 1);
  const ends = mixed || loose.length > MOST ? undefined : endsOf(formula, inputs, loose);
  return {
    interval: ends === undefined ? null : intervalWords(ends, level, result, isShare(result)),
    method: [...new Set(measured.map(one => one.method))].join('; '),
    turns: turnsOver(inputs),
    papers: measured.every(one => one.papers),
    // A difference whose interval has both signs is none that was shown.
    shown: measured.every(isShown) && !(ends !== undefined && ends.low < 0 && ends.high > 0),
    controlled: measured.every(one => one.controlled === true),
  };
}

function isShown({low, high, noEffect}: Measured): boolean {
  return noEffect === undefined || noEffect < low || noEffect > high;
}

/** What would turn the inputs, each told by its label where there are several. */
function turnsOver(inputs: readonly Input[]): readonly string[] {
  const turning = inputs.flatMap(({label, measured}) =>
    measured === undefined || measured.turns === null ? [] : [{label, turns: measured.turns}],
  );
  return turning.map(({label, turns}) => (turning.length > 1 ? `${label}: ${turns}` : turns));
}

/** The figure with its interval behind it: `99.982% (95%: 99.95% to 99.99%)`. */
export function withMargin(figure: string, margin: Margin | undefined): string {
  const sure = marginWords(margin);
  return sure === null ? figure : `${figure} (${sure})`;
}

/** `95%: 99.95% to 99.99%`; null where nothing is left to chance, or nothing was measured. */
export function marginWords(margin: Margin | undefined): string | null {
  return margin?.interval == null ? null : `${margin.interval.level}: ${margin.interval.ends}`;
}

function timesNamed(of: Formula, name: string): number {
  if (of.kind === 'apply') return timesNamed(of.left, name) + timesNamed(of.right, name);
  return of.kind === 'name' && of.name === name ? 1 : 0;
}

function endsOf(
  formula: Formula,
  inputs: readonly Input[],
  loose: readonly Input[],
): Pick<Measured, 'low' | 'high'> | undefined {
  let [low, high] = [Infinity, -Infinity];
  try {
    for (let corner = 0; corner < 2 ** loose.length; corner++) {
      const there = inputs.map(input => {
        const at = loose.indexOf(input);
        if (at < 0 || input.measured === undefined) return input;
        const value = (corner >> at) & 1 ? input.measured.high : input.measured.low;
        return {...input, quantity: {...input.quantity, value}};
      });
      const {value} = evaluate(formula, there);
      [low, high] = [Math.min(low, value), Math.max(high, value)];
    }
  } catch (error) {
    // At an end of an interval something may be divided by nothing.
    if (!(error instanceof FormulaError)) throw error;
    return undefined;
  }
  return Number.isFinite(low) && Number.isFinite(high) ? {low, high} : undefined;
}

function intervalWords(
  {low, high}: Pick<Measured, 'low' | 'high'>,
  level: number,
  {unit, value: mid}: Quantity,
  share: boolean,
): Margin['interval'] {
  if (low === high) return null;
  const decimals = share ? decimalsOf(mid) : 0;
  const shown = (value: number) =>
    share ? percent(value, decimals) : showResult({value: rounded(value), unit});
  return {level: `${Number((100 * level).toPrecision(3))}%`, ends: between(shown(low), shown(high))};
}

/** `220 to 263 minutes`: the unit is said once. */
function between(low: string, high: string): string {
  const unit = / .*$/.exec(high)?.[0] ?? '';
  return `${unit !== '' && low.endsWith(unit) ? low.slice(0, -unit.length) : low} to ${high}`;
}

/** The number of a fact, to as many digits as it is known to. */
export function showFact({quantity, share, measured}: Input): string {
  if (share)
    return measured === undefined
      ? `${Number((quantity.value * 100).toPrecision(8))}%`
      : showMeasuredShare(quantity.value);
  return showResult(measured === undefined ? quantity : {...quantity, value: rounded(quantity.value)});
}

/** `99.982%`: the ends of its interval have as many decimals. */
function showMeasuredShare(share: number): string {
  return percent(share, decimalsOf(share));
}

function percent(share: number, decimals: number): string {
  const shown = `${Number((100 * Math.abs(share)).toFixed(decimals))}%`;
  return share < 0 && shown !== '0%' ? `−${shown}` : shown;
}

/** Decimals of a share in percent that leave two digits of what it lacks of the whole, or of itself where that is less. */
function decimalsOf(share: number): number {
  const size = Math.abs(share);
  const least = Math.min(size, Math.abs(1 - size));
  return least === 0 ? 0 : Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(100 * least))));
}

/** Three digits: a measured number is not known to more. */
function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function isShare({unit, value}: Quantity): boolean {
  return sameUnit(unit, ONE) && Math.abs(value) <= 1;
}
