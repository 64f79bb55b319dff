import {columnParts, formatOf, isFault, type Opened, openItems, plainCsv} from '../intake/index.ts';
import type {Gathering} from './gather.ts';
import {pnlLayout, QuickPnl} from './pnl-rows.ts';
import type {PlannedFile, PlannedSource, TableSource} from './plan.ts';
import {columnsOfTable} from './source.ts';
import {tableReader} from './table.ts';

/** Whether a source is somebody's own table of PnL. */
export function isPnl(planned: PlannedSource): planned is TableSource {
  return planned.kind === 'table' && planned.table.into === 'pnl';
}

/**
 * Reads the files of a table of PnL, which may be a minute of every pod. Rows of a plain file are taken from their bytes as far as
 * they hold nothing new; all others, and all other files, are read as every table is. `now` is told now and then.
 */
export async function readPnl(
  planned: TableSource,
  gathered: Gathering,
  watch: (file: string) => void,
  now: () => void,
): Promise<void> {
  const {source, files, items, table} = planned;
  const pass = tableReader(table)(source);
  const columns = columnsOfTable(planned);
  const take = (one: Opened) => {
    const entries = isFault(one)
      ? [{table: 'fault' as const, row: {...one.fault, source: source.name}}]
      : pass.take(one);
    for (const entry of entries) gathered.take(entry);
    return entries;
  };
  for (const file of files) {
    watch(file.name);
    const plain = isQuick(planned, file) ? plainCsv(file.path, file.name, columns) : null;
    if (plain === null) {
      for await (const batch of openItems(file.path, {...items, name: file.name, columns})) {
        for (const one of batch) take(one);
        now();
      }
      continue;
    }
    const layout = pnlLayout(plain.headings, source, table);
    const quick = new QuickPnl(layout, gathered.pnl, gathered.seenPnl);
    for (const _ of plain.stretches(
      row => quick.take(row),
      (opened, row) => {
        const [entry, more] = take(opened);
        if (entry?.table === 'pnl' && more === undefined) quick.learn(row, entry.row);
      },
    ))
      now();
    quick.end();
  }
  for (const entry of pass.end()) gathered.take(entry);
}

/** Whether what a cell says hangs on no style of its own: plain digits, times of a standard, in one cell. */
function isQuick({items, source, table}: TableSource, {path}: PlannedFile): boolean {
  const isPlain = (items.json ?? items.delimiter ?? items.encoding ?? table.time.format ?? null) === null;
  const isPointed = table.numbers === null || table.numbers.endsWith('.56');
  const isWhole = Object.values(source.columns).every(column => columnParts(column ?? '').length === 1);
  return (
    isPlain && isPointed && isWhole && !path.endsWith('.gz') && (items.format ?? formatOf(path)) === 'csv'
  );
}
