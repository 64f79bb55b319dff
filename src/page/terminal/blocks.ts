import {isEmpty} from '../../figure/index.ts';
import type {Block, FactList, Group, Heading, List, Table, Text, VerdictBlock} from '../document.ts';
import {EMPTY, type Line, margin, pad, run, STAY, widthOfLine, wrap} from './line.ts';
import {picture} from './picture.ts';
import {BREAK, table} from './table.ts';
import {hung, indented, marked, markedProse, type TerminalContext} from './text.ts';
import {widthOf} from './width.ts';

/** Where the notes come to stand once all of them are known. */
export const NOTES: Line = [run('notes')];

/** Blocks from top to bottom: footnotes are numbered as they are met. */
export function blocks(sheet: TerminalContext, list: readonly Block[]): readonly Line[] {
  let before: Block | null = null;
  const lines: Line[] = [];
  for (const block of list) {
    const printed = one(sheet, block);
    if (printed.length === 0) continue;
    if (before !== null && parted(sheet, before, block)) lines.push(EMPTY);
    lines.push(...printed);
    before = block;
  }
  return lines;
}

/** Whether an empty line stands between two blocks: around what is drawn, and before paragraphs outside of a group. */
function parted({indent}: TerminalContext, before: Block, after: Block): boolean {
  if (after.block === 'heading')
    return after.level === 'part' || isLoose(before) || (indent === 0 && before.block !== 'heading');
  if (before.block === 'heading') return false;
  if (isLoose(before) || isLoose(after)) return true;
  return after.block === 'paragraph' && (indent === 0 || before.block === 'paragraph');
}

function isLoose({block}: Block): boolean {
  return ['table', 'picture', 'verdict', 'columns', 'group'].includes(block);
}

function one(sheet: TerminalContext, block: Block): readonly Line[] {
  switch (block.block) {
    case 'heading':
      return heading(sheet, block);
    case 'paragraph':
      return indented(sheet, marked(sheet, block.text), sheet.indent);
    case 'say':
      return block.sentences.flatMap(said =>
        wrap(markedProse(sheet, said, 'bold'), sheet.width, margin('  ┃ ', '  ┃ ', 'accent')),
      );
    case 'list':
      return list(sheet, block);
    case 'facts':
      return facts(sheet, block);
    case 'table':
      return tabled(sheet, block);
    case 'verdict':
      return verdict(sheet, block);
    case 'picture':
      return picture(sheet, block);
    case 'columns':
      return block.columns.flatMap((column, at) => [...(at === 0 ? [] : [EMPTY]), ...blocks(sheet, column)]);
    case 'notes':
      return [NOTES];
    case 'group':
      return group(sheet, block);
  }
}

/** What an article or an ask says stands beneath its heading; a question is led by its sign. */
function group(sheet: TerminalContext, {look, blocks: within}: Group): readonly Line[] {
  return blocks(look === 'article' || look === 'ask' ? {...sheet, indent: 2} : sheet, within);
}

function heading(sheet: TerminalContext, {level, text, number}: Heading): readonly Line[] {
  const before = number === undefined ? EMPTY : [...markedProse(sheet, number, 'accent'), run(' ')];
  if (level === 'part') return hung(sheet, before, marked(sheet, text, 'bold'));
  const small = sheet.indent === 0 ? 'bold' : 'muted';
  return hung(sheet, [run(' '.repeat(sheet.indent)), ...before], marked(sheet, text, small));
}

function list(sheet: TerminalContext, {look, items}: List): readonly Line[] {
  if (look === 'inputs')
    return inputs(
      sheet,
      items.map(({text}) => text),
      2,
    );
  return items.flatMap(({sign, text, under}) => {
    const quoted = look === 'quoted';
    const before =
      sign === undefined
        ? run(quoted ? '  › ' : '  • ', 'muted')
        : run(`  ${sheet.clean(sign.text)} `, sign.tone);
    return [
      ...hung(sheet, [before], marked(sheet, text, quoted ? 'muted' : 'plain')),
      ...(under ?? []).flatMap(beneath => indented(sheet, marked(sheet, beneath), 4)),
    ];
  });
}

