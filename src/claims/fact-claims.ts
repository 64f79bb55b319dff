import {type Figure, isKnown, type Known, quote, say, styled, tierOf} from '../figure/index.ts';
import {claim, type Placed, work} from './claim.ts';
import {BEHIND_SECRETS, guarded} from './sealing.ts';
import {marginOf} from './margin.ts';
import {backed} from './verdict.ts';
import type {Claim, Fact} from './types.ts';

/** Every fact of the case as a claim: what the reader could say of their own record, and on what it stands. */
export function factClaims(facts: readonly Fact[]): readonly Claim[] {
  return facts.map(factClaim);
}

function factClaim(fact: Fact): Claim {
  const {name, label, figure, span, measured} = fact;
  const margin = marginOf(fact);
  // In the verdict stands the figure itself, so that it is seen to be kept back, whatever may be told in its place.
  const because =
    measured === undefined
      ? say`as the case states it`
      : say`measured: ${untold(figure)}, ${measured.method}`;
  const basis = isKnown(figure) && figure.figure === 'worked' && measured !== undefined ? figure : null;
  const inputs: readonly Placed[] = basis?.inputs ?? [fact];
  const workings = basis === null ? [] : [workingOf(basis, fact)];
  // A look at the calendar, open to everybody, is no paper that anyone would ask for.
  const behind = basis === null ? inputs : inputs.filter(input => tierOf(input.figure) !== 'published');
  return guarded(
    {
      id: `fact-${name}`,
      ...claim({
        kind: 'fact',
        subject: isKnown(figure) ? (figure.subject ?? null) : null,
        says: say`${quote(label, {span})}`,
        by: 'me',
        stated: figure,
        statedText: say`${figure}`,
        inputs,
        workings,
        verdict: backed(behind, because, margin),
        ...(isKnown(figure) ? {evidence: figure.evidence, disclosure: figure.disclosure} : {}),
        span,
        facts: [name],
        ...(margin === undefined ? {} : {margin}),
      }),
    },
    {verdict: backed(behind, BEHIND_SECRETS, undefined), compared: false},
  );
}

/** The formula behind a measured number: the result is told to the digits that it is known to. */
function workingOf(basis: Known & {readonly figure: 'worked'}, {measured}: Fact) {
  const {formula, inputs, disclosure, subject} = basis;
  const assumption = measured?.assumption ?? say`as the case states it`;
  const working = work(formula, inputs, basis, assumption, {by: 'me', disclosure, subject});
  const {interval: _, ...style} = basis.style;
  const {as, ...more} = style;
  return {...working, resultText: say`${styled(untold(basis), as, more)}`};
}

function untold<F extends Figure>(figure: F): F {
  if (!isKnown(figure)) return figure;
  const {told: _, ...rest} = figure;
  return rest as F;
}
