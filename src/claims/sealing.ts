import {ONE, sameUnit} from '../base/index.ts';
import {
  head,
  isKnown,
  KEPT,
  type Known,
  quote,
  replaceNumbers,
  say,
  textOf,
  valueOf,
  worked,
} from '../figure/index.ts';
import {spelled} from './claim.ts';
import type {Claim, DisclosureRules, Fact, Telling, Verdict, Working} from './types.ts';

/**
 * The facts with what the case lets be told of the confidential ones: nothing, their order of magnitude, or how many times
 * another secret they are. The seal puts it in the figure's place.
 */
export function toldBy(rules: DisclosureRules, facts: readonly Fact[]): readonly Fact[] {
  return facts.map(fact => {
    const {figure} = fact;
    if (!isKnown(figure) || figure.disclosure !== 'confidential') return fact;
    const told = tell(fact, figure, rules.facts[fact.name] ?? rules.confidential, facts);
    return told === undefined ? fact : {...fact, figure: {...figure, told}};
  });
}

function tell({label}: Fact, figure: Known, rule: Telling, facts: readonly Fact[]): Known | undefined {
  const {subject} = figure;
  const input = {name: 'x', label, figure};
  if (rule.as === 'round') {
    // Of a share the size is the secret itself.
    if (sameUnit(figure.quantity.unit, ONE) || !(valueOf(figure) >= 1)) return undefined;
    return worked('magnitude(x)', [input], {style: {as: 'magnitude'}, subject, disclosure: 'private'});
  }
  if (rule.as === 'omit') return undefined;
  const other = facts.find(fact => fact.name === rule.to);
  if (other === undefined || !isKnown(other.figure) || other.figure.disclosure !== 'confidential')
    return undefined;
  if (!sameUnit(other.figure.quantity.unit, figure.quantity.unit) || valueOf(other.figure) === 0)
    return undefined;
  return worked('round(x / y, 2)', [input, {name: 'y', label: other.label, figure: other.figure}], {
    style: {as: 'times', text: other.label},
    subject,
    disclosure: 'private',
  });
}

/** What is said of a figure that may not be told, where its evidence would do. */
export const BEHIND_SECRETS = say`worked out from confidential figures`;

/**
 * A confidential claim, with what stands in its place where its figures are kept back: nothing in that is decided by one of
 * them. The verdict is given by whoever made the claim; whether a figure agreed is not told where one was stated.
 */
export function guarded(
  claim: Claim,
  sealed: {readonly verdict: Verdict; readonly compared: boolean},
): Claim {
  if (claim.disclosure !== 'confidential') return claim;
  const {margin: _, about: __, reach: ___, ...open} = claim;
  const ifSealed: Claim = {
    ...open,
    // What is worked out from a secret and told in words is as secret.
    says: claim.kind === 'own' ? withoutNumbers(claim) : claim.says,
    workings: claim.workings.map(one => closed(one, sealed.compared)),
    verdict: sealed.verdict,
  };
  return {...claim, ifSealed};
}

function withoutNumbers({says}: Claim): Claim['says'] {
  return head(say`${quote(replaceNumbers(textOf(says), () => KEPT))}`);
}

/** The formula in words without its numbers, for a constant written into it may be the secret; nothing of what it gives. */
function closed(working: Working, compared: boolean): Working {
  const figure = working.result.quantityOf;
  const kept = say`${KEPT}`;
  const formula =
    isKnown(figure) && figure.figure === 'worked'
      ? spelled(
          figure.formula,
          figure.inputs,
          ({label}) => quote(label),
          () => '…',
        )
      : kept;
  return {...working, formula, shown: kept, resultText: kept, agrees: !compared};
}
