import type {Evidence, Span} from '../../base/index.ts';
import type {Ask, Plan} from '../types.ts';

/** Something to say aloud. What is asserted in it is bound to claims, offers or asks. */
export interface Say {
  readonly text: string;
  readonly bindings: readonly Binding[];
}

export interface Binding {
  /** `claim:uptime`, `offer:citadel`, `ask:base`. */
  readonly to: string;
  /** The figure as it stands in the text. */
  readonly shown: string;
  readonly evidence: Evidence;
}

export type LeverKind = 'uptime' | 'competing' | 'on-call' | 'modernisation' | 'capacity' | 'other';

export interface LeverPlan {
  readonly title: string;
  readonly kind: LeverKind;
  readonly ask: string;
  /** Ids of the claims the guide's lever rests on. */
  readonly claims: readonly string[];
  /** Sentences in the order they are spoken. */
  readonly script: readonly Say[];
  /** What the reader's record shows on its subject. */
  readonly record: readonly Recorded[];
  /** What the guide would have had said, and why it is left out. */
  readonly withheld: readonly Withheld[];
  /** The paper that would let the stronger sentence be said. */
  readonly strengthen: readonly string[];
  readonly rebuttals: readonly Rebuttal[];
  readonly span: Span;
}

/** A measured figure of the reader's own, with what to know before it is said. */
export interface Recorded {
  /** The id of the claim in the ledger. */
  readonly claim: string;
  /** What it is, with its interval: "Uptime in market hours: 99.982% (95%: 99.87% to 99.99%)". */
  readonly told: string;
  /** How the interval came about: "bootstrap-t over days, 2000 draws". */
  readonly how: string;
  /** What would turn it, each a sentence without its full stop. */
  readonly turns: readonly string[];
}

export interface Withheld {
  readonly text: string;
  readonly why: string;
  readonly claim: string | null;
  /** Null for what the case itself rules out. */
  readonly span: Span | null;
}

export interface Rebuttal {
  readonly they: string;
  readonly you: Say;
}

export interface SpokenAsk extends Ask {
  readonly say: Say;
}

/** A plan with words put to it: what is printed, and what is said. */
export interface Brief extends Omit<Plan, 'asks'> {
  readonly asks: readonly SpokenAsk[];
  readonly levers: readonly LeverPlan[];
  readonly notToSay: readonly Withheld[];
  readonly strengthen: readonly {readonly what: string; readonly unlocks: string}[];
}
