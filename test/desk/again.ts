import {currencyOf, ONE, sameUnit, source, type Span} from '../../src/base/index.ts';
import {readAmount} from '../../src/case/amount.ts';
import {
  evaluate,
  formula,
  isKnown,
  KEPT,
  type Known,
  numbersIn,
  type ReadFigure,
  type WorkedFigure,
} from '../../src/figure/index.ts';
import type {EstimatedFigure} from '../../src/figure/figure.ts';
import {placeIn} from '../../src/market/index.ts';
import {figuresIn} from '../guide/figures-in.ts';
import {knownWithin} from './within.ts';

/** What it takes to get a figure again. */
export interface Grounds {
  /** The text of a file, by the name that spans call it by. */
  readonly text: (file: string) => string;
  /** What the record answers to the same questions, asked anew. */
  readonly asked: ReadonlySet<string>;
}

/** What is wrong with a figure: why it cannot be got again in the way that its kind says. Null where nothing is. */
export function faultOf(figure: Known, {text, asked}: Grounds): string | null {
  switch (figure.figure) {
    case 'read':
      return readFault(figure, text);
    case 'worked':
      return workedFault(figure);
    case 'estimated':
      if (figure.procedure in PROCEDURES) return procedureFault(figure);
      return asked.has(keyOf(figure)) ? null : `asked again, nothing gives ${keyOf(figure)}`;
    case 'measured':
      return asked.has(keyOf(figure)) ? null : `asked again, nothing gives ${keyOf(figure)}`;
    case 'assumed':
      return figure.evidence.tier === 'assumed' && figure.evidence.source === figure.why
        ? null
        : `a guess that passes for ${figure.evidence.tier}`;
  }
}

/** Procedures that need no more than their inputs. */
const PROCEDURES: Readonly<Record<string, (...inputs: readonly Known[]) => Known>> = {
  'market.placeIn': (amount, low, high) => placeIn(amount, low, high).share,
};

function procedureFault({procedure, inputs, quantity}: EstimatedFigure): string | null {
  const known = inputs.map(({figure}) => figure).filter(isKnown);
  if (known.length < inputs.length) return null;
  const again = PROCEDURES[procedure]?.(...known);
  return JSON.stringify(again?.quantity) === JSON.stringify(quantity) ? null : `${procedure} gives another`;
}

/** What a record was asked and what it said, of every figure of an answer. */
export function answersIn(value: unknown): ReadonlySet<string> {
  return new Set(knownWithin(value).map(({figure}) => keyOf(figure)));
}

function keyOf(figure: Known): string {
  const {quantity, subject} = figure;
  if (figure.figure === 'estimated') return JSON.stringify([figure.procedure, figure.seed, quantity]);
  if (figure.figure !== 'measured') return '';
  const {what, exchanges, at, from, to} = figure.question;
  return JSON.stringify([what ?? exchanges ?? at, from, to, figure.period, subject, quantity]);
}

export function endsOf({quantity}: Known): readonly [number, number] {
  return 'value' in quantity ? [quantity.value, quantity.value] : [quantity.low, quantity.high];
}

export function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

/** Whether all that a figure was worked out from may be seen. */
export function isOpen({formula: text, inputs}: WorkedFigure): boolean {
  return text !== KEPT && inputs.every(input => isKnown(input.figure));
}

function workedFault(figure: WorkedFigure): string | null {
  if (!isOpen(figure)) return null;
  const parsed = formula(figure.formula);
  const faults = (['low', 'high'] as const).flatMap((end, at) => {
    const gives = evaluate(parsed, figure.inputs, end);
    const is = endsOf(figure)[at] as number;
    // Of a single number both ends are the same, but a formula over ranges would have two.
    if ('value' in figure.quantity && end === 'high') return [];
    return near(gives.value, is) && sameUnit(gives.unit, figure.quantity.unit)
      ? []
      : [
          `${figure.formula} gives ${gives.value} ${JSON.stringify(gives.unit)}, not ${is} ${JSON.stringify(figure.quantity.unit)}`,
        ];
  });
  return faults[0] ?? null;
}

/** A number as it stands at a place: of a range both ends. */
interface Stated {
  readonly low: number;
  readonly high: number;
  readonly currency: string | null;
}

