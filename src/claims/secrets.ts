import type {Offer, Term} from '../terms/index.ts';
import {isSecret} from './telling.ts';
import type {Fact} from './types.ts';

/** What stands where a confidential figure stood in somebody's own words. */
export const REDACTED = '[withheld]';

const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};
/** A number with its scale; never a piece of a date, a time, a version or a word. */
const NUMBER =
  /(?<![\w.,:/-])(\p{Sc}?\s?)(\d{1,3}(?:[,_']\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s?(k|thousand|mm|mn|m|million|bn|b|billion)\b)?(?![\w:/-]|[.,]\d)/giu;
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

/** `text` with every number that tells a secret, in any notation, replaced. Small whole numbers must match exactly. */
export function redact(text: string, secrets: readonly number[]): string {
  if (secrets.length === 0) return text;
  return text.replace(NUMBER, (all: string, _sign: string, digits: string, scale?: string) => {
    const value =
      Number(digits.replace(/[,_']/g, '')) * (scale === undefined ? 1 : (SCALE[scale.toLowerCase()] ?? 1));
    return secrets.some(secret => tells(value, secret)) ? REDACTED : all;
  });
}

/** A loss told without its sign is told. */
function tells(value: number, secret: number): boolean {
  const [said, kept] = [Math.abs(value), Math.abs(secret)];
  return said === kept || (kept >= 1000 && Math.abs(said - kept) <= NEAR * kept);
}

/** The offer as others may see it: confidential amounts gone, and every text of it free of secrets. */
export function sealOffer(offer: Offer, secrets: readonly number[]): Offer {
  const clean = (text: string) => redact(text, secrets);
  const maybe = (text: string | null) => (text === null ? null : clean(text));
  const term = (one: Term): Term => ({
    ...one,
    amount: isSecret(one.disclosure) ? null : one.amount,
    share: one.share === null || isSecret(one.disclosure) ? null : {...one.share, of: clean(one.share.of)},
    condition: maybe(one.condition),
    evidence: {...one.evidence, source: clean(one.evidence.source)},
  });
  return {
    ...offer,
    party: clean(offer.party),
    role: maybe(offer.role),
    region: maybe(offer.region),
    evidence: {...offer.evidence, source: clean(offer.evidence.source)},
    scope: offer.scope.map(one => ({...one, text: clean(one.text)})),
    terms: offer.terms.map(term),
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
