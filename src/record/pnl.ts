import type {Currency} from '../base/index.ts';
import type {Pnl as PnlRow} from './types.ts';

export type {PnlRow};

/** Rows of a block: large enough that blocks are few, small enough that the last is no waste. */
const BLOCK = 1 << 16;
const MINUTE_MS = 60_000;
/** In the place of a minute, where a row is of a whole day. */
const NO_MINUTE = -(2 ** 31);

/** What many rows have in common: one pod on one day, in one currency, from one source. */
export interface PnlBook {
  readonly pod: string;
  readonly date: string;
  readonly currency: Currency;
  readonly source: string;
}

/** Rows in columns; a book is a number of `PnlColumns`. */
export interface PnlBlock {
  rows: number;
  readonly books: Uint32Array;
  readonly amounts: Float64Array;
  /** Since 1970. Read by `timeIn`. */
  readonly minutes: Int32Array;
  /** In milliseconds, from the first time on that is no whole minute. */
  times: Float64Array | null;
}

/**
 * The PnL of a record in columns: a minute of every pod for a year is millions of rows, which as objects take sixty times the
 * memory. Rows keep their order; as objects they are there for whoever goes through them.
 */
export class PnlColumns implements Iterable<PnlRow> {
  readonly books: PnlBook[] = [];
  readonly blocks: PnlBlock[] = [];
  /** Of the books, by what they are. */
  readonly numbers = new Map<string, number>();

  /** The columns of rows. */
  static of(rows: Iterable<PnlRow>): PnlColumns {
    const columns = new PnlColumns();
    for (const row of rows) columns.add(row);
    return columns;
  }

  get length(): number {
    return this.blocks.reduce((sum, {rows}) => sum + rows, 0);
  }

  add({pod, date, at, amount: {amount, currency}, source}: PnlRow): void {
    this.push(this.bookOf({pod, date, currency, source}), at ?? Number.NaN, amount);
  }

  /** The number of a book, a new one where it is new. */
  bookOf(book: PnlBook): number {
    const key = [book.pod, book.date, book.currency, book.source].join('\n');
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.books.length);
    return this.books.push(book) - 1;
  }

  /** Adds a row of a book; its time is NaN where it is of the whole day. */
  push(book: number, at: number, amount: number): void {
    let block = this.blocks.at(-1);
    if (block === undefined || block.rows === BLOCK) this.blocks.push((block = emptyBlock()));
    const row = block.rows++;
    block.books[row] = book;
    block.amounts[row] = amount;
    const minute = at / MINUTE_MS;
    if (block.times === null && (minute === Math.floor(minute) || Number.isNaN(at)))
      block.minutes[row] = Number.isNaN(at) ? NO_MINUTE : minute;
    else {
      block.times ??= Float64Array.from(block.minutes, timeOf);
      block.times[row] = at;
    }
  }

  *[Symbol.iterator](): Generator<PnlRow> {
    for (const block of this.blocks) {
      for (let row = 0; row < block.rows; row++) {
        const {pod, date, currency, source} = this.books[block.books[row] as number] as PnlBook;
        const at = timeIn(block, row);
        const amount = {amount: block.amounts[row] as number, currency};
        yield {pod, date, at: Number.isNaN(at) ? null : at, amount, source};
      }
    }
  }
}

/** When a row begins, in milliseconds since 1970; NaN where it is of a whole day. */
export function timeIn({minutes, times}: PnlBlock, row: number): number {
  return times === null ? timeOf(minutes[row] as number) : (times[row] as number);
}

function timeOf(minute: number): number {
  return minute === NO_MINUTE ? Number.NaN : minute * MINUTE_MS;
}

function emptyBlock(): PnlBlock {
  return {
    rows: 0,
    books: new Uint32Array(BLOCK),
    amounts: new Float64Array(BLOCK),
    minutes: new Int32Array(BLOCK),
    times: null,
  };
}
