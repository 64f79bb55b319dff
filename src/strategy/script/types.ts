import type {Span} from '../../base/index.ts';
import type {Guarded, Prose, Topic} from '../../figure/index.ts';
import type {Ask, Plan} from '../types.ts';

/** Something to say aloud: `text` is its head, so that a sentence about what is ruled out goes whole. */
export interface Say {
  readonly text: Prose;
}

export interface LeverPlan extends Guarded {
  /** The guide's title. Its head. */
  readonly title: Prose;
  readonly kind: Topic;
  /** Null where nothing of ours and nothing of the guide's can be asked. */
  readonly ask: Prose | null;
  /** Ids of the claims the guide's lever rests on. */
  readonly claims: readonly string[];
  /** Sentences in the order they are spoken. */
  readonly script: readonly Say[];
  /** What the reader's record shows on its subject. */
  readonly record: readonly Recorded[];
  /** What the guide would have had said, and why it is left out. */
  readonly withheld: readonly Withheld[];
  /** The paper that would let the stronger sentence be said. */
  readonly strengthen: readonly Prose[];
  readonly rebuttals: readonly Rebuttal[];
  readonly span: Span;
}

/** A measured figure of the reader's own, with what to know before it is said. */
export interface Recorded extends Guarded {
  /** The id of the claim in the ledger. */
  readonly claim: string;
  /** What it is, with its interval: "Uptime in market hours: 99.982% (95%: 99.87% to 99.99%)". Its head. */
  readonly told: Prose;
  /** How the interval came about: "bootstrap-t over days, 2000 draws". */
  readonly how: Prose;
  /** What would turn it, each a sentence without its full stop. */
  readonly turns: readonly Prose[];
}

export interface Withheld extends Guarded {
  /** Its head. */
  readonly text: Prose;
  readonly why: Prose;
  readonly claim: string | null;
  /** Null for what the case itself rules out. */
  readonly span: Span | null;
}

/** What they may say (its head), and what to answer: it is about all that the answer speaks of, and goes with it. */
export interface Rebuttal extends Guarded {
  readonly they: Prose;
  readonly you: Say;
}

export interface SpokenAsk extends Ask {
  /** Null where the ask is met, and where one before it asks for more of the same. */
  readonly say: Say | null;
}

/** A plan with words put to it: what is printed, and what is said. */
export interface Brief extends Omit<Plan, 'asks'> {
  readonly asks: readonly SpokenAsk[];
  readonly levers: readonly LeverPlan[];
  readonly notToSay: readonly Withheld[];
  readonly strengthen: readonly {readonly what: Prose; readonly unlocks: Prose}[];
}
