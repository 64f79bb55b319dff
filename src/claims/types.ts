import type {Disclosure, Evidence, Quantity, Span} from '../base/index.ts';
import type {Picture} from '../impact/index.ts';

/** A named number that goes into a formula. */
export interface Input {
  /** The name the formula calls it by: `pods`, `dailyPnl`. */
  readonly name: string;
  /** What it is, in words: "combined daily PnL". */
  readonly label: string;
  readonly quantity: Quantity;
  /** Print as `99.997%` rather than `0.99997`. */
  readonly share: boolean;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
  readonly span?: Span;
  /** Where it was worked out from a record. */
  readonly measured?: Measured;
}

/** How a number was measured and how sure it is, for the ledger to print beside it. */
export interface Measured {
  /** Between which the truth lies, in the unit of the number; the same where nothing is left to chance. */
  readonly low: number;
  readonly high: number;
  /** How often such intervals hold the truth: 0.95. */
  readonly level: number;
  /** In words: "bootstrap-t over days, 2000 draws". */
  readonly method: string;
  /** What would turn it, in a sentence without its full stop; null where nothing simple would. */
  readonly turns: string | null;
  /** Whether the exports behind it may be shown: those of an employer may not. */
  readonly papers: boolean;
  /** Of a figure that compares: its value where there is no difference. */
  readonly noEffect?: number;
  /** Whether what happened meanwhile to others is taken off it. */
  readonly controlled?: boolean;
  /** What it was worked out from, where that is more than the record: a formula that gives the number. */
  readonly basis?: FactBasis;
}

/** The formula behind a measured number, over inputs whose names no fact can have. */
export interface FactBasis {
  readonly formula: string;
  /** What is taken for granted, without a figure. */
  readonly assumption: string;
  readonly inputs: readonly Input[];
}

/** One way to work a claim out, under one named assumption. */
export interface Working {
  /** "a day of 390 minutes (the NYSE session)", or "as stated". */
  readonly assumption: string;
  /** The formula in names: `pods × pnl × outage ÷ day`. */
  readonly formula: string;
  /** The same with the values put in: `50 pods × $500,000 per pod per day × … = $961,538`. */
  readonly shown: string;
  readonly result: Quantity;
  readonly resultText: string;
  /** Whether the result is the stated figure, within the tolerance. */
  readonly agrees: boolean;
}

export type Verdict =
  | {readonly kind: 'holds'; readonly because: string}
  /** The figure is right under one assumption, which nobody stated; `instead` is the figure under the usual one. */
  | {readonly kind: 'holds only if'; readonly assumption: string; readonly instead: string}
  | {readonly kind: 'does not hold'; readonly because: string; readonly instead: string}
  | {readonly kind: 'cannot be checked'; readonly because: string; readonly needs: string};

/** A number that somebody may say. Whoever shows one shows where it comes from. */
export interface Claim {
  /** Stable within a case: `uptime-protection`, `outage-loss-2`. */
  readonly id: string;
  /** What is asserted, in our words: "15 minutes of outage across 50 pods cost $520K". */
  readonly says: string;
  /** Who says it. */
  readonly by: 'guide' | 'me';
  readonly stated: Quantity;
  readonly statedText: string;
  readonly inputs: readonly Input[];
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
}

/** How sure a figure is, in words. */
export interface Margin {
  /** `95%`, and `99.95% to 99.99%`; null where nothing is left to chance. */
  readonly interval: {readonly level: string; readonly ends: string} | null;
  readonly method: string;
  readonly turns: readonly string[];
  /** Whether the exports behind it may be shown. */
  readonly papers: boolean;
  /** False where its interval holds no effect at all, so that the record shows none. */
  readonly shown: boolean;
  /** Whether what happened meanwhile to others is taken off it. */
  readonly controlled: boolean;
}

/** A number the case brings: "uptime of the systems I ran, 99.997%, by an export of 2026-09-30". */
export interface Fact extends Input {
  readonly span: Span;
  /** What it looks like, where it was worked out from a record and there is anything to see. */
  readonly picture?: Picture;
}

/** A claim of the reader's own, as case.yaml states it: a formula over the names of facts. */
export interface OwnClaim {
  readonly id: string;
  readonly says: string;
  readonly formula: string;
  /** The figure the reader means to say, where it is not simply the result. */
  readonly stated: Quantity | null;
  readonly span: Span;
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

/** An input as others may see it: `shown` is the figure, or what the disclosure rules make of it. */
export interface SealedInput {
  readonly name: string;
  readonly label: string;
  readonly shown: string;
  readonly evidence: Evidence;
  readonly disclosure: Disclosure;
  readonly span?: Span;
}

export interface SealedWorking extends Omit<Working, 'result'> {
  /** Null where an input is confidential: a result gives its inputs away. */
  readonly result: Quantity | null;
}

/** A claim with every confidential figure taken out: the only kind that leaves the ledger. */
export interface SealedClaim extends Omit<Claim, 'inputs' | 'workings' | 'stated'> {
  readonly stated: Quantity | null;
  readonly inputs: readonly SealedInput[];
  readonly workings: readonly SealedWorking[];
}
