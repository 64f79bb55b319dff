import type {Currency} from '../base/index.ts';
import {
  currencyOfHeading,
  currencyOfPlace,
  type Heading,
  type HeadingKind,
  headingOf,
  impliedComponent,
  isRank,
  isScenario,
  type Pays,
} from '../english/index.ts';
import {readCell} from './cells.ts';

/** What a column or a row pays for, and the heading that says so. */
export interface PayColumn {
  readonly component: Pays;
  readonly heading: Heading;
}

/** Which way a compensation table is laid out: what its rows and its columns are. */
export interface PayLayout {
  readonly pays: (row: number, column: number) => PayColumn | null;
  readonly region: (row: number, column: number) => string;
  readonly level: (row: number, column: number) => string | null;
  /** The currency that a column, a row or a heading names for the cell. */
  readonly home: (row: number, column: number) => Currency | null;
}

type Words = readonly (readonly string[])[];

/** The layout of a table by its plain words; null where it states no pay, but that of peers or of scenarios. */
export function payLayout(words: Words, section: string): PayLayout | null {
  return byComponentColumns(words) ?? byComponentRows(words) ?? byLevelAndRegion(words, section);
}

/** Region or level rows, one column for each component. */
function byComponentColumns(words: Words): PayLayout | null {
  const head = words[0] ?? [];
  const headings = head.map(headingOf);
  const kinds = headings.map(({kind}) => kind);
  const pays = headings.map(one => one.pays);
  const enough = kinds[0] === 'region' ? 1 : 2;
  const paid = pays.filter(one => one !== null);
  if (paid.length < enough || !paid.some(isMain) || kinds.includes('company')) return null;
  const columns = columnsOf(words, kinds, pays);
  const regions = words.map(row => (columns.region === null ? '' : place(row[columns.region])));
  const homes = head.map(currencyOfHeading);
  const named = headings.map((heading, at) => {
    const isSaid = at === columns.region || at === columns.level;
    return isSaid || (heading.kind !== null && heading.kind !== 'attribute') ? null : columnOf(heading);
  });
  return {
    pays: (_, at) => named[at] ?? null,
    region: row => regions[row] ?? '',
    level: row => (columns.level === null ? null : (words[row]?.[columns.level] ?? null)),
    home: (row, column) =>
      (columns.currency === null ? null : currencyOfPlace(words[row]?.[columns.currency] ?? '')) ??
      homes[column] ??
      null,
  };
}

interface Columns {
  readonly region: number | null;
  readonly level: number | null;
  readonly currency: number | null;
}

/**
 * Which columns name the region, the level and the currency of a row. A column before the pay whose heading says nothing is
 * of regions, unless its cells are levels; a title is the level where nothing else is, and never a region.
 */
function columnsOf(
  words: Words,
  kinds: readonly (HeadingKind | null)[],
  pays: readonly (Pays | null)[],
): Columns {
  const of = (kind: HeadingKind) => found(kinds.indexOf(kind));
  const first = pays.findIndex(one => one !== null);
  const silent = kinds.flatMap((kind, at) => (kind === null && at < first ? [at] : []));
  const isOfRanks = (at: number) =>
    words.slice(1).filter(row => isRank(row[at] ?? '')).length * 2 > words.length - 1;
  const ranks = silent.filter(isOfRanks);
  const level = of('level') ?? of('title') ?? ranks[0] ?? null;
  const region = of('region') ?? silent.find(at => !ranks.includes(at)) ?? null;
  return {region, level, currency: of('currency')};
}

function found(at: number): number | null {
  return at < 0 ? null : at;
}

/** Component rows, one column for each region, or for each level. */
function byComponentRows(words: Words): PayLayout | null {
  const head = words[0] ?? [];
  const headings = words.map(row => headingOf(row[0] ?? ''));
  const pays = headings.map(one => one.pays);
  const known = pays.slice(1).filter(one => one !== null);
  if (known.length < 2 || !known.some(isMain) || head.slice(1).some(isScenario)) return null;
  const leveled = head.slice(1).every(one => isRank(one) && currencyOfPlace(one) === null);
  const regions = head.map(place);
  const named = headings.map(columnOf);
  return {
    pays: (row, at) => (at === 0 ? null : (named[row] ?? null)),
    region: (_, column) => (leveled ? '' : (regions[column] ?? '')),
    level: (_, column) => (leveled ? (head[column] ?? null) : null),
    home: () => null,
  };
}

/** A cell that says nothing, in a mark or three letters: "—", "n/a", "TBD". */
const VOID = /^[^\p{L}\p{N}]*(?:\p{L}[^\p{L}\p{N}]*){0,3}$/u;

/** Level rows, one column for each region; unless the heading above says base, their total is implied. */
function byLevelAndRegion(words: Words, section: string): PayLayout | null {
  const head = words[0] ?? [];
  const rows = words.slice(1);
  const headings = head.map(headingOf);
  const kinds = headings.map(({kind}) => kind);
  const ranked = head[0] === '' && rows.filter(row => isRank(row[0] ?? '')).length * 2 > rows.length;
  const leveled = kinds[0] === 'level' || kinds[0] === 'title';
  if (!(ranked || leveled) || head.length < 2 || kinds.includes('company')) return null;
  // "Level, Title, Boston": what a column says of the level is no region
  const labels = kinds.flatMap((kind, at) => (at === 0 || (kind !== null && kind !== 'region') ? [at] : []));
  const homes = head.map(currencyOfPlace);
  const cells = rows.flatMap(row =>
    row.flatMap((cell, at) => (labels.includes(at) || VOID.test(cell) ? [] : [{cell, at}])),
  );
  const paid = cells.filter(({cell, at}) => readCell(cell, homes[at] ?? null)?.unit === 'money').length;
  if (paid * 2 < cells.length || paid === 0) return null;
  const component = impliedComponent(section);
  const level = found(kinds.indexOf('level')) ?? 0;
  const regions = head.map(place);
  const named = headings.map((heading, at) => (labels.includes(at) ? null : {component, heading}));
  return {
    pays: (_, at) => named[at] ?? null,
    region: (_, column) => regions[column] ?? '',
    level: row => words[row]?.[level] ?? null,
    home: () => null,
  };
}

function isMain(component: Pays | null): boolean {
  return component === 'base' || component === 'total';
}

/** A heading that nobody has a word for pays for what it says, if it pays at all. */
function columnOf(heading: Heading): PayColumn {
  return {component: heading.pays ?? `other:${heading.words}`, heading};
}

/** A region without flags and shortcodes. */
function place(words: string | undefined): string {
  return (words ?? '')
    .replace(
      /[\u{1F1E6}-\u{1F1FF}\u{1F300}-\u{1FAFF}\u{2600}-\u{27BF}\u{E0020}-\u{E007F}]|\u{FE0F}|\u{200D}|:[a-z0-9_+-]+:/gu,
      '',
    )
    .replace(/\s+/g, ' ')
    .trim();
}
