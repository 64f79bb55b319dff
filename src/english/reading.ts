import type {Act, ActAt, Speaker} from './acts.ts';
import type {Amount} from '../intake/index.ts';
import type {PayConditions} from './pay-conditions.ts';
import type {PaidPlace, Place} from './place-names.ts';
import type {Mention} from './places.ts';
import type {RivalOffer} from './rivals.ts';
import type {TextRange} from './text-range.ts';
import type {Tokens} from './tokens.ts';

/** A cell of a table of pay, as far as a text about it needs one to be understood. */
export interface PaidCell extends PaidPlace {
  readonly component: string;
  readonly low: number;
  readonly high: number | null;
  readonly alt: {readonly currency: string} | null;
}

/** The region or level that a sum is for: as the text writes it, and the one of the table, where it is there. */
export interface Scope {
  readonly written: string;
  readonly place: Place | null;
}

/** One sum of a text about pay: who does what with it, what it pays, for whom. */
export interface Utterance extends TextRange {
  /** Both null where no word says what is done with it. */
  readonly who: Speaker | null;
  readonly act: Act | null;
  /** Named as a position is: `base`, `equityPerYear`, `bonusPercent`, `other:profit sharing`; null where nothing says what it pays. */
  readonly pays: string | null;
  /** Whether it is no pay: a valuation, a change, the price of a share. */
  readonly aside: boolean;
  readonly amount: Amount;
  /** Who it is for: none where no place is named, several where one sum is for each of them. */
  readonly scopes: readonly Scope[];
  readonly conditions: PayConditions;
  /** What the words themselves say; what they do not is inferred from sums before, or from what the table pays. */
  readonly stated: {readonly pays: boolean; readonly scope: boolean};
  /** "At $240K, I commit": a floor only where the text names no other. */
  readonly closing: boolean;
  /** "At $250K, this reflects the market": an opening, unless the next sentence accepts it. */
  readonly iffy: boolean;
  /** "But I need": less than before under this makes it a floor. */
  readonly needed: boolean;
  /** "$360K base ($340K floor)": where more than that is accepted, one walks away at it. */
  readonly bracketed: boolean;
}

/** An offer of a rival with the places of its sums in the text. */
export interface OfferTold {
  readonly firm: string;
  readonly sums: readonly (TextRange & {
    readonly pays: RivalOffer['sums'][number]['pays'];
    readonly amount: Amount;
  })[];
}

/** What a text about pay is understood by: a table, and whose it is. */
export interface TalkContext {
  readonly cells: readonly PaidCell[];
  /** Names of the firm that is talked to: no rival. */
  readonly own: readonly string[];
  /** What the whole paragraph is about, where its label says so. */
  readonly scope: string | null;
}

/** What is said so far: what later sentences are understood by. */
export interface Memory {
  /** The places that go on being spoken of. */
  held: readonly Scope[];
  /** What the last sentence does, where the next may go on with it. */
  act: Act | null;
  /** Whether the firm has been said to counter. */
  countered: boolean;
  /** Whether a quote is open. */
  quoting: boolean;
  /** Whether a quote is open that answers what the firm may say. */
  answering: boolean;
  readonly said: Utterance[];
}

/** Sums that one noun and one place go with: one sum, or the same in several currencies; `from` is behind the sum before. */
export interface Group {
  readonly tokens: readonly number[];
  readonly from: number;
  /** Whether the others say the first again, "£105K base (about $133K)"; else they may be of other places, "£76K (€80K / S$100K)". */
  readonly again: boolean;
}

/** A sentence on the way from tokens to utterances. */
export interface Reading {
  readonly tokens: Tokens;
  readonly acts: readonly ActAt[];
  readonly mentions: readonly Mention[];
  readonly groups: readonly Group[];
  /** Whether it answers what the firm may say: "If they counter at $250K, …". */
  readonly answer: boolean;
  readonly context: TalkContext;
  readonly places: readonly Place[];
  readonly memory: Memory;
  /** The places that its sums are for in turn, where it says "respectively"; null where it does not. */
  readonly inTurn: readonly Scope[] | null;
  /** The utterances of this sentence so far. */
  readonly made: Utterance[];
}

export function scopesOf({places}: Mention): Scope[] {
  return places.map(({written, place}) => ({written, place}));
}

/** By the table's name where a place is in it, so that "NYC" is New York. */
export function scopeKey(scopes: readonly Scope[]): string {
  return scopes.map(({written, place}) => place?.name ?? written).join(' / ');
}
