import {type HeadingCheck, openSheet, type SheetCell} from '../../../intake/index.ts';
import type {ColumnLayout} from '../column.ts';
import {openInlet} from './inlet.ts';
import type {WageReader} from './judge.ts';
import type {Store} from './store.ts';

/** How a workbook is read: which sheet, if one was named, and what its headings have to pass. */
interface BookRule {
  readonly sheet: string | null;
  readonly check: HeadingCheck;
  readonly layoutOf: (headings: readonly string[]) => ColumnLayout;
}

/**
 * Loads a sheet of a workbook into the store's wages and says which: the one that is named, or the first that has the
 * columns. `isAt` is given what tells how much of the sheet is read. Throws `Unreadable`.
 */
export async function loadWorkbook(
  store: Store,
  file: string,
  {sheet: named, check, layoutOf}: BookRule,
  reader: WageReader,
  isAt: (share: () => number) => void,
): Promise<string> {
  const {name, headings, rows, share, dayOf} = await openSheet(file, named, check);
  const layout = layoutOf(headings);
  const decided = layout.decided !== undefined && 'column' in layout.decided ? layout.decided.column : -1;
  const textOf = (cell: SheetCell, column: number): string | null => {
    if (typeof cell !== 'number') return cell === null ? null : String(cell);
    // A number has no notation: it is written in that of the table, whatever that is.
    return column === decided ? dayOf(cell) : String(cell).replace('.', reader.decimal);
  };
  const inlet = await openInlet(store, layout, reader);
  isAt(share);
  for await (const found of rows()) {
    for (const {cells} of found) inlet.take(column => textOf(cells[column] ?? null, column));
    await inlet.hand();
  }
  await inlet.close();
  return name;
}
