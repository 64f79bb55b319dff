import {closestSpelling} from '../base/index.ts';
import type {TableRow} from './csv.ts';
import {type HeadingCheck, headingNames, isBlank, titleAbove} from './headings.ts';
import {type Batches, Unreadable} from './piece.ts';
import {dateStyles, dateText} from './serial-date.ts';
import {type CellLooks, type SheetRow, sharedTexts, sheetRows} from './sheet.ts';
import {firstBytes, OLD_WORKBOOK} from './text.ts';
import {attributeOf, tagsOf, withoutPrefixes} from './xml.ts';
import {tornArchive, unpacked, type ZipEntry, zipEntries} from './zip.ts';

/** The sheet of a workbook that is read. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  /** The row of the headings, counted from 1. */
  readonly line: number;
  /** Every row beneath the headings, those of padding too. */
  readonly rows: () => AsyncGenerator<readonly SheetRow[]>;
  /** How much of the sheet is read, from 0 to 1. */
  readonly share: () => number;
  /** Another sheet with such headings, which is not read; null where one was named. */
  readonly other: string | null;
  /** The day of a number in a cell that does not look like one: `2025-03-01`. Null for what can be none. */
  readonly dayOf: (serial: number) => string | null;
}

/**
 * The sheet of that name, or the first whose headings pass; sheets that spreadsheets hide are read by their names alone.
 * Rows are read as they are unpacked, and only the texts that cells share are held. Throws `Unreadable`.
 */
export async function openSheet(path: string, named: string | null, check: HeadingCheck): Promise<Sheet> {
  const {sheets, looks} = await openBook(path);
  const asked = sheets.filter(({name, isHidden}) => (named === null ? !isHidden : name === named));
  if (named !== null && asked.length === 0) {
    const names = sheets.map(({name}) => name);
    const meant = closestSpelling(named, names);
    const hint =
      meant === undefined ? `its sheets are ${names.slice(0, 12).join(', ')}` : `did you mean ${meant}?`;
    throw new Unreadable(`no sheet ${JSON.stringify(named)}`, null, hint);
  }
  const fitting: Pick<Sheet, 'name' | 'headings' | 'line' | 'rows' | 'share'>[] = [];
  let refusal = {
    cells: 0,
    error: new Unreadable('no sheet of the workbook holds a row', 1, 'export it again', 'empty'),
  };
  for (const {name, entry} of asked) {
    const head = await firstRow(path, entry, looks);
    if (head === undefined) continue;
    try {
      const headings = headingNames(
        head.cells.map(cell => String(cell ?? '')),
        head.row,
        check,
      );
      let read = 0;
      const pieces = async function* () {
        for await (const text of unpacked(path, entry)) {
          read += text.length;
          yield text;
        }
      };
      const rows = async function* () {
        for await (const found of sheetRows(pieces(), looks)) yield found.filter(({row}) => row > head.row);
      };
      fitting.push({name, headings, line: head.row, rows, share: () => Math.min(1, read / entry.size)});
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      const {message, line, hint, kind} = error;
      const where = asked.length > 1 ? `${message}, in the sheet ${JSON.stringify(name)}` : message;
      // What is said is of the sheet that is most of a table, and not of a page of explanations before it.
      const cells = head.cells.length;
      if (cells > refusal.cells) refusal = {cells, error: new Unreadable(where, line, hint, kind)};
    }
  }
  const [sheet, other] = fitting;
  if (sheet === undefined) throw refusal.error;
  return {...sheet, other: other?.name ?? null, dayOf: serial => dateText(serial, looks.isFrom1904)};
}

