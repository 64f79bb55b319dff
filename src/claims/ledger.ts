import {secretsIn} from '../figure/index.ts';
import {amountOf, shareOf} from '../terms/index.ts';
import {factClaims} from './fact-claims.ts';
import {ownClaims} from './own.ts';
import {type GuideContext, guideClaims} from './recognise/index.ts';
import {toldBy} from './sealing.ts';
import type {Claim, DisclosureRules, Fact, OwnClaim} from './types.ts';

/** What the ledger is made from. `guide` is null where the case has no guide that could be read. */
export interface LedgerInput {
  readonly guide: GuideContext | null;
  readonly facts: readonly Fact[];
  readonly claims: readonly OwnClaim[];
  readonly rules: DisclosureRules;
  /** Null where nobody said which day it is: then no offer has run out. */
  readonly today: string | null;
}

/**
 * Every number of the case that somebody may say, with its working and its verdict: the guide's claims, then the
 * reader's own, then their facts. Confidential figures are in it: each claim says what stands in its place where they may
 * not be shown, and `seal` puts it there.
 */
export function ledger({guide, facts, claims, rules, today}: LedgerInput): readonly Claim[] {
  const ofTerms = (guide?.offers ?? []).flatMap(offer =>
    offer.terms.flatMap(term => [amountOf(term), shareOf(term)].filter(figure => figure !== null)),
  );
  const secrets = secretsIn([...facts.map(({figure}) => figure), ...ofTerms]);
  const known = toldBy(rules, facts);
  return [
    ...(guide === null ? [] : guideClaims(guide, today)),
    ...ownClaims(claims, known, secrets),
    ...factClaims(known),
  ];
}
