import {closeSync, fstatSync, openSync, readSync} from 'node:fs';
import {say} from '../../../figure/index.ts';
import {type Encoding, isPadding, titleAbove} from '../../../intake/index.ts';
import {refused, type WageAttempt} from '../attempt.ts';

/** A line longer than this is no row of any wage table, in bytes. DuckDB itself loses such lines without a word. */
const LONGEST_LINE = 1_000_000;
const PIECE = 1 << 20;
const GLANCE = 1 << 15;
const LINE_FEED = 10;
const RETURN = 13;

/** A table on disk before its rows are read. */
export type TableFile =
  | {readonly kind: 'workbook'}
  | {readonly kind: 'parquet'}
  /** A text that is not plain: in another encoding, packed, with other line ends, with something above its headings. */
  | {readonly kind: 'rows'; readonly bytes: number}
  | {
      readonly kind: 'text';
      readonly bytes: number;
      readonly delimiter: string;
      readonly headings: readonly string[];
      /** Lines above `LONGEST_LINE`, by number; those are no rows. */
      readonly longLines: readonly number[];
    };

const OTHER_KINDS = [
  ['PK\x03\x04', 'workbook'],
  ['\xd0\xcf\x11\xe0', 'workbook'],
  ['PAR1', 'parquet'],
] as const;
const GZIP = '\x1f\x8b';
const MARKS_OF_UTF16 = ['\xff\xfe', '\xfe\xff'];

/**
 * Looks at a file: what kind of table it is, and of a plain text its headings, and whether all of its lines can be rows. A text of
 * which an `encoding` is said is not plain.
 */
export function openTable(file: string, encoding: Encoding | null): WageAttempt<TableFile> {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    return cannotOpen(file, error);
  }
  try {
    const stat = fstatSync(handle);
    const {size: bytes} = stat;
    if (!stat.isFile()) return refused('unreadable', file, 'not a file', NAME);
    if (bytes === 0) return refused('empty-file', file, 'the file is empty', 'download it again');
    const head = Buffer.alloc(Math.min(bytes, LONGEST_LINE + 1));
    readSync(handle, head, 0, head.length, 0);
    const start = head.toString('latin1', 0, 4);
    const [, other] = OTHER_KINDS.find(([magic]) => start.startsWith(magic)) ?? [];
    if (other !== undefined) return {ok: true, value: {kind: other}};
    if (encoding !== null || [GZIP, ...MARKS_OF_UTF16].some(mark => start.startsWith(mark)))
      return {ok: true, value: {kind: 'rows', bytes}};
    const text = headingLine(file, head);
    if (!text.ok) return text;
    const {line} = text.value;
    const delimiter = line === null ? null : plainDelimiter(line);
    if (line === null || delimiter === null) return {ok: true, value: {kind: 'rows', bytes}};
    const headings = cells(line, delimiter);
    if (headings.length < 2) {
      const shown = JSON.stringify(line.slice(0, 60));
      return refused('not-a-table', file, say`one column only, ${shown}: not a table`, titleAbove(1).hint);
    }
    const longLines = hasLongLine(handle, bytes) ? longLinesOf(handle) : [];
    return {ok: true, value: {kind: 'text', bytes, delimiter, headings, longLines}};
  } catch (error) {
    return cannotOpen(file, error);
  } finally {
    closeSync(handle);
  }
}

const NAME = 'name a csv, an xlsx or a parquet file';

/** The first line of a text; null where it does not end as lines of a plain text do. */
function headingLine(file: string, head: Buffer): WageAttempt<{readonly line: string | null}> {
  if (head.includes(0)) {
    const hint = `${NAME}; a mapping may say encoding: utf-16le`;
    return refused('not-a-table', file, 'a binary file, not a table', hint);
  }
  const end = head.indexOf(LINE_FEED);
  const bytes = head.subarray(0, end < 0 ? head.length : end);
  const back = bytes.indexOf(RETURN);
  if (back >= 0 && back < (end < 0 ? bytes.length : end - 1)) return {ok: true, value: {line: null}};
  if (end < 0 && head.length > LONGEST_LINE)
    return refused(
      'long-line',
      file,
      say`the first line is longer than ${String(LONGEST_LINE)} bytes`,
      'the first line must hold the headings',
    );
  let line: string;
  try {
    line = new TextDecoder('utf-8', {fatal: true}).decode(bytes).replace(/\r$/, '');
  } catch {
    return refused('not-utf8', file, 'the headings are not UTF-8', ANOTHER_ENCODING);
  }
  if (/^\s*[<{[]/.test(line))
    return refused(
      'not-a-table',
      file,
      say`begins with ${JSON.stringify(line.trim().slice(0, 30))}: a page or data, not a table`,
      NAME,
    );
  return {ok: true, value: {line}};
}

/** What to do about a text that is not UTF-8. */
export const ANOTHER_ENCODING =
  'save it as UTF-8 ("CSV UTF-8" in Excel), or say encoding: latin1 in a mapping if it is from Windows';

/**
 * The sign that parts most of a heading line; null where the line is none, or not the whole of one: nothing stands in it, it says
 * the delimiter (`sep=;`), or a heading goes on in the next.
 */
function plainDelimiter(line: string): string | null {
  const count = (sign: string) => line.split(sign).length;
  const isWhole = count('"') % 2 === 1;
  if (isPadding(line) || /^"?sep=.?"?$/i.test(line.trim()) || !isWhole) return null;
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
function longLinesOf(handle: number): number[] {
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
