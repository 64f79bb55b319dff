import {type Batches, isFault, type Opened, openItems} from '../intake/index.ts';
import type {TableSource, ToolSource} from './plan.ts';
import {tableReader} from './table.ts';
import {TOOLS} from './tools/index.ts';
import type {Entry, Reader, SourceSpec} from './types.ts';

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

/** What `reader` makes of the items of a source, with the faults of its files among the entries. */
export async function* entriesOf(
  opened: AsyncIterable<Iterable<Opened>>,
  reader: Reader,
  source: SourceSpec,
): Batches<Entry> {
  const pass = reader(source);
  const taken = function* (batch: Iterable<Opened>): Generator<Entry> {
    for (const one of batch) {
      if (isFault(one)) yield {table: 'fault', row: {...one.fault, source: source.name}};
      else yield* pass.take(one);
    }
  };
  for await (const batch of opened) yield taken(batch);
  yield pass.end();
}
