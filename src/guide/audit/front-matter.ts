import {guideQuote, join, listed, type Prose, say} from '../../figure/index.ts';
import {cellFigure, secondFigure} from '../stated.ts';
import type {Band, Guide} from '../types.ts';
import {rowsBy} from './rows.ts';
import type {AuditCheck, AuditHit} from './rule.ts';
import {totalChecks} from './totals.ts';

/** What the table rounds off: a difference up to here is none. */
const TOLERANCE = 0.001;
/** Totals are told roundly: parts this near to one may make it, and parts as near as the second one do. */
const NEAR = 0.1;
const EXACT = 0.02;

/** An entry of the front matter beside the cells of the table for its region, or for its level where it names one. */
interface Pair {
  readonly row: readonly Band[];
  readonly cells: readonly Band[];
}

/** Every entry with its cells; nothing for a guide without front matter, or without a table of its own. */
export function pairsOf(guide: Guide): readonly Pair[] {
  const table = tableOf(guide);
  if (table.length === 0) return [];
  const names = new Map(
    table.flatMap(({region, level}) => [region, level ?? '']).map(one => [one, bare(one)]),
  );
  const of = (is: (name: string, short: string) => boolean) =>
    table.filter(cell => [cell.region, cell.level ?? ''].some(one => is(one, names.get(one) ?? '')));
  return (guide.frontMatter?.compensation ?? []).map(row => {
    const {region = '', level = null} = row[0] ?? {};
    const own = bare(region);
    // by the same name; else by it without what stands in brackets; else by one that goes on where the other ends
    const cells =
      [of(name => name === region), of((_, one) => one === own), of((_, one) => begins(one, own))].find(
        ({length}) => length > 0,
      ) ?? [];
    const ofLevel = cells.filter(cell => level !== null && bare(cell.level ?? '') === bare(level));
    return {row, cells: ofLevel.length > 0 ? ofLevel : cells};
  });
}

/** The bands of a table, and not those of front matter in its place. */
function tableOf({bands, frontMatter}: Guide): readonly Band[] {
  const own = new Set(frontMatter?.compensation.flat());
  return bands.filter(band => !own.has(band));
}

