import {entriesOf, openItems} from './input/open.ts';
import type {Batches, Opened} from './input/piece.ts';
import type {TableSource, ToolSource} from './plan.ts';
import {tableReader} from './table.ts';
import {TOOLS} from './tools/index.ts';
import type {Entry} from './types.ts';

/**
 * Everything that the files of one source come to, in their order, with what is wrong among it. The files are one
 * export to the reader: a row that two of them hold is one row. `watch` is told of every file before it is opened.
 */
export function sourceEntries(
  planned: ToolSource | TableSource,
  watch: (file: string) => void = () => {},
): Batches<Entry> {
  const reader = planned.kind === 'table' ? tableReader(planned.table) : TOOLS[planned.kind].reader;
  return entriesOf(itemsOf(planned, watch), reader, planned.source);
}

async function* itemsOf(
  {files, items}: ToolSource | TableSource,
  watch: (file: string) => void,
): Batches<Opened> {
  for (const {path, name} of files) {
    watch(name);
    yield* openItems(path, {...items, name});
  }
}
