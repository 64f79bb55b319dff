import type {Evidence} from '../base/index.ts';
import {type Insert, type Prose, say} from '../figure/index.ts';
import type {Chart} from './chart/chart.ts';
import type {Line} from './terminal/line.ts';

/** How a stretch of text is meant. Colour only underlines it: signs and words carry the meaning. */
export type Tone = 'plain' | 'bold' | 'muted' | 'accent' | 'pass' | 'fail' | 'unknown';

/** A stretch of text in one tone. */
export interface Run {
  readonly text: Prose;
  readonly tone?: Tone;
  /** The id of the section, group, verdict or row that it leads to; where there is none, it is printed without a link. */
  readonly to?: string;
  /** Kept together on one line: `C4 ✗ does not hold`. */
  readonly whole?: boolean;
}

export type Text = readonly Run[];

/** What is printed of a report, whoever prints it: sections of blocks. Every figure in it knows its source. */
export interface Document {
  /** Of the page as a file: "DevOps Engineer, Millennium Management: negotiation brief". No note can stand in it. */
  readonly title: Prose;
  /** What it is, and for whom: in small letters above the title, the runs set apart. */
  readonly kind: Text;
  readonly heading: Prose;
  /** Place, dates: beneath the title. */
  readonly lines: readonly Text[];
  /** The answer, before any section. */
  readonly answer: {readonly heading: Prose; readonly blocks: readonly Block[]} | null;
  readonly sections: readonly Section[];
  /**
   * What the whole page stands on: a record, a guide, the sessions of an exchange. Figures of it, or worked out from nothing
   * else, have no mark; it is said once, behind the notes.
   */
  readonly ground?: readonly Evidence[];
  readonly footer: Prose;
  /** Runs at the head of every printed page, beside the title. No note can stand in it. */
  readonly dated: Prose;
}

export interface Section {
  /** `asks`; the section of the notes is `evidence`. */
  readonly id: string;
  readonly heading: Prose;
  readonly blocks: readonly Block[];
}

export type Block =
  | Heading
  | Paragraph
  | Say
  | List
  | FactList
  | Table
  | VerdictBlock
  | Picture
  | Columns
  | Notes
  | Group;

/** A heading within a section: `part` has a number of its own, `under` is a small one. */
export interface Heading {
  readonly block: 'heading';
  readonly level: 'part' | 'under';
  readonly text: Text;
  /** "1", before a lever or an ask. */
  readonly number?: Prose;
}

interface Paragraph {
  readonly block: 'paragraph';
  readonly text: Text;
}

/** Words to say aloud, sentence by sentence. */
interface Say {
  readonly block: 'say';
  readonly sentences: readonly Prose[];
}

/**
 * `✗ “99.99% uptime”`, and beneath it what belongs to it. `quoted`: what they say, and what to answer beneath. Quotation
 * marks are part of the text; `inputs` have neither signs nor anything beneath.
 */
export interface List {
  readonly block: 'list';
  readonly look?: 'plain' | 'quoted' | 'withheld' | 'inputs';
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly text: Text;
  readonly sign?: {readonly text: string; readonly tone: Tone};
  readonly under?: readonly Text[];
}

/** `on the table  $180,000`: labels with what they are of. */
export interface FactList {
  readonly block: 'facts';
  readonly rows: readonly {readonly label: Prose; readonly text: Text}[];
}

export interface Table {
  readonly block: 'table';
  /** Read aloud only, and without notes. */
  readonly caption: Prose;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly head: Prose;
  /** Set to the right, as sums are. */
  readonly figures?: boolean;
  /** The narrowest that it can be read at, in characters of a terminal. */
  readonly least?: number;
}

interface Row {
  readonly id?: string;
  /** A heading over this row and those after it. */
  readonly group?: Prose;
  readonly cells: readonly Cell[];
}

/** A cell, and in smaller letters beneath what is said of it. */
export interface Cell {
  readonly text: Text;
  readonly under?: Text;
}

/** A claim with its verdict and how it was worked out. */
export interface VerdictBlock {
  readonly block: 'verdict';
  /** `C4`, to which others lead. */
  readonly id: string;
  readonly tone: Tone;
  readonly says: Text;
  readonly verdict: Text;
  readonly workings: readonly {
    readonly agrees: boolean;
    readonly assumption: Prose;
    readonly sum: Prose;
    readonly formula: Prose;
  }[];
  readonly inputs: readonly Text[];
}

/** A picture: a chart on paper, and in a terminal the strips where there are any. */
export interface Picture {
  readonly block: 'picture';
  readonly chart: (width: number) => Chart;
  readonly strips?: (width: number) => readonly Line[];
  readonly caption: Text;
}

/** Blocks side by side where there is room. */
interface Columns {
  readonly block: 'columns';
  readonly columns: readonly (readonly Block[])[];
}

/** The place of the footnotes, once in a document and last in it; without one they stand after the last section. */
interface Notes {
  readonly block: 'notes';
}

/** Blocks that belong together: a lever, an ask, the questions to one party. Asks one after the other are one list. */
export interface Group {
  readonly block: 'group';
  readonly id?: string;
  readonly look?: 'article' | 'ask' | 'question';
  readonly blocks: readonly Block[];
}

/** One run of plain text: text`no rule of the guide`. */
export function text(words: TemplateStringsArray, ...inserts: readonly Insert[]): Text {
  return [{text: say(words, ...inserts)}];
}

/** One run in a tone. */
export function toned(tone: Tone, of: Prose): Run {
  return {text: of, tone};
}
