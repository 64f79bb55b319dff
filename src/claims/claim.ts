import {type Evidence, type Quantity, sameUnit, type Span, strictest, weakest} from '../base/index.ts';
import {
  asQuantity,
  type ConfidenceInterval,
  type Figure,
  formula,
  guideQuote,
  head,
  type Input,
  type Insert,
  isKnown,
  join,
  KEPT,
  type Known,
  type Prose,
  quote,
  resultStyle,
  type Subject,
  say,
  styled,
  tierOf,
  type WorkedFigure,
  worked,
  write,
} from '../figure/index.ts';
import {type Figure as GuideFigure, guideFigure} from '../guide/index.ts';
import type {Claim, ClaimInput, Working} from './types.ts';

/**
 * How far a result may stand from a stated figure and still be called the same: people round ("approximately $5.2M"
 * for 5,256,000). Two percent is our choice; every working is shown, so that a reader may choose another.
 */
const TOLERANCE = 0.02;

function agrees(stated: Quantity, result: Quantity): boolean {
  return sameUnit(stated.unit, result.unit) && near(stated.value, result.value);
}

function near(stated: number, result: number): boolean {
  return Math.abs(result - stated) <= TOLERANCE * Math.abs(stated);
}

/** The number that formulas take of a figure: of a range its low end. */
export function numberOf({quantity: of}: Known): Quantity {
  return 'value' in of ? of : {value: of.low, unit: of.unit};
}

/** An input with the place that the ledger names beside it, where it is one of the case's or the guide's own. */
export interface Placed extends Input {
  readonly span?: Span;
}

/** A working whose result may go into other formulas. */
export interface Worked extends Working {
  readonly result: {readonly quantityOf: WorkedFigure};
}

interface Making {
  /** Whose words the labels and constants are: the guide's, which anybody may read, unless told. */
  readonly by?: Claim['by'];
  readonly interval?: ConfidenceInterval | undefined;
  readonly subject?: Subject | undefined;
  /** Where the formula itself tells a secret, or the case itself names the result. */
  readonly disclosure?: Known['disclosure'];
}

/**
 * Puts the inputs into a formula and compares the result with what is stated; with nothing where the result itself is what
 * is stated. Throws as `evaluate` does.
 */
export function work(
  text: string,
  inputs: readonly Input[],
  stated: Known | null,
  assumption: Prose,
  {by = 'guide', ...more}: Making = {},
): Worked {
  const bare = worked(text, inputs, more);
  const quantity = bare.quantity as Quantity;
  const result = {...bare, style: resultStyle(quantity)};
  const own = (words: string) => (by === 'me' ? quote(words) : guideQuote(words));
  const told = (each: (input: Input) => Insert) => spelled(text, inputs, each, own);
  return {
    assumption,
    formula: told(({label}) => (by === 'me' ? quote(label) : label)),
    shown: say`${told(({figure}) => inNumbers(figure))} = ${result}`,
    result: asQuantity(result) as Worked['result'],
    resultText: say`${result}`,
    agrees: stated === null || agrees(numberOf(stated), quantity),
  };
}

/** A formula with something in the place of each input, and of each number that stands in it. */
export function spelled(
  text: string,
  inputs: readonly Input[],
  each: (input: Input) => Insert,
  constant: (text: string) => Insert,
): Prose {
  const named = (name: string) => {
    const input = inputs.find(one => one.name === name);
    return input === undefined ? name : each(input);
  };
  return join(
    write<Insert>(formula(text), named, constant).map(piece => say`${piece}`),
    '',
  );
}

/** A figure as a formula prints it: `99.997%`, `15.0343 minutes`. */
function inNumbers(figure: Figure): Figure {
  return styled(figure, 'full', isKnown(figure) && isPercent(figure) ? {share: true} : {});
}

/** Whether a figure is told in percent. */
function isPercent({style: {as, share}}: Known): boolean {
  return share ?? as === 'share';
}

interface Draft
  extends Omit<Claim, 'id' | 'evidence' | 'disclosure' | 'by' | 'headline' | 'inputs' | 'stated' | 'facts'> {
  readonly by?: Claim['by'];
  readonly headline?: boolean;
  readonly facts?: readonly string[];
  readonly stated: Figure;
  readonly inputs: readonly Placed[];
  /** What stands behind the claim beside its inputs: the guide's own word, unless told. */
  readonly evidence?: Evidence;
  readonly disclosure?: Claim['disclosure'];
}

/** Completes a claim: it is as strong as its weakest support and as secret as its most secret input. */
export function claim(draft: Draft): Omit<Claim, 'id'> {
  const {says, stated, inputs, subject, span} = draft;
  const own = draft.evidence ?? (span === undefined ? undefined : guideEvidence(span));
  const behind = [...(own === undefined ? [] : [own]), ...inputs.map(({figure}) => evidenceOf(figure))];
  const tier = weakest(behind.map(one => one.tier));
  return {
    by: 'guide',
    headline: false,
    facts: [],
    ...(subject === null ? {} : {about: [subject]}),
    ...draft,
    says: head(says),
    stated: asQuantity(stated),
    inputs: inputs.map(listed),
    evidence: behind.find(one => one.tier === tier) ?? {tier, source: 'arithmetic'},
    disclosure: draft.disclosure ?? strictest(inputs.map(({figure}) => disclosureOf(figure))),
  };
}

/** An input that a guide asserts. */
export function guideInput(name: string, label: string, figure: GuideFigure, subject?: Subject): Placed {
  return {name, label, figure: guideFigure(figure, subject), span: figure.span};
}

function listed({name, label, figure, span}: Placed): ClaimInput {
  return {
    name,
    label,
    shown: say`${figure}`,
    evidence: evidenceOf(figure),
    disclosure: disclosureOf(figure),
    ...(span === undefined ? {} : {span}),
  };
}

/** Of the guide, the line is named. */
function evidenceOf(figure: Figure): Evidence {
  if (!isKnown(figure)) return {tier: tierOf(figure), source: KEPT};
  const {evidence} = figure;
  return figure.figure === 'read' && evidence.tier === 'guide' ? guideEvidence(figure.span) : evidence;
}

function disclosureOf(figure: Figure): Known['disclosure'] {
  return isKnown(figure) ? figure.disclosure : 'confidential';
}

function guideEvidence(span: Span): Evidence {
  return {tier: 'guide', source: `${span.file}:${span.line}`};
}
