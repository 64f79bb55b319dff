import {type HeadingCheck, headingNames, isBlank, titleAbove} from './headings.ts';
import {type Batches, LONGEST_ROW, type TextPiece, tooLong, Unreadable} from './piece.ts';

/** A row of a table: its cells by heading, what is said beside the rows, or why a row cannot be read. */
export type TableRow =
  | {readonly cells: Readonly<Record<string, unknown>>; readonly line: number}
  | {readonly beside: string; readonly line: number; readonly hint: string}
  | Extract<TextPiece, {problem: string}>;

/** A record of the text, not yet parted into cells. */
type CsvRecord = Extract<TextPiece, {text: string}>;

/**
 * The rows of a CSV text by its headings. Rows that do not fit them are problems, and those behind are read; a quote that
 * never closes takes the rest of the text and is one problem. `delimiter` null takes the one that the headings use, or that
 * a line `sep=;` above them says.
 */
export async function* readCsv(
  pieces: AsyncIterable<string>,
  delimiter: string | null,
  check: HeadingCheck = () => {},
): Batches<TableRow> {
  let headings: Headings | undefined;
  let sign = delimiter ?? ',';
  let sepSaid = false;
  let isFirst = true;
  const scan = {delimiter: sign.charCodeAt(0)};
  const rowsIn = function* (records: Iterable<TextPiece>): Generator<TableRow> {
    for (const piece of records) {
      if ('problem' in piece) yield piece;
      else if (headings === undefined) {
        if (!isPadding(piece.text)) headings = headingsOf(piece, sign, check);
      } else {
        const row = rowOf(piece, headings, sign, isFirst);
        isFirst = false;
        if (row !== null) yield row;
      }
    }
  };
  const records = cutRecords(pieces, scan, first => {
    const said = /^\s*"?sep=(.)"?\s*$/i.exec(first)?.[1];
    sign = delimiter ?? said ?? (sepSaid ? sign : likelyDelimiter(first, check));
    sepSaid = said !== undefined;
    scan.delimiter = sign.charCodeAt(0);
    return !sepSaid;
  });
  for await (const cut of records) yield rowsIn(cut);
  if (headings === undefined) throw new Unreadable('no headings', 1, 'export it with headings', 'empty');
}

export interface Headings {
  readonly names: readonly string[];
  /** A row without anything. Copied rather than made of its cells: rows of one shape are read faster. */
  readonly blank: Readonly<Record<string, string>>;
}

const DELIMITERS = ',;\t|';

