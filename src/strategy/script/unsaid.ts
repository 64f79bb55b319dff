import {type Claim, showVerdict} from '../../claims/index.ts';
import {head, quote, say} from '../../figure/index.ts';
import type {Situation} from '../types.ts';
import type {Withheld} from './types.ts';

// What is said nowhere, and why.

/** A claim that is left out, with what the ledger makes of it. */
export function withheld(claim: Claim): Withheld {
  return {
    text: head(claim.says),
    why: showVerdict(claim.verdict),
    claim: claim.id,
    span: claim.span ?? null,
    reach: 'call',
  };
}

/** What the guide would have the reader claim, and which does not stand; of offers, also what no paper backs. */
export function fromGuide(ledger: readonly Claim[]): readonly Withheld[] {
  const wrong = ({verdict, kind}: Claim) =>
    verdict.kind === 'does not hold' ||
    verdict.kind === 'holds only if' ||
    (verdict.kind === 'cannot be checked' && kind === 'competing');
  return ledger.filter(claim => claim.by === 'guide' && wrong(claim)).map(withheld);
}

/** What the case itself keeps out: claims that its record does not bear out, subjects ruled out, and secrets by name. */
export function fromCase({neverSay}: Situation, ledger: readonly Claim[]): readonly Withheld[] {
  const mine = ledger.filter(({by}) => by === 'me');
  const wrong = mine
    .filter(
      ({margin, disclosure, verdict}) =>
        margin !== undefined &&
        disclosure !== 'confidential' &&
        (verdict.kind === 'does not hold' || !margin.shown),
    )
    .map(claim => ({...withheld(claim), span: null}));
  const subjects = neverSay.map(
    (words): Withheld => ({
      text: head(say`${quote(words)}`),
      why: say`your case rules it out of every script`,
      claim: null,
      span: null,
      reach: 'call',
    }),
  );
  const secrets = mine
    .filter(({disclosure}) => disclosure === 'confidential')
    .map(
      ({says, id}): Withheld => ({
        text: head(says),
        why: say`it is an employer's: it leaves the desk in no form but the one your rules allow`,
        claim: id,
        span: null,
        reach: 'call',
      }),
    );
  return [...wrong, ...subjects, ...secrets];
}
