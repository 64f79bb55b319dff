import {type Disclosure, type Evidence, type Quantity, type Span, strictest, weakest} from '../base/index.ts';
import {
  type AssumedFigure,
  type ConfidenceInterval,
  type EstimatedFigure,
  type Input,
  isKnown,
  type Known,
  type MeasuredFigure,
  type QuantityRange,
  type ReadFigure,
  type Style,
  tierOf,
  type WorkedFigure,
} from './figure.ts';
import {evaluate, formula as parse} from './formula.ts';
import type {Subject} from './subject.ts';

/** What every way of making a figure may be told. */
interface More {
  readonly style?: Style;
  readonly subject?: Subject | undefined;
  readonly disclosure?: Disclosure;
  readonly interval?: ConfidenceInterval | undefined;
}

/** A figure that stands at `span`. Public unless told. */
export function read(
  of: Quantity | QuantityRange,
  span: Span,
  evidence: Evidence,
  more: More = {},
): ReadFigure {
  return {figure: 'read', ...common(of, evidence, more), span};
}

/** A figure that a record gave when it was asked. Private unless told. */
export function measured(
  of: Quantity,
  asked: Pick<MeasuredFigure, 'question' | 'period' | 'sources'>,
  evidence: Evidence,
  more: More = {},
): MeasuredFigure {
  return {figure: 'measured', ...common(of, evidence, {disclosure: 'private', ...more}), ...asked};
}

/**
 * What a formula makes of its inputs: as firm as the weakest of them and as secret as the strictest, unless told that the
 * case itself names the result. Throws a `FormulaError` or a `UnitError` as `evaluate` does.
 */
export function worked(formula: string, inputs: readonly Input[], more: More = {}): WorkedFigure {
  return workedAs(evaluate(parse(formula), inputs), formula, inputs, more);
}

/** As `worked`, over a range: the formula at its low end and at its high end. */
export function workedRange(formula: string, inputs: readonly Input[], more: More = {}): WorkedFigure {
  const [low, high] = (['low', 'high'] as const).map(end => evaluate(parse(formula), inputs, end));
  const ends = {low: low?.value ?? Number.NaN, high: high?.value ?? Number.NaN, unit: low?.unit ?? {}};
  return workedAs(ends, formula, inputs, more);
}

/** As `worked`, of a quantity that the formula is known to give: a number of the record with the formula behind it. */
export function workedAs(
  of: Quantity | QuantityRange,
  formula: string,
  inputs: readonly Input[],
  more: More & {readonly source?: string} = {},
): WorkedFigure {
  // A formula without inputs is somebody's number: a guess.
  const tier = inputs.length === 0 ? 'assumed' : weakest(inputs.map(({figure}) => tierOf(figure)));
  const weak = inputs.map(({figure}) => figure).find(figure => isKnown(figure) && tierOf(figure) === tier);
  const source = more.source ?? (isKnown(weak) ? weak.evidence.source : 'arithmetic');
  const disclosure =
    more.disclosure ??
    strictest(inputs.map(({figure}) => (isKnown(figure) ? figure.disclosure : 'confidential')));
  return {figure: 'worked', ...common(of, {tier, source}, {...more, disclosure}), formula, inputs};
}

/** One end of a range, where the range is; a figure that is none, as it is. */
export function endOf(figure: Known, end: 'low' | 'high'): Known {
  const {quantity: of} = figure;
  if ('value' in of) return figure;
  const single = {value: of[end], unit: of.unit};
  if (!('inputs' in figure)) return {...figure, quantity: single};
  const inputs = figure.inputs.map(input => ({
    ...input,
    figure: isKnown(input.figure) ? endOf(input.figure, end) : input.figure,
  }));
  return {...figure, quantity: single, inputs};
}

/** What a seeded procedure gave. Private unless told. */
export function estimated(
  of: Quantity,
  how: Pick<EstimatedFigure, 'procedure' | 'seed' | 'inputs'>,
  evidence: Evidence,
  more: More = {},
): EstimatedFigure {
  return {figure: 'estimated', ...common(of, evidence, {disclosure: 'private', ...more}), ...how};
}

/** A guess, with its reason. */
export function assumed(of: Quantity | QuantityRange, why: string, more: More = {}): AssumedFigure {
  return {figure: 'assumed', ...common(of, {tier: 'assumed', source: why}, more), why};
}

function common(
  of: Quantity | QuantityRange,
  evidence: Evidence,
  {style, subject, disclosure, interval}: More,
) {
  return {
    quantity: of,
    style: style ?? {as: 'full' as const},
    evidence,
    disclosure: disclosure ?? ('public' as const),
    ...(subject === undefined ? {} : {subject}),
    ...(interval === undefined ? {} : {interval}),
  };
}
