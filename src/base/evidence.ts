/**
 * How firm the ground under an input is, firmest first: worked out from data of one's own (`measured`), on paper
 * (`documented`), open to everybody (`published`), by word of mouth (`stated`), a guide's assertion, a guess.
 */
export const TIERS = ['measured', 'documented', 'published', 'stated', 'guide', 'assumed'] as const;
export type Tier = (typeof TIERS)[number];

/** How far a figure may travel: anywhere, as far as its owner likes, or no further than the ledger. */
export const DISCLOSURES = ['public', 'private', 'confidential'] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export interface Evidence {
  readonly tier: Tier;
  /** Where it can be looked up: a file, a letter with its date, a page, a span of a guide. */
  readonly source: string;
}

/** Whether `tier` is at least as strong as `needed`. */
export function atLeast(tier: Tier, needed: Tier): boolean {
  return TIERS.indexOf(tier) <= TIERS.indexOf(needed);
}

/** A chain is as strong as its weakest link. An empty chain assumes nothing and is `measured`. */
export function weakest(tiers: Iterable<Tier>): Tier {
  return last(TIERS, tiers);
}

/** What is computed from a secret is a secret. An empty list is `public`. */
export function strictest(classes: Iterable<Disclosure>): Disclosure {
  return last(DISCLOSURES, classes);
}

function last<T extends string>(order: readonly [T, ...T[]], found: Iterable<T>): T {
  let at = 0;
  for (const one of found) at = Math.max(at, order.indexOf(one));
  return order[at] ?? order[0];
}
