import {showUnit, type Span} from '../base/index.ts';
import {type Edition, reaches} from './edition.ts';
import {type Figure, type Input, isFigure, isKnown, type Known, type Sealed} from './figure.ts';
import {isProse, type Name, type Part, partText, type Prose, type Quote} from './prose.ts';
import type {Matcher} from './ruled-out.ts';
import {isSame, ownDigits, redact, redactExactly, secretPlaces} from './secrets.ts';
import {KEPT, show} from './show.ts';
import type {Subject} from './subject.ts';

/** What an edition does not show, beside what the figures say of themselves. */
export interface SealRules {
  readonly edition: Edition;
  readonly ruledOut: Matcher;
  /** Confidential numbers, to be found in what the reader typed: from `secretsIn`. */
  readonly secrets: readonly number[];
  /** Where confidential numbers are written, line by line: an offset into such a file would tell how long they are. */
  readonly guarded: ReadonlyMap<string, ReadonlySet<number>>;
  /** Whether the words are the program's own, `figure-7`, `arithmetic: 12 x 60`: a number in them is nobody's secret. */
  readonly isOurs?: (words: string) => boolean;
}

/** What a node of a report may say of itself to the seal. None of it is printed. */
export interface Guarded {
  /** What the node is about, subjects and firms: it goes whole where that is ruled out. */
  readonly about?: readonly (Subject | Name)[];
  /** The widest edition that the node stands in. */
  readonly reach?: Edition;
  /** What stands in the node's place where a figure in it is sealed. */
  readonly ifSealed?: unknown;
}

const GONE = Symbol('gone');

/**
 * The report as one edition may see it. Walks every value: figures that may not be shown are sealed (their inputs too, in
 * figures that may), nodes about what is ruled out go, and last, what is ruled out or secret goes from the texts that are
 * left. `desk` sees all of it. Bare strings only lose secrets: whoever prints the report holds them against `cleaner`.
 */
export function seal<T>(report: T, rules: SealRules): T {
  if (rules.edition === 'desk') return stripped(report) as T;
  const walk = new Walk(rules);
  const left = walk.value(report);
  return (left === GONE ? null : left) as T;
}

/** What printers hold every word of their own against: headings and labels may speak of what is ruled out, too. */
export function cleaner({
  edition,
  ruledOut,
}: Pick<SealRules, 'edition' | 'ruledOut'>): (text: string) => string {
  return edition === 'desk' ? text => text : text => ruledOut.without(text, KEPT);
}

class Walk {
  /** How many figures were sealed so far: a node knows by it whether one of its own was. */
  #sealed = 0;
  /** One figure stands in many places, beneath others most of all: it is looked at once, and so is a text. */
  readonly #figures = new WeakMap<Figure, Figure>();
  readonly #texts = new Map<string, string>();
  readonly #untolds = new Map<string, string>();
  readonly #rules: SealRules;
  readonly #own: readonly number[];

  constructor(rules: SealRules) {
    this.#rules = rules;
    this.#own = ownDigits(rules.secrets);
  }

  value(value: unknown): unknown {
    // Words of the program, `component: 'bonus'`, steer the views: what of them is ruled out, the printers keep back.
    if (typeof value === 'string') return this.#untold(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return this.#list(value);
    if (isFigure(value)) return this.#figure(value);
    if (isProse(value)) return this.#prose(value) ?? GONE;
    if (isQuote(value)) return this.#quote(value);
    return this.#node(value as Readonly<Record<string, unknown>>);
  }

  #list(list: readonly unknown[]): unknown {
    return list.flatMap(one => {
      // A word of a list that speaks of what is ruled out is left out: a hole in its place would help nobody.
      if (typeof one === 'string' && this.#rules.ruledOut.speaks(one)) return [];
      const left = this.value(one);
      return left === GONE ? [] : [left];
    });
  }