/** `‹ daily PnL $500K[1] guide ‹ pods 85[2] guide`, one behind the other. */
function inputs(sheet: TerminalContext, texts: readonly Text[], by: number): readonly Line[] {
  if (texts.length === 0) return [];
  const flowing = texts.flatMap((text, at) => [
    run(`${at === 0 ? '' : ' '}‹${STAY}`, 'muted'),
    ...marked(sheet, text),
  ]);
  return wrap(flowing, sheet.width, margin(' '.repeat(by), ' '.repeat(by + 2)));
}

/** Columns that labels are set in, unless one of them is wider; one wider than `MOST` stands above its text. */
const LABEL = 12;
const MOST = 16;

function facts(sheet: TerminalContext, {rows}: FactList): readonly Line[] {
  const told = rows.map(({label, text}) => ({
    label: markedProse(sheet, label, 'muted'),
    text: marked(sheet, text),
  }));
  const column = Math.max(LABEL, ...told.map(({label}) => widthOfLine(label)).filter(width => width <= MOST));
  return told.flatMap(({label, text}) =>
    widthOfLine(label) > column
      ? [...indented(sheet, label, 2), ...indented(sheet, text, 4)]
      : hung(sheet, [run('  '), ...pad(label, column), run(' ')], text),
  );
}

/** The narrowest column that can be read, where a table does not say. */
const LEAST = 12;

/** The width of the longest word of some cells, marks included that touch it. */
function longestWord(cells: readonly Line[]): number {
  const texts = cells.map(cell => cell.map(one => one.text).join(''));
  return Math.max(0, ...texts.flatMap(text => text.split(/[\s\u00a0]+/).map(widthOf)));
}

function tabled(sheet: TerminalContext, {columns, rows}: Table): readonly Line[] {
  const over = new Map<number, Line>();
  const cells: Line[][] = [];
  for (const [at, row] of rows.entries()) {
    if (row.group !== undefined) over.set(at, markedProse(sheet, row.group, 'accent'));
    cells.push(
      row.cells.map(({text, under}) => [
        ...marked(sheet, text),
        ...(under === undefined ? [] : [BREAK, ...marked(sheet, under, 'muted')]),
      ]),
    );
  }
  const heads = columns.map(({head, figures, least}, at) => ({
    head: markedProse(sheet, head)
      .map(({text}) => text)
      .join(''),
    ...(figures === true ? {right: true} : {}),
    // A word broken in the middle reads worse than a list, which a table without room becomes.
    least: Math.max(least ?? LEAST, Math.min(MOST, longestWord(cells.map(row => row[at] ?? [])))),
  }));
  const {indent, width} = sheet;
  return table(heads, cells, width - indent, over).map(line =>
    indent === 0 ? line : [run(' '.repeat(indent)), ...line],
  );
}

/** The claim behind its number, the verdict, and beneath it each way of working it out. */
function verdict(sheet: TerminalContext, block: VerdictBlock): readonly Line[] {
  const number = run(`${sheet.clean(block.id)} `, 'accent');
  return [
    ...hung(sheet, [number], marked(sheet, block.says, 'bold')),
    ...indented(sheet, marked(sheet, block.verdict), 3),
    ...block.workings.flatMap(({agrees, assumption, sum, formula}) => [
      ...hung(sheet, [run(agrees ? '   = ' : '   ≠ ', 'muted')], markedProse(sheet, assumption, 'muted')),
      ...(isEmpty(sum) ? [] : indented(sheet, markedProse(sheet, sum), 5)),
      ...(isEmpty(formula) ? [] : indented(sheet, markedProse(sheet, formula, 'muted'), 5)),
    ]),
    ...inputs(sheet, block.inputs, 3),
  ];
}
