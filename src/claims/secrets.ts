import type {Span} from '../base/index.ts';
import type {Offer, Term} from '../terms/index.ts';
import {replaceNumbers} from './digits.ts';
import {isSecret} from './telling.ts';
import type {Fact, Input} from './types.ts';

/** What stands where a confidential figure stood in somebody's own words. */
export const REDACTED = '[withheld]';

/** Somebody who writes "about $19M" of 18.7 has told it: this near counts as the figure. */
const NEAR = 0.02;
/** From here on. */
const LARGE = 1000;

/** The confidential numbers of a case, as bare values: shares both as fractions and as percents. */
export function secretsOf(facts: readonly Fact[], offers: readonly Offer[]): readonly number[] {
  const ofFacts = facts.filter(fact => isSecret(fact.disclosure)).flatMap(figuresOf);
  const ofTerms = offers
    .flatMap(offer => offer.terms)
    .filter(term => isSecret(term.disclosure))
    .flatMap(term => [term.amount, term.share?.percent ?? null])
    .filter(value => value !== null);
  return [...ofFacts, ...ofTerms].filter(value => value !== 0);
}

/** A fact's number as it is and as it would be told, the ends of its interval, and the sums that it was worked out from. */
function figuresOf({quantity: {value}, share, measured}: Fact): readonly number[] {
  const scaled = (of: number) => (share ? [of, of * 100] : [of]);
  if (measured === undefined) return scaled(value);
  const {low, high, basis} = measured;
  const around = [value, low, high].flatMap(scaled).flatMap(one => [one, Number(one.toPrecision(3))]);
  // A small whole number, an end of 100% or a count of pods, would meet the figures of others by chance.
  const told = around.filter(one => scaled(value).includes(one) || one >= LARGE || !Number.isInteger(one));
  const sums = (basis?.inputs ?? []).map(input => input.quantity.value).filter(one => one >= LARGE);
  return [...told, ...sums];
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
  return said === kept || (kept >= LARGE && Math.abs(said - kept) <= NEAR * kept);
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
  const {measured} = fact;
  const basis = measured?.basis;
  return {
    ...fact,
    ...sourced(fact),
    ...(measured === undefined || basis === undefined
      ? {}
      : {measured: {...measured, basis: {...basis, inputs: basis.inputs.map(sourced)}}}),
  };

  function sourced<T extends Input>(input: T): T {
    const {label, evidence} = input;
    return {
      ...input,
      label: redact(label, secrets),
      evidence: {...evidence, source: redact(evidence.source, secrets)},
    };
  }
}
