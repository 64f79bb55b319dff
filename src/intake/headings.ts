import {closestSpelling} from '../base/index.ts';
import {readInstant} from './instant.ts';
import {Unreadable} from './piece.ts';

/** What the headings of a table have to hold, whether or not there are rows beneath them. */
export interface NeededColumns {
  /** Columns that are read, by what they are read for. */
  readonly all: readonly {readonly column: string; readonly field: string}[];
  /** Of which a table of this kind has one at least; empty where anything may be one. */
  readonly any: readonly string[];
}

/** Looks at the headings of a table, on `line`; throws `Unreadable` where they are not those of the table that is meant. */
export type HeadingCheck = (names: readonly string[], line: number) => void;

/** Holds headings against what is needed: an end that is never found would make every outage last for ever. */
export function checkFor(needed: NeededColumns | null): HeadingCheck {
  return needed === null ? () => {} : (names, line) => refuseWithout(names, line, needed);
}

/** Columns beyond which a file is no table that anybody keeps: its line ends or its delimiter are others. */
const MOST_HEADINGS = 2000;
/** In characters. */
const LONGEST_HEADING = 1000;

/** A heading as it is looked for: blanks that do not break are blanks, and signs that nobody sees are gone. */
export function headingName(written: string): string {
  return written
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The headings of a table, once they are known to be some. */
export function headingNames(cells: readonly string[], line: number, check: HeadingCheck): readonly string[] {
  if (cells.length > MOST_HEADINGS || cells.some(cell => cell.length > LONGEST_HEADING)) {
    const what =
      cells.length > MOST_HEADINGS
        ? `more than ${MOST_HEADINGS} headings`
        : `a heading of more than ${LONGEST_HEADING} characters`;
    throw new Unreadable(
      what,
      line,
      'the first line of a table names its columns; check the delimiter',
      'columns',
    );
  }
  const names = cells.map(headingName);
  if (names.length > 1 && names.filter(Boolean).length <= 1) throw titleAbove(line);
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new Unreadable(
      `two columns are called ${JSON.stringify(twice)}`,
      line,
      'rename one of them',
      'columns',
    );
  check(names, line);
  return names;
}

/** Whether a row is one of padding, as spreadsheets write them beneath a table: nothing stands in it. */
export function isBlank(cells: readonly unknown[]): boolean {
  return cells.every(cell => cell == null || (typeof cell === 'string' && cell.trim() === ''));
}

/** That what stands where the headings should is a title. */
export function titleAbove(line: number): Unreadable {
  return new Unreadable('a title in the place of the headings', line, TITLE, 'columns');
}

const TITLE =
  'where a title stands above the headings, take it out: the first line of a table names its columns';

function refuseWithout(names: readonly string[], line: number, needed: NeededColumns): void {
  const lacking = needed.all.find(({column}) => !has(names, column));
  const listed = names.slice(0, 12).join(', ');
  if (lacking !== undefined) {
    const {column, field} = lacking;
    const meant = closestSpelling(column, names);
    const message =
      column === field
        ? `no column ${JSON.stringify(column)}`
        : `no column ${JSON.stringify(column)}, which is mapped to ${field}`;
    const map = column === field ? `map one: columns: {${field}: …}; ` : '';
    const columns = names.length > 1 ? `its columns are ${listed}` : `its one column is ${listed}; ${TITLE}`;
    // `2021-10-11 12:03, success` in the first line is a sample: mapped as a heading it would be lost.
    const unnamed = names.some(name => readInstant(name, {zone: 'UTC'}).ok);
    const fields = needed.all.map(one => one.column).join(', ');
    const none = unnamed ? `its first line holds values: write ${fields} above it` : map + columns;
    const hint = meant === undefined ? none : `did you mean ${meant}?`;
    throw new Unreadable(message, line, hint, 'columns');
  }
  if (needed.any.length === 0 || needed.any.some(column => has(names.map(lower), lower(column)))) return;
  const hint = `its columns are ${listed}; read another table with kind: table`;
  throw new Unreadable(
    `none of its columns is one of ${needed.any.slice(0, 6).join(', ')}`,
    line,
    hint,
    'columns',
  );
}

/** The columns that a mapping names: of `Date + Time` two, unless one is called so. */
export function columnParts(column: string): readonly string[] {
  return column.split(' + ');
}

/** Whether a column is there, or one that holds what is meant further in: `service.id` in `service`. */
function has(names: readonly string[], column: string): boolean {
  const parts = columnParts(column);
  if (parts.length > 1 && parts.every(part => names.includes(part))) return true;
  return names.some(name => name === column || (name !== '' && column.startsWith(`${name}.`)));
}

function lower(text: string): string {
  return text.toLowerCase();
}