  #node(node: Readonly<Record<string, unknown>> & Guarded): unknown {
    const {about, reach, ifSealed, ...rest} = node;
    if (!reaches(reach, this.#rules.edition)) return GONE;
    if (about?.some(one => this.#isAbout(one)) === true) return GONE;
    const before = this.#sealed;
    const left: [string, unknown][] = [];
    for (const [key, value] of Object.entries(rest)) {
      if (this.#isTelling(key)) continue;
      const kept = this.value(value);
      if (kept === GONE && isProse(value) && value.head === true) {
        // What went with it is no hole in what is left.
        this.#sealed = before;
        return GONE;
      }
      left.push([key, kept === GONE ? null : kept]);
    }
    if (ifSealed !== undefined && this.#sealed > before) {
      this.#sealed = before;
      return this.value(ifSealed);
    }
    const open = Object.fromEntries(left);
    return isPlace(rest) ? this.#blurred({...open, file: this.#text(rest.file)}, rest.file) : open;
  }

  /**
   * Whether the key is a name of the case's that may not be told: `order-router`, `Citadel`. The program's own words for
   * what a report holds, `onCall`, are no secret, and whoever reads the report counts on them.
   */
  #isTelling(key: string): boolean {
    return !/^[a-z][A-Za-z]*$/.test(key) && this.#text(key) !== key;
  }

  #isAbout(one: Subject | Name): boolean {
    const {ruledOut} = this.#rules;
    return typeof one === 'string' ? ruledOut.subject(one) : ruledOut.speaks(one.name);
  }

  #place(span: Span): Span {
    return this.#blurred({...span, file: this.#text(span.file)}, span.file);
  }

  /** Of a place in a guarded file no offset, and on a guarded line no column: they tell how long is what stands before. */
  #blurred<T extends object>(place: T, file: string): T {
    const lines = this.#rules.guarded.get(file);
    if (lines === undefined) return place;
    const exact = new Set(['from', 'to', 'endLine', 'endColumn']);
    const left = Object.fromEntries(Object.entries(place).filter(([key]) => !exact.has(key)));
    return (lines.has(left['line'] as number) ? {...left, column: 1} : left) as unknown as T;
  }