function readFault(figure: ReadFigure, text: Grounds['text']): string | null {
  const {span} = figure;
  if (span.file.includes(KEPT)) return null;
  const whole = text(span.file);
  const misplaced = placeFault(span, whole);
  if (misplaced !== null) return misplaced;
  const stretch = stretchOf(span, whole);
  const stated = statedAt(figure, span, whole, stretch);
  const [low, high] = endsOf(figure);
  const currency = currencyOf(figure.quantity.unit) ?? null;
  const fits = (one: Stated) => one.currency === null || currency === null || one.currency === currency;
  const share = sameUnit(figure.quantity.unit, ONE);
  const there = stated.filter(fits).some(one => {
    if ('value' in figure.quantity) return near(one.low, low) || near(one.high, low);
    return near(one.low, low) && near(one.high, high);
  });
  return there
    ? null
    : `${low}${low === high ? '' : ` to ${high}`}${share ? ' (a share)' : ''} is not at ${span.file}:${span.line}:${span.column}, "${stretch.slice(0, 80)}"`;
}

/** Line, column and offset are one place. */
function placeFault(span: Span, whole: string): string | null {
  // Beside a secret an edition tells no offset.
  if (!('from' in span)) return null;
  const again = source(span.file, whole).span(span.from, span.to);
  const same = again.line === span.line && again.column === span.column && span.to > span.from;
  return same ? null : `${span.file}:${span.line}:${span.column} is not where its offset ${span.from} is`;
}

function stretchOf(span: Span, whole: string): string {
  if ('from' in span) return whole.slice(span.from, span.to);
  const line = whole.split('\n')[(span as Span).line - 1] ?? '';
  return line.slice((span as Span).column - 1);
}

function statedAt(figure: ReadFigure, span: Span, whole: string, stretch: string): readonly Stated[] {
  const share = sameUnit(figure.quantity.unit, ONE);
  if (/^data\/.*\.json$/.test(span.file)) return inJson(stretch);
  if (/\.ya?ml$/.test(span.file)) return inYaml(stretch, figure, share, 'from' in span);
  return inGuide(span, whole, stretch, share);
}

function single(value: number, currency: string | null = null): Stated {
  return {low: value, high: value, currency};
}

function inJson(stretch: string): readonly Stated[] {
  const value: unknown = JSON.parse(stretch);
  const [, hours, minutes] = typeof value === 'string' ? (/^(\d\d):(\d\d)$/.exec(value) ?? []) : [];
  if (hours !== undefined) return [single(60 * Number(hours) + Number(minutes))];
  return typeof value === 'number' ? [single(value)] : [];
}

/** One value as somebody typed it. What may be a percent is so written where a share is wanted. */
function inYaml(stretch: string, figure: ReadFigure, share: boolean, exact: boolean): readonly Stated[] {
  const typed = exact
    ? [stretch]
    : numbersIn(stretch).map(({from, to}) => stretch.slice(Math.max(0, from - 1), to + 1));
  const home = currencyOf(figure.quantity.unit) ?? null;
  return typed.flatMap(one => {
    const bare = one.trim().replace(/^["']|["',}]$/g, '');
    const number = bare === '' ? Number.NaN : Number(bare.replace(/%$/, ''));
    if (Number.isFinite(number)) return [single(number), ...(share ? [single(number / 100)] : [])];
    const amount = readAmount(bare, {home});
    return 'amount' in amount ? [single(amount.amount, amount.currency)] : [];
  });
}

/** What the guide's own reader finds there; where it finds nothing, the bare numbers. */
function inGuide(span: Span, whole: string, stretch: string, share: boolean): readonly Stated[] {
  const found = toldOnLine(span, whole);
  const stated = found.flatMap(({low, high, kind, currency, unit}): readonly Stated[] => {
    const by = (factor: (value: number) => number) => ({low: factor(low), high: factor(high), currency});
    if (kind === 'percent') return share ? [by(value => value / 100)] : [];
    return kind === 'duration' && unit !== null
      ? [by(value => (unit === 'hour' ? value * 60 : value))]
      : [by(value => value)];
  });
  if (stated.length > 0) return stated;
  return numbersIn(stretch).flatMap(({values}) =>
    values.flatMap(value => [single(value), ...(share ? [single(value / 100)] : [])]),
  );
}

/** The figures of a place, each with what the words around it say of it: "from 4 hours". */
function toldOnLine({file, from, to}: Span, whole: string): ReturnType<typeof figuresIn> {
  const [start, end] = [whole.lastIndexOf('\n', from - 1) + 1, whole.indexOf('\n', to)];
  const line = figuresIn(source(file, whole), start, end < 0 ? whole.length : end);
  return line.filter(one => one.span.from >= from && one.span.to <= to);
}
