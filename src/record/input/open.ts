import type {Entry, Item, Place, Reader, RecordFinding, Source} from '../types.ts';
import {readCsv, type TableRow} from './csv.ts';
import {cutJson} from './json.ts';
import {readLines} from './lines.ts';
import {readMarkdownTable} from './markdown.ts';
import {readParquet} from './parquet.ts';
import {fault, isFault, type Opened, type Piece, Unreadable} from './piece.ts';
import {type Encoding, readPieces} from './text.ts';
import {readYamlRows} from './yaml.ts';

export const FORMATS = ['json', 'jsonl', 'csv', 'yaml', 'markdown', 'parquet'] as const;
export type Format = (typeof FORMATS)[number];

/** How a file is to be opened, where its name does not tell. */
export interface ItemOptions {
  /** The name of the file as places show it; its path unless told. */
  readonly name?: string;
  /** By the ending unless told: .json .jsonl .ndjson .csv .tsv .yaml .yml .md .parquet, each also with .gz. */
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
  /** In CSV; the sign that stands most often in the headings unless told. */
  readonly delimiter?: string | null;
  /** A column whose cells are JSON: its values are the items, the other cells are left aside. */
  readonly json?: string | null;
  readonly encoding?: Encoding | null;
}

/**
 * The items of a file, one by one and each with its place, in memory that does not grow with the file. What is wrong
 * comes as a fault in the place of the item; of a file that cannot be read on, a fault is the last thing. Never throws
 * for what stands in a file.
 */
export async function* openItems(path: string, options: ItemOptions = {}): AsyncGenerator<Opened> {
  const file = options.name ?? path;
  const at = (line: number | null): Place => ({file, line});
  try {
    const format = options.format ?? formatOf(path);
    if (format === null) {
      const hint = `say format: ${FORMATS.join(', ')}`;
      throw new Unreadable('its ending does not say what it is', null, hint);
    }
    yield* itemsOf(path, format, options, at);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    yield fault('unreadable-file', `${file}: ${error.message}`, at(error.line), error.hint);
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
};

async function* itemsOf(
  path: string,
  format: Format,
  options: ItemOptions,
  place: (line: number | null) => Place,
): AsyncGenerator<Opened> {
  const ways = [options.at ?? []].flat();
  const keys = ways.filter(way => way !== '').map(way => way.split('.'));
  const bare = options.bare ?? false;
  const json = options.json ?? null;
  if (format === 'parquet') {
    for await (const {cells, row} of readParquet(path)) yield* cellItem(cells, place(row), json);
    return;
  }
  const pieces = readPieces(path, options.encoding ?? null);
  switch (format) {
    case 'json':
      for await (const piece of cutJson(pieces, {at: keys, bare})) yield jsonItem(piece, place);
      return;
    case 'jsonl':
      for await (const piece of readLines(pieces)) {
        if ('problem' in piece || piece.text.trim() !== '') yield jsonItem(piece, place);
      }
      return;
    case 'csv':
      yield* tableItems(readCsv(pieces, options.delimiter ?? null), json, place);
      return;
    case 'markdown':
      yield* tableItems(readMarkdownTable(readLines(pieces), options.after ?? null), json, place);
      return;
    case 'yaml':
      for await (const row of readYamlRows(readLines(pieces), keys, bare)) {
        if ('problem' in row) yield fault('bad-row', row.problem, place(row.line), row.hint);
        else yield {value: row.value, place: place(row.line)};
      }
  }
}

async function* tableItems(
  rows: AsyncIterable<TableRow>,
  json: string | null,
  place: (line: number | null) => Place,
): AsyncGenerator<Opened> {
  for await (const row of rows) {
    if ('problem' in row) yield fault('bad-row', row.problem, place(row.line), row.hint);
    else yield* cellItem(row.cells, place(row.line), json);
  }
}

function* cellItem(
  cells: Readonly<Record<string, unknown>>,
  at: Place,
  json: string | null,
): Generator<Opened> {
  if (json === null) yield {value: cells, place: at};
  else if (!Object.hasOwn(cells, json)) {
    const hint = `its columns are ${Object.keys(cells).slice(0, 12).join(', ')}`;
    throw new Unreadable(`no column ${JSON.stringify(json)}`, at.line, hint);
  } else {
    const text = cells[json];
    if (typeof text === 'string') yield jsonItem({text, line: at.line ?? 1}, () => at);
    else yield {value: text, place: at};
  }
}

function jsonItem(piece: Piece, place: (line: number) => Place): Opened {
  const at = place(piece.line);
  if ('problem' in piece) return fault('bad-row', piece.problem, at, piece.hint);
  try {
    return {value: JSON.parse(piece.text) as unknown, place: at};
  } catch (error) {
    const [words = ''] = (error as SyntaxError).message.split(/, "|\.\.\.|\n/);
    const cause = words.charAt(0).toLowerCase() + words.slice(1, 100);
    return fault('bad-row', `not valid JSON: ${cause}`, at, 'mend it, or export it again');
  }
}

/** What `reader` makes of a file's items, with the faults of the file among its entries. */
export async function* entriesOf(
  opened: AsyncIterable<Opened>,
  reader: Reader,
  source: Source,
): AsyncGenerator<Entry> {
  let faults: RecordFinding[] = [];
  const told = function* (): Generator<Entry> {
    const due = faults;
    faults = [];
    for (const row of due) yield {table: 'fault', row: {...row, source: source.name}};
  };
  const sound = async function* (): AsyncGenerator<Item> {
    for await (const one of opened) {
      if (isFault(one)) faults.push(one.fault);
      else yield one;
    }
  };
  for await (const entry of reader(sound(), source)) {
    yield* told();
    yield entry;
  }
  yield* told();
}
