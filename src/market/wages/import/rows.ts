import {type Encoding, type HeadingCheck, readCsv, readPieces} from '../../../intake/index.ts';
import {say} from '../../../figure/index.ts';
import {refused, type WageAttempt} from '../attempt.ts';
import type {ColumnLayout} from '../column.ts';
import {type Inlet, openInlet} from './inlet.ts';
import type {WageReader} from './judge.ts';
import type {Store} from './store.ts';
import {LEAVE_OUT} from './text.ts';

/** How a text is read, and what its headings have to pass. */
interface TextRule {
  readonly encoding: Encoding | null;
  readonly check: HeadingCheck;
  readonly layoutOf: (headings: readonly string[]) => ColumnLayout;
  readonly skipBad: boolean;
}

/**
 * Loads the rows of a text of any encoding, with any line ends, as tables of a record are read: more slowly than DuckDB does it,
 * in the memory of some tens of thousands of rows. Lines that are no rows are refused, the first of them named; with `skipBad`
 * they are left out, and the answer is their number. Throws `Unreadable`.
 */
export async function loadRows(
  store: Store,
  file: string,
  bytes: number,
  {encoding, check, layoutOf, skipBad}: TextRule,
  reader: WageReader,
  isAt: (share: () => number) => void,
): Promise<WageAttempt<number>> {
  let headings: readonly string[] = [];
  let read = 0;
  isAt(() => Math.min(1, read / bytes));
  const pieces = async function* () {
    for await (const text of readPieces(file, encoding)) {
      read += text.length;
      yield text;
    }
  };
  const noted: HeadingCheck = (names, line) => {
    check(names, line);
    headings = names;
  };
  const broken: {line: number; problem: string; hint: string}[] = [];
  let inlet: Inlet | undefined;
  for await (const batch of readCsv(pieces(), null, noted)) {
    const rows = [...batch];
    if (headings.length > 0) inlet ??= await openInlet(store, layoutOf(headings), reader);
    for (const row of rows) {
      if ('problem' in row) broken.push(row);
      else if ('cells' in row) inlet?.take(column => textOf(row.cells[headings[column] ?? '']));
    }
    await inlet?.hand();
  }
  await inlet?.close();
  const [first] = broken;
  if (first === undefined || skipBad) return {ok: true, value: broken.length};
  const more = broken.length > 1 ? `, and ${broken.length - 1} more up to line ${broken.at(-1)?.line}` : '';
  const message = say`line ${String(first.line)}: ${first.problem}${more}`;
  return refused('broken-line', file, message, `${first.hint}; ${LEAVE_OUT}`, first.line);
}

function textOf(cell: unknown): string | null {
  return typeof cell === 'string' && cell !== '' ? cell : null;
}
