import type {Component, Currency, Span} from '../base/index.ts';
import type {Finding, RuleOf} from '../figure/index.ts';
import type {YamlScalar} from '../files/index.ts';

/** A value and where it stands in the guide. */
export interface Read<T> {
  readonly value: T;
  readonly span: Span;
}

/**
 * A number of the prose with what the words around it say of it. `low` equals `high` unless a range is stated;
 * percents are as written (99.997, not 0.99997); durations are in `unit` as written.
 */
export interface Figure {
  readonly text: string;
  readonly span: Span;
  readonly kind: 'money' | 'percent' | 'duration' | 'count' | 'multiple';
  readonly low: number;
  readonly high: number;
  /** A trailing `+` or "at least": the number is a floor. */
  readonly open: boolean;
  readonly currency: Currency | null;
  /** The period a rate is over: "per trading minute", "daily", "annual", "every quarter", "a day". */
  readonly per: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | null;
  /** For durations: what they are counted in. */
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year' | null;
  /** The noun that a distributive word names: "each pod averaging $500K" and "100 pods each generate $2K" give `pod`. */
  readonly each: string | null;
  /** The words that say what is counted or paid, singular head noun last: "pod", "daily PnL", "annual PnL loss", "uptime". */
  readonly of: string | null;
}

export interface Sentence {
  readonly text: string;
  readonly span: Span;
  readonly figures: readonly Figure[];
}

/** A stretch of prose that speaks of one thing: a paragraph, a bullet with its label, a lever, the strategy. */
export interface Passage {
  /** The heading it stands under. */
  readonly section: string;
  /** The bold label it opens with ("Uptime = Revenue"), or null. */
  readonly label: string | null;
  readonly span: Span;
  readonly sentences: readonly Sentence[];
}

/** A cell of the compensation table. Percent bonuses have `unit: 'percent'` and the row's base currency. */
export interface Band {
  readonly region: string;
  readonly level: string | null;
  readonly currency: Currency;
  readonly component: Component | `other:${string}`;
  readonly low: number;
  /** Null for a bare "X+". */
  readonly high: number | null;
  readonly unit: 'money' | 'percent';
  /** Over which time it is stated: of a grant `unknown` where neither cell, heading nor note says so. */
  readonly basis: 'annual' | '4yr' | 'once' | 'unknown';
  readonly alt: {readonly currency: Currency; readonly low: number; readonly high: number} | null;
  /** What the cell says beside these figures ("senior only", "10-15%", "GBP equiv."); null where it says no more. */
  readonly note: string | null;
  readonly span: Span;
}

export interface LevelName {
  readonly company: string;
  readonly level: string;
  readonly span: Span;
}

export interface Lever {
  readonly title: string;
  /** What the guide would have the reader say, without its quotes; null where the lever is advice only. */
  readonly script: Read<string> | null;
  /** Title and body; its figures are every amount of the lever, in order. */
  readonly passage: Passage;
  readonly slots: readonly Slot[];
  readonly span: Span;
}

/** One number of the strategy. `key` as in the JSON: `base`, `bonus`, `pnlPercent`, `base@London` … */
export interface Position {
  readonly key: string;
  readonly value: number;
  readonly unit: 'money' | 'percent';
  readonly currency: Currency | null;
  /** Conditions attached to this very number. */
  readonly guaranteed: boolean;
  readonly written: boolean;
  readonly firstYear: boolean;
  /** The region or level of the table that the number is for, where it is there; null where none is named. */
  readonly region: string | null;
  /** Whether the words with the number say what it pays, and for whom; what they do not was inferred. */
  readonly stated: {readonly component: boolean; readonly region: boolean};
  readonly span: Span;
}

export interface CompetingOffer {
  readonly company: string;
  readonly base: number | null;
  readonly bonus: number | null;
  readonly total: number | null;
  /** Where each of these amounts stands. */
  readonly places: Readonly<Partial<Record<'base' | 'bonus' | 'total', Span>>>;
  /** Of every amount here: what is in another currency than the first is left out. */
  readonly currency: Currency;
  readonly span: Span;
}

