import {
  atLeast,
  ONE,
  type Quantity,
  quantity,
  sameUnit,
  type Tier,
  UnitError,
  weakest,
} from '../base/index.ts';
import {claim, work} from './claim.ts';
import {evaluate, type Formula, FormulaError, formula, namesIn} from './formula.ts';
import {numbersIn, type Written} from './digits.ts';
import {marginOf, marginOver, showFact, withMargin} from './margin.ts';
import {showResult} from './show.ts';
import type {Claim, Fact, Input, Margin, OwnClaim, Verdict, Working} from './types.ts';

/** The weakest evidence on which the reader's own figure may be spoken as a fact. */
export const SPOKEN_FROM: Tier = 'documented';

/** Every fact of the case as a claim: what the reader could say of their own record, and on what it stands. */
export function factClaims(facts: readonly Fact[]): readonly Claim[] {
  return facts.map(fact => {
    const margin = marginOf(fact);
    const statedText = withMargin(showFact(fact), margin);
    const because =
      margin === undefined ? 'as the case states it' : `measured: ${statedText}, ${margin.method}`;
    const basis = fact.measured?.basis;
    const inputs = basis?.inputs ?? [fact];
    const workings =
      basis === undefined ? [] : [work(basis.formula, inputs, fact.quantity, basis.assumption)];
    return {
      id: `fact-${fact.name}`,
      ...claim({
        says: fact.label,
        by: 'me',
        stated: fact.quantity,
        statedText,
        inputs,
        workings: workings.map(one => ({...one, resultText: showFact(fact)})),
        // A look at the calendar, open to everybody, is no paper that anyone would ask for.
        verdict: backed(
          basis === undefined ? inputs : inputs.filter(({evidence}) => evidence.tier !== 'published'),
          because,
          margin,
        ),
        evidence: fact.evidence,
        span: fact.span,
        ...(margin === undefined ? {} : {margin}),
      }),
    };
  });
}

/** The reader's own claims, worked out over their facts. A formula that fails is a claim that cannot be checked. */
export function ownClaims(claims: readonly OwnClaim[], facts: readonly Fact[]): readonly Claim[] {
  return claims.map(own => ({id: own.id, ...worked(own, facts)}));
}

function worked(own: OwnClaim, facts: readonly Fact[]): Omit<Claim, 'id'> {
  const base = {
    says: own.says,
    by: 'me' as const,
    span: own.span,
    evidence: {tier: 'measured' as const, source: 'arithmetic'},
  };
  try {
    const read: Formula = formula(own.formula);
    const inputs = facts.filter(fact => namesIn(read).includes(fact.name));
    const stated = own.stated ?? evaluate(read, inputs);
    const working = work(read, inputs, stated, 'as the case states it');
    const margin = marginOver(read, inputs, working.result);
    const loose = wordsBeyond(own.says, working.result, inputs);
    const verdict: Verdict = !roundsTo(stated, working.result)
      ? {kind: 'does not hold', because: 'the formula gives another figure', instead: working.shown}
      : loose !== undefined
        ? {
            kind: 'does not hold',
            because:
              margin === undefined
                ? `its words say "${loose}", which neither the formula nor a fact gives`
                : `the record does not show "${loose}"`,
            instead: recordShows(read, inputs, working, margin),
          }
        : backed(inputs, withMargin(working.shown, margin), margin);
    const how = margin === undefined ? {} : {margin};
    const paper = weakest(inputs.map(input => input.evidence.tier));
    return claim({
      ...base,
      // Arithmetic is as firm as it gets: what the claim stands on is its facts.
      evidence: inputs.find(input => input.evidence.tier === paper)?.evidence ?? base.evidence,
      stated,
      statedText: showResult(stated),
      inputs,
      workings: [working],
      verdict,
      ...how,
    });
  } catch (error) {
    if (!(error instanceof FormulaError || error instanceof UnitError)) throw error;
    const verdict: Verdict = {
      kind: 'cannot be checked',
      because: error.message,
      needs: 'a formula over facts of the case',
    };
    const stated = own.stated ?? quantity(Number.NaN, ONE);
    return claim({
      ...base,
      stated,
      statedText: own.stated === null ? '' : showResult(stated),
      inputs: facts,
      workings: [],
      verdict,
    });
  }
}

