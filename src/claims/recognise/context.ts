import {type Conventions, daysOf, type YearLength} from '../../calendar/index.ts';
import type {TextRange} from '../../english/index.ts';
import {type Input, type Known, type ReadFigure, styled, valueOf, worked} from '../../figure/index.ts';
import type {Band, Figure, Guide} from '../../guide/index.ts';
import type {Offer} from '../../terms/index.ts';
import {type QuotedFigure, quotesOf} from '../quote.ts';
import type {Claim} from '../types.ts';

/** What a recogniser looks at: one guide, its quotes, and the lengths of day and year that a figure may assume. */
export interface GuideContext {
  readonly guide: Guide;
  readonly quotes: readonly QuotedFigure[];
  readonly conventions: Conventions;
  /** The guide's own band for participation in the reader's region, where it has one. */
  readonly participation: Band | null;
  /** The offers of the case. Nothing is decided by a confidential figure of theirs. */
  readonly offers: readonly Offer[];
}

/** A claim and the figures that went into it, so that no figure is left over unseen. */
export interface Recognised {
  readonly claim: Omit<Claim, 'id'>;
  /** The stem of the claim's id: `outage-loss`. */
  readonly stem: string;
  readonly figures: readonly Figure[];
}

/** `today` is null where nobody said which day it is: then no offer has run out. */
export type Recogniser = (context: GuideContext, today: string | null) => readonly Recognised[];

export function contextOf(
  guide: Guide,
  conventions: Conventions,
  participation: Band | null,
  offers: readonly Offer[] = [],
): GuideContext {
  return {guide, quotes: quotesOf(guide), conventions, participation, offers};
}

/** The number alone, as it stands where it was read: `390`. */
export function alone(figure: ReadFigure): ReadFigure {
  return styled(figure, 'written', {text: String(valueOf(figure))});
}

/** The day's length as an input: minutes in a day. */
export function dayInput(minutes: Known): Input {
  return {name: 'day', label: 'minutes in the day', figure: minutes};
}

export function yearInput(year: YearLength): Input {
  return {name: 'year', label: 'days in the year', figure: daysOf(year)};
}

/** A quarter of a year's days. */
export function quarterInput(year: YearLength): Input {
  const figure = worked('year / 4[quarter/year]', [yearInput(year)]);
  return {name: 'quarter', label: 'days in the quarter', figure};
}

/** A figure's place in its sentence. */
export function placeOf({figure, sentence}: Pick<QuotedFigure, 'figure' | 'sentence'>): TextRange {
  const {from, to} = figure.span;
  return {from: from - sentence.span.from, to: to - sentence.span.from};
}

/** The figures of the quote's own sentence. */
export function beside(quote: QuotedFigure): readonly Figure[] {
  return quote.sentence.figures;
}

/** The figures of the quote's whole passage, those of its own sentence first. */
export function around(quote: QuotedFigure): readonly Figure[] {
  const others = quote.passage.sentences.filter(sentence => sentence !== quote.sentence);
  return [...quote.sentence.figures, ...others.flatMap(sentence => sentence.figures)];
}
