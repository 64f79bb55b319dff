import {count, finding, say} from '../../figure/index.ts';
import type {OperationalRecord} from '../gather.ts';
import {type PnlBook, timeIn} from '../pnl.ts';
import type {RecordFinding} from '../types.ts';

const MINUTE_MS = 60_000;
/** Minutes that may lie between two times of one day, in the zone of its source: more than the 25 hours of the longest. */
const DAY_SPAN = 1536;

/** Pods that have several amounts for one day or minute: parts of one sum, or one sum read twice. */
export function paidTwice({pnl}: OperationalRecord): readonly RecordFinding[] {
  // two sources may tell of one pod's day
  const days = new Map<string, SeenTimes>();
  const seen = pnl.books.map(({pod, date, currency}) => {
    const key = [pod, date, currency].join('\n');
    const times = days.get(key) ?? new SeenTimes();
    days.set(key, times);
    return times;
  });
  let [rows, first] = [0, null as PnlBook | null];
  for (const block of pnl.blocks)
    for (let row = 0; row < block.rows; row++) {
      const book = block.books[row] as number;
      if (!(seen[book] as SeenTimes).again(timeIn(block, row))) continue;
      first ??= pnl.books[book] as PnlBook;
      rows++;
    }
  if (first === null) return [];
  const {pod, date, source} = first;
  const told = rows === 1 ? '1 row' : say`${count(rows)} rows`;
  const message = say`${told} of PnL after another of the same pod and time, the first of ${pod} on ${date}: they are added up`;
  const hint = 'where they are not parts of one sum, take one of the two out';
  return [{...finding('duplicate-id', 'warning', message, {hint}), source}];
}

/** The times of one day that were there before: whole minutes as bits, for a year of all pods has millions of them. */
class SeenTimes {
  #first = 0;
  #bits: Uint32Array | null = null;
  #others: Set<number> | null = null;

  /** Whether the day has had the time before; NaN is the whole day. */
  again(at: number): boolean {
    const minute = at / MINUTE_MS;
    if (minute !== Math.floor(minute)) return this.#againAt(at);
    if (this.#bits === null) {
      this.#bits = new Uint32Array(DAY_SPAN / 16);
      this.#first = minute - DAY_SPAN;
    }
    const within = minute - this.#first;
    const [word, bit] = [within >>> 5, 1 << (within & 31)];
    const before = ((this.#bits[word] as number) & bit) !== 0;
    this.#bits[word] = (this.#bits[word] as number) | bit;
    return before;
  }

  #againAt(at: number): boolean {
    this.#others ??= new Set();
    if (this.#others.has(at)) return true;
    this.#others.add(at);
    return false;
  }
}
