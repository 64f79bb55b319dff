import type {Component, Evidence, Span, Tier} from '../base/index.ts';
import type {Claim, DisclosureRules, Fact, OwnClaim, SealedPicture} from '../claims/index.ts';
import type {Figure, Finding, Guarded, Prose} from '../figure/index.ts';
import type {Reading} from '../guide/index.ts';
import type {Assumptions, FilingStatus, Offer} from '../terms/index.ts';

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
  /** How the user files taxes in the United States; null where nobody says. */
  readonly filing: FilingStatus | null;
  /** What the user puts in the place of an assumption. */
  readonly assumptions: Partial<Assumptions>;
  /** Subjects kept out of every script, as case.yaml lists them: "current pay". */
  readonly neverSay: readonly string[];
}

/** One component of one offer, held against the guide's band of the region. */
export interface Standing extends Guarded {
  readonly component: Component;
  /** Null where the offer states none. */
  readonly amount: Figure | null;
  /** `$180K`, `not stated`. */
  readonly shown: Prose;
  readonly guaranteed: boolean | null;
  readonly band: Figure | null;
  readonly place: 'below' | 'within' | 'above' | 'unknown';
  /** Where in the band: 0 at its low, 1 at its high, beyond outside; null where unknown. */
  readonly share: Figure | null;
  /** Of this very term, where it stands on other paper than the offer as a whole. */
  readonly evidence?: Evidence;
  readonly span?: Span;
}

export interface OfferStanding extends Guarded {
  readonly offer: string;
  readonly party: string;
  readonly kind: Offer['kind'];
  readonly evidence: Evidence;
  /** Whether it may be spoken of by its figures: on paper, not confidential, not run out. */
  readonly speakable: boolean;
  readonly region: string | null;
  readonly expires: string | null;
  readonly span?: Span;
  readonly standings: readonly Standing[];
  /** Of today's job what notice costs, from which day on; the first is today. */
  readonly leaving?: readonly {readonly from: string; readonly total: Figure}[];
}

export type Outcome = 'pass' | 'fail' | 'unknown';

/** One rule of the guide's strategy, with what it says of each offer. */
export interface RuleRow extends Guarded {
  readonly side: 'anchor' | 'accept' | 'walk away';
  /** "base of at least $190K", "does not include cross-pod infrastructure scope". Its head. */
  readonly text: Prose;
  readonly span: Span;
  readonly results: readonly RuleResult[];
}

export interface RuleResult extends Guarded {
  readonly offer: string;
  readonly outcome: Outcome;
  /** "$180K, $10K short". */
  readonly shown: Prose;
  /** What to ask where the outcome is unknown. */
  readonly question: Prose | null;
}

export interface Ask extends Guarded {
  readonly order: number;
  readonly component: Component | 'escalator' | 'other';
  /** "$215,000 base salary". Its head. */
  readonly text: Prose;
  readonly amount: Figure | null;
  /** What the offer of the firm has today: "$180,000". */
  readonly now: Prose;
  /** Whether the offer has as much already: then it is no ask any more, and nothing to say. */
  readonly met: boolean;
  /** Why it stands at this place, and what it rests on. */
  readonly why: Prose;
  /** The floor beneath it, from the guide's accept rule: "accept at $190,000". */
  readonly floor: Prose | null;
  readonly span: Span;
}

/** What the asks come to in a year, beside what is on the table and the guide's band. */
export interface AskSum extends Guarded {
  /** Every yearly sum asked for that is not met, and for the rest what is on the table. */
  readonly asked: Figure;
  /** The parts that it counts, in words: "base", "on-call". */
  readonly parts: readonly string[];
  readonly table: Figure | null;
  readonly tableParts: readonly string[];
  /** The guide's total, and the parts that it counts. */
  readonly band: Figure | null;
  readonly bandParts: readonly string[];
  /** Parts that the band counts and neither side has a sum for. */
  readonly without: readonly string[];
  /** What is asked for and is no pay of one year: a sign-on, a grant over years. */
  readonly besides: readonly Prose[];
}

/** What to do about the firm's offer as it stands. */
export interface Stance extends Guarded {
  readonly action: 'accept' | 'counter' | 'ask first' | 'no offer yet';
  readonly because: readonly Prose[];
}

/** The plan for one negotiation. Confidential figures are in it: `seal` takes them out for an edition. */
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
  readonly bands: readonly {readonly component: Component; readonly band: Figure; readonly span: Span}[];
  /** The guide's anchor, accept floor and walk-away by component, for charts. */
  readonly marks: readonly (Guarded & {
    readonly component: Component;
    readonly side: RuleRow['side'];
    readonly amount: Figure;
  })[];
  readonly rules: readonly RuleRow[];
  readonly asks: readonly Ask[];
  readonly sum: AskSum | null;
  readonly ledger: readonly Claim[];
  /** What measured facts look like, of those that may be told. */
  readonly pictures: readonly SealedPicture[];
  readonly findings: readonly (Finding & Guarded)[];
  /** Blocks of the guide that no rule understood. */
  readonly unread: number;
  /** The weakest tier that a figure may stand on to be spoken. */
  readonly spokenFrom: Tier;
}
