import type {ByteRow} from '../intake/index.ts';
import type {PnlBook, PnlColumns, PnlRow} from './pnl.ts';
import type {TableRule} from './plan.ts';
import type {SourceSpec} from './types.ts';

const MINUTE_MS = 60_000;
/** Digits of an amount that a double holds exactly: of more the last ones would be rounded in another order. */
const MOST_DIGITS = 15;
const POWERS = Array.from({length: MOST_DIGITS + 1}, (_, digits) => 10 ** digits);
/** Endings of times ("Z", "-05:00") that one file may have. */
const MOST_ENDINGS = 64;
const [MINUS, POINT, ZERO, NINE, HYPHEN, COLON, BLANK, TEE] = [45, 46, 48, 57, 45, 58, 32, 84];

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

function startOf({ends}: ByteRow, column: number): number {
  return (ends[column] as number) + 1;
}

function endOf({ends}: ByteRow, column: number): number {
  return ends[column + 1] as number;
}

function cellOf(row: ByteRow, column: number): Buffer | null {
  return column < 0 ? null : Buffer.from(row.bytes.subarray(startOf(row, column), endOf(row, column)));
}

function isCell(row: ByteRow, column: number, cell: Buffer): boolean {
  return isSame(row.bytes, startOf(row, column), endOf(row, column), cell);
}

function isSame(bytes: Buffer, from: number, to: number, name: Buffer): boolean {
  if (to - from !== name.length) return false;
  // names of one file differ at their ends, "pod-17"
  for (let at = name.length - 1; at >= 0; at--) if (bytes[from + at] !== name[at]) return false;
  return true;
}

/** Plain digits with a minus or a point: what `Number` reads of them, as long as a double holds all. NaN for anything else. */
function numberIn(bytes: Buffer, from: number, to: number): number {
  const isBelow = bytes[from] === MINUS;
  let [whole, digits, point] = [0, 0, -1];
  for (let at = isBelow ? from + 1 : from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) {
      whole = whole * 10 + byte - ZERO;
      digits++;
    } else if (byte === POINT && point < 0 && digits > 0) point = at;
    else return Number.NaN;
  }
  if (digits === 0 || digits > MOST_DIGITS || point === to - 1) return Number.NaN;
  const value = point < 0 ? whole : whole / (POWERS[to - 1 - point] as number);
  return isBelow ? -value : value;
}

/** `2025-03-04`, `2025-03-04T09:30` or `2025-03-04 09:30:15` as if it were UTC, and where it ends; null for anything else. */
function clockIn(
  bytes: Buffer,
  from: number,
  to: number,
): {readonly ms: number; readonly end: number} | null {
  const [year, month, day] = [
    digitsIn(bytes, from, 4),
    digitsIn(bytes, from + 5, 2),
    digitsIn(bytes, from + 8, 2),
  ];
  if (to - from < 10 || bytes[from + 4] !== HYPHEN || bytes[from + 7] !== HYPHEN || year + month + day < 0)
    return null;
  const date = Date.UTC(year, month - 1, day);
  if (to - from === 10) return {ms: date, end: to};
  const parting = bytes[from + 10];
  const [hour, minute] = [digitsIn(bytes, from + 11, 2), digitsIn(bytes, from + 14, 2)];
  if (
    (parting !== TEE && parting !== BLANK) ||
    to - from < 16 ||
    bytes[from + 13] !== COLON ||
    hour + minute < 0
  )
    return null;
  const ms = date + (hour * 60 + minute) * MINUTE_MS;
  const second = to - from >= 19 && bytes[from + 16] === COLON ? digitsIn(bytes, from + 17, 2) : -1;
  return second < 0 ? {ms, end: from + 16} : {ms: ms + second * 1000, end: from + 19};
}

/** Negative, by more than any sum of others makes up for, where not all are digits. */
function digitsIn(bytes: Buffer, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const byte = bytes[at] as number;
    if (byte < ZERO || byte > NINE) return -1e6;
    value = value * 10 + byte - ZERO;
  }
  return value;
}
