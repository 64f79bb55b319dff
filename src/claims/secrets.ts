import type {Span} from '../base/index.ts';
import type {Offer, Term} from '../terms/index.ts';
import {replaceNumbers} from './digits.ts';
import {isSecret} from './telling.ts';
import type {Fact} from './types.ts';

/** What stands where a confidential figure stood in somebody's own words. */
export const REDACTED = '[withheld]';

/** Somebody who writes "about $19M" of 18.7 has told it: this near counts as the figure. */
const NEAR = 0.02;

/** The confidential numbers of a case, as bare values: shares both as fractions and as percents. */
export function secretsOf(facts: readonly Fact[], offers: readonly Offer[]): readonly number[] {
  const ofFacts = facts
    .filter(fact => isSecret(fact.disclosure))
    .flatMap(({quantity, share}) => (share ? [quantity.value, quantity.value * 100] : [quantity.value]));
  const ofTerms = offers
    .flatMap(offer => offer.terms)
    .filter(term => isSecret(term.disclosure))
    .flatMap(term => [term.amount, term.share?.percent ?? null])
    .filter(value => value !== null);
  return [...ofFacts, ...ofTerms].filter(value => value !== 0);
}

/** `text` with every number that tells a secret, in any notation of digits, replaced. Numbers under a thousand must match exactly. */
export function redact(text: string, secrets: readonly number[]): string {
  if (secrets.length === 0) return text;
  return replaceNumbers(text, ({values}, shown) =>
    values.some(value => secrets.some(secret => tells(value, secret))) ? REDACTED : shown,
  );
}

/** A loss told without its sign is told. */
function tells(value: number, secret: number): boolean {
  const [said, kept] = [Math.abs(value), Math.abs(secret)];
  return said === kept || (kept >= 1000 && Math.abs(said - kept) <= NEAR * kept);
}

/**
 * The offer as others may see it: confidential amounts gone, every text of it free of secrets. Where one term of a
 * component is confidential the others of it go too: what is left would pass for the whole.
 */
export function sealOffer(offer: Offer, secrets: readonly number[]): Offer {
  const clean = (text: string) => redact(text, secrets);
  const maybe = (text: string | null) => (text === null ? null : clean(text));
  const place = (span: Span): Span => ({...span, file: clean(span.file)});
  const hidden = new Set(offer.terms.filter(one => isSecret(one.disclosure)).map(one => one.component));
  const term = (one: Term): Term => {
    const open = !hidden.has(one.component);
    return {
      ...one,
      amount: open ? one.amount : null,
      share: one.share === null || !open ? null : {...one.share, of: clean(one.share.of)},
      condition: maybe(one.condition),
      evidence: {...one.evidence, source: clean(one.evidence.source)},
      disclosure: open ? one.disclosure : 'confidential',
      span: place(one.span),
    };
  };
  return {
    ...offer,
    id: clean(offer.id),
    party: clean(offer.party),
    role: maybe(offer.role),
    region: maybe(offer.region),
    evidence: {...offer.evidence, source: clean(offer.evidence.source)},
    scope: offer.scope.map(one => ({...one, text: clean(one.text)})),
    terms: offer.terms.map(term),
    span: place(offer.span),
  };
}

/** The fact with its words free of secrets; its number stays, for formulas, until the ledger seals it. */
export function sealWords(fact: Fact, secrets: readonly number[]): Fact {
  return {
    ...fact,
    label: redact(fact.label, secrets),
    evidence: {...fact.evidence, source: redact(fact.evidence.source, secrets)},
  };
}
