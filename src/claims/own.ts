import {type Disclosure, type Quantity, strictest, UnitError, weakest} from '../base/index.ts';
import {
  type Figure,
  formula,
  FormulaError,
  isKnown,
  isSecret,
  type Known,
  namesIn,
  type Prose,
  quote,
  read,
  redact,
  resultStyle,
  say,
  type Subject,
  textOf,
  tierOf,
} from '../figure/index.ts';
import {claim, numberOf, work, type Worked} from './claim.ts';
import {BEHIND_SECRETS, guarded} from './sealing.ts';
import {intervalOver, marginOver, withMargin} from './margin.ts';
import {backed} from './verdict.ts';
import type {Claim, Fact, Margin, OwnClaim, Verdict} from './types.ts';
import {hasNumbers, roundsTo, wordsBeyond} from './words.ts';

/** What a claim says of itself where its figures are kept back, but could be held against its words. */
const UNCOMPARED: Verdict = {
  kind: 'cannot be checked',
  because: BEHIND_SECRETS,
  needs: say`the figures themselves, which are kept back`,
};

/**
 * The reader's own claims, worked out over their facts. A formula that fails is a claim that cannot be checked. One whose
 * formula or result tells one of the `secrets` is as confidential as if it were worked out from it.
 */
export function ownClaims(
  claims: readonly OwnClaim[],
  facts: readonly Fact[],
  secrets: readonly number[],
): readonly Claim[] {
  return claims.map(own => {
    try {
      return workedOut(own, facts, secrets);
    } catch (error) {
      if (!(error instanceof FormulaError || error instanceof UnitError)) throw error;
      return unworkable(own, facts, error);
    }
  });
}

function workedOut(own: OwnClaim, facts: readonly Fact[], secrets: readonly number[]): Claim {
  const of = formula(own.formula);
  const names = namesIn(of);
  const inputs = facts.filter(fact => names.includes(fact.name));
  const subjects = subjectsOf(inputs);
  const [subject] = subjects;
  const interval = intervalOver(of, inputs);
  const workAs = (disclosure: Disclosure) => {
    const stated = own.stated === null ? null : statedFigure(own.stated, own, {subject, disclosure});
    const more = {by: 'me', subject, interval, disclosure} as const;
    return {stated, working: work(own.formula, inputs, stated, say`as the case states it`, more)};
  };
  const open = strictest(inputs.map(({figure}) => (isKnown(figure) ? figure.disclosure : 'confidential')));
  const first = workAs(open);
  const texts = [
    own.formula,
    textOf(first.working.resultText),
    first.stated === null ? '' : textOf(say`${first.stated}`),
  ];
  const tells = texts.some(text => redact(text, secrets) !== text);
  const disclosure = tells ? 'confidential' : open;
  const {stated, working} = tells ? workAs(disclosure) : first;
  const result = working.result.quantityOf;
  const margin = marginOver(result, inputs);
  const firmest = weakest(inputs.map(({figure}) => tierOf(figure)));
  const paper = inputs.find(({figure}) => tierOf(figure) === firmest)?.figure;
  const bare = backed(inputs, BEHIND_SECRETS, undefined);
  const compared = own.stated !== null || hasNumbers(own.says);
  return guarded(
    {
      id: own.id,
      ...claim({
        kind: 'own',
        subject: subject ?? null,
        about: subjects,
        says: say`${quote(own.says, {span: own.span})}`,
        by: 'me',
        span: own.span,
        // Arithmetic is as firm as it gets: what the claim stands on is its facts. Without one it is a guess.
        evidence: isKnown(paper) ? paper.evidence : NO_FACT,
        disclosure,
        stated: stated ?? result,
        statedText: say`${stated ?? result}`,
        inputs,
        workings: [working],
        verdict: verdictOf(own, inputs, working, margin, redact(own.says, secrets) !== own.says),
        facts: inputs.map(({name}) => name),
        ...(margin === undefined ? {} : {margin}),
      }),
    },
    {verdict: bare.kind === 'holds' && compared ? UNCOMPARED : bare, compared: own.stated !== null},
  );
}

function verdictOf(
  own: OwnClaim,
  facts: readonly Fact[],
  working: Worked,
  margin: Margin | undefined,
  isTelling: boolean,
): Verdict {
  const result = numberOf(working.result.quantityOf);
  if (own.stated !== null && !roundsTo(own.stated, result))
    return {kind: 'does not hold', because: say`the formula gives another figure`, instead: working.shown};
  const loose = wordsBeyond(own.says, result, facts);
  if (loose === undefined) return backed(facts, withMargin(working.shown, margin), margin);
  // Cut out of its words, a number is without what may make it a secret: "18.73" of "18.73 (in millions)".
  const said = quote(loose, {disclosure: isTelling ? 'confidential' : 'private'});
  return {
    kind: 'does not hold',
    because:
      margin === undefined
        ? say`its words say "${said}", which neither the formula nor a fact gives`
        : say`the record does not show "${said}"`,
    instead: recordShows(own, facts, working, margin),
  };
}

/** The figure that does hold: of a claim that only repeats a measured fact, the fact as it was measured. */
function recordShows(
  own: OwnClaim,
  [only]: readonly Fact[],
  {shown}: Worked,
  margin: Margin | undefined,
): Prose {
  const repeats = formula(own.formula).kind === 'name' && margin !== undefined && only !== undefined;
  return repeats ? say`${only.figure}` : withMargin(shown, margin);
}

const NO_FACT = {tier: 'assumed', source: 'no fact of the case'} as const;

/** A formula that cannot be worked out: of its words, the numbers may be secrets. */
function unworkable(own: OwnClaim, facts: readonly Fact[], error: Error): Claim {
  const needs = say`a formula over facts of the case`;
  const because = (text: string): Verdict => ({
    kind: 'cannot be checked',
    because: say`${quote(text)}`,
    needs,
  });
  const secret = facts.some(({figure}) => isSecret(figure));
  const stated: Figure =
    own.stated === null
      ? {figure: 'sealed', tier: 'assumed'}
      : statedFigure(own.stated, own, {disclosure: secret ? 'confidential' : 'private'});
  return guarded(
    {
      id: own.id,
      ...claim({
        kind: 'own',
        subject: null,
        says: say`${quote(own.says, {span: own.span})}`,
        by: 'me',
        span: own.span,
        evidence: NO_FACT,
        stated,
        statedText: own.stated === null ? say`` : say`${stated}`,
        inputs: facts,
        workings: [],
        verdict: because(error.message),
      }),
    },
    {verdict: because(error.message.replace(/\d[\d.,]*/g, '…')), compared: false},
  );
}

/** The figure that the reader means to say, where they wrote it. */
function statedFigure(
  of: Quantity,
  {span, place = span}: OwnClaim,
  more: {readonly subject?: Subject | undefined; readonly disclosure: Disclosure},
): Known {
  return read(of, place, {tier: 'stated', source: place.file}, {...more, style: resultStyle(of)});
}

/** What facts are about, each once, in the order of the case. */
function subjectsOf(facts: readonly Fact[]): readonly Subject[] {
  const found = facts.flatMap(({figure}) =>
    isKnown(figure) && figure.subject !== undefined ? [figure.subject] : [],
  );
  return [...new Set(found)];
}