/** Whether nothing but delimiters stands in a line, as in empty rows of a sheet above its headings. */
export function isPadding(line: string): boolean {
  return line.replace(/[,;|"\s]/g, '') === '';
}

/** Of comma, semicolon, tab and bar, the one that stands most often in the headings and parts them into those that are needed. */
function likelyDelimiter(headings: string, check: HeadingCheck): string {
  const bare = headings.replace(/"[^"]*"/g, '');
  const counts = [...DELIMITERS].map(sign => ({sign, times: bare.split(sign).length}));
  const likely = counts.filter(({times}) => times > 1).toSorted((a, b) => b.times - a.times);
  const fits = ({sign}: {sign: string}) => {
    try {
      headingsOf({text: headings, line: 1}, sign, check);
      return true;
    } catch (error) {
      if (error instanceof Unreadable) return false;
      throw error;
    }
  };
  return (likely.find(fits) ?? likely[0] ?? {sign: ','}).sign;
}

export function headingsOf(piece: CsvRecord, delimiter: string, check: HeadingCheck): Headings {
  const cells = cellsOf(piece.text, delimiter);
  if (typeof cells === 'string') {
    throw new Unreadable(`headings that cannot be read: ${cells}`, piece.line, MEND);
  }
  const names = headingNames(cells, piece.line, check);
  return {names, blank: Object.fromEntries(names.map(name => [name, '']))};
}

const MEND = 'mend the quotes, or export it again';

/** A row, or why it is none; null where nothing stands in it. */
export function rowOf(
  {text, line}: CsvRecord,
  {names, blank}: Headings,
  delimiter: string,
  isFirst: boolean,
): Exclude<TableRow, {beside: string}> | null {
  const cells = cellsOf(text, delimiter);
  if (typeof cells === 'string') return {problem: cells, line, hint: MEND};
  if (isBlank(cells)) return null;
  if (cells.length !== names.length) {
    if (names.length === 1 && isFirst) throw titleAbove(1);
    const problem = `${cells.length} cells under ${names.length} headings`;
    return {problem, line, hint: 'a cell that holds the delimiter wants quotes around it'};
  }
  const named = {...blank};
  for (let column = 0; column < cells.length; column++) named[names[column] ?? ''] = cells[column] ?? '';
  return {cells: named, line};
}

/**
 * The cells of a record, or what is wrong with it. `="0012"`, quoted or not, is the text 0012: so it is written that
 * spreadsheets leave a text alone which looks like a number.
 */
function cellsOf(text: string, delimiter: string): readonly string[] | string {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ; at++) {
    if (text.startsWith('="', at)) at++;
    if (text[at] === '"') {
      let cell = '';
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        if (end < 0) return 'a quote that never closes';
        cell += text.slice(from, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        from = end + 2;
      }
      if (at < text.length && text[at] !== delimiter) return 'text behind a closing quote';
      cells.push(cell.startsWith('="') && cell.length > 2 && cell.endsWith('"') ? cell.slice(2, -1) : cell);
    } else {
      const end = text.indexOf(delimiter, at);
      const cell = text.slice(at, end < 0 ? text.length : end);
      if (cell.includes('"')) return 'a quote in the middle of a cell';
      cells.push(cell);
      at = end < 0 ? text.length : end;
    }
    if (at >= text.length) return cells;
  }
}

/** Cuts a text into records: lines, but for line ends within quotes. Blank lines are passed over. */
async function* cutRecords(
  pieces: AsyncIterable<string>,
  scan: {delimiter: number},
  /** Told the first record, and the one behind it where it was none. */
  onFirst: (text: string) => boolean,
): Batches<TextPiece> {
  let parts: string[] = [];
  let length = 0;
  let line = 1;
  let begun = 1;
  let [quoted, closed, fresh, first] = [false, false, true, true];
  const keep = (part: string) => {
    length += part.length;
    if (length <= LONGEST_ROW) parts.push(part);
    else parts = [];
    if (length <= LONGEST_ROW || !quoted) return;
    const hint = 'look for a quote that does not close';
    throw new Unreadable('a quoted cell that goes on for too long', begun, hint);
  };
  const cut = (): TextPiece | undefined => {
    const text = parts.join('');
    const piece =
      length > LONGEST_ROW ? tooLong(begun, 'a row') : text.trim() === '' ? undefined : {text, line: begun};
    [parts, length, fresh, closed] = [[], 0, true, false];
    return piece;
  };
  /** Whether a piece is a record of the table, and not a line above it. */
  const isRecord = (piece: TextPiece): boolean => {
    if (first && 'text' in piece && !onFirst(piece.text)) return false;
    first = false;
    return true;
  };
  const recordsIn = function* (text: string): Generator<TextPiece> {
    let from = 0;
    let quote = text.indexOf('"');
    for (let at = 0; at < text.length; at++) {
      // A record that begins and ends here and has no quote is a line.
      if (at === from && length === 0 && !quoted) {
        const end = text.indexOf('\n', at);
        if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
        if (end >= 0 && (quote < 0 || quote > end)) at = end;
      }
      const sign = text.charCodeAt(at);
      if (quoted) {
        if (sign === 0x22) [quoted, closed] = [false, true];
        else if (sign === 0x0a) line++;
        continue;
      }
      if (sign === 0x0a) {
        keep(text.slice(from, at));
        const piece = cut();
        if (piece !== undefined && isRecord(piece)) yield piece;
        from = at + 1;
        begun = ++line;
        continue;
      }
      // A doubled quote closes a cell and opens it again.
      if (sign === 0x22 && (fresh || closed)) quoted = true;
      // Until the headings show which sign it is, a quote may open a cell behind any of them.
      [closed, fresh] = [false, sign === scan.delimiter || (first && DELIMITERS.includes(text.charAt(at)))];
    }
    keep(text.slice(from));
  };
  for await (const text of pieces) yield recordsIn(text);
  const piece = cut();
  if (piece === undefined) return;
  const torn = quoted && 'text' in piece;
  const problem = 'a quote that never closes: the file ends within the cell';
  if (isRecord(piece)) yield [torn ? {problem, line: begun, hint: MEND} : piece];
}
