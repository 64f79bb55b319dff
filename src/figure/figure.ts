import type {Disclosure, Evidence, Quantity, Span, Tier, Unit} from '../base/index.ts';
import type {Subject} from './subject.ts';

/** Two ends with their unit: `$175K to $225K`. */
export interface QuantityRange {
  readonly low: number;
  readonly high: number;
  readonly unit: Unit;
}

/** Between which the truth lies, in the unit of the figure, and how often such intervals hold it: 0.95. */
export interface ConfidenceInterval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

/** How a figure is printed. `show` has an example of each. */
export interface Style {
  readonly as:
    | 'full'
    | 'money'
    | 'short'
    | 'share'
    | 'known'
    | 'factor'
    | 'written'
    | 'magnitude'
    | 'clock'
    | 'uptime'
    | 'minutes'
    | 'wholeMinutes'
    | 'duration'
    | 'times'
    | 'level'
    | 'ends'
    | 'interval';
  /** Significant digits, of `short`, `share`, `factor` and `minutes`. */
  readonly digits?: number;
  /** A bare number that is told as a percentage, whatever its size. */
  readonly share?: boolean;
  /** Of `written` the words that stand at the figure's place; of `times` what it is so many times. */
  readonly text?: string;
  /** Whether its interval is printed behind it: `99.98% (95%: 99.9% to 99.99%)`. */
  readonly interval?: boolean;
}

interface Common {
  readonly quantity: Quantity | QuantityRange;
  readonly style: Style;
  readonly interval?: ConfidenceInterval;
  readonly subject?: Subject;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
  /** What the case lets be told in its place where it may not be shown itself: its order of magnitude, a ratio. */
  readonly told?: Known;
}

/** It stands at its place: the reader that read it reads the same value there again. */
export interface ReadFigure extends Common {
  readonly figure: 'read';
  readonly span: Span;
}

/** Asked of a record: asking again gives it. */
export interface MeasuredFigure extends Common {
  readonly figure: 'measured';
  /** What was asked, as plain data: `{what: 'uptime', from: '2025-10-01', to: '2026-09-30', …}`. */
  readonly question: Readonly<Record<string, unknown>>;
  /** First and last day. */
  readonly period: {readonly from: string; readonly to: string};
  /** Names of the record's sources that had a say; none where they are an employer's, whose names are its own. */
  readonly sources: readonly string[];
}

/** `evaluate(formula, inputs)` gives it. */
export interface WorkedFigure extends Common {
  readonly figure: 'worked';
  readonly formula: string;
  readonly inputs: readonly Input[];
}

/** A named procedure gives it, called again with its seed and inputs. */
export interface EstimatedFigure extends Common {
  readonly figure: 'estimated';
  readonly procedure: string;
  readonly seed: number;
  readonly inputs: readonly Input[];
}

/** A guess: printed as one, and never spoken. */
export interface AssumedFigure extends Common {
  readonly figure: 'assumed';
  readonly why: string;
}

export type Known = ReadFigure | MeasuredFigure | WorkedFigure | EstimatedFigure | AssumedFigure;

/** What is left of a figure that an edition does not show. */
export interface Sealed {
  readonly figure: 'sealed';
  readonly tier: Tier;
}

/** A number that knows where it is from; or, in an edition that may not show it, that there is one. */
export type Figure = Known | Sealed;

/** A named number that goes into a formula. */
export interface Input {
  /** The name that the formula calls it by: `pods`, `dailyPnl`. */
  readonly name: string;
  /** What it is, in words: "combined daily PnL". */
  readonly label: string;
  readonly figure: Figure;
}

const KINDS: ReadonlySet<unknown> = new Set<Figure['figure']>([
  'read',
  'measured',
  'worked',
  'estimated',
  'assumed',
  'sealed',
]);

export function isFigure(value: unknown): value is Figure {
  return typeof value === 'object' && value !== null && 'figure' in value && KINDS.has(value.figure);
}

export function isKnown(figure: Figure | undefined | null): figure is Known {
  return figure !== undefined && figure !== null && figure.figure !== 'sealed';
}

/** The figure's number: of a range its low end. NaN for a sealed one. */
export function valueOf(figure: Figure): number {
  if (figure.figure === 'sealed') return Number.NaN;
  return 'value' in figure.quantity ? figure.quantity.value : figure.quantity.low;
}

/** The high end of a range, and the number of a figure that is none. */
export function highOf(figure: Figure): number {
  if (figure.figure === 'sealed') return Number.NaN;
  return 'value' in figure.quantity ? figure.quantity.value : figure.quantity.high;
}

export function tierOf(figure: Figure): Tier {
  return figure.figure === 'sealed' ? figure.tier : figure.evidence.tier;
}

export function isSecret(figure: Figure): boolean {
  return figure.figure === 'sealed' || figure.disclosure === 'confidential';
}

/** The same figure printed otherwise: `styled(base, 'short')` is `$190K` where it was `$190,000`. */
export function styled<F extends Figure>(figure: F, as: Style['as'], more: Omit<Style, 'as'> = {}): F {
  return figure.figure === 'sealed' ? figure : {...figure, style: {as, ...more}};
}

/** The same figure of another subject, for instance an anchor that becomes an ask. */
export function about<F extends Figure>(figure: F, subject: Subject | undefined): F {
  if (figure.figure === 'sealed' || subject === undefined) return figure;
  return {...figure, subject};
}
