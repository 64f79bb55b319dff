import {ONE, type Quantity, sameUnit} from '../base/index.ts';
import {
  type ConfidenceInterval,
  evaluate,
  type Figure,
  type Formula,
  FormulaError,
  type Input,
  isKnown,
  type Known,
  type Prose,
  quote,
  say,
  styled,
  textOf,
  timesNamed,
  valueOf,
} from '../figure/index.ts';
import type {Fact, Margin, Measured} from './types.ts';

/** More measured inputs than this are not worked through: every one doubles the corners. */
const MOST = 8;

/** How sure a measured fact is; undefined for one that was not measured. */
export function marginOf({figure, measured}: Fact): Margin | undefined {
  if (measured === undefined) return undefined;
  const {method, turns, papers} = measured;
  return {
    interval: intervalOf(figure),
    method,
    turns: turns === null ? [] : [turns],
    papers,
    shown: isShown(figure, measured),
    controlled: measured.controlled ?? false,
  };
}

/**
 * Between which a result over measured facts lies: the least and the most that the formula gives at the ends of their
 * intervals. All of them hold together at least as often as one less the sum of what each leaves out (Bonferroni), which
 * is the level told. None where a fact stands in the formula twice: its ends need not give the ends of the result.
 */
export function intervalOver(formula: Formula, facts: readonly Fact[]): ConfidenceInterval | undefined {
  const loose = facts.filter(isLoose);
  if (!facts.some(fact => fact.measured !== undefined)) return undefined;
  const level = 1 - loose.reduce((left, {figure}) => left + 1 - (levelOf(figure) ?? 1), 0);
  const mixed = loose.some(({name}) => timesNamed(formula, name) > 1);
  if (mixed || loose.length > MOST) return undefined;
  const ends = endsOf(formula, facts, loose);
  return ends === undefined ? undefined : {...ends, level};
}

/** How sure a result is that has the interval of `intervalOver`; undefined where no input was measured. */
export function marginOver(result: Known, facts: readonly Fact[]): Margin | undefined {
  const measured = facts.flatMap(fact =>
    fact.measured === undefined ? [] : [{...fact, measured: fact.measured}],
  );
  if (measured.length === 0) return undefined;
  const {interval} = result;
  return {
    interval: intervalOf(result),
    method: once(measured.map(one => one.measured.method)),
    turns: turnsOver(measured),
    papers: measured.every(one => one.measured.papers),
    // A difference whose interval has both signs is none that was shown.
    shown:
      measured.every(one => isShown(one.figure, one.measured)) &&
      !(interval !== undefined && interval.low < 0 && interval.high > 0),
    controlled: measured.every(one => one.measured.controlled === true),
  };
}

function isShown(figure: Figure, {noEffect}: Measured): boolean {
  const interval = isKnown(figure) ? figure.interval : undefined;
  if (noEffect === undefined) return true;
  const {low, high} = interval ?? {low: valueOf(figure), high: valueOf(figure)};
  return noEffect < low || noEffect > high;
}

/** What would turn the facts, each told by its label where there are several. */
function turnsOver(facts: readonly (Fact & {readonly measured: Measured})[]): readonly Prose[] {
  const turning = facts.flatMap(({label, measured: {turns}}) => (turns === null ? [] : [{label, turns}]));
  return turning.map(({label, turns}) => (turning.length > 1 ? say`${quote(label)}: ${turns}` : turns));
}

/** Several texts with semicolons between, and each of them once. */
function once(texts: readonly Prose[]): Prose {
  const found = new Map(texts.map(text => [textOf(text), text]));
  const [first, ...more] = found.values();
  return more.reduce((all, one) => say`${all}; ${one}`, first ?? say``);
}

/** The words with the interval behind them: `99.982% (95%: 99.95% to 99.99%)`. */
export function withMargin(words: Prose, margin: Margin | undefined): Prose {
  const sure = marginWords(margin);
  return sure === null ? words : say`${words} (${sure})`;
}

/** `95%: 99.95% to 99.99%`; null where nothing is left to chance, or nothing was measured. */
function marginWords(margin: Margin | undefined): Prose | null {
  return margin?.interval == null ? null : say`${margin.interval.level}: ${margin.interval.ends}`;
}

function isLoose({figure, measured}: Fact): boolean {
  const interval = isKnown(figure) ? figure.interval : undefined;
  return measured !== undefined && interval !== undefined && interval.low !== interval.high;
}

function levelOf(figure: Figure): number | undefined {
  return isKnown(figure) ? figure.interval?.level : undefined;
}

function endsOf(
  formula: Formula,
  facts: readonly Fact[],
  loose: readonly Fact[],
): Pick<ConfidenceInterval, 'low' | 'high'> | undefined {
  let [low, high] = [Infinity, -Infinity];
  try {
    for (let corner = 0; corner < 2 ** loose.length; corner++) {
      const there = facts.map(fact => {
        const at = loose.indexOf(fact);
        return at < 0 ? fact : atEnd(fact, (corner >> at) & 1 ? 'high' : 'low');
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

function atEnd(input: Input, end: 'low' | 'high'): Input {
  const {figure} = input;
  if (!isKnown(figure) || figure.interval === undefined) return input;
  const {unit} = figure.quantity;
  return {...input, figure: {...figure, quantity: {value: figure.interval[end], unit}}};
}

/** The interval that a figure holds, in words; null where nothing is left to chance. */
function intervalOf(figure: Figure): Margin['interval'] {
  if (!isKnown(figure)) return null;
  const {interval, style, quantity, told: _, ...rest} = figure;
  if (interval === undefined || interval.low === interval.high) return null;
  const share = style.share ?? isPart({value: valueOf(figure), unit: quantity.unit});
  const of = {...rest, interval, style, quantity} as Known;
  return {level: say`${styled(of, 'level', {share})}`, ends: say`${styled(of, 'ends', {share})}`};
}

/** A bare number of at most the whole. */
export function isPart({unit, value}: Quantity): boolean {
  return sameUnit(unit, ONE) && Math.abs(value) <= 1;
}
