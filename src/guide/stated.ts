import {
  type Currency,
  type Evidence,
  type MoneyRange,
  ONE,
  type Quantity,
  quantity,
  type Span,
} from '../base/index.ts';
import {
  type Prose,
  type QuantityRange,
  read,
  type ReadFigure,
  say,
  type Style,
  type Subject,
  valueOf,
} from '../figure/index.ts';
import type {Band, Figure, Position} from './types.ts';

/** What the guide asserts at a place of it. */
export function guideEvidence(span: Span): Evidence {
  return {tier: 'guide', source: span.file};
}

/** A number that stands in the guide: anybody may read it there, and it is no more than the guide's word. */
function asserted(of: Quantity | QuantityRange, span: Span, style: Style, subject?: Subject): ReadFigure {
  return read(of, span, guideEvidence(span), {style, subject});
}

/** The guide's figure as a number with its unit, `$500,000 per pod per day`; of a range one end, the low one unless told. */
export function guideFigure(figure: Figure, subject?: Subject, end: 'low' | 'high' = 'low'): ReadFigure {
  const style: Style = figure.kind === 'percent' ? {as: 'full', share: true} : {as: 'full'};
  return asserted(quantityOf(figure, end), figure.span, style, subject);
}

/** The guide's figure in its own words, as it stands there or as `showFigure` completes it: `50 pods`. */
export function inWords(figure: Figure, text: string = showFigure(figure), subject?: Subject): ReadFigure {
  const [low, high] = [quantityOf(figure), quantityOf(figure, 'high')];
  const of = low.value === high.value ? low : {low: low.value, high: high.value, unit: low.unit};
  return asserted(of, figure.span, {as: 'written', text}, subject);
}

/** A sum of pay that stands in the guide, in the currency or by the year: `$210K`. */
export function guideSum(
  amount: number,
  unit: Currency | `${Currency}/year`,
  span: Span,
  subject?: Subject,
): ReadFigure {
  return asserted(quantity(amount, unit), span, {as: 'short'}, subject);
}

/** Both ends of a band of the guide's table, by the year: `$50K to $90K`. */
export function guideRange({low, high, currency}: MoneyRange, span: Span, subject?: Subject): ReadFigure {
  const {unit} = quantity(low, `${currency}/year`);
  return asserted({low, high, unit}, span, {as: 'short'}, subject);
}

/**
 * The figure as a number with its unit: money per thing and period, counts of their noun, durations in minutes, shares
 * as fractions. Ranges give their low end, unless told.
 */
function quantityOf(figure: Figure, end: 'low' | 'high' = 'low'): Quantity {
  const value = figure[end];
  if (figure.kind === 'percent') return quantity(value / 100);
  if (figure.kind === 'multiple') return quantity(value);
  // Minutes where it is in minutes or hours; else days, months or years.
  if (figure.kind === 'duration')
    return figure.unit === 'hour' ? quantity(value * 60, 'minute') : quantity(value, figure.unit ?? 'minute');
  const units = {
    ...(figure.each === null ? {} : {[figure.each]: -1}),
    ...(figure.per === null ? {} : {[figure.per]: -1}),
  };
  if (figure.kind === 'money') return {value, unit: {...units, [figure.currency ?? 'money']: 1}};
  const noun = headNoun(figure.of);
  return {value, unit: noun === null ? ONE : {[noun]: 1}};
}

/** The figure as it reads, with what it counts: "50 pods", "15 minutes", "3x volume", "$42.5M". */
function showFigure(figure: Figure): string {
  const text = figure.text.trim();
  if (figure.kind === 'count') return withNoun(text, headNoun(figure.of), figure.low);
  if (figure.kind === 'duration') return withNoun(text, figure.unit, figure.low);
  if (figure.kind === 'multiple')
    return `${text.replace(/[x×]$/i, '')}x${figure.of === null ? '' : ` ${figure.of}`}`;
  return text;
}

function withNoun(text: string, noun: string | null, value: number): string {
  if (noun === null || noun.endsWith('ly') || /[a-z]{3}/i.test(text)) return text;
  return `${text} ${noun}${value === 1 ? '' : 's'}`;
}

/** The last word of a noun phrase: what a count counts. */
export function headNoun(phrase: string | null): string | null {
  return phrase?.trim().split(/\s+/).at(-1) ?? null;
}

/** A number of the strategy: `$215,000`, `2.5%`. */
export function positionFigure({value, unit, currency, span}: Position): ReadFigure {
  if (unit === 'percent' || currency === null)
    return asserted(quantity(Number(`${value}e-2`)), span, {as: 'written', text: `${value}%`});
  return asserted(quantity(value, currency), span, {as: 'money'});
}

/** A cell of the pay table as it was read: both ends of its sum, or of its share. */
export function cellFigure({low, high, unit, currency, span}: Band): ReadFigure {
  const ends = [low, high ?? low].map(end => (unit === 'percent' ? Number(`${end}e-2`) : end));
  const of = unit === 'percent' ? ONE : quantity(0, currency).unit;
  return asserted({low: ends[0] ?? 0, high: ends[1] ?? 0, unit: of}, span, {as: 'short'});
}

/** From one sum to another, `$175K to $225K`; the one sum where they are the same. */
export function fromTo(low: ReadFigure, high: ReadFigure): Prose {
  return valueOf(low) === valueOf(high) ? say`${low}` : say`${low} to ${high}`;
}
