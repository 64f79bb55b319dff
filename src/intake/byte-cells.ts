import type {ByteRow} from './plain-csv.ts';

// What stands in a cell of a row of bytes, as far as it is plain.

const MINUTE_MS = 60_000;
/** Digits of an amount that a double holds exactly: of more the last ones would be rounded in another order. */
const MOST_DIGITS = 15;
const POWERS = Array.from({length: MOST_DIGITS + 1}, (_, digits) => 10 ** digits);
const [MINUS, POINT, ZERO, NINE, HYPHEN, COLON, BLANK, TEE] = [45, 46, 48, 57, 45, 58, 32, 84];

/** The byte at which a cell begins. */
export function startOf({ends}: ByteRow, column: number): number {
  return (ends[column] as number) + 1;
}

/** The byte behind a cell. */
export function endOf({ends}: ByteRow, column: number): number {
  return ends[column + 1] as number;
}

/** A copy of a cell; null of a column that is not there, -1. */
export function cellOf(row: ByteRow, column: number): Buffer | null {
  return column < 0 ? null : Buffer.from(row.bytes.subarray(startOf(row, column), endOf(row, column)));
}

export function isCell(row: ByteRow, column: number, cell: Buffer): boolean {
  return isSame(row.bytes, startOf(row, column), endOf(row, column), cell);
}

export function isSame(bytes: Buffer, from: number, to: number, name: Buffer): boolean {
  if (to - from !== name.length) return false;
  // names of one file differ at their ends, "pod-17"
  for (let at = name.length - 1; at >= 0; at--) if (bytes[from + at] !== name[at]) return false;
  return true;
}

/** Plain digits with a minus or a point: what `Number` reads of them, as long as a double holds all. NaN for anything else. */
export function numberIn(bytes: Buffer, from: number, to: number): number {
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
export function clockIn(
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
  // the 30th of February is no day of March
  if (month < 1 || month > 12 || day < 1 || (day > 28 && new Date(date).getUTCDate() !== day)) return null;
  if (to - from === 10) return {ms: date, end: to};
  const parting = bytes[from + 10];
  const [hour, minute] = [digitsIn(bytes, from + 11, 2), digitsIn(bytes, from + 14, 2)];
  if (
    (parting !== TEE && parting !== BLANK) ||
    to - from < 16 ||
    bytes[from + 13] !== COLON ||
    hour + minute < 0 ||
    hour > 23 ||
    minute > 59
  )
    return null;
  const ms = date + (hour * 60 + minute) * MINUTE_MS;
  const second = to - from >= 19 && bytes[from + 16] === COLON ? digitsIn(bytes, from + 17, 2) : -1;
  if (second > 59) return null;
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
