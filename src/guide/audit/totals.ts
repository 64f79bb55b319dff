import {type Currency, showRange, type Span} from '../../base/index.ts';
import type {Band, Guide} from '../types.ts';
import {rowsBy} from './rows.ts';
import type {Found, Rule} from './rule.ts';

/** One row of the compensation table: its total held against the sum of its parts. */
export interface TotalCheck {
  /** The region and level of the row. */
  readonly row: string;
  readonly currency: Currency;
  readonly stated: {readonly low: number; readonly high: number};
  /** Base, bonus, a year of equity and the rest; the sum that comes nearest where a sign-on may be in or out. */
  readonly parts: {readonly low: number; readonly high: number};
  readonly verdict: 'holds' | 'whole grant in one year' | 'does not hold';
  readonly span: Span;
}

/** Guides round, and leave out what is discretionary: a difference up to here is no finding. */
const TOLERANCE = 0.1;

/**
 * Every total that can be checked: one with a base in its own currency in its row. A bonus in percent is of the base;
 * a grant over four years counts a quarter a year; a sign-on counts once or not at all.
 */
export function totalChecks(guide: Guide): TotalCheck[] {
  const rows = rowsBy(guide.bands, band => `${band.region}\n${band.level ?? ''}`);
  return rows.flatMap(row => {
    const total = row.find(({component}) => component === 'total');
    const base = row.find(({component}) => component === 'base');
    if (total === undefined || base === undefined || base.unit !== 'money' || total.high === null) return [];
    const parts = row.filter(band => band !== total && !isPremium(band));
    if (parts.length < 2 || parts.some(band => band.high === null || band.currency !== total.currency))
      return [];
    return [check(total, base, parts)];
  });
}

function check(total: Band, base: Band, parts: readonly Band[]): TotalCheck {
  const stated = {low: total.low, high: total.high ?? total.low};
  const yearly = [sum(base, parts, 4, 1), sum(base, parts, 4, 0)];
  const nearest = yearly.reduce((one, other) =>
    distance(other, stated) < distance(one, stated) ? other : one,
  );
  const whole = [sum(base, parts, 1, 1), sum(base, parts, 1, 0)].find(
    one => distance(one, stated) <= TOLERANCE,
  );
  const holds = distance(nearest, stated) <= TOLERANCE;
  return {
    row: [total.region, total.level].filter(one => one !== null && one !== '').join(', '),
    currency: total.currency,
    stated,
    parts: nearest,
    verdict: holds ? 'holds' : whole !== undefined ? 'whole grant in one year' : 'does not hold',
    span: total.span,
  };
}

function sum(base: Band, parts: readonly Band[], grantYears: number, signOns: number) {
  const add = (end: 'low' | 'high') =>
    parts.reduce((all, band) => {
      const value = band[end] ?? band.low;
      if (band.unit === 'percent') return all + ((base[end] ?? base.low) * value) / 100;
      if (band.component === 'signOn') return all + value * signOns;
      return all + (band.basis === '4yr' ? value / grantYears : value);
    }, 0);
  return {low: add('low'), high: add('high')};
}

/** A column behind the total that raises it is no part of it. */
function isPremium({component}: Band): boolean {
  return component.startsWith('other:') && /\bpremium\b/i.test(component);
}

function distance(one: {low: number; high: number}, other: {low: number; high: number}): number {
  return Math.max(Math.abs(one.low - other.low) / other.low, Math.abs(one.high - other.high) / other.high);
}

export const totalAgainstParts: Rule = {
  name: 'total-against-parts',
  severity: 'warning',
  says: 'a total that is not the sum of its parts, or counts four years of equity in one',
  *check(guide): Iterable<Found> {
    for (const {row, currency, stated, parts, verdict, span} of totalChecks(guide)) {
      if (verdict === 'holds') continue;
      const said = showRange({...stated, currency});
      const added = showRange({...parts, currency});
      const where = row === '' ? 'the row' : row;
      yield verdict === 'does not hold'
        ? {
            message: `${where}: the total says ${said}, a year of its parts is ${added}`,
            span,
            hint: 'ask which parts the total counts',
          }
        : {
            message: `${where}: the total ${said} counts the four-year grant whole, a year of its parts is ${added}`,
            span,
            hint: 'compare offers by a quarter of the grant a year',
          };
    }
  },
};