export interface Strategy {
  readonly passage: Passage;
  readonly anchor: readonly Position[];
  readonly accept: readonly Position[];
  readonly walkAway: readonly Position[];
  /** Walk-away conditions without a number: "if no on-call rota is agreed". */
  readonly walkAwayIf: readonly Read<string>[];
  /** "Lead with …". */
  readonly lead: Read<string> | null;
  /** "Request / demand / push for …", in order, with the figures in them. */
  readonly asks: readonly Sentence[];
  readonly competing: readonly CompetingOffer[];
  /** What else the strategy says, as the `other` of the JSON. */
  readonly other: readonly Read<string>[];
  readonly slots: readonly Slot[];
}

export interface SourceLine {
  readonly text: string;
  readonly url: string | null;
  readonly years: readonly number[];
  readonly span: Span;
}

/** A block that holds a figure which no rule understood. */
export interface Unread {
  readonly text: string;
  readonly why: string;
  readonly span: Span;
}

/**
 * A placeholder that the guide leaves to its reader: `$[X]`, `[Google/Meta]`, `$[190K]`, `L[3/4]`. It is to be filled or
 * left out with its sentence, never said as it stands.
 */
export interface Slot {
  /** With what is joined to the bracket: `$[30K-50K]`. */
  readonly text: string;
  readonly span: Span;
  readonly asks: 'money' | 'company' | 'level' | 'years' | 'text';
  /** What it offers to choose from: `[Google/Meta]`; empty where it offers nothing. */
  readonly choices: readonly string[];
  /** Of a slot for money, where a sign stands. */
  readonly currency: Currency | null;
  /** What the guide would put there, where it is a number or a range; both null where it is none. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What newer guides say of themselves at their very top, in YAML. Null is what one does not say. */
export interface FrontMatter {
  readonly company: Read<string> | null;
  readonly companyDisplay: Read<string> | null;
  readonly role: Read<string> | null;
  readonly roleDisplay: Read<string> | null;
  readonly roleType: Read<string> | null;
  /** A day, `YYYY-MM-DD`; the next review too. */
  readonly lastUpdated: Read<string> | null;
  readonly nextReviewDue: Read<string> | null;
  /** `2025-Q4`. */
  readonly salaryDataQuarter: Read<string> | null;
  /** As written: the family says `high`, `medium` or `low`. */
  readonly dataQuality: Read<string> | null;
  readonly negotiationDnaSummary: Read<string> | null;
  /** The sums of each entry. They are the bands of a guide without a pay table, and of no other. */
  readonly compensation: readonly (readonly Band[])[];
  readonly levelMapping: readonly YamlScalar[];
  readonly dataSources: readonly YamlScalar[];
  /** What this reader has no use for: `author`, `compensation[0].stock_type`. */
  readonly other: readonly YamlScalar[];
  readonly span: Span;
}

/** One guide as read: nothing in it that is not in the text. */
export interface Guide {
  readonly path: string;
  readonly frontMatter: FrontMatter | null;
  readonly role: Read<string>;
  readonly company: Read<string>;
  readonly dna: readonly Read<string>[];
  /** Every paragraph and bullet outside tables, levers, strategy and sources: the claims of the narrative. */
  readonly narrative: readonly Passage[];
  readonly bands: readonly Band[];
  /** One row for each set of levels that the guide calls equal. */
  readonly levels: readonly (readonly LevelName[])[];
  readonly levers: readonly Lever[];
  readonly strategy: Strategy | null;
  readonly sources: readonly SourceLine[];
  /** The placeholders of levers, strategy and narrative, in reading order. */
  readonly slots: readonly Slot[];
  readonly unread: readonly Unread[];
}

export type AuditRule = RuleOf<'guide'>;

/** A guide and what the audit says of it; or, where the text is no guide, no guide and the finding that says why. */
export interface Reading {
  readonly guide: Guide | null;
  readonly findings: readonly Finding<AuditRule>[];
}
