import {TornArchive} from './zip.ts';

/** A row or a text longer than this is none of a wage table, in characters. */
const LONGEST_PIECE = 2_000_000;
/** Texts of a workbook that are held at once, in characters: some 400 MB. */
const MOST_TEXT = 200_000_000;

/** A workbook whose texts do not fit. */
export class LargeWorkbook extends Error {}

/** The texts that cells of a workbook point at by number. */
export async function sharedTexts(pieces: AsyncIterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  let held = 0;
  for await (const item of elements(pieces, 'si')) {
    const text = textOf(item);
    held += text.length;
    if (held > MOST_TEXT) throw new LargeWorkbook(`more than ${MOST_TEXT} characters of text`);
    found.push(text);
  }
  return found;
}

/** The rows of a sheet, each an array of texts by column; cells that hold nothing are null or missing. */
export async function* sheetRows(
  pieces: AsyncIterable<string>,
  shared: readonly string[],
): AsyncGenerator<readonly (string | null)[]> {
  for await (const row of elements(pieces, 'row')) yield cellsOf(row, shared);
}

/** The whole elements of one name, in their order, from a text in pieces. They do not nest in these files. */
async function* elements(pieces: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  const open = `<${name}`;
  const close = `</${name}>`;
  let rest = '';
  for await (const piece of pieces) {
    rest += piece;
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
        if (rest.length - from > LONGEST_PIECE) throw new TornArchive('a row of the workbook does not end');
        at = from;
        break;
      }
      yield empty ? '' : rest.slice(tag + 1, end);
      at = empty ? end : end + close.length;
    }
    rest = rest.slice(at);
  }
  if (opening(rest, open, 0) >= 0) throw new TornArchive('the sheet of the workbook ends within a row');
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

function cellsOf(row: string, shared: readonly string[]): (string | null)[] {
  const cells: (string | null)[] = [];
  for (const [, attributes = '', inner] of row.matchAll(CELL)) {
    const reference = /\br="([A-Z]+)/.exec(attributes)?.[1];
    const column = reference === undefined ? cells.length : columnOf(reference);
    while (cells.length < column) cells.push(null);
    cells[column] = inner === undefined ? null : valueOf(/\bt="(\w+)"/.exec(attributes)?.[1], inner, shared);
  }
  return cells;
}

function valueOf(type: string | undefined, inner: string, shared: readonly string[]): string | null {
  if (type === 'e') return null;
  if (type === 'inlineStr') return textOf(inner);
  const value = /<v\b[^>]*>(.*?)<\/v>/s.exec(inner)?.[1];
  if (value === undefined) return null;
  return type === 's' ? (shared[Number(value)] ?? null) : unescapeXml(value);
}

/** The text of an element whose parts may each have a look of their own; how a word sounds is left out. */
function textOf(item: string): string {
  let text = '';
  for (const [, part = ''] of item.replace(/<rPh\b.*?<\/rPh>/gs, '').matchAll(/<t\b[^>]*>(.*?)<\/t>/gs))
    text += part;
  return unescapeXml(text);
}

const SIGNS: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

/** A text of XML as it reads: `&amp;` is `&`. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return SIGNS[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** `AB` is column 27, counted from 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  // No sheet has more columns than this; a torn reference must not ask for the memory of a billion cells.
  return Math.min(column, 16_384) - 1;
}
