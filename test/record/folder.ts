import {isFault, type ItemOptions, type Opened, openItems} from '../../src/intake/index.ts';
import {singly} from '../../src/intake/piece.ts';
import {messageOf} from '../findings.ts';

export async function listed<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What opening a file gives, one line an item: `3 {"a":1}`, or `3 ! bad-row: what is wrong` for a fault. */
export async function opened(path: string, options: ItemOptions = {}): Promise<string[]> {
  return (await listed(singly(openItems(path, {name: 'f', ...options})))).map(told);
}

function told(one: Opened): string {
  if (!isFault(one)) return `${one.place.line} ${JSON.stringify(one.value)}`;
  const {rule, place} = one.fault;
  return `${place?.line ?? '-'} ! ${rule}: ${messageOf(one.fault)}`;
}

/** `text` in pieces of `size` characters, as a stream would bring it. */
export async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}
