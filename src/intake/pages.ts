import {say, type Words} from '../figure/index.ts';
import {type Fault, fault, type Place} from './piece.ts';

/** Keys beside the rows of an answer that say whether another page follows it, and what they say. */
const FOLLOWS = new Set([
  'next',
  'after',
  'more',
  'has_more',
  'hasMore',
  'hasNextPage',
  'isPartial',
  'next_cursor',
]);
/** Groups of such keys, as Opsgenie, incident.io, JSON:API and GraphQL have them. */
const GROUPS = new Set(['paging', 'pagination', 'pagination_meta', 'meta', 'links', '_links', 'pageInfo']);
const TOTALS = new Set(['total_count', 'totalCount', 'total']);

/**
 * What the answers of an API, saved one by one or behind one another, say of pages that are not among them. Each saved page but
 * the last says that one follows; where all do, the last is missing.
 */
export class Pages {
  #answers = 0;
  #followed = 0;
  #isFollowed = false;
  #rows = 0;
  #total = 0;
  #file = '';
  #last: Place = {file: '', line: null};

  /** A file begins. */
  file(file: string): void {
    this.#file = file;
  }

  /** An answer begins. */
  open(line: number): void {
    this.#answers++;
    this.#isFollowed = false;
    this.#last = {file: this.#file, line};
  }

  /** Whether what stands under a key beside the rows is to be told. */
  asks(key: string): boolean {
    return FOLLOWS.has(key) || GROUPS.has(key) || TOTALS.has(key);
  }

  say(key: string, text: string): void {
    const value = parsed(text);
    if (TOTALS.has(key) && typeof value === 'number') this.#total = Math.max(this.#total, value);
    if (this.#isFollowed || !follows(key, value)) return;
    this.#isFollowed = true;
    this.#followed++;
  }

  row(): void {
    this.#rows++;
  }

  /** What is missing by their own words, once all are read. */
  *missing(): Generator<Fault> {
    if (this.#answers === 0) return;
    const hint = 'export all pages: follow next until there is none, as gh api --paginate does';
    const told = (message: Words) => fault('unreadable-file', message, this.#last, hint, 'warning');
    if (this.#followed === this.#answers)
      yield told(say`it says that there is more than it holds, and the rest is in no file`);
    else if (this.#total > this.#rows)
      yield told(say`it says that there are ${String(this.#total)}, and ${String(this.#rows)} are there`);
  }
}

function follows(key: string, value: unknown): boolean {
  if (GROUPS.has(key) && typeof value === 'object' && value !== null)
    return Object.entries(value).some(([inner, of]) => FOLLOWS.has(inner) && follows(inner, of));
  if (!FOLLOWS.has(key)) return false;
  return (
    value === true ||
    (typeof value === 'string' && value !== '') ||
    (typeof value === 'object' && value !== null)
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
