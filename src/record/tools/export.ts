import {entriesOf, type ItemOptions, openItems} from '../input/open.ts';
import type {Entry, Source} from '../types.ts';
import type {Tool} from './tool.ts';

/**
 * The entries of one file that was exported from `tool`, with the faults of the file among them. A page is read from
 * where the tool keeps its list, unless `options` say another place; a list, or rows one to a line, as they are.
 */
export function readExport(
  path: string,
  tool: Tool,
  source: Source,
  options: ItemOptions = {},
): AsyncIterable<Entry> {
  return entriesOf(openItems(path, {at: tool.at, bare: true, ...options}), tool.reader, source);
}
