import {type Batches, isFault, type NeededColumns, type Opened, openItems, Pages} from '../intake/index.ts';
import {TABLE_FIELDS, type TableSource, type ToolSource} from './plan.ts';
import {tableReader} from './table.ts';
import {type Tool, TOOLS} from './tools/index.ts';
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

async function* itemsOf(planned: ToolSource | TableSource, watch: (file: string) => void): Batches<Opened> {
  const {files, items} = planned;
  const columns = planned.kind === 'table' ? columnsOfTable(planned) : columnsOfTool(planned);
  const pages = new Pages();
  for (const {path, name} of files) {
    watch(name);
    yield* openItems(path, {...items, name, columns, pages});
  }
  yield pages.missing();
}

/** The columns that are mapped, and those that no row can do without. */
export function columnsOfTable({table, source, items}: TableSource): NeededColumns {
  if (items.json != null) return {all: [{column: items.json, field: items.json}], any: []};
  const {needs, may} = TABLE_FIELDS[table.into];
  const all = [...needs, ...may].flatMap(field => {
    const column =
      source.columns[field] ?? ((needs as readonly string[]).includes(field) ? field : undefined);
    return column === undefined ? [] : [{column, field}];
  });
  return {all, any: []};
}

/** A table of a tool has some of its fields; the raw tables of DevLake hold them in `data`. */
function columnsOfTool({kind, source, items}: ToolSource): NeededColumns {
  if (items.json != null) return {all: [{column: items.json, field: items.json}], any: []};
  const {fields, headings = []}: Tool = TOOLS[kind];
  return {all: [], any: [...fields, ...headings, ...Object.values(source.columns).map(String), 'data']};
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
