import type {Component, Evidence, Finding, Money, MoneyRange, Span, Tier} from '../base/index.ts';
import type {DisclosureRules, Fact, OwnClaim, SealedClaim, SealedPicture} from '../claims/index.ts';
import type {Reading} from '../guide/index.ts';
import type {Offer} from '../terms/index.ts';

/** All that a case says, as values: what the plan is made from. */
export interface Situation {
  readonly who: string;
  readonly role: string;
  readonly company: string;
  /** The region whose bands the offers are held against, as the case writes it ("New York"). */
  readonly region: string;
  readonly level: string | null;
  readonly today: string;
  readonly deadline: string | null;
  readonly seed: number;
  /** The first is the one of the firm we negotiate with. */
  readonly readings: readonly Reading[];
  readonly offers: readonly Offer[];
  readonly facts: readonly Fact[];
  readonly claims: readonly OwnClaim[];
  readonly disclosure: DisclosureRules;
  /** Subjects kept out of every script, as case.yaml lists them: "current pay". */
  readonly neverSay: readonly string[];
}

/** One component of one offer, held against the guide's band of the region. */
export interface Standing {
  readonly component: Component;
  /** Null where the offer states none, or the figure is confidential. */
  readonly amount: Money | null;
  /** `$180K`, `not stated`, `confidential`. */
  readonly shown: string;
  readonly guaranteed: boolean | null;
  readonly band: MoneyRange | null;
  readonly place: 'below' | 'within' | 'above' | 'unknown';
  /** Where in the band: 0 at its low, 1 at its high, beyond outside; null where unknown. */
  readonly share: number | null;
  /** Of this very term, where it stands on other paper than the offer as a whole. */
  readonly evidence?: Evidence;
  readonly span?: Span;
}

export interface OfferStanding {
  readonly offer: string;
  readonly party: string;
  readonly kind: Offer['kind'];
  readonly evidence: Evidence;
  /** "documented: letter of 2026-11-06" or "stated: telephone call": whether it may be spoken of by its figures. */
  readonly speakable: boolean;
  readonly region: string | null;
  readonly expires: string | null;
  readonly span?: Span;
  readonly standings: readonly Standing[];
}

export type Outcome = 'pass' | 'fail' | 'unknown';

/** One rule of the guide's strategy, with what it says of each offer. */
export interface RuleRow {
  readonly side: 'anchor' | 'accept' | 'walk away';
  /** "base of at least $190K", "does not include cross-pod infrastructure scope". */
  readonly text: string;
  readonly span: Span;
  readonly results: readonly RuleResult[];
}

export interface RuleResult {
  readonly offer: string;
  readonly outcome: Outcome;
  /** "$180K, $10K short". */
  readonly shown: string;
  /** What to ask where the outcome is unknown. */
  readonly question: string | null;
}

export interface Ask {
  readonly order: number;
  readonly component: Component | 'escalator' | 'other';
  /** "$215,000 base salary". */
  readonly text: string;
  readonly amount: Money | null;
  /** What the offer of the firm has today: "$180,000". */
  readonly now: string;
  /** Why it stands at this place, and what it rests on. */
  readonly why: string;
  /** The floor beneath it, from the guide's accept rule: "accept at $190,000". */
  readonly floor: string | null;
  readonly span: Span;
}

/** What to do about the firm's offer as it stands. */
export interface Stance {
  readonly action: 'accept' | 'counter' | 'walk away' | 'ask first' | 'no offer yet';
  readonly because: readonly string[];
}

/** The plan for one negotiation, fit to be printed: no confidential figure is in it. */
export interface Plan {
  readonly version: 1;
  readonly who: string;
  readonly role: string;
  readonly company: string;
  readonly region: string;
  readonly today: string;
  readonly deadline: string | null;
  readonly guide: {readonly path: string; readonly role: string; readonly company: string};
  readonly stance: Stance;
  readonly offers: readonly OfferStanding[];
  readonly bands: readonly {readonly component: Component; readonly band: MoneyRange; readonly span: Span}[];
  /** The guide's anchor and accept floor by component, for charts. */
  readonly marks: readonly {
    readonly component: Component;
    readonly side: RuleRow['side'];
    readonly amount: Money;
  }[];
  readonly rules: readonly RuleRow[];
  readonly asks: readonly Ask[];
  readonly ledger: readonly SealedClaim[];
  /** What measured facts look like, of those that may be told. */
  readonly pictures: readonly SealedPicture[];
  readonly findings: readonly Finding[];
  /** Blocks of the guide that no rule understood. */
  readonly unread: number;
  /** The weakest tier that a figure may stand on to be spoken. */
  readonly spokenFrom: Tier;
}
