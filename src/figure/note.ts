import {type Span, showSpan, type Tier} from '../base/index.ts';
import {type Figure, highOf, isKnown, type Known, tierOf, valueOf, type WorkedFigure} from './figure.ts';
import {formula, inputNamed, write} from './formula.ts';
import {day, type Insert, type Prose, prose, quote, say} from './prose.ts';
import {KEPT} from './show.ts';

/** What a figure stands on, as a footnote tells it. Figures of one key share a note. */
export interface Note {
  readonly key: string;
  readonly tier: Tier;
  /** Where a read figure stands; null for every other. */
  readonly where: Span | null;
  /** Whose it is, or how it came about; its figures have notes of their own. */
  readonly text: Prose;
}

/** The note of a figure; null for a sealed one, of which nothing is told. */
export function noteOf(figure: Figure): Note | null {
  if (!isKnown(figure)) return null;
  const {tier, source} = figure.evidence;
  switch (figure.figure) {
    case 'read': {
      const where = showSpan(figure.span);
      // A place that begins with the source says it already.
      const text = where.startsWith(`${source}:`) || where === source ? say`` : say`${quote(source)}`;
      return {key: `${tier} ${where} ${source}`, tier, where: figure.span, text};
    }
    case 'measured': {
      const {from, to} = figure.period;
      const dated = source.includes(from) && source.includes(to);
      const text = dated ? say`${quote(source)}` : say`${quote(source)}, ${day(from)} to ${day(to)}`;
      return {key: `${tier} ${source} ${from} ${to}`, tier, where: null, text};
    }
    case 'worked': {
      const only = renamed(figure);
      if (only !== null) return noteOf(only);
      return {key: `${tier} ${workedKey(figure)}`, tier, where: null, text: howWorked(figure)};
    }
    case 'estimated':
      return {
        key: `${tier} ${keyOf(figure)}`,
        tier,
        where: null,
        text: say`${quote(inPlainWords(figure.procedure))}, ${quote(source)}`,
      };
    case 'assumed':
      return {key: `${tier} ${keyOf(figure)}`, tier, where: null, text: say`${quote(figure.why)}`};
  }
}

/** `impact.simulatedYear` as "simulated year". */
function inPlainWords(procedure: string): string {
  const name = procedure.slice(procedure.lastIndexOf('.') + 1);
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

/** What tells figures apart that were worked out: how, and from what. */
function keyOf(figure: Figure): string {
  if (!isKnown(figure)) return `sealed ${tierOf(figure)}`;
  if (figure.figure === 'assumed') return `${figure.why} = ${endsOf(figure)}`;
  if (figure.figure !== 'worked' && figure.figure !== 'estimated') return noteOf(figure)?.key ?? '';
  const how = figure.figure === 'worked' ? figure.formula : `${figure.procedure} ${figure.seed}`;
  // What a procedure draws from the record itself is told in the same words, whatever it gives.
  if (figure.figure === 'estimated' && figure.inputs.length === 0) return `${how} ${figure.evidence.source}`;
  // Both ends of a range stand at one place: `$50K / 2.5%` and `$90K / 2.5%` differ by what they give.
  return `${how} = ${endsOf(figure)} of ${figure.inputs.map(input => `${input.name}=${keyOf(input.figure)}`).join('; ')}`;
}

function endsOf(figure: Known): string {
  return `${valueOf(figure)} ${highOf(figure)}`;
}

/** The figure that a formula of one name gives as it is, and that has no place of its own; null for any other formula. */
function renamed({formula: text, inputs}: WorkedFigure): Figure | null {
  const only = inputs.length === 1 ? inputs[0] : undefined;
  if (only === undefined || only.name !== text || !isKnown(only.figure)) return null;
  return only.figure.figure === 'read' ? null : only.figure;
}

/** Of figures over what is kept back, notes would say the same: they share one. */
function workedKey(figure: WorkedFigure): string {
  return isOpen(figure) ? keyOf(figure) : 'kept back';
}

/** Whether all that it was worked out from may be shown. */
export function isOpen({formula: text, inputs}: WorkedFigure): boolean {
  return text !== KEPT && inputs.every(input => isKnown(input.figure));
}

/** `worked out: 2.5% × $42,500,000 per day × 252 days per year`, each figure with its own note. */
function howWorked(figure: WorkedFigure): Prose {
  const {formula: text, inputs} = figure;
  if (!isOpen(figure)) return say`worked out from what is kept back`;
  if (inputs.length === 0) return say`worked out`;
  const named = (name: string) => inputNamed(inputs, name).figure;
  // A constant of the formula is a word of it, open as the formula is.
  const constant = (shown: string) => quote(shown, {disclosure: 'public'});
  return prose(['worked out: ', ...write<Insert>(formula(text), named, constant)]);
}
