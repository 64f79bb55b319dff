import {isYearly, payNamedIn, placeNamedIn, strategySide} from '../english/index.ts';
import {type Amount, amountsOf} from '../intake/index.ts';
import type {MarkdownBlock, Page, TextRange} from './blocks.ts';
import {wordsOf} from './blocks.ts';
import type {Side, Stated} from './positions.ts';
import type {Band, Unread} from './types.ts';

const SIDES = {walk: 'walkAway', accept: 'accept', open: 'anchor', stretch: 'anchor'} as const;

/** What the tables of a strategy state: the blocks they stand in, the numbers, and the rows with a figure that state none. */
interface Scenarios {
  readonly claims: readonly MarkdownBlock[];
  readonly stated: readonly Stated[];
  readonly unread: readonly Unread[];
}

/** A cell with what it pays and what is done with it, once the table is laid with its components down the side. */
interface Line {
  readonly label: string;
  readonly cells: readonly {readonly side: Side; readonly cell: TextRange}[];
  readonly row: readonly TextRange[];
}

/**
 * Tables that set what to open with beside what to accept or to walk away from: components by side, or sides by
 * component. Where a table has a stretch, that is what is opened with, and an initial offer is nobody's position.
 */
export function scenariosIn(page: Page, left: readonly MarkdownBlock[], bands: readonly Band[]): Scenarios {
  const tables = left.flatMap(block => {
    const lines = block.kind === 'table' ? linesOf(page, block) : [];
    return lines.length === 0
      ? []
      : [{block, read: lines.map(line => ({line, stated: statedIn(page, line, block, bands)}))}];
  });
  const telling = tables.filter(({read}) => read.some(({stated}) => stated.length > 0));
  return {
    claims: telling.map(({block}) => block),
    stated: telling.flatMap(({read}) => read.flatMap(({stated}) => stated)),
    unread: telling.flatMap(({read}) =>
      read.flatMap(({line: {row}, stated}) => {
        const [first, last] = [row[0], row.at(-1)];
        if (stated.length > 0 || first === undefined || last === undefined) return [];
        const words = wordsOf(page, {from: first.from, to: last.to});
        if (!/\d/.test(words)) return [];
        return [
          {
            text: words,
            why: 'a row of the strategy that states no pay',
            span: page.source.span(first.from, last.to),
          },
        ];
      }),
    ),
  };
}

function linesOf(page: Page, block: MarkdownBlock): Line[] {
  const [head = [], ...rows] = block.rows;
  const across = sidesOf(head.map(cell => wordsOf(page, cell)));
  if (across.size > 0)
    return rows.map(row => ({
      label: row[0] === undefined ? '' : wordsOf(page, row[0]),
      cells: row.flatMap((cell, at) => cellAt(across, at, cell)),
      row,
    }));
  const down = sidesOf(block.rows.map(row => (row[0] === undefined ? '' : wordsOf(page, row[0]))));
  if (down.size === 0) return [];
  return head.slice(1).map((cell, at) => ({
    label: wordsOf(page, cell),
    cells: block.rows.flatMap((row, line) =>
      row[at + 1] === undefined ? [] : cellAt(down, line, row[at + 1] as TextRange),
    ),
    row: [],
  }));
}

function cellAt(
  sides: ReadonlyMap<number, Side>,
  at: number,
  cell: TextRange,
): {side: Side; cell: TextRange}[] {
  const side = sides.get(at);
  return side === undefined ? [] : [{side, cell}];
}

/** Which columns or rows are which side; none unless there is a stretch, or an opening beside a floor. */
function sidesOf(titles: readonly string[]): ReadonlyMap<number, Side> {
  const named = titles.map((title, at) => (at === 0 ? null : strategySide(title)));
  const stretches = named.includes('stretch');
  const sides = new Map<number, Side>();
  for (const [at, side] of named.entries()) {
    // where there is a stretch, that is what is opened with
    if (side === null || (side === 'open' && stretches)) continue;
    if (![...sides.values()].includes(SIDES[side])) sides.set(at, SIDES[side]);
  }
  const found = [...sides.values()];
  return stretches || (found.includes('anchor') && found.length > 1) ? sides : new Map();
}

function statedIn(page: Page, {label, cells}: Line, block: MarkdownBlock, bands: readonly Band[]): Stated[] {
  const scope = placeNamedIn(bands, label) ?? placeNamedIn(bands, block.section);
  return cells.flatMap(({side, cell}) => {
    const [amount] = amountsOf(page.bare.slice(cell.from, cell.to)).filter(
      one => one.percent || one.currency !== null,
    );
    if (amount === undefined) return [];
    const pays = keyOf(label, amount);
    return pays === null ? [] : [{side, pays, scope, position: positionOf(page, side, cell, amount)}];
  });
}

function keyOf(label: string, {percent}: Amount): string | null {
  const pays = payNamedIn(label.replace(/\([^()]*\)/g, ' '));
  if (percent) return pays === 'bonus' ? 'bonusPercent' : pays === 'pnl' ? 'pnlPercent' : null;
  return pays === 'equity' && isYearly(label) ? 'equityPerYear' : pays;
}

function positionOf(page: Page, side: Side, cell: TextRange, amount: Amount): Stated['position'] {
  return {
    value: side === 'anchor' ? amount.high : amount.low,
    unit: amount.percent ? 'percent' : 'money',
    currency: amount.percent ? null : amount.currency,
    guaranteed: false,
    written: false,
    firstYear: false,
    stated: {component: true, region: true},
    span: page.source.span(cell.from + amount.from, cell.from + amount.to),
  };
}
