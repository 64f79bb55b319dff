import {type Disclosure, showNumber, type Span} from '../base/index.ts';
import {type Figure, isFigure} from './figure.ts';
import {type Edition, EDITIONS} from './edition.ts';
import {show} from './show.ts';
import type {Subject} from './subject.ts';

/** Words of others: a label of the case, a guide's title, a letter's condition. */
export interface Quote {
  readonly quote: string;
  readonly span?: Span;
  readonly disclosure: Disclosure;
}

/** The name of a firm, a person, a place, a file. */
export interface Name {
  readonly name: string;
}

/** `2026-11-22`. */
export interface Day {
  readonly day: string;
}

/** How many things stand on this very page, or at which place: it needs no source but the page. */
export interface Count {
  readonly count: number;
}

export type Part = string | Figure | Name | Day | Quote | Count;

/** A text whose figures know where they are from. Made only by `say`; no string part holds a digit. */
export interface Prose {
  readonly prose: readonly Part[];
  /** What it is part of stands or falls with it: where it speaks of what is ruled out, the whole of it goes. */
  readonly head?: true;
  /** The widest edition that it stands in; any unless told. */
  readonly reach?: Edition;
  /** What it is about, beside what its figures are about. */
  readonly about?: readonly Subject[];
}

/** What may be put into a sentence: null is nothing. */
export type Insert = Part | Prose | null | undefined;

/** Digits that are words of the trade. */
const WORDS = /(?<!\w)(?:24\/7|24x7|401\(k\)|H-1B|1Password|S&P 500|9\/80|UTF-(?:8|16))(?!\w)/g;
const DIGIT = /\p{N}/u;

/**
 * say`accept at ${floor}`: words with their figures. A digit in the words themselves is a mistake of ours and throws; a
 * string put in that holds one is somebody else's words, and becomes a quote.
 */
export function say(words: TemplateStringsArray, ...inserts: readonly Insert[]): Prose {
  const wrong = words.find(hasDigit);
  if (wrong !== undefined) throw new Error(`a figure without a source in "${wrong}"`);
  return prose(words.flatMap((word, at) => [word, inserts[at]]));
}

/**
 * One text of many pieces. What the pieces say of themselves to the seal holds for the whole: words for the desk alone are
 * for the desk alone in whatever sentence they stand.
 */
export function prose(inserts: readonly Insert[]): Prose {
  const texts = inserts.filter(isProse);
  const reach = EDITIONS.findLast(edition => texts.some(one => one.reach === edition));
  const about = [...new Set(texts.flatMap(one => one.about ?? []))];
  return {
    prose: tidy(inserts.flatMap(partsOf)),
    ...(texts.some(one => one.head === true) ? {head: true} : {}),
    ...(reach === undefined ? {} : {reach}),
    ...(about.length === 0 ? {} : {about}),
  };
}

function hasDigit(text: string): boolean {
  // Nearly every text has neither a digit nor a letter of another script.
  if (!/[\d\u0080-\uffff]/.test(text)) return false;
  return DIGIT.test(text.replace(WORDS, ''));
}

function partsOf(insert: Insert): readonly Part[] {
  if (insert === null || insert === undefined) return [];
  if (typeof insert === 'string') return insert === '' ? [] : [hasDigit(insert) ? quote(insert) : insert];
  return isProse(insert) ? insert.prose : [insert];
}

/** Neighbouring strings as one, with single spaces. */
function tidy(parts: readonly Part[]): readonly Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (typeof part === 'string' && typeof last === 'string') found[found.length - 1] = last + part;
    else found.push(part);
  }
  return found
    .map(part => (typeof part === 'string' ? part.replace(/\s+/g, ' ') : part))
    .filter(part => part !== '');
}

export function quote(
  text: string,
  more: {readonly span?: Span; readonly disclosure?: Disclosure} = {},
): Quote {
  return {
    quote: text,
    disclosure: more.disclosure ?? 'private',
    ...(more.span === undefined ? {} : {span: more.span}),
  };
}

/** Words of a guide, which anybody may read. */
export function guideQuote(text: string, span?: Span): Quote {
  return quote(text, {disclosure: 'public', ...(span === undefined ? {} : {span})});
}

export function named(name: string): Name {
  return {name};
}

export function day(of: string): Day {
  return {day: of};
}

export function count(of: number): Count {
  return {count: of};
}

/** The text that its whole stands or falls with. */
export function head(of: Prose): Prose {
  return {...of, head: true};
}

/** The text for the eyes of an edition and of narrower ones. */
export function reaching(of: Prose, reach: Edition): Prose {
  return {...of, reach};
}

export function isProse(value: unknown): value is Prose {
  return typeof value === 'object' && value !== null && 'prose' in value && Array.isArray(value.prose);
}

/** The text as it is printed, without notes. */
export function textOf(of: Prose): string {
  return of.prose.map(partText).join('');
}

export function partText(part: Part): string {
  if (typeof part === 'string') return part;
  if (isFigure(part)) return show(part);
  if ('name' in part) return part.name;
  if ('day' in part) return part.day;
  return 'count' in part ? showNumber(part.count) : part.quote;
}

/** Its figures, in reading order. */
export function figuresOf(of: Prose): readonly Figure[] {
  return of.prose.filter(isFigure);
}

export function isEmpty(of: Prose): boolean {
  return of.prose.length === 0;
}

/** One text after another, with `between` in the middle; nulls are left out. */
export function join(texts: readonly (Prose | null)[], between = ' '): Prose {
  const told = texts.filter(one => one !== null && !isEmpty(one)) as readonly Prose[];
  return prose(told.flatMap((one, at) => (at === 0 ? [one] : [between, one])));
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(texts: readonly Prose[]): Prose {
  const last = texts.at(-1);
  if (last === undefined) return {prose: []};
  return texts.length === 1 ? last : say`${join(texts.slice(0, -1), ', ')} and ${last}`;
}

/** A fragment as a sentence begins: with a capital, where it begins with a plain word. */
export function sentence(of: Prose): Prose {
  const [first, ...rest] = of.prose;
  if (typeof first === 'string') return {...of, prose: [capital(first, rest.length > 0), ...rest]};
  if (typeof first === 'object' && 'quote' in first)
    return {...of, prose: [{...first, quote: capital(first.quote)}, ...rest]};
  return of;
}

function capital(text: string, goesOn = false): string {
  return (goesOn ? /^[a-z](?:[a-z ’']|$)/ : /^[a-z][a-z ’']/).test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}