  #figure(figure: Figure): Figure {
    const known = this.#figures.get(figure) ?? this.#seen(figure);
    this.#figures.set(figure, known);
    if (!isKnown(known)) this.#sealed++;
    return known;
  }

  #seen(figure: Figure): Figure {
    if (!isKnown(figure)) return figure;
    if (!this.#hides(figure)) return this.#open(figure);
    const {told} = figure;
    if (told !== undefined && !this.#isRuledOut(figure) && !this.#hides(told)) return this.#open(told);
    return sealed(figure);
  }

  #hides(figure: Known): boolean {
    return (
      figure.disclosure === 'confidential' ||
      this.#isRuledOut(figure) ||
      this.#isInlined(figure) ||
      this.#isOwn(figure)
    );
  }

  /** Whether it is about what is ruled out, or would say it. Of a secret number only what it counts may decide. */
  #isRuledOut(figure: Known): boolean {
    const {ruledOut} = this.#rules;
    const {subject, quantity, disclosure} = figure;
    if (subject !== undefined && ruledOut.subject(subject)) return true;
    if (ruledOut.speaks(showUnit(quantity.unit))) return true;
    if (disclosure === 'confidential') return false;
    const values = 'value' in quantity ? [quantity.value] : [quantity.low, quantity.high];
    return (
      values.some(value => ruledOut.number({value, unit: quantity.unit})) || ruledOut.speaks(show(figure))
    );
  }

  /** Whether a guide has the secret itself, to the last of its many digits: then it is from the reader's own hand. */
  #isOwn(figure: Known): boolean {
    if (figure.figure !== 'read' || figure.disclosure !== 'public' || this.#own.length === 0) return false;
    const {quantity: of} = figure;
    const values = 'value' in of ? [of.value] : [of.low, of.high];
    // What stands around the number is the guide's words: `$18764321,9`, `1 FY25_0.876543`.
    const words = [show(figure), showUnit(of.unit)];
    return (
      values.some(value => this.#own.some(one => isSame(value, one))) ||
      words.some(text => redactExactly(text, this.#own) !== text)
    );
  }

  /** Whether a secret is written into its formula: `18730000 / 390`. Small whole numbers are months and quarters. */
  #isInlined(figure: Known): boolean {
    if (figure.figure !== 'worked' || this.#rules.secrets.length === 0) return false;
    const constants = figure.formula.match(/(?<!\w)\d[\d.]*(?:e[+-]?\d+)?/g) ?? [];
    return constants.some(
      one => !/^\d\d?$/.test(one) && redact(String(Number(one)), this.#rules.secrets) === KEPT,
    );
  }

  /** The figure itself with everything around it sealed: what it was worked out from, the words of its source. */
  #open(figure: Known): Known {
    const {told: _, ...open} = figure;
    const evidence = {...figure.evidence, source: this.#text(figure.evidence.source)};
    const {text} = figure.style;
    // Digits that everybody may read where they stand are a guide's own: "$175K–$225K".
    const written =
      (figure.figure === 'read' || figure.figure === 'worked') &&
      figure.disclosure === 'public' &&
      figure.style.as === 'written';
    const style =
      text === undefined ? figure.style : {...figure.style, text: written ? text : this.#text(text)};
    const base = {...open, evidence, style};
    switch (base.figure) {
      case 'read':
        return {...base, span: this.#place(base.span)};
      case 'worked': {
        const inputs = this.#inputs(base.inputs);
        // A secret that is written into it has hidden the figure already; `year / 4` is the program's.
        const told =
          this.#clean(base.formula) === base.formula &&
          inputs.every(({name, figure: input}, at) => isKnown(input) && name === base.inputs[at]?.name);
        return {...base, formula: told ? base.formula : KEPT, inputs};
      }
      case 'estimated':
        return {...base, procedure: this.#clean(base.procedure), inputs: this.#inputs(base.inputs)};
      case 'measured': {
        return {
          ...base,
          question: this.#asked(base.question),
          sources: base.sources.map(source => this.#text(source)),
        };
      }
      case 'assumed':
        return {...base, why: this.#text(base.why)};
    }
  }

  /** What was asked, in words that may all be told. */
  #asked(question: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
    const left = Object.entries(question).map(([key, value]): [string, unknown] => [
      key,
      typeof value === 'string' ? this.#text(value) : this.value(value),
    ]);
    return Object.fromEntries(left.filter(([, value]) => value !== GONE));
  }

  /** A result that may be told stays told: what is sealed beneath it is no hole in the text around it. */
  #inputs(inputs: readonly Input[]): readonly Input[] {
    const before = this.#sealed;
    const left = inputs.map(({name, label, figure}) => ({
      name: this.#text(name),
      label: this.#text(label),
      figure: this.#figure(figure),
    }));
    this.#sealed = before;
    return left;
  }

  /** Null where it is left out: because of its reach, or because it stands or falls with what it speaks of. */
  #prose(of: Prose): Prose | null {
    const {reach, about, head, ...rest} = of;
    if (!reaches(reach, this.#rules.edition)) return null;
    if (about?.some(subject => this.#rules.ruledOut.subject(subject)) === true) return null;
    const before = this.#sealed;
    // Figures first: what a sealed one would have said decides nothing about the words around it.
    const parts = rest.prose.map(part => (isFigure(part) ? this.#figure(part) : part));
    const speaks = this.#rules.ruledOut.speaks(parts.map(partText).join(''));
    const ruled = rest.prose.some(part => isFigure(part) && isKnown(part) && this.#isRuledOut(part));
    if (head === true && (speaks || ruled)) {
      this.#sealed = before;
      return null;
    }
    const open = this.#withoutSplit(parts);
    const left = speaks ? this.#cut(open, this.#rules.ruledOut.places(open.map(partText).join(''))) : open;
    return {prose: left.map(part => this.#part(part))};
  }

  /** Figures are sealed before. */
  #part(part: Part): Part {
    if (typeof part === 'string') return this.#clean(part);
    if (isFigure(part)) return part;
    if ('name' in part) return {name: this.#text(part.name)};
    return 'quote' in part ? this.#quote(part) : part;
  }

  #quote({quote, span, disclosure}: Quote): Quote {
    if (disclosure === 'confidential') {
      this.#sealed++;
      return {quote: KEPT, disclosure};
    }
    const text = disclosure === 'public' ? this.#clean(redactExactly(quote, this.#own)) : this.#text(quote);
    return {quote: text, disclosure, ...(span === undefined ? {} : {span: this.#place(span)})};
  }

  /** The parts without secrets of the reader's own words that only other parts make one: "in millions" + "18.73". */
  #withoutSplit(parts: readonly Part[]): readonly Part[] {
    const {secrets, isOurs} = this.#rules;
    if (secrets.length === 0 || parts.length < 2) return parts;
    let at = 0;
    const words = parts.flatMap((part, index): readonly (readonly [number, number])[] => {
      const [from, to] = [at, at + partText(parts[index] as Part).length];
      at = to;
      const isWords = typeof part === 'object' && 'quote' in part && part.disclosure !== 'public';
      return isWords && isOurs?.(part.quote) !== true ? [[from, to]] : [];
    });
    if (words.length === 0) return parts;
    const places = secretPlaces(parts.map(partText).join(''), secrets).filter(([from, to]) =>
      words.some(([start, end]) => from >= start && to <= end),
    );
    return places.length === 0 ? parts : this.#cut(parts, places);
  }

  /** The parts without some stretches, also where one runs over several of them: "Citadel" + " offers". */
  #cut(parts: readonly Part[], places: readonly (readonly [number, number])[]): readonly Part[] {
    const texts = parts.map(partText);
    let at = 0;
    return parts.flatMap((part, index): readonly Part[] => {
      const [from, to] = [at, at + (texts[index] ?? '').length];
      at = to;
      const touched = places.filter(([start, end]) => start < to && end > from);
      if (touched.length === 0) return [part];
      // A stretch is marked once, where it begins.
      const begins = touched.some(([start]) => start >= from);
      if (isFigure(part)) this.#sealed++;
      if (typeof part !== 'string' && !('quote' in part)) return begins ? [KEPT] : [];
      const text = texts[index] ?? '';
      let out = '';
      let done = 0;
      for (const [start, end] of touched) {
        out += text.slice(done, Math.max(start - from, 0)) + (start >= from ? KEPT : '');
        done = Math.min(end - from, text.length);
      }
      out += text.slice(done);
      return [typeof part === 'string' ? out : {...part, quote: out}];
    });
  }

  /** The reader's own words, without numbers that tell a secret and without what is ruled out. */
  #text(text: string): string {
    const known = this.#texts.get(text) ?? this.#clean(this.#untold(text));
    this.#texts.set(text, known);
    return known;
  }

  #untold(text: string): string {
    const known = this.#untolds.get(text);
    if (known !== undefined) return known;
    const left = this.#rules.isOurs?.(text) === true ? text : redact(text, this.#rules.secrets);
    this.#untolds.set(text, left);
    return left;
  }

  #clean(text: string): string {
    return this.#rules.ruledOut.without(text, KEPT);
  }
}

/** What the seal reads and nobody prints, taken off. */
function stripped(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(stripped);
  if (isFigure(value)) return value;
  if (isProse(value)) return {prose: value.prose};
  const {about: _, reach: __, ifSealed: ___, ...rest} = value as Readonly<Record<string, unknown>> & Guarded;
  return Object.fromEntries(Object.entries(rest).map(([key, one]) => [key, stripped(one)]));
}

function sealed(figure: Known): Sealed {
  return {figure: 'sealed', tier: figure.evidence.tier};
}

function isQuote(value: object): value is Quote {
  return 'quote' in value && typeof value.quote === 'string' && 'disclosure' in value;
}

/** A span, or whatever says where it stands: a finding. */
function isPlace(node: object): node is {readonly file: string} {
  return 'file' in node && typeof node.file === 'string' && 'line' in node && 'column' in node;
}
