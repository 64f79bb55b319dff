import {replaceNumbers} from './digits.ts';
import {isSecret, sealInput} from './telling.ts';
import {factClaims, ownClaims} from './own.ts';
import {type Context, guideClaims} from './recognise/index.ts';
import {REDACTED, redact, sealWords} from './secrets.ts';
import type {Claim, DisclosureRules, Fact, OwnClaim, SealedClaim} from './types.ts';

/** What the ledger is made from. `guide` is null where the case has no guide that could be read. */
export interface LedgerInput {
  readonly guide: Context | null;
  readonly facts: readonly Fact[];
  readonly claims: readonly OwnClaim[];
  readonly rules: DisclosureRules;
  /** From `secretsOf`: numbers that no text may tell. */
  readonly secrets: readonly number[];
}

/**
 * Every number of the case that somebody may say, with its working and its verdict: the guide's claims, then the
 * reader's own, then their facts. Confidential figures end here: what comes out holds none.
 */
export function ledger({guide, facts, claims, rules, secrets}: LedgerInput): readonly SealedClaim[] {
  const known = facts.map(fact => sealWords(fact, secrets));
  const own = claims.map(one => ({...one, id: redact(one.id, secrets), says: redact(one.says, secrets)}));
  const all = [...(guide === null ? [] : guideClaims(guide)), ...ownClaims(own, known), ...factClaims(known)];
  return all.map(one =>
    isSecretClaim(one, secrets) ? sealSecret(one, rules, known) : seal(one, rules, known),
  );
}

/** Secret by its inputs, or because one of the reader's own figures or formulas tells a secret outright. */
function isSecretClaim(claim: Claim, secrets: readonly number[]): boolean {
  if (isSecret(claim.disclosure)) return true;
  const texts = [claim.statedText, ...claim.workings.flatMap(one => [one.formula, one.shown])];
  return claim.by === 'me' && texts.some(text => redact(text, secrets) !== text);
}

function seal(claim: Claim, rules: DisclosureRules, facts: readonly Fact[]): SealedClaim {
  return {...claim, inputs: claim.inputs.map(input => sealInput(input, rules, facts))};
}

function sealSecret(claim: Claim, rules: DisclosureRules, facts: readonly Fact[]): SealedClaim {
  const inputs = claim.inputs.map(input => sealInput(input, rules, facts));
  const {margin: _, ...open} = claim;
  const hidden = {shown: 'withheld', result: null, resultText: 'withheld'} as const;
  return {
    ...open,
    disclosure: 'confidential',
    // What is worked out from a secret and told in words is as secret.
    says: claim.id.startsWith('fact-') ? claim.says : replaceNumbers(claim.says, () => REDACTED),
    stated: null,
    statedText:
      inputs.length === 1 && claim.workings.length === 0 ? (inputs[0]?.shown ?? 'withheld') : 'withheld',
    inputs,
    workings: claim.workings.map(one => ({...one, ...hidden, formula: namesOnly(one.formula)})),
    verdict: sealVerdict(claim.verdict),
  };
}

/** A formula's words without its numbers: a constant written into it may be the secret. */
function namesOnly(text: string): string {
  return text.replace(/\d[\d.,]*/g, '…');
}

/** A verdict's words may hold figures worked out from secrets: only what is said of the evidence stays. */
function sealVerdict(verdict: Claim['verdict']): Claim['verdict'] {
  if (verdict.kind === 'holds') return {kind: 'holds', because: 'worked out from confidential figures'};
  if (verdict.kind === 'does not hold')
    return {kind: 'does not hold', because: 'the formula gives another figure', instead: 'withheld'};
  return verdict.kind === 'cannot be checked' ? {...verdict, because: namesOnly(verdict.because)} : verdict;
}
