import {type Evidence, type Span, strictest, weakest} from '../base/index.ts';
import {agrees} from './agreement.ts';
import type {Figure} from '../guide/index.ts';
import {evaluate, type Formula, formula, showFormula, showWorking} from './formula.ts';
import {quantityOf} from './quote.ts';
import {showResult} from './show.ts';
import type {Claim, Input, Working} from './types.ts';

/** Puts the inputs into `text` and compares the result with what is stated. Throws as `evaluate` does. */
export function work(
  text: string | Formula,
  inputs: readonly Input[],
  stated: Claim['stated'],
  assumption: string,
): Working {
  const read = typeof text === 'string' ? formula(text) : text;
  const result = evaluate(read, inputs);
  return {
    assumption,
    formula: showFormula(read, inputs),
    shown: `${showWorking(read, inputs)} = ${showResult(result)}`,
    result,
    resultText: showResult(result),
    agrees: agrees(stated, result),
  };
}

type Draft = Omit<Claim, 'id' | 'evidence' | 'disclosure' | 'by' | 'headline'> & {
  readonly by?: Claim['by'];
  readonly headline?: boolean;
  /** What stands behind the claim beside its inputs: the guide's own word, unless told. */
  readonly evidence?: Evidence;
};

/** Completes a claim: it is as strong as its weakest support and as secret as its most secret input. */
export function claim(draft: Draft): Omit<Claim, 'id'> {
  const own = draft.evidence ?? (draft.span === undefined ? undefined : guideEvidence(draft.span));
  const behind = [...(own === undefined ? [] : [own]), ...draft.inputs.map(input => input.evidence)];
  const tier = weakest(behind.map(one => one.tier));
  return {
    by: 'guide',
    headline: false,
    ...draft,
    evidence: behind.find(one => one.tier === tier) ?? {tier, source: 'arithmetic'},
    disclosure: strictest(draft.inputs.map(input => input.disclosure)),
  };
}

function guideEvidence(span: Span): Evidence {
  return {tier: 'guide', source: `${span.file}:${span.line}`};
}

/** An input that a guide asserts. */
export function guideInput(name: string, label: string, figure: Figure): Input {
  return {
    name,
    label,
    quantity: quantityOf(figure),
    share: figure.kind === 'percent',
    evidence: guideEvidence(figure.span),
    disclosure: 'public',
    span: figure.span,
  };
}
