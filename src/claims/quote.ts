import {ONE, type Quantity, quantity} from '../base/index.ts';
import type {Figure, Guide, Passage, Sentence} from '../guide/index.ts';

/** A figure of the guide with the words it stands in. */
export interface Quote {
  readonly figure: Figure;
  readonly sentence: Sentence;
  readonly passage: Passage;
  readonly where: 'narrative' | 'lever' | 'strategy';
}

/** Every figure of the guide's prose in reading order. */
export function quotesOf(guide: Guide): readonly Quote[] {
  const told = [
    ...guide.narrative.map(passage => ({passage, where: 'narrative' as const})),
    ...guide.levers.map(lever => ({passage: lever.passage, where: 'lever' as const})),
    ...(guide.strategy === null ? [] : [{passage: guide.strategy.passage, where: 'strategy' as const}]),
  ];
  return told.flatMap(({passage, where}) =>
    passage.sentences.flatMap(sentence =>
      sentence.figures.map(figure => ({figure, sentence, passage, where})),
    ),
  );
}

/**
 * The figure as a number with its unit: money per thing and period, counts of their noun, durations in minutes, shares
 * as fractions. Ranges give their low end.
 */
export function quantityOf(figure: Figure): Quantity {
  if (figure.kind === 'percent') return quantity(figure.low / 100);
  if (figure.kind === 'multiple') return quantity(figure.low);
  if (figure.kind === 'duration') return minutesOf(figure);
  const units = {
    ...(figure.each === null ? {} : {[figure.each]: -1}),
    ...(figure.per === null ? {} : {[figure.per]: -1}),
  };
  if (figure.kind === 'money') return {value: figure.low, unit: {...units, [figure.currency ?? 'money']: 1}};
  const noun = headNoun(figure.of);
  return {value: figure.low, unit: noun === null ? ONE : {[noun]: 1}};
}

/** Minutes where the duration is in minutes or hours; else a quantity of days, months or years. */
function minutesOf(figure: Figure): Quantity {
  if (figure.unit === 'hour') return quantity(figure.low * 60, 'minute');
  return quantity(figure.low, figure.unit ?? 'minute');
}

/** The figure as it reads, with what it counts: "50 pods", "15 minutes", "3x volume", "$42.5M". */
export function showFigure(figure: Figure): string {
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
