import {closeSync, fstatSync, openSync, readSync} from 'node:fs';
import {say} from '../../../figure/index.ts';
import {refused, type WageAttempt} from '../attempt.ts';

/** A line longer than this is no row of any wage table, in bytes. DuckDB itself loses such lines without a word. */
const LONGEST_LINE = 1_000_000;
const PIECE = 1 << 20;
const GLANCE = 1 << 15;
const LINE_FEED = 10;

/** A table on disk before its rows are read. */
export type TableFile =
  | {readonly kind: 'workbook'; readonly file: string; readonly bytes: number}
  | {
      readonly kind: 'text';
      readonly file: string;
      readonly delimiter: string;
      readonly headings: readonly string[];
      /** Lines above `LONGEST_LINE`, by number; those are no rows. */
      readonly longLines: readonly number[];
    };

/** Looks at a file: what kind of table it is, its headings, and whether all of its lines can be rows. */
export function openTable(file: string): WageAttempt<TableFile> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    return cannotOpen(file, error);
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return refused('unreadable', file, 'not a file', 'name a csv or an xlsx file');
    if (stat.size === 0) return refused('empty-file', file, 'the file is empty', 'download it again');
    const head = Buffer.alloc(Math.min(stat.size, LONGEST_LINE + 1));
    readSync(handle, head, 0, head.length, 0);
    if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04')))
      return {ok: true, value: {kind: 'workbook', file, bytes: stat.size}};
    const text = headingLine(file, head);
    if (!text.ok) return text;
    const {line} = text.value;
    const delimiter = delimiterOf(line);
    const headings = cells(line, delimiter);
    if (headings.length < 2) {
      const shown = JSON.stringify(line.slice(0, 60));
      return refused(
        'not-a-table',
        file,
        say`one column only, ${shown}: not a table`,
        'a table has a line of headings, parted by commas',
      );
    }
    return {
      ok: true,
      value: {
        kind: 'text',
        file,
        delimiter,
        headings,
        longLines: hasLongLine(handle, stat.size) ? longLines(handle) : [],
      },
    };
  } catch (error) {
    return cannotOpen(file, error);
  } finally {
    closeSync(handle);
  }
}

function headingLine(file: string, head: Buffer): WageAttempt<{readonly line: string}> {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return refused('not-utf8', file, 'the text is UTF-16', 'save it as CSV in UTF-8');
  if (first === 0xd0 && second === 0xcf)
    return refused('not-a-table', file, 'an old Excel workbook (xls)', 'save it as xlsx or csv');
  if (head.includes(0))
    return refused('not-a-table', file, 'a binary file, not a table', 'name a csv or an xlsx file');
  const end = head.indexOf(LINE_FEED);
  if (end < 0 && head.length > LONGEST_LINE)
    return refused(
      'long-line',
      file,
      say`the first line is longer than ${String(LONGEST_LINE)} bytes`,
      'the first line must hold the headings',
    );
  const bytes = head.subarray(0, end < 0 ? head.length : end);
  let line: string;
  try {
    line = new TextDecoder('utf-8', {fatal: true}).decode(bytes).replace(/\r$/, '');
  } catch {
    return refused('not-utf8', file, 'the headings are not UTF-8', 'save it as CSV in UTF-8');
  }
  if (/^\s*[<{[]/.test(line))
    return refused(
      'not-a-table',
      file,
      say`begins with ${JSON.stringify(line.trim().slice(0, 30))}: a page or data, not a table`,
      'name a csv or an xlsx file',
    );
  return {ok: true, value: {line}};
}

/** The sign that parts most of a heading line. */
function delimiterOf(line: string): string {
  const count = (sign: string) => line.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** The cells of one line; quotes may hold delimiters. */
function cells(line: string, delimiter: string): string[] {
  const found: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === '"' && quoted && line[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) {
      found.push(cell);
      cell = '';
    } else cell += sign;
  }
  return [...found, cell];
}

/**
 * Whether some line is too long. From the start of a line it jumps to the last line that starts within the longest
 * length: where there is none, the line is too long, and no long line can be jumped over. It reads a part of the file.
 */
function hasLongLine(handle: number, size: number): boolean {
  const glance = Buffer.alloc(GLANCE);
  for (let start = 0; size - start > LONGEST_LINE; ) {
    let found = -1;
    for (let end = start + LONGEST_LINE; found < 0 && end > start; end -= GLANCE) {
      const from = Math.max(start, end - GLANCE);
      const read = readSync(handle, glance, 0, end - from, from);
      const last = read === 0 ? -1 : glance.lastIndexOf(LINE_FEED, read - 1);
      if (last >= 0) found = from + last;
    }
    if (found < 0) return true;
    start = found + 1;
  }
  return false;
}

/** Numbers of the lines that are too long, without holding any: a line of 100 MB costs a piece of memory. */
function longLines(handle: number): number[] {
  const piece = Buffer.alloc(PIECE);
  const found: number[] = [];
  let line = 1;
  let length = 0;
  for (let size = readSync(handle, piece, 0, PIECE, 0), at = 0; size > 0; ) {
    let from = 0;
    for (let end = nextLine(piece, from, size); end >= 0; end = nextLine(piece, from, size)) {
      if (length + end - from > LONGEST_LINE) found.push(line);
      line++;
      length = 0;
      from = end + 1;
    }
    length += size - from;
    at += size;
    size = readSync(handle, piece, 0, PIECE, at);
  }
  if (length > LONGEST_LINE) found.push(line);
  return found;
}

function nextLine(piece: Buffer, from: number, size: number): number {
  const at = piece.indexOf(LINE_FEED, from);
  return at < size ? at : -1;
}

function cannotOpen(file: string, error: unknown): ReturnType<typeof refused> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? refused('missing-file', file, 'the file is missing', 'check the name')
    : refused('unreadable', file, say`cannot be read (${code})`, 'check the path and who may read it');
}
