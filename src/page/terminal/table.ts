import {EMPTY, type InkRun, type Line, pad, run, widthOfLine, wrap} from './line.ts';
import {widthOf} from './width.ts';

export interface Column {
  readonly head: string;
  readonly right?: boolean;
  /** The narrowest it can be read at. */
  readonly least?: number;
}

/** Ends a line within a cell. */
export const BREAK: InkRun = {text: '\n', ink: 'plain'};

const GAP = 2;

/**
 * A table no wider than `width`. Columns give way in turn, the widest first, and wrap inside; where even the narrowest
 * that can be read are too wide together, every row becomes a short list of its own. `over` are headings, by the number
 * of the row that each stands above.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly Line[])[],
  width: number,
  over: ReadonlyMap<number, Line> = new Map(),
): readonly Line[] {
  if (columns.length === 0) return [];
  const above = (index: number) => {
    const heading = over.get(index);
    return heading === undefined ? [] : wrap(heading, width);
  };
  const widths = fitted(columns, rows, width - GAP * (columns.length - 1));
  if (widths === null)
    return rows.flatMap((cells, index) => [...above(index), ...listed(columns, cells, width)]);
  const row = (cells: readonly Line[]) => {
    const wrapped = cells
      .slice(0, columns.length)
      .map((cell, index) => parts(cell).flatMap(part => wrap(part, widths[index] ?? 1)));
    const height = Math.max(...wrapped.map(lines => lines.length));
    return Array.from({length: height}, (_, at) =>
      wrapped.flatMap((lines, index) => [
        ...(index === 0 ? [] : [run(' '.repeat(GAP))]),
        ...pad(lines[at] ?? EMPTY, widths[index] ?? 1, columns[index]?.right === true),
      ]),
    );
  };
  const whole = widths.reduce((sum, one) => sum + one, GAP * (columns.length - 1));
  return [
    ...row(columns.map(column => [run(column.head, 'muted')])),
    [run('─'.repeat(whole), 'muted')],
    ...rows.flatMap((cells, index) => [...above(index), ...row(cells)]),
  ];
}

/** The width of every column, or null where they cannot be made to fit. */
function fitted(
  columns: readonly Column[],
  rows: readonly (readonly Line[])[],
  room: number,
): readonly number[] | null {
  const widths = columns.map((column, index) =>
    Math.max(
      1,
      widthOf(column.head),
      ...rows.flatMap(cells => parts(cells[index] ?? EMPTY).map(widthOfLine)),
    ),
  );
  const least = columns.map((column, index) => Math.min(widths[index] ?? 1, Math.max(2, column.least ?? 12)));
  for (let over = widths.reduce((sum, one) => sum + one, 0) - room; over > 0; over--) {
    const slack = widths.map((one, index) => (one > (least[index] ?? 1) ? one : 0));
    const widest = slack.indexOf(Math.max(...slack));
    if ((slack[widest] ?? 0) === 0) return null;
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

/** A row as a list: its first cell, and beneath it each other one behind the head of its column. */
function listed(columns: readonly Column[], cells: readonly Line[], width: number): readonly Line[] {
  return cells.flatMap((cell, index) =>
    index === 0
      ? parts(cell).flatMap(part => wrap(part, width))
      : wrap([run(`${columns[index]?.head ?? ''}: `, 'muted'), ...spaced(cell)], width, {
          first: [run('  ')],
          rest: [run('    ')],
        }),
  );
}

/** A cell's lines as they were broken on purpose. */
function parts(cell: Line): readonly Line[] {
  const found: InkRun[][] = [[]];
  for (const one of cell) {
    if (one === BREAK) found.push([]);
    else found.at(-1)?.push(one);
  }
  return found;
}

function spaced(cell: Line): Line {
  return cell.map(one => (one === BREAK ? run(' ') : one));
}
