import type {Format} from '../../intake/index.ts';
import type {Reader, State} from '../types.ts';

/** What the severities of a tool mean where record.yaml says nothing else. */
export interface Severities {
  /** By the tool's own word, in lower case; null leaves the row out. */
  readonly words: Readonly<Partial<Record<string, State | null>>>;
  /** Of a row that says nothing of how grave it was. `states: {unsaid: …}` says otherwise. */
  readonly unsaid: State | null;
  /** Why these and no others. */
  readonly why: string;
}

/** A tool whose exports are read, and what a person needs to know to make one. */
export interface Tool {
  readonly title: string;
  readonly reader: Reader;
  readonly formats: readonly Format[];
  /** The keys that lead to the list of rows in a JSON page, parted by dots; a page that is a list needs none. */
  readonly at: string | null;
  /** The fields that are read, by the names that the tool gives them. */
  readonly fields: readonly string[];
  /** Headings of tables that people export, where they are no fields. */
  readonly headings?: readonly string[];
  /** How to come by an export, in a sentence. */
  readonly export: string;
  /** Whether the shape was checked on a real export or on the maker's own description, and which. */
  readonly seen: string;
  /** What its severities mean by default; null for a tool that tells of deployments. */
  readonly states: Severities | null;
}
