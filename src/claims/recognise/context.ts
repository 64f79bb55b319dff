import {quantity} from '../../base/index.ts';
import type {Conventions, DayLength, YearLength} from '../../calendar/index.ts';
import type {Band, Figure, Guide} from '../../guide/index.ts';
import type {Offer} from '../../terms/index.ts';
import {type Quote, quotesOf} from '../quote.ts';
import type {Claim, Input} from '../types.ts';

/** What a recogniser looks at: one guide, its quotes, and the lengths of day and year that a figure may assume. */
export interface Context {
  readonly guide: Guide;
  readonly quotes: readonly Quote[];
  readonly conventions: Conventions;
  /** The guide's own band for participation in the reader's region, where it has one. */
  readonly participation: Band | null;
  /** The offers of the case, free of confidential figures. */
  readonly offers: readonly Offer[];
}

/** A claim and the figures that went into it, so that no figure is left over unseen. */
export interface Recognised {
  readonly claim: Omit<Claim, 'id'>;
  /** The stem of the claim's id: `outage-loss`. */
  readonly stem: string;
  readonly figures: readonly Figure[];
}

export type Recogniser = (context: Context) => readonly Recognised[];

export function contextOf(
  guide: Guide,
  conventions: Conventions,
  participation: Band | null,
  offers: readonly Offer[] = [],
): Context {
  return {guide, quotes: quotesOf(guide), conventions, participation, offers};
}

/** The day's length as an input: minutes in a day, and whose day it is. */
export function dayInput(day: Pick<DayLength, 'minutes' | 'source'>): Input {
  return convention('day', 'minutes in the day', day.minutes, 'minute/day', day.source);
}

export function yearInput(year: YearLength): Input {
  return convention('year', 'days in the year', year.days, 'day/year', year.source);
}

/** A quarter of a year's days. */
export function quarterInput(year: YearLength): Input {
  return convention('quarter', 'days in the quarter', year.days / 4, 'day/quarter', year.source);
}

/** A length that everybody may look up. */
export function convention(name: string, label: string, value: number, unit: string, source: string): Input {
  const evidence = {tier: 'published', source} as const;
  return {name, label, quantity: quantity(value, unit), share: false, evidence, disclosure: 'public'};
}

/** The figures of the quote's own sentence. */
export function beside(quote: Quote): readonly Figure[] {
  return quote.sentence.figures;
}

/** The figures of the quote's whole passage, those of its own sentence first. */
export function around(quote: Quote): readonly Figure[] {
  const others = quote.passage.sentences.filter(sentence => sentence !== quote.sentence);
  return [...quote.sentence.figures, ...others.flatMap(sentence => sentence.figures)];
}

/** Whether the words within the quote's sentence speak of any of `words`. */
export function speaksOf(quote: Quote, words: RegExp): boolean {
  return words.test(quote.sentence.text);
}
