import {isUtf8} from 'node:buffer';
import {closeSync, fstatSync, openSync, readSync} from 'node:fs';
import {type Headings, headingsOf, rowOf} from './csv.ts';
import {checkFor, type NeededColumns} from './headings.ts';
import {fault, type Opened, type Place, Unreadable} from './piece.ts';

/** Bytes taken from a file at once. */
const CHUNK = 1 << 18;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
/** The signs that part cells, of which one alone may stand in the headings. */
const DELIMITERS = ',;\t|';

/** A row in its bytes: cell `i` goes from `ends[i] + 1` up to `ends[i + 1]`. Written over by the next. */
export interface ByteRow {
  readonly bytes: Buffer;
  readonly ends: Int32Array;
}

export interface PlainCsv {
  readonly headings: readonly string[];
  /**
   * Goes through the rows, a stretch of the file at a time. A row that `take` does not understand comes to `other` as
   * `openItems` has it.
   */
  readonly stretches: (
    take: (row: ByteRow) => boolean,
    other: (opened: Opened, row: ByteRow) => void,
  ) => Generator<void>;
}

/**
 * A CSV file whose rows are read straight from their bytes, without a text for each cell. Null for a file that is not plain from
 * end to end: with quotes, in another encoding, with line ends of their own, with headings that are none. `openItems` reads
 * those, and says what is wrong with them.
 */
export function plainCsv(path: string, name: string, needed: NeededColumns | null): PlainCsv | null {
  const file = opened(path);
  if (file === null) return null;
  try {
    const head = Buffer.alloc(Math.min(CHUNK, fstatSync(file).size));
    readSync(file, head, 0, head.length, 0);
    const end = head.indexOf(NEWLINE);
    const first = head.toString('utf8', 0, Math.max(end, 0)).replace(/^\uFEFF|\r$/g, '');
    const [delimiter, ...others] = [...DELIMITERS].filter(sign => first.includes(sign));
    if (delimiter === undefined || others.length > 0 || !isPlain(file, head)) return null;
    const headings = headingsOf({text: first, line: 1}, delimiter, checkFor(needed));
    return {
      headings: headings.names,
      stretches: (take, other) => stretches(path, {name, from: end + 1, delimiter, headings}, take, other),
    };
  } catch (error) {
    // what is wrong with the headings is said by whoever reads them for a table
    if (error instanceof Unreadable) return null;
    throw error;
  } finally {
    closeSync(file);
  }
}

/** Whether a file is a text in UTF-8 in which nothing but line ends parts rows. */
function isPlain(file: number, buffer: Buffer): boolean {
  for (const {bytes} of lines(file, buffer, 0)) {
    if (bytes.includes(QUOTE) || bytes.includes(0) || !isUtf8(bytes)) return false;
    for (let at = bytes.indexOf(RETURN); at >= 0; at = bytes.indexOf(RETURN, at + 1))
      if (bytes[at + 1] !== NEWLINE) return false;
  }
  return true;
}

/** The bytes of a file from `from` on, whole lines at a time; the buffer grows with the longest. */
function* lines(file: number, buffer: Buffer, from: number): Generator<{readonly bytes: Buffer}> {
  let [held, kept, at] = [buffer, 0, from];
  for (;;) {
    const read = readSync(file, held, kept, held.length - kept, at);
    at += read;
    const filled = kept + read;
    const end = read === 0 ? filled : held.lastIndexOf(NEWLINE, filled - 1) + 1;
    if (end > 0) yield {bytes: held.subarray(0, end)};
    if (read === 0) return;
    held.copy(held, 0, end, filled);
    kept = filled - end;
    if (kept === held.length) held = Buffer.concat([held], held.length * 2);
  }
}

/** Null for what is no file, or may not be read. */
function opened(path: string): number | null {
  try {
    const file = openSync(path, 'r');
    if (fstatSync(file).isFile()) return file;
    closeSync(file);
  } catch {
    // why it cannot be opened is said by whoever reads it for a table
  }
  return null;
}

interface Layout {
  readonly name: string;
  readonly from: number;
  readonly delimiter: string;
  readonly headings: Headings;
}

function* stretches(
  path: string,
  {name, from, delimiter, headings}: Layout,
  take: (row: ByteRow) => boolean,
  other: (opened: Opened, row: ByteRow) => void,
): Generator<void> {
  const sign = delimiter.charCodeAt(0);
  const columns = headings.names.length;
  const file = openSync(path, 'r');
  let line = 1;
  try {
    for (const {bytes} of lines(file, Buffer.alloc(CHUNK), from)) {
      const row = {bytes, ends: new Int32Array(columns + 1)};
      const {ends} = row;
      for (let at = 0; at < bytes.length; at++) {
        const begun = at;
        let cells = 0;
        ends[0] = at - 1;
        for (; at < bytes.length; at++) {
          const byte = bytes[at];
          if (byte === NEWLINE) break;
          if (byte === sign && ++cells <= columns) ends[cells] = at;
        }
        line++;
        const end = bytes[at - 1] === RETURN && at > begun ? at - 1 : at;
        if (end === begun) continue;
        ends[++cells] = end;
        if (cells === columns && take(row)) continue;
        const named = rowOf(
          {text: bytes.toString('utf8', begun, end), line},
          headings,
          delimiter,
          line === 2,
        );
        const place: Place = {file: name, line};
        if (named === null) continue;
        other(
          'problem' in named
            ? fault('bad-row', named.problem, place, named.hint)
            : {value: named.cells, place},
          row,
        );
      }
      yield;
    }
  } finally {
    closeSync(file);
  }
}
