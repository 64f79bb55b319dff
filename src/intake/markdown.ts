import type {TableRow} from './csv.ts';
import {type HeadingCheck, headingNames, isBlank} from './headings.ts';
import {type TextPiece, Unreadable} from './piece.ts';

/** The dashes under the headings of a table, without the blanks between them. */
const DASHES = /^\|?:?-+:?(?:\|:?-+:?)*\|?$/;
/** What opens a stretch of code, in which a table is an example of one, and what closes it again. */
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** A line set in by four blanks or a tab is code, unless it belongs to an entry of a list. */
const SET_IN = /^(?: {4}| {0,3}\t)/;
const LIST_ENTRY = /^ {0,3}(?:[-*+]|\d{1,9}[.)])\s/;

/**
 * The rows of the first table of a Markdown text, or of the first behind a line that holds `after`. That there are other
 * tables is told, unless somebody said which one is meant.
 */
export async function* readMarkdownTable(
  lines: AsyncIterable<TextPiece>,
  after: string | null,
  check: HeadingCheck = () => {},
): AsyncGenerator<TableRow> {
  let before: string | undefined;
  let headings: readonly string[] | undefined;
  let fence: string | undefined;
  let inList = false;
  let [passed, over] = [after === null, false];
  for await (const piece of lines) {
    if ('problem' in piece) {
      if (headings !== undefined && !over) yield piece;
      before = undefined;
      continue;
    }
    const {text, line} = piece;
    if (!passed) {
      passed = text.includes(after ?? '');
      continue;
    }
    const [, mark] = FENCE.exec(text) ?? [];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && text.trim() === mark) fence = undefined;
      continue;
    }
    if (!SET_IN.test(text) && text.trim() !== '') inList = LIST_ENTRY.test(text);
    if (headings === undefined || over) {
      fence = mark;
      if (SET_IN.test(text) && !inList) {
        before = undefined;
        continue;
      }
      const names = before !== undefined && isUnderline(text) ? cellsOf(before) : [];
      if (names.length > 0 && cellsOf(text).length === names.length) {
        if (over) {
          const hint =
            'say after: words of a line above the table that is meant, and give each a source of its own';
          yield {beside: 'another table, which is not read: the first one is', line: line - 1, hint};
          return;
        }
        headings = headingNames(names, line - 1, check);
      }
      before = text.includes('|') ? text : undefined;
      continue;
    }
    if (!text.includes('|')) {
      if (after !== null) return;
      [over, before, fence] = [true, undefined, mark];
      continue;
    }
    const cells = cellsOf(text);
    if (isBlank(cells)) continue;
    if (cells.length !== headings.length) {
      const problem = `${cells.length} cells under ${headings.length} headings`;
      yield {problem, line, hint: 'a bar within a cell is written \\|'};
    } else yield {cells: Object.fromEntries(headings.map((name, at) => [name, cells[at] ?? ''])), line};
  }
  if (headings !== undefined) return;
  if (!passed) throw new Unreadable(`no line holds ${after}`, null, 'correct after, or leave it out');
  throw new Unreadable('no table in it', null, 'a table has headings over a line of dashes, parted by bars');
}

function isUnderline(text: string): boolean {
  return text.includes('-') && DASHES.test(text.replace(/\s+/g, ''));
}

/** The cells of a row; `\|` is a bar of the text. */
function cellsOf(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|'));
}
