import type {TableRow} from './csv.ts';
import {type TextPiece, Unreadable} from './piece.ts';

/** The dashes under the headings of a table. */
const DASHES = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The rows of the first table of a Markdown text, or of the first behind a line that holds `after`. */
export async function* readMarkdownTable(
  lines: AsyncIterable<TextPiece>,
  after: string | null,
): AsyncGenerator<TableRow> {
  let before: string | undefined;
  let headings: readonly string[] | undefined;
  let passed = after === null;
  for await (const piece of lines) {
    if ('problem' in piece) {
      if (headings !== undefined) yield piece;
      before = undefined;
      continue;
    }
    const {text, line} = piece;
    if (!passed) {
      passed = text.includes(after ?? '');
      continue;
    }
    if (headings === undefined) {
      if (before !== undefined && DASHES.test(text) && text.includes('-')) {
        const names = cellsOf(before);
        if (cellsOf(text).length === names.length) headings = unique(names, line - 1);
      }
      before = text.includes('|') ? text : undefined;
      continue;
    }
    if (!text.includes('|')) return;
    const cells = cellsOf(text);
    if (cells.length !== headings.length) {
      const problem = `${cells.length} cells under ${headings.length} headings`;
      yield {problem, line, hint: 'a bar within a cell is written \\|'};
    } else yield {cells: Object.fromEntries(headings.map((name, at) => [name, cells[at] ?? ''])), line};
  }
  if (headings !== undefined) return;
  if (!passed) throw new Unreadable(`no line holds ${after}`, null, 'correct after, or leave it out');
  throw new Unreadable('no table in it', null, 'a table has headings over a line of dashes, parted by bars');
}

/** The cells of a row; `\|` is a bar of the text. */
function cellsOf(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map(cell => cell.trim().replaceAll('\\|', '|'));
}

function unique(names: readonly string[], line: number): readonly string[] {
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice === undefined) return names;
  throw new Unreadable(`two columns are called ${JSON.stringify(twice)}`, line, 'rename one of them');
}
