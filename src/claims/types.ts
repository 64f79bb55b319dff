import type {Disclosure, Evidence, Quantity, Span} from '../base/index.ts';
import type {AsQuantity, Figure, Guarded, Prose, Subject} from '../figure/index.ts';
import type {PictureValues} from '../impact/index.ts';

/** A number the case brings: "uptime of the systems I ran, 99.982%, by the exports of my tools". */
export interface Fact {
  /** The name that formulas call it by. */
  readonly name: string;
  /** What it is, in the reader's words. */
  readonly label: string;
  readonly figure: Figure;
  readonly span: Span;
  /** Where it was worked out from a record. */
  readonly measured?: Measured;
  /** What it looks like, where it was worked out from a record and there is anything to see. */
  readonly picture?: PictureValues;
}

/** How a number was measured and how sure it is, for the ledger to print beside it. */
export interface Measured {
  /** In words: "bootstrap-t over days, lognormal above". */
  readonly method: Prose;
  /** What would turn it, in a sentence without its full stop; null where nothing simple would. */
  readonly turns: Prose | null;
  /** Whether the exports behind it may be shown: those of an employer may not. */
  readonly papers: boolean;
  /** Of a figure that compares: its value where there is no difference. */
  readonly noEffect?: number;
  /** Whether what happened meanwhile to others is taken off it. */
  readonly controlled?: boolean;
  /** Where the figure is worked out by a formula: what is taken for granted, without a figure. */
  readonly assumption?: Prose;
}

/** A claim of the reader's own, as case.yaml states it: a formula over the names of facts. */
export interface OwnClaim {
  readonly id: string;
  readonly says: string;
  readonly formula: string;
  /** The figure the reader means to say, where it is not simply the result. */
  readonly stated: Quantity | null;
  /** Where that figure stands, if not with the claim. */
  readonly place?: Span;
  readonly span: Span;
}

/** An input of a claim, as the ledger lists it. */
export interface ClaimInput {
  readonly name: string;
  readonly label: string;
  /** The figure alone. */
  readonly shown: Prose;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
  readonly span?: Span;
}

/** One way to work a claim out, under one named assumption. */
export interface Working {
  /** "a day of 390 minutes (the NYSE session)", or "as stated". */
  readonly assumption: Prose;
  /** The formula in words: `pods × pnl × outage ÷ day`. */
  readonly formula: Prose;
  /** The same with the values put in: `50 pods × $500,000 per pod per day × … = $961,538`. */
  readonly shown: Prose;
  readonly result: AsQuantity;
  readonly resultText: Prose;
  /** Whether the result is the stated figure, within the tolerance. */
  readonly agrees: boolean;
}

export type Verdict = Guarded &
  (
    | {readonly kind: 'holds'; readonly because: Prose}
    /** The figure is right under one assumption, which nobody stated; `instead` is the figure under the usual one. */
    | {readonly kind: 'holds only if'; readonly assumption: Prose; readonly instead: Prose}
    | {readonly kind: 'does not hold'; readonly because: Prose; readonly instead: Prose}
    | {readonly kind: 'cannot be checked'; readonly because: Prose; readonly needs: Prose}
  );

/** Which way of arguing with numbers a claim is; each recogniser has its own, `fact` and `own` are the reader's. */
export const CLAIM_KINDS = [
  'outage-loss',
  'prevention',
  'rate',
  'share',
  'time-saved',
  'total-of-each',
  'exposure',
  'total',
  'competing',
  'figure',
  'own',
  'fact',
] as const;
type ClaimKind = (typeof CLAIM_KINDS)[number];

/** A number that somebody may say. Whoever shows one shows where it comes from. */
export interface Claim extends Guarded {
  /** Stable within a case: `outage-loss-2`. For people and links: nothing is decided by it. */
  readonly id: string;
  readonly kind: ClaimKind;
  /** What it is of; null where nobody has said. */
  readonly subject: Subject | null;
  /** What is asserted, in our words: "15 minutes of outage across 50 pods cost $520K". Its head. */
  readonly says: Prose;
  /** Who says it. */
  readonly by: 'guide' | 'me';
  readonly stated: AsQuantity;
  readonly statedText: Prose;
  readonly inputs: readonly ClaimInput[];
  readonly workings: readonly Working[];
  readonly verdict: Verdict;
  /** Of the weakest input. */
  readonly evidence: Evidence;
  /** Of the strictest input. */
  readonly disclosure: Disclosure;
  readonly span?: Span;
  /** One of the claims that the guide's argument rests on, as against a figure in passing. */
  readonly headline: boolean;
  /** Of a figure that was measured, or worked out from such: how sure it is. */
  readonly margin?: Margin;
  /** Names of the reader's facts that it is worked out from. */
  readonly facts: readonly string[];
}

/** How sure a figure is, in words. */
export interface Margin {
  /** `95%`, and `99.95% to 99.99%`; null where nothing is left to chance. */
  readonly interval: {readonly level: Prose; readonly ends: Prose} | null;
  readonly method: Prose;
  readonly turns: readonly Prose[];
  /** Whether the exports behind it may be shown. */
  readonly papers: boolean;
  /** False where its interval holds no effect at all, so that the record shows none. */
  readonly shown: boolean;
  /** Whether what happened meanwhile to others is taken off it. */
  readonly controlled: boolean;
}

/** How a confidential figure may be told: not at all; by its order of magnitude; as a multiple of another one. */
export type Telling =
  | {readonly as: 'omit'}
  | {readonly as: 'round'}
  /** `to` names another confidential fact of the same unit: over a public one, the ratio would give the secret away. */
  | {readonly as: 'ratio'; readonly to: string};

export interface DisclosureRules {
  /** For every confidential figure without a rule of its own. */
  readonly confidential: Telling;
  /** By the fact's name. */
  readonly facts: Readonly<Record<string, Telling>>;
}