/** The rows of a sheet by its headings; cells that stand under none are left aside, as notes beside a table are. */
export async function* readSheet(path: string, named: string | null, check: HeadingCheck): Batches<TableRow> {
  const {name, headings, line, rows, other} = await openSheet(path, named, check);
  if (other !== null) {
    const beside = `another sheet of such headings, ${JSON.stringify(other)}, which is not read: ${JSON.stringify(name)} is`;
    yield [
      {beside, line, hint: 'say sheet: the name of the one that is meant, and give each a source of its own'},
    ];
  }
  const blank = Object.fromEntries(headings.map(heading => [heading, '']));
  let isFirst = true;
  for await (const found of rows()) {
    yield found.flatMap(({row, cells}): TableRow[] => {
      if (isBlank(cells)) return [];
      if (isFirst && headings.length === 1 && !isBlank(cells.slice(1))) throw titleAbove(line);
      isFirst = false;
      const named: Record<string, unknown> = {...blank};
      for (const [column, heading] of headings.entries()) named[heading] = cells[column] ?? '';
      return [{cells: named, line: row}];
    });
  }
}

async function firstRow(path: string, entry: ZipEntry, looks: CellLooks): Promise<SheetRow | undefined> {
  for await (const rows of sheetRows(unpacked(path, entry), looks)) {
    const row = rows.find(({cells}) => !isBlank(cells));
    if (row !== undefined) return row;
  }
  return undefined;
}

interface BookSheet {
  readonly name: string;
  readonly entry: ZipEntry;
  readonly isHidden: boolean;
}

async function openBook(
  path: string,
): Promise<{readonly sheets: readonly BookSheet[]; readonly looks: CellLooks}> {
  const begun = firstBytes(path, 4);
  if (begun === '\xd0\xcf\x11\xe0')
    throw new Unreadable(OLD_WORKBOOK, null, 'save it as xlsx without a password, or as CSV');
  if (!begun.startsWith('PK'))
    throw new Unreadable(
      'no workbook, whatever its name says',
      null,
      'name it .csv, or say format: csv, if it is a text',
    );
  const entries = zipEntries(path);
  const book = await partOf(path, entries.get('xl/workbook.xml'));
  if (book === '')
    throw new Unreadable(
      'an archive, and no workbook inside',
      null,
      'unpack it, and name the csv or xlsx file',
    );
  const links = tagsOf(await partOf(path, entries.get('xl/_rels/workbook.xml.rels')), 'Relationship').map(
    tag => ({
      id: attributeOf(tag, 'Id'),
      type: attributeOf(tag, 'Type') ?? '',
      target: attributeOf(tag, 'Target')?.replace(/^\/xl\//, '') ?? '',
    }),
  );
  const linked = (type: string, usual: string) =>
    entries.get(`xl/${links.find(link => link.type.endsWith(`/${type}`))?.target ?? usual}`);
  const texts = linked('sharedStrings', 'sharedStrings.xml');
  const [properties = ''] = tagsOf(book, 'workbookPr');
  return {
    sheets: tagsOf(book, 'sheet').flatMap(tag => {
      const id = attributeOf(tag, 'id');
      const entry = entries.get(`xl/${links.find(link => link.id === id)?.target}`);
      if (entry === undefined) return [];
      return [
        {
          name: attributeOf(tag, 'name') ?? '',
          entry,
          isHidden: (attributeOf(tag, 'state') ?? 'visible') !== 'visible',
        },
      ];
    }),
    looks: {
      shared: texts === undefined ? [] : await sharedTexts(unpacked(path, texts)),
      styles: dateStyles(await partOf(path, linked('styles', 'styles.xml'))),
      isFrom1904: ['1', 'true'].includes(attributeOf(properties, 'date1904') ?? ''),
    },
  };
}

/** Longer than any list of sheets or styles, in characters. */
const LONGEST_LIST = 10_000_000;

/** The whole of a small part; empty where it is not there. */
async function partOf(path: string, entry: ZipEntry | undefined): Promise<string> {
  if (entry === undefined) return '';
  let text = '';
  for await (const piece of unpacked(path, entry)) {
    text += piece;
    if (text.length > LONGEST_LIST)
      throw tornArchive(`${entry.name} in the workbook is no list of sheets or styles`);
  }
  return withoutPrefixes(text);
}