/** The figure that does hold: of a claim that only repeats a measured fact, the fact as it was measured. */
function recordShows(
  {kind}: Formula,
  inputs: readonly Input[],
  {shown}: Working,
  margin: Margin | undefined,
): string {
  const [only] = inputs;
  return withMargin(
    kind === 'name' && margin !== undefined && only !== undefined ? showFact(only) : shown,
    margin,
  );
}

/** Whether a figure stated in case.yaml is the result, rounded to the digits that were written. */
function roundsTo(stated: Quantity, result: Quantity): boolean {
  if (!sameUnit(stated.unit, result.unit)) return false;
  const scale = isShare(result) ? 100 : 1;
  const written = String(Number((stated.value * scale).toPrecision(12)));
  const decimals = written.split('.')[1]?.length ?? 0;
  return tells(stated.value * scale, result.value * scale, 0.5 * 10 ** -decimals, scale === 100);
}

/**
 * Whether a written number tells an exact one: rounded to its own digits, and by no more than a fiftieth. A percentage
 * is held by what it lacks of the whole as well: 99.997% is neither 100% nor 99.99%.
 */
function tells(written: number, exact: number, half: number, percent: boolean): boolean {
  const gap = Math.abs(written - exact);
  const tiny = 1e-9 * Math.abs(exact);
  if (gap > half + tiny || gap > Math.abs(exact) / 50 + tiny) return false;
  return !percent || exact < 95 || gap <= Math.abs(100 - exact) / 50 + tiny;
}

function isShare(of: Quantity): boolean {
  return sameUnit(of.unit, ONE) && Math.abs(of.value) <= 1;
}

/** Numbers and superlatives in words: no formula can be held against them, so a claim that will be spoken has digits. */
const IN_WORDS =
  /\b(?:zero|none|never|always|perfect\w*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred(?:th)?s?|thousand(?:th)?s?|millions?|billions?|dozens?|tenths?|thirds?|half|halved|doubl\w+|twice|thrice|tripl\w+|quadrupl\w+|\w+fold)\b/i;

/**
 * The first number in the reader's words that the claim does not give; undefined where there is none. It gives its
 * result, all of its inputs together ("from 240 to 15 minutes"), and what a fact says of itself in the same words.
 */
function wordsBeyond(says: string, result: Quantity, inputs: readonly Input[]): string | undefined {
  const labels = inputs.map(input => input.label.toLowerCase());
  const numbers = numbersIn(says);
  const told = (number: Written, exact: Quantity) => {
    const percent = /^\s?(?:%|％|per\s?cent)/i.test(says.slice(number.to));
    if (percent !== isShare(exact)) return false;
    return number.values.some(value => tells(value, exact.value * (percent ? 100 : 1), number.half, percent));
  };
  const labelled = ({from, to}: Written) => {
    const words = /^[^\p{L}]*\p{L}+/u.exec(says.slice(from, to + 24))?.[0].toLowerCase();
    return words !== undefined && labels.some(label => label.includes(words));
  };
  const given = (number: Written) => told(number, result);
  const ofInput = (number: Written) => inputs.some(input => told(number, input.quantity));
  const all = inputs.every(input => numbers.some(number => told(number, input.quantity)));
  const allowed = (number: Written) =>
    given(number) || labelled(number) || (ofInput(number) && (all || numbers.some(given)));
  const loose = numbers.find(number => !allowed(number));
  if (loose !== undefined) return says.slice(loose.from, loose.to);
  const word = IN_WORDS.exec(says)?.[0];
  return word !== undefined && !labels.some(label => label.includes(word.toLowerCase())) ? word : undefined;
}

function backed(inputs: readonly Input[], because: string, margin: Margin | undefined): Verdict {
  if (inputs.length === 0)
    return {
      kind: 'cannot be checked',
      because: 'no fact stands behind it',
      needs: 'a formula over facts of the case',
    };
  const weak = inputs.filter(input => !atLeast(input.evidence.tier, SPOKEN_FROM));
  if (weak.length === 0 && margin?.shown === false)
    return {
      kind: 'cannot be checked',
      because: `not shown: its interval, ${margin.interval?.ends}, includes no effect at all`,
      needs: 'a longer record, or one in which more happened',
    };
  if (weak.length === 0) return {kind: 'holds', because};
  return {
    kind: 'cannot be checked',
    because: weak.map(input => `${input.label} is ${input.evidence.tier} only`).join('; '),
    needs: 'an export, a letter or a contract that shows it',
  };
}
