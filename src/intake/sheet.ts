import {Unreadable} from './piece.ts';
import {type DateCells, dateText} from './serial-date.ts';
import {unescapeXml, withoutPrefixes} from './xml.ts';
import {tornArchive} from './zip.ts';

/** A row or a text longer than this is none of a table, in characters. */
const LONGEST_PIECE = 2_000_000;
/** Texts of a workbook that are held at once, in characters: some 400 MB. */
const MOST_TEXT = 200_000_000;

/** What stands in a cell: a day as `2025-03-01`, a day with a time as `2025-03-01 14:30:00`. */
export type SheetCell = string | number | boolean | null;

/** Cells by column; those that hold nothing are null or missing. `row` counts from 1, as the sheet shows it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** What cells of a sheet point at. */
export interface CellLooks extends DateCells {
  readonly shared: readonly string[];
}

/** The texts that cells of a workbook point at by number. */
export async function sharedTexts(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  let held = 0;
  for await (const items of elements(pieces, 'si')) {
    for (const {inner} of items) {
      const text = textOf(inner);
      held += text.length;
      if (held > MOST_TEXT)
        throw new Unreadable(
          `a workbook of more than ${MOST_TEXT} characters of text`,
          null,
          'save the sheet as CSV: there is no such limit',
          'large',
        );
      found.push(text);
    }
  }
  return found;
}

/** The rows of a sheet, as many at a time as a stretch of its text has. */
export async function* sheetRows(
  pieces: AsyncIterable<string>,
  looks: CellLooks,
): AsyncGenerator<readonly SheetRow[]> {
  let row = 0;
  for await (const found of elements(pieces, 'row'))
    yield found.map(({attributes, inner}) => {
      row = Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? row + 1);
      return {row, cells: cellsOf(inner, looks)};
    });
}

interface Element {
  readonly attributes: string;
  readonly inner: string;
}

/** The whole elements of one name, in their order, from a text in pieces. They do not nest in these files. */
async function* elements(pieces: AsyncIterable<string>, name: string): AsyncGenerator<readonly Element[]> {
  let [rest, prefix] = ['', ''];
  let isRootRead = false;
  for await (const piece of pieces) {
    rest += piece;
    if (!isRootRead) {
      const root = /<(?:([\w.-]+):)?[A-Za-z]/.exec(rest);
      isRootRead = root !== null;
      // Some programs write `<x:row>` for every `<row>`.
      prefix = root?.[1] === undefined ? '' : `${root[1]}:`;
    }
    const open = `<${prefix}${name}`;
    const close = `</${prefix}${name}>`;
    const found: Element[] = [];
    let at = 0;
    for (;;) {
      const from = opening(rest, open, at);
      if (from < 0) {
        at = Math.max(at, rest.length - open.length);
        break;
      }
      const tag = rest.indexOf('>', from);
      // `<row r="7"/>`: a row of padding.
      const empty = tag > 0 && rest[tag - 1] === '/';
      const end = tag < 0 ? -1 : empty ? tag + 1 : rest.indexOf(close, tag);
      if (end < 0) {
        if (rest.length - from > LONGEST_PIECE) throw tornArchive('a row of the workbook does not end');
        at = from;
        break;
      }
      const inner = empty ? '' : rest.slice(tag + 1, end);
      found.push({
        attributes: rest.slice(from + open.length, tag),
        inner: prefix === '' ? inner : withoutPrefixes(inner),
      });
      at = empty ? end : end + close.length;
    }
    rest = rest.slice(at);
    if (found.length > 0) yield found;
  }
  if (opening(rest, `<${prefix}${name}`, 0) >= 0)
    throw tornArchive('the sheet of the workbook ends within a row');
}

/** Where `<row` begins, and not `<rowBreaks`. */
function opening(text: string, open: string, from: number): number {
  for (let at = text.indexOf(open, from); at >= 0; at = text.indexOf(open, at + 1)) {
    const next = text[at + open.length];
    if (next === undefined || next === '>' || next === ' ' || next === '/' || next === '\n' || next === '\r')
      return at;
  }
  return -1;
}

const CELL = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

function cellsOf(row: string, looks: CellLooks): SheetCell[] {
  const cells: SheetCell[] = [];
  for (const [, attributes = '', inner] of row.matchAll(CELL)) {
    const reference = /\br="([A-Z]+)/.exec(attributes)?.[1];
    const column = reference === undefined ? cells.length : columnOf(reference);
    while (cells.length < column) cells.push(null);
    cells[column] = inner === undefined ? null : valueOf(attributes, inner, looks);
  }
  return cells;
}

/**
 * An error stands as its text, `#N/A`, and a formula that nobody has worked out as `=B2+1`: neither is a blank, which of
 * an end would mean that it is not over.
 */
function valueOf(attributes: string, inner: string, looks: CellLooks): SheetCell {
  const type = /\bt="(\w+)"/.exec(attributes)?.[1];
  if (type === 'inlineStr') return textOf(inner);
  const value = /<v\b[^>]*>(.*?)<\/v>/s.exec(inner)?.[1];
  if (value === undefined) {
    const [formula, words = ''] = /<f\b[^>]*?(?:\/>|>(.*?)<\/f>)/s.exec(inner) ?? [];
    return formula === undefined || /<v\s*\/>/.test(inner) ? null : `=${unescapeXml(words)}`;
  }
  if (type === 's') {
    const text = looks.shared[Number(value)];
    if (text === undefined) throw tornArchive('a cell of the workbook points at a text that is not there');
    return text;
  }
  if (type === 'b') return value.trim() === '1';
  if (type !== undefined && type !== 'n') return unescapeXml(value);
  if (value.trim() === '') return null;
  const number = Number(value);
  if (Number.isNaN(number)) return unescapeXml(value);
  if (looks.styles.size === 0) return number;
  const style = Number(/\bs="(\d+)"/.exec(attributes)?.[1] ?? 0);
  return looks.styles.has(style) ? (dateText(number, looks.isFrom1904) ?? number) : number;
}

/** The text of an element whose parts may each have a look of their own; how a word sounds is left out. */
function textOf(item: string): string {
  let text = '';
  for (const [, part = ''] of item.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*>(.*?)<\/t>/gs))
    text += part;
  const read = unescapeXml(text);
  // Signs that XML has no place for: `_x000D_` is the end of a line.
  return read.includes('_x')
    ? read.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : read;
}

/** `AB` is column 27, counted from 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  // No sheet has more columns than this; a torn reference must not ask for the memory of a billion cells.
  return Math.min(column, 16_384) - 1;
}
