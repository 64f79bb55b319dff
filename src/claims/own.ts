import {
  atLeast,
  ONE,
  type Quantity,
  quantity,
  sameUnit,
  source,
  type Tier,
  UnitError,
} from '../base/index.ts';
import {figuresIn} from '../guide/index.ts';
import {near} from './agreement.ts';
import {claim, work} from './claim.ts';
import {evaluate, type Formula, FormulaError, formula, namesIn} from './formula.ts';
import {quantityOf, showFigure} from './quote.ts';
import {showResult} from './show.ts';
import type {Claim, Fact, Input, OwnClaim, Verdict} from './types.ts';

/** The weakest evidence on which the reader's own figure may be spoken as a fact. */
export const SPOKEN_FROM: Tier = 'documented';

/** Every fact of the case as a claim: what the reader could say of their own record, and on what it stands. */
export function factClaims(facts: readonly Fact[]): readonly Claim[] {
  return facts.map(fact => ({
    id: `fact-${fact.name}`,
    ...claim({
      says: fact.label,
      by: 'me',
      stated: fact.quantity,
      statedText: shown(fact),
      inputs: [fact],
      workings: [],
      verdict: backed([fact], 'as the case states it'),
      evidence: fact.evidence,
      span: fact.span,
    }),
  }));
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
    const loose = wordsBeyond(
      own.says,
      stated,
      inputs.map(input => input.quantity),
    );
    const verdict: Verdict = !working.agrees
      ? {kind: 'does not hold', because: 'the formula gives another figure', instead: working.shown}
      : loose !== undefined
        ? {
            kind: 'does not hold',
            because: `its words say ${loose}, which nothing gives`,
            instead: working.shown,
          }
        : backed(inputs, working.shown);
    return claim({...base, stated, statedText: showResult(stated), inputs, workings: [working], verdict});
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

/**
 * The first figure in the reader's words that is neither the result nor an input, as it reads; undefined where none is.
 * A length of time or a count of something else may describe the claim ("no incident of over 5 minutes"), and stays.
 */
function wordsBeyond(says: string, result: Quantity, inputs: readonly Quantity[]): string | undefined {
  const loose = figuresIn(source('says', says), 0, says.length).find(figure => {
    const said = quantityOf(figure);
    const asserts = figure.kind === 'money' || figure.kind === 'percent' || sameUnit(said.unit, result.unit);
    return asserts && ![result, ...inputs].some(one => near(said.value, one.value));
  });
  return loose === undefined ? undefined : showFigure(loose);
}

function backed(inputs: readonly Input[], because: string): Verdict {
  const weak = inputs.filter(input => !atLeast(input.evidence.tier, SPOKEN_FROM));
  if (weak.length === 0) return {kind: 'holds', because};
  return {
    kind: 'cannot be checked',
    because: weak.map(input => `${input.label} is ${input.evidence.tier} only`).join('; '),
    needs: 'an export, a letter or a contract that shows it',
  };
}

function shown(fact: Fact): string {
  return fact.share ? `${Number((fact.quantity.value * 100).toPrecision(8))}%` : showResult(fact.quantity);
}
