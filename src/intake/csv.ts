import {type CsvError, parse} from 'csv-parse/sync';
import {headingNames, isBlank, type NeededColumns, titleAbove} from './headings.ts';
import {type Batches, LONGEST_ROW, type TextPiece, tooLong, Unreadable} from './piece.ts';

/** A row of a table: its cells by heading, what is said beside the rows, or why a row cannot be read. */
export type TableRow =
  | {readonly cells: Readonly<Record<string, string>>; readonly line: number}
  | {readonly beside: string; readonly line: number; readonly hint: string}
  | Extract<TextPiece, {problem: string}>;

/** Rows that are parsed at once: one by one they cost ten times as much. */
const BATCH = 512;
/** Characters of a batch, so that long rows are not held by the hundred. */
const BATCH_LENGTH = 1 << 20;

/** A record of the text, not yet parted into cells. */
type CsvRecord = Extract<TextPiece, {text: string}>;

/**
 * The rows of a CSV text by its headings. Rows that do not fit them are problems, and those behind are read; a quote that
 * never closes takes the rest of the text and is one problem. `delimiter` null takes the one that the headings use.
 */
export async function* readCsv(
  pieces: AsyncIterable<string>,
  delimiter: string | null,
  needed: NeededColumns | null = null,
): Batches<TableRow> {
  let headings: readonly string[] | undefined;
  let sign = delimiter ?? ',';
  // `sep=;`: a line for spreadsheets above the headings.
  let sepSaid = false;
  let isFirst = true;
  let batch: CsvRecord[] = [];
  let length = 0;
  const flush = (): readonly TableRow[] => {
    const rows = headings === undefined ? [] : rowsOf(batch, headings, sign, isFirst);
    isFirst &&= batch.length === 0;
    [batch, length] = [[], 0];
    return rows;
  };
  const scan = {delimiter: sign.charCodeAt(0)};
  const rowsIn = function* (records: Iterable<TextPiece>): Generator<TableRow> {
    try {
      for (const piece of records) {
        if ('problem' in piece) {
          yield* flush();
          yield piece;
        } else if (headings === undefined) headings = headingsOf(piece, sign, needed);
        else {
          batch.push(piece);
          length += piece.text.length;
          if (batch.length >= BATCH || length >= BATCH_LENGTH) yield* flush();
        }
      }
    } catch (error) {
      // What was whole before the file ceased to be readable is handed out first.
      if (error instanceof Unreadable) yield* flush();
      throw error;
    }
    yield* flush();
  };
  const records = cutRecords(pieces, scan, first => {
    const said = /^"?sep=(.)"?$/i.exec(first.trim())?.[1];
    sign = delimiter ?? said ?? (sepSaid ? sign : likelyDelimiter(first));
    sepSaid = said !== undefined;
    scan.delimiter = sign.charCodeAt(0);
    return !sepSaid;
  });
  for await (const cut of records) yield rowsIn(cut);
  if (headings === undefined) throw new Unreadable('no headings', 1, 'export it with headings');
}

/** Of comma, semicolon, tab and bar, the one that stands most often in the headings. */
function likelyDelimiter(headings: string): string {
  const bare = headings.replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t', '|'].map(sign => ({sign, times: bare.split(sign).length}));
  return counts.reduce((best, one) => (one.times > best.times ? one : best)).sign;
}

function headingsOf(piece: CsvRecord, delimiter: string, needed: NeededColumns | null): readonly string[] {
  const [cells] = parsed([piece], delimiter);
  if (typeof cells === 'string' || cells === undefined) {
    throw new Unreadable(`headings that cannot be read: ${cells ?? ''}`, piece.line, MEND);
  }
  return headingNames(cells, piece.line, needed);
}

const MEND = 'mend the quotes, or export it again';

function rowsOf(
  batch: readonly CsvRecord[],
  headings: readonly string[],
  delimiter: string,
  isFirst: boolean,
): TableRow[] {
  // Copied rather than made of its cells: rows of one shape are read faster.
  const blank: Readonly<Record<string, string>> = Object.fromEntries(headings.map(name => [name, '']));
  return parsed(batch, delimiter).flatMap((cells, at): TableRow | [] => {
    const line = batch[at]?.line ?? 1;
    if (typeof cells === 'string') return {problem: cells, line, hint: MEND};
    if (isBlank(cells)) return [];
    if (cells.length !== headings.length) {
      if (headings.length === 1 && isFirst && at === 0) throw titleAbove(1);
      const problem = `${cells.length} cells under ${headings.length} headings`;
      return {problem, line, hint: 'a cell that holds the delimiter wants quotes around it'};
    }
    const named = {...blank};
    for (let column = 0; column < cells.length; column++) named[headings[column] ?? ''] = cells[column] ?? '';
    return {cells: named, line};
  });
}

/** The cells of each record, or what is wrong with it. */
function parsed(batch: readonly CsvRecord[], delimiter: string): (readonly string[] | string)[] {
  if (batch.some(({text}) => text.includes('="'))) {
    const bare = batch.map(one => ({...one, text: withoutFormulas(one.text, delimiter)}));
    return cellsIn(bare, delimiter).map(cells =>
      typeof cells === 'string' ? cells : cells.map(cell => /^="(.*)"$/s.exec(cell)?.[1] ?? cell),
    );
  }
  return cellsIn(batch, delimiter);
}

/** `="0012"` as `"0012"`: how a text that looks like a number is written so that spreadsheets leave it alone. */
function withoutFormulas(text: string, delimiter: string): string {
  const sign = delimiter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return text.replace(new RegExp(`(^|${sign})=("(?:[^"]|"")*")(?=${sign}|$)`, 'g'), '$1$2');
}

function cellsIn(batch: readonly CsvRecord[], delimiter: string): (readonly string[] | string)[] {
  // Without a quote anywhere nothing but the delimiter parts cells.
  if (!batch.some(({text}) => text.includes('"'))) return batch.map(({text}) => text.split(delimiter));
  const options = {delimiter, recordDelimiter: '\n', relaxColumnCount: true} as const;
  try {
    const rows: string[][] = parse(batch.map(({text}) => text).join('\n'), options);
    // A row that holds a stray line of its own would move all behind it.
    if (rows.length === batch.length) return rows;
  } catch (error) {
    if (batch.length === 1) return [wordsOf(error)];
  }
  if (batch.length === 1) return ['a row that cannot be told from the next'];
  return batch.flatMap(one =>
    one.text.includes('"') ? cellsIn([one], delimiter) : [one.text.split(delimiter)],
  );
}

function wordsOf(error: unknown): string {
  const {code} = error as CsvError;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quote that never closes';
  if (code === 'CSV_INVALID_CLOSING_QUOTE') return 'text behind a closing quote';
  if (code === 'INVALID_OPENING_QUOTE') return 'a quote in the middle of a cell';
  if (code?.startsWith('CSV_')) return code.slice(4).toLowerCase().replaceAll('_', ' ');
  throw error;
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
      [closed, fresh] = [false, sign === scan.delimiter];
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