function bare(name: string): string {
  return name
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

function begins(one: string, other: string): boolean {
  const [part, whole] = one.length < other.length ? [one, other] : [other, one];
  return part !== '' && whole.startsWith(part) && /^[^\p{L}\p{N}]/u.test(whole.slice(part.length));
}

export const frontMatterAgainstTable: AuditCheck = {
  name: 'front-matter-against-table',
  severity: 'warning',
  says: 'front matter that pays another sum than the table',
  *check(guide): Iterable<AuditHit> {
    for (const {row, cells} of pairsOf(guide)) {
      if (isOfOtherLevels(row, cells)) continue;
      const differing = row.flatMap(band => {
        const cell = otherThan(band, cells);
        return cell === null ? [] : [{band, cell}];
      });
      const [first] = differing;
      if (first === undefined) continue;
      const told = differing.map(
        ({band, cell}) =>
          say`${band.component} ${cellFigure(band)} where the table has ${paidBy(cell, band)}`,
      );
      yield {
        message: say`${nameOf(row)} in the front matter: ${join(told, '; ')}`,
        span: first.band.span,
        hint: 'find out which of the two is newer, and mend the other',
      };
    }
  },
};

/** Whether an entry names a level that none of the cells is of: what another is paid says nothing against it. */
function isOfOtherLevels([first]: readonly Band[], cells: readonly Band[]): boolean {
  const level = first?.level ?? null;
  return level !== null && !cells.some(cell => bare(cell.level ?? '') === bare(level));
}

function nameOf([first]: readonly Band[]): Prose {
  return say`${guideQuote(first?.region || 'a region without a name')}`;
}

/** In the currency of the front matter, where it is one of the cell's. */
function paidBy(cell: Band, {currency}: Band) {
  return (cell.alt?.currency === currency ? secondFigure(cell) : null) ?? cellFigure(cell);
}

/** The cell that pays something else for the same; null where one pays the same, or none can be compared. */
function otherThan(band: Band, cells: readonly Band[]): Band | null {
  const comparable = cells.filter(cell => cell.component === band.component && agrees(band, cell) !== null);
  if (comparable.some(cell => agrees(band, cell) === true) || spans(band, comparable)) return null;
  return comparable.find(({currency}) => currency === band.currency) ?? comparable[0] ?? null;
}

/** Null for a percentage beside a sum: nobody says what of. A single percentage may be of the table's range. */
function agrees(band: Band, cell: Band): boolean | null {
  const high = band.high ?? band.low;
  if (band.unit === 'percent')
    return cell.unit === 'money' ? null : band.low >= cell.low && high <= (cell.high ?? high);
  const sums = [cell.unit === 'money' ? cell : null, cell.alt].filter(sum => sum !== null);
  if (sums.length === 0) return null;
  return sums.some(
    sum => sum.currency === band.currency && same(sum.low, band.low) && same(sum.high ?? sum.low, high),
  );
}

/** Whether the one range is that of several levels, from the lowest end to the highest. */
export function spans(band: Band, cells: readonly Band[]): boolean {
  const {currency, unit, low, high} = band;
  const sums = cells.filter(cell => cell.currency === currency && cell.unit === unit && unit === 'money');
  const [least, most] = [low * (1 - TOLERANCE), (high ?? low) * (1 + TOLERANCE)];
  return (
    new Set(sums.map(({level}) => level)).size > 1 &&
    sums.every(sum => sum.low >= least && (sum.high ?? sum.low) <= most) &&
    sums.some(sum => same(sum.low, low)) &&
    sums.some(sum => same(sum.high ?? sum.low, high ?? low))
  );
}

function same(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE * Math.max(Math.abs(one), Math.abs(other));
}

export const componentLeftOut: AuditCheck = {
  name: 'component-left-out',
  severity: 'warning',
  says: 'a component of the table that front matter leaves out and its total counts',
  *check(guide): Iterable<AuditHit> {
    for (const {row, cells} of pairsOf(guide)) {
      const total = row.find(({component}) => component === 'total');
      const based = row.some(({component}) => component === 'base');
      const lacking = cells.filter(cell => !row.some(({component}) => component === cell.component));
      const several = rowsBy(lacking, ({component}) => component).some(({length}) => length > 1);
      if (total === undefined || !based || lacking.length === 0 || several) continue;
      const without = offBy(guide, row, total);
      const whole = offBy(guide, [...row, ...lacking], total);
      if (whole >= without || without <= EXACT || (without <= NEAR && whole > EXACT)) continue;
      yield {
        message: say`${nameOf(row)} in the front matter: ${sumsOf(row.filter(band => band !== total))} do not make the total, ${cellFigure(total)}; the table has ${sumsOf(lacking)} too`,
        span: total.span,
        hint: 'add what is left out, or the total cannot be told from its parts',
      };
    }
  },
};

function sumsOf(bands: readonly Band[]): Prose {
  return listed(
    bands.map(band => say`${guideQuote(band.component.replace('other:', ''))} ${cellFigure(band)}`),
  );
}

/** By how much of the total a year of the parts is off, at the end that is farther off. A base alone is all there is. */
function offBy(guide: Guide, row: readonly Band[], {low, high}: Band): number {
  const bands = row.map(band => ({...band, region: '', level: null}));
  const base = row.find(({component}) => component === 'base');
  const parts = totalChecks({...guide, bands})[0]?.parts ?? {low: base?.low ?? 0, high: base?.high ?? 0};
  const most = high ?? low;
  return Math.max(Math.abs(parts.low - low) / low, Math.abs(parts.high - most) / most);
}

export const frontMatterRegions: AuditCheck = {
  name: 'front-matter-regions',
  severity: 'warning',
  says: 'a region that only one of front matter and table has',
  *check(guide): Iterable<AuditHit> {
    const table = tableOf(guide).filter(({region}) => region !== '');
    const pairs = pairsOf(guide);
    const [first] = pairs[0]?.row ?? [];
    if (table.length === 0 || first === undefined) return;
    for (const {row, cells} of pairs) {
      const [{span} = first] = row;
      if (cells.length > 0) continue;
      yield {
        message: say`the front matter pays in ${nameOf(row)}, and the table has no such region`,
        span,
        hint: 'add its row to the table, or call it as the table does',
      };
    }
    const known = new Set(pairs.flatMap(({cells}) => cells));
    const others = rowsBy(table, ({region}) => region).filter(row => !row.some(cell => known.has(cell)));
    if (others.length === 0) return;
    yield {
      message: say`the front matter leaves out ${listed(others.map(nameOf))} of the table`,
      span: first.span,
      hint: 'add what is left out: programs read the front matter alone',
      severity: 'note',
    };
  },
};
