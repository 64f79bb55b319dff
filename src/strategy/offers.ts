import {TIERS} from '../base/index.ts';
import type {Offer} from '../terms/index.ts';

const KINDS: readonly Offer['kind'][] = ['target', 'competing', 'current'];

/** The firm's own offer first, then the others, then today's job; within a kind, those on the firmest ground first. */
export function inOrder<O extends Offer>(offers: readonly O[]): readonly O[] {
  return offers.toSorted(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      TIERS.indexOf(a.evidence.tier) - TIERS.indexOf(b.evidence.tier),
  );
}

/** The offer of the firm that stands: of several, the one made last. */
export function targetOf(offers: readonly Offer[]): Offer | undefined {
  return offers
    .filter(offer => offer.kind === 'target')
    .toSorted((a, b) => (b.made ?? '').localeCompare(a.made ?? ''))[0];
}
