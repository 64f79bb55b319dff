import {
  type Currency,
  type Evidence,
  type MoneyRange,
  ONE,
  type Quantity,
  quantity,
  type Span,
  type Unit,
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
import type {YamlScalar} from '../files/index.ts';
import type {Band, CompetingOffer, Figure, Position, Slot} from './types.ts';

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
  const {value, unit} = quantityOf(figure);
  const high = figure.high === figure.low ? value : quantityOf(figure, 'high').value;
  return asserted(between(value, high, unit), figure.span, {as: 'written', text}, subject);
}

/** Two ends as a range where they differ. */
function between(low: number, high: number, unit: Unit): Quantity | QuantityRange {
  return low === high ? {value: low, unit} : {low, high, unit};
}

/** The figure as it is written, with the unit that stands behind it: `30 minutes`, `50`, `3x`. */
export function asWritten(figure: Figure): ReadFigure {
  return inWords(figure, showFigure(figure, null));
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
  const unit: Record<string, number> = {};
  if (figure.kind === 'money') {
    if (figure.each !== null) unit[figure.each] = -1;
    if (figure.per !== null) unit[figure.per] = -1;
    unit[figure.currency ?? 'money'] = 1;
  } else {
    const noun = headNoun(figure.of);
    if (noun !== null) unit[noun] = 1;
  }
  return {value, unit};
}

/** The figure as it reads, with what it counts, `of`: "50 pods", "15 minutes", "3x volume", "$42.5M". */
function showFigure(figure: Figure, of: string | null = figure.of): string {
  const text = figure.text.trim();
  if (figure.kind === 'count') return withNoun(text, headNoun(of), figure.low);
  // `2h` says its unit itself
  if (figure.kind === 'duration' && !/[a-z]/i.test(text)) return withNoun(text, figure.unit, figure.high);
  if (figure.kind === 'multiple') return `${text.replace(/[x×]$/i, '')}x${of === null ? '' : ` ${of}`}`;
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

/** A number of the strategy: `$215,000`, `2.5%`; bare where the guide names no currency. */
export function positionFigure({value, unit, currency, span}: Position): ReadFigure {
  if (unit === 'percent')
    return asserted(quantity(Number(`${value}e-2`)), span, {as: 'written', text: `${value}%`});
  if (currency === null) return asserted(quantity(value), span, {as: 'factor', digits: 12});
  return asserted(quantity(value, currency), span, {as: 'money'});
}

/** A cell of the pay table as it was read: both ends of its sum, or of its share, `15% to 20%`; of a bare "X+" the low one. */
export function cellFigure({low, high, unit, currency, span}: Band): ReadFigure {
  const ends = [low, high ?? low].map(end => (unit === 'percent' ? Number(`${end}e-2`) : end));
  const of = unit === 'percent' ? ONE : quantity(0, currency).unit;
  const style = unit === 'percent' ? ({as: 'share'} as const) : ({as: 'short'} as const);
  return asserted({low: ends[0] ?? 0, high: ends[1] ?? 0, unit: of}, span, style);
}

/** The same cell in the second currency that it names; null where it names none. */
export function secondFigure({alt, span}: Band): ReadFigure | null {
  return alt === null ? null : guideRange(alt, span);
}

/** A number of the front matter that nobody reckons with; null for words. */
export function scalarFigure({value, span}: YamlScalar): ReadFigure | null {
  return typeof value === 'number' ? asserted(quantity(value), span, {as: 'factor', digits: 12}) : null;
}

/** What a competing offer is told with. */
export const OFFERED = ['base', 'bonus', 'total'] as const;

/** A part of an offer that the strategy would name: `$348K`; null where it tells none. */
export function offeredFigure(offer: CompetingOffer, part: (typeof OFFERED)[number]): ReadFigure | null {
  const amount = offer[part];
  if (amount === null) return null;
  return guideSum(amount, offer.currency, offer.places[part] ?? offer.span, part);
}

/** What a placeholder would have its reader fill in, as it is written: `$[30K-50K]`; null where it is no number. */
export function slotFigure({low, high, currency, text, span}: Slot): ReadFigure | null {
  if (low === null || high === null) return null;
  return asserted(between(low, high, currency === null ? ONE : {[currency]: 1}), span, {as: 'written', text});
}

/** From one sum to another, `$175K to $225K`; the one sum where they are the same. */
export function fromTo(low: ReadFigure, high: ReadFigure): Prose {
  return valueOf(low) === valueOf(high) ? say`${low}` : say`${low} to ${high}`;
}
