import {say} from '../figure/index.ts';
import {
  type Batches,
  batchEach,
  type Fault,
  fault,
  type Opened,
  type Place,
  singly,
  type TextPiece,
  Unreadable,
} from './piece.ts';
import {readCsv, type TableRow} from './csv.ts';
import {checkFor, type NeededColumns} from './headings.ts';
import {cutJson} from './json.ts';
import {readLines} from './lines.ts';
import {readMarkdownTable} from './markdown.ts';
import type {Pages} from './pages.ts';
import {readParquet} from './parquet.ts';
import {type Encoding, readPieces} from './text.ts';
import {readSheet} from './workbook.ts';
import {readYamlRows} from './yaml.ts';

export const FORMATS = ['json', 'jsonl', 'csv', 'yaml', 'markdown', 'parquet', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** How a file is to be opened, where its name does not tell. */
export interface ItemOptions {
  /** The name of the file as places show it; its path unless told. */
  readonly name?: string;
  /** By the ending unless told: .json .jsonl .ndjson .csv .tsv .yaml .yml .md .parquet .xlsx; those of texts also with .gz. */
  readonly format?: Format | null;
  /**
   * In JSON and YAML the keys that lead to the list, parted by dots: `incidents`, `data.items`. Of several ways each
   * that is there is taken.
   */
  readonly at?: string | readonly string[] | null;
  /** Whether a value without a list at `at` is an item itself; otherwise it ends the reading. */
  readonly bare?: boolean;
  /** In Markdown, words of a line above the table that is meant. */
  readonly after?: string | null;
  /** In a workbook, the name of the sheet; the first whose headings hold the columns unless told. */
  readonly sheet?: string | null;
  /** In CSV; the sign that stands most often in the headings unless told. */
  readonly delimiter?: string | null;
  /** A column whose cells are JSON: its values are the items, the other cells are left aside. */
  readonly json?: string | null;
  readonly encoding?: Encoding | null;
  /** What the headings of a table have to hold. */
  readonly columns?: NeededColumns | null;
  /** Told of what answers of an API say of their pages, over all files of one export. */
  readonly pages?: Pages;
}

/**
 * The items of a file, each with its place, in memory that does not grow with the file. What is wrong comes as a fault in
 * the place of the item; of a file that cannot be read on, a fault is the last thing. Never throws for what stands in a
 * file.
 */
export async function* openItems(path: string, options: ItemOptions = {}): Batches<Opened> {
  const file = options.name ?? path;
  const at = (line: number | null): Place => ({file, line});
  let torn = false;
  const told = (error: unknown): Fault => {
    if (!(error instanceof Unreadable)) throw error;
    torn = true;
    return fault('unreadable-file', say`${file}: ${error.message}`, at(error.line), error.hint);
  };
  const sound = function* (batch: Iterable<Opened>): Generator<Opened> {
    try {
      yield* batch;
    } catch (error) {
      yield told(error);
    }
  };
  try {
    const format = options.format ?? formatOf(path);
    if (format === null) {
      const hint = `say format: ${FORMATS.join(', ')}`;
      throw new Unreadable('its ending does not say what it is', null, hint);
    }
    for await (const batch of itemsOf(path, format, options, at)) {
      yield sound(batch);
      if (torn) return;
    }
  } catch (error) {
    yield [told(error)];
  }
}

/** The format that the ending of a name tells, be it packed or not; null where it tells none. */
export function formatOf(path: string): Format | null {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return ENDINGS[ending] ?? null;
}

const ENDINGS: Readonly<Partial<Record<string, Format>>> = {
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'csv',
  yaml: 'yaml',
  yml: 'yaml',
  md: 'markdown',
  markdown: 'markdown',
  parquet: 'parquet',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
};

async function* itemsOf(
  path: string,
  format: Format,
  options: ItemOptions,
  place: (line: number | null) => Place,
): Batches<Opened> {
  const ways = [options.at ?? []].flat();
  const keys = ways.filter(way => way !== '').map(way => way.split('.'));
  const bare = options.bare ?? false;
  const json = options.json ?? null;
  const pieces = readPieces(path, options.encoding ?? null);
  const check = checkFor(options.columns ?? null);
  const tableItem = (row: TableRow): Opened => {
    if ('problem' in row) return fault('bad-row', row.problem, place(row.line), row.hint);
    if ('beside' in row) return fault('unreadable-file', row.beside, place(row.line), row.hint, 'warning');
    return cellItem(row.cells, place(row.line), json);
  };
  switch (format) {
    case 'parquet':
      yield* each(readParquet(path, check), ({cells, row}) => cellItem(cells, place(row), json));
      return;
    case 'xlsx':
      yield* each(readSheet(path, options.sheet ?? null, check), tableItem);
      return;
    case 'json':
      options.pages?.file(place(null).file);
      yield* each(cutJson(pieces, {at: keys, bare, pages: options.pages}), piece => jsonItem(piece, place));
      return;
    case 'jsonl':
      yield* each(readLines(pieces), piece =>
        'problem' in piece || piece.text.trim() !== '' ? jsonItem(piece, place) : undefined,
      );
      return;
    case 'csv':
      yield* each(readCsv(pieces, options.delimiter ?? null, check), tableItem);
      return;
    case 'markdown':
      yield* each(
        batchEach(readMarkdownTable(singly(readLines(pieces)), options.after ?? null, check)),
        tableItem,
      );
      return;
    case 'yaml':
      yield* each(batchEach(readYamlRows(singly(readLines(pieces)), keys, bare)), row =>
        'problem' in row
          ? fault('bad-row', row.problem, place(row.line), row.hint)
          : {value: row.value, place: place(row.line)},
      );
  }
}

/** What `one` makes of each of them; nothing for undefined. */
async function* each<T>(
  batches: AsyncIterable<Iterable<T>>,
  one: (of: T) => Opened | undefined,
): Batches<Opened> {
  const made = function* (batch: Iterable<T>): Generator<Opened> {
    for (const of of batch) {
      const opened = one(of);
      if (opened !== undefined) yield opened;
    }
  };
  for await (const batch of batches) yield made(batch);
}

function cellItem(cells: Readonly<Record<string, unknown>>, at: Place, json: string | null): Opened {
  if (json === null) return {value: cells, place: at};
  if (!Object.hasOwn(cells, json)) {
    const hint = `its columns are ${Object.keys(cells).slice(0, 12).join(', ')}`;
    throw new Unreadable(`no column ${JSON.stringify(json)}`, at.line, hint);
  }
  const text = cells[json];
  if (typeof text !== 'string') return {value: text, place: at};
  return jsonItem({text, line: at.line ?? 1}, () => at);
}

function jsonItem(piece: TextPiece, place: (line: number) => Place): Opened {
  const at = place(piece.line);
  if ('problem' in piece) return fault('bad-row', piece.problem, at, piece.hint);
  try {
    return {value: JSON.parse(piece.text) as unknown, place: at};
  } catch (error) {
    const [words = ''] = (error as SyntaxError).message.split(/, "|\.\.\.|\n/);
    const cause = words.charAt(0).toLowerCase() + words.slice(1, 100);
    return fault('bad-row', say`not valid JSON: ${cause}`, at, 'mend it, or export it again');
  }
}
