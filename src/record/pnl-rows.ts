import {type ByteRow, cellOf, clockIn, endOf, isCell, isSame, numberIn, startOf} from '../intake/index.ts';
import type {PnlBook, PnlColumns, PnlRow} from './pnl.ts';
import type {TableRule} from './plan.ts';
import type {SourceSpec} from './types.ts';

const MINUTE_MS = 60_000;
/** Endings of times ("Z", "-05:00") that one file may have. */
const MOST_ENDINGS = 64;

/** What a minute, or a day, of the file means: what turns its clock into an instant, and the books of its day by pod. */
interface Learned {
  readonly shift: number;
  readonly date: string;
  readonly books: number[];
}

/** A pod and a currency, and how the file writes them; null where no column does. */
interface Podded extends Omit<PnlBook, 'date'> {
  readonly cell: Buffer | null;
  readonly money: Buffer | null;
}

/** Where a table has what: numbers of its columns, -1 for none. */
interface PnlLayout {
  readonly pod: number;
  readonly at: number;
  readonly date: number;
  readonly amount: number;
  readonly currency: number;
}

export function pnlLayout(
  headings: readonly string[],
  {columns}: SourceSpec,
  {always}: TableRule,
): PnlLayout {
  const of = (field: string) =>
    always[field] === undefined ? headings.indexOf(columns[field] ?? field) : -1;
  return {
    pod: of('pod'),
    at: of('at'),
    date: of('date'),
    amount: of('amount'),
    currency: of('currency'),
  };
}

/**
 * Takes rows of PnL from their bytes as they were taken before: what a name, a day or a minute of the file means it learns from
 * rows that were read the long way, and guesses nothing. A row that holds something new is not taken.
 */
export class QuickPnl {
  readonly #layout: PnlLayout;
  readonly #into: PnlColumns;
  readonly #seen: (rows: number, at: number, date: string) => void;
  readonly #pods: Podded[] = [];
  readonly #days = new Map<string, number[]>();
  readonly #minutes = new Map<number, Learned>();
  readonly #endings: Buffer[] = [];
  #pod = -1;
  /** The time that the last row had, and how many had it. */
  #time: {cell: Buffer; at: number; of: Learned; rows: number} | null = null;

  constructor(layout: PnlLayout, into: PnlColumns, seen: (rows: number, at: number, date: string) => void) {
    this.#layout = layout;
    this.#into = into;
    this.#seen = seen;
  }

  /** Whether the row was taken. */
  take(row: ByteRow): boolean {
    if (!this.#findPod(row)) return false;
    const {amount: column} = this.#layout;
    const amount = numberIn(row.bytes, startOf(row, column), endOf(row, column));
    const time = Number.isNaN(amount) ? null : this.#timeOf(row);
    if (time === null) return false;
    let book = time.of.books[this.#pod];
    if (book === undefined) {
      const {pod, currency, source} = this.#pods[this.#pod] as Podded;
      book = this.#into.bookOf({pod, date: time.of.date, currency, source});
      time.of.books[this.#pod] = book;
    }
    this.#into.push(book, time.at, amount);
    time.rows++;
    return true;
  }

  /** Learns what a row means that was read the long way. */
  learn(row: ByteRow, {pod, date, at, amount: {currency}, source}: PnlRow): void {
    this.end();
    const cells = [this.#layout.pod, this.#layout.currency].map(column => cellOf(row, column));
    const [cell = null, money = null] = cells;
    const isKnown = this.#pods.some(
      one => (one.cell ?? EMPTY).equals(cell ?? EMPTY) && (one.money ?? EMPTY).equals(money ?? EMPTY),
    );
    if (!isKnown) this.#pods.push({cell, money, pod, currency, source});
    const column = this.#timeColumn(row);
    const clock = clockIn(row.bytes, startOf(row, column), endOf(row, column));
    const ending = clock === null ? -1 : this.#endingOf(row, clock.end, endOf(row, column), true);
    if (clock === null || ending < 0) return;
    const books = this.#days.get(date) ?? [];
    this.#days.set(date, books);
    const shift = at === null ? Number.NaN : at - clock.ms;
    this.#minutes.set(keyOf(clock.ms, ending), {shift, date, books});
  }

  /** Tells of the rows that were taken since it last did. */
  end(): void {
    if (this.#time !== null) this.#seen(this.#time.rows, this.#time.at, this.#time.of.date);
    this.#time = null;
  }

  /** Whether the pod of a row is known; files go through their pods in one order, again and again. */
  #findPod(row: ByteRow): boolean {
    const {pod, currency} = this.#layout;
    const pods = this.#pods;
    for (let step = 1; step <= pods.length; step++) {
      const next = (this.#pod + step) % pods.length;
      const {cell, money} = pods[next] as Podded;
      if (cell !== null && !isCell(row, pod, cell)) continue;
      if (money !== null && !isCell(row, currency, money)) continue;
      this.#pod = next;
      return true;
    }
    return false;
  }

  /** A blank time leaves the day to speak. */
  #timeColumn(row: ByteRow): number {
    const {at, date} = this.#layout;
    return at >= 0 && (date < 0 || endOf(row, at) > startOf(row, at)) ? at : date;
  }

  /** The time of a row, kept as the last; null where it is not known. */
  #timeOf(row: ByteRow) {
    const column = this.#timeColumn(row);
    if (column < 0) return null;
    if (this.#time !== null && isCell(row, column, this.#time.cell)) return this.#time;
    const clock = clockIn(row.bytes, startOf(row, column), endOf(row, column));
    const ending = clock === null ? -1 : this.#endingOf(row, clock.end, endOf(row, column), false);
    const of = clock === null || ending < 0 ? undefined : this.#minutes.get(keyOf(clock.ms, ending));
    if (clock === null || of === undefined) return null;
    this.end();
    this.#time = {cell: cellOf(row, column) ?? EMPTY, at: clock.ms + of.shift, of, rows: 0};
    return this.#time;
  }

  #endingOf({bytes}: ByteRow, from: number, to: number, isNew: boolean): number {
    const known = this.#endings.findIndex(one => isSame(bytes, from, to, one));
    if (known >= 0 || !isNew || this.#endings.length === MOST_ENDINGS) return known;
    return this.#endings.push(Buffer.from(bytes.subarray(from, to))) - 1;
  }
}

const EMPTY = Buffer.alloc(0);

function keyOf(ms: number, ending: number): number {
  return Math.floor(ms / MINUTE_MS) * MOST_ENDINGS + ending;
}
