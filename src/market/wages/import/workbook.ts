import {
  LargeWorkbook,
  sharedTexts,
  sheetRows,
  TornArchive,
  unescapeXml,
  unpacked,
  type ZipEntry,
  zipEntries,
} from '../../../intake/index.ts';
import {say} from '../../../figure/index.ts';
import {type ColumnLayout, type LayoutReading, WAGE_FIELDS} from '../column.ts';
import {refused, type WageAttempt} from '../attempt.ts';
import {judged, type WageReader} from './judge.ts';
import {BATCH, type Store} from './store.ts';

type Loaded =
  | {readonly sheet: string}
  | {readonly missing: readonly string[]; readonly headings: readonly string[]};

/** Rows that are held before they go into the store. */
const HELD = 16 * BATCH;

/**
 * Loads the sheet of a workbook that has the columns, whatever its name. Rows are read as they are unpacked; only the
 * texts that cells share are held. `isAt` is given what tells how much of the sheet is read.
 */
export async function loadWorkbook(
  store: Store,
  file: string,
  layoutOf: (headings: readonly string[]) => LayoutReading,
  reader: WageReader,
  isAt: (share: () => number) => void,
): Promise<WageAttempt<Loaded>> {
  try {
    const entries = zipEntries(file);
    const book = await textOf(file, entries.get('xl/workbook.xml'));
    if (book === undefined)
      return refused(
        'not-a-table',
        file,
        'an archive, and no workbook inside',
        'unpack it, and name the csv or xlsx file',
      );
    const links = (await textOf(file, entries.get('xl/_rels/workbook.xml.rels'))) ?? '';
    const texts = entries.get('xl/sharedStrings.xml');
    const shared = texts === undefined ? [] : await sharedTexts(unpacked(file, texts));
    let best: LayoutReading & {headings: readonly string[]} = {layout: {}, missing: [], headings: []};
    for (const {name, path} of sheets(book, links)) {
      const entry = entries.get(path);
      if (entry === undefined) continue;
      const headings = await headingsOf(file, entry, shared);
      const reading = layoutOf(headings);
      if (reading.missing.length === 0 && headings.length > 0) {
        await loadSheet(store, file, entry, shared, reading.layout, reader, isAt);
        return {ok: true, value: {sheet: name}};
      }
      if (headings.length > best.headings.length) best = {...reading, headings};
    }
    if (best.headings.length === 0)
      return refused('empty-file', file, 'no sheet of the workbook holds a row', 'download it again');
    return {ok: true, value: {missing: best.missing, headings: best.headings}};
  } catch (error) {
    if (error instanceof TornArchive)
      return refused('torn-file', file, error.message, 'download it again, or save the sheet as CSV');
    if (error instanceof LargeWorkbook)
      return refused(
        'too-large',
        file,
        say`the workbook holds ${error.message}`,
        'save the sheet as CSV: there is no such limit',
      );
    throw error;
  }
}

async function loadSheet(
  store: Store,
  file: string,
  entry: ZipEntry,
  shared: readonly string[],
  layout: ColumnLayout,
  reader: WageReader,
  isAt: (share: () => number) => void,
): Promise<void> {
  // Only the columns that are read go into the store, in the order of the fields.
  const fields = WAGE_FIELDS.flatMap(field => {
    const source = layout[field];
    return source !== undefined && 'column' in source ? [{field, column: source.column}] : [];
  });
  const narrow: ColumnLayout = {
    ...layout,
    ...Object.fromEntries(fields.map(({field}, column) => [field, {column}])),
  };
  await store.run(`CREATE TABLE sheet (${fields.map((_, column) => `c${column} VARCHAR`).join(', ')})`);
  let held: (string | null)[][] = fields.map(() => []);
  let count = 0;
  let heading = true;
  const hand = async () => {
    await store.append('sheet', held);
    await store.run(`INSERT INTO wage ${judged(narrow, reader, 'sheet')}; DELETE FROM sheet`);
    held = fields.map(() => []);
    count = 0;
  };
  let read = 0;
  isAt(() => Math.min(1, read / entry.size));
  const counted = async function* () {
    for await (const text of unpacked(file, entry)) {
      read += text.length;
      yield text;
    }
  };
  for await (const row of sheetRows(counted(), shared)) {
    if (heading) {
      heading = false;
      continue;
    }
    for (const [at, {column}] of fields.entries()) held[at]?.push(row[column] ?? null);
    if (++count === HELD) await hand();
  }
  if (count > 0) await hand();
  await store.run('DROP TABLE sheet');
}

async function headingsOf(
  file: string,
  entry: ZipEntry,
  shared: readonly string[],
): Promise<readonly string[]> {
  for await (const row of sheetRows(unpacked(file, entry), shared)) return row.map(cell => cell ?? '');
  return [];
}

/** Longer than any list of sheets, in characters. */
const LONGEST_LIST = 10_000_000;

async function textOf(file: string, entry: ZipEntry | undefined): Promise<string | undefined> {
  if (entry === undefined) return undefined;
  let text = '';
  for await (const piece of unpacked(file, entry)) {
    text += piece;
    if (text.length > LONGEST_LIST)
      throw new TornArchive(`${entry.name} in the workbook is no list of sheets`);
  }
  return text;
}

/** The sheets of a workbook in its order, with the paths that its links give them. */
function sheets(book: string, links: string): readonly {readonly name: string; readonly path: string}[] {
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  const targets = new Map(
    [...links.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...book.matchAll(/<sheet\b[^>]*>/g)].flatMap(([tag]) => {
    const target = targets.get(attribute(tag, 'r:id'));
    if (target === undefined) return [];
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    return [{name: unescapeXml(attribute(tag, 'name') ?? ''), path}];
  });
}
