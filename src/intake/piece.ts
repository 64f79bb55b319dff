import {type Finding, finding, type Words} from '../figure/index.ts';

/** Where a row was read: a file and, counted from 1, the line on which it begins; or the address of a server. */
export interface Place {
  readonly file: string;
  readonly line: number | null;
}

/** One row of a source before any tool has looked at it. */
export interface Item {
  /** A JSON value, or the fields of a table by their headings. */
  readonly value: unknown;
  readonly place: Place;
}

/** What may be wrong with a file, or with a row of it. */
export type ItemRule = 'unreadable-file' | 'bad-row';

/** What stands in the place of an item that could not be cut out or read. */
export interface Fault {
  readonly fault: Finding<ItemRule> & {readonly place: Place};
}
export type Opened = Item | Fault;

export function isFault(one: Opened): one is Fault {
  return 'fault' in one;
}

/** Characters of one row, beyond which it is none: a ticket with all its notes has a hundredth of it. */
export const LONGEST_ROW = 8 * 2 ** 20;

/** Levels of nesting that a row may have. */
export const DEEPEST_ROW = 200;

/** What keeps a file from being read, for whoever has a rule for each. */
export type Obstacle = 'empty' | 'encoding' | 'columns' | 'torn' | 'large' | 'other';

/** Ends the reading of a file. `openItems` makes a fault of it; who calls a reader of one format catches it. */
export class Unreadable extends Error {
  readonly line: number | null;
  readonly hint: string;
  readonly kind: Obstacle;

  constructor(message: string, line: number | null, hint: string, kind: Obstacle = 'other') {
    super(message);
    this.line = line;
    this.hint = hint;
    this.kind = kind;
  }
}

/** A fault at `place`. */
export function fault(
  rule: ItemRule,
  message: Words,
  place: Place,
  hint: Words,
  severity: Finding['severity'] = 'error',
): Fault {
  return {fault: {...finding(rule, severity, message, {hint}), place}};
}

/** Text cut from a file, not yet looked into, with the line on which it begins; or why it is not to be had. */
export type TextPiece =
  | {readonly text: string; readonly line: number}
  | {readonly problem: string; readonly line: number; readonly hint: string};

/** What is said of a row that is longer than `LONGEST_ROW`. */
export function tooLong(line: number, what: string): Extract<TextPiece, {problem: string}> {
  const hint = 'export it without notes and attachments, or in smaller rows';
  return {problem: `${what} of more than ${LONGEST_ROW / 2 ** 20} million characters`, line, hint};
}

/**
 * What a file holds, as much at a time as one stretch of its text has. A batch is cut as it is gone through: once, and to
 * its end before the next is asked for. Rows one by one, each waited for, would cost more than reading them does.
 */
export type Batches<T> = AsyncGenerator<Iterable<T>, void, void>;

/** The same one by one, where there are few. */
export async function* singly<T>(batches: AsyncIterable<Iterable<T>>): AsyncGenerator<T> {
  for await (const batch of batches) yield* batch;
}

/** The way back: what comes one by one, each in a batch of its own. */
export async function* batchEach<T>(items: AsyncIterable<T>): Batches<T> {
  for await (const item of items) yield [item];
}
