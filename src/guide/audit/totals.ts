import type {Currency, Span} from '../../base/index.ts';
import {namesPremium, saysPay} from '../../english/index.ts';
import {guideQuote, type Known, say, workedRange} from '../../figure/index.ts';
import {cellFigure, fromTo, guideSum} from '../stated.ts';
import type {Band, Guide} from '../types.ts';
import {payRows} from './rows.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** One row of the compensation table: its total held against the sum of its parts. */
export interface TotalCheck {
  /** The region and level of the row. */
  readonly row: string;
  readonly currency: Currency;
  readonly stated: {readonly low: number; readonly high: number};
  /** Base, bonus, a year of equity and the rest; the sum that comes nearest where a sign-on may be in or out. */
  readonly parts: {readonly low: number; readonly high: number};
  /** The base, and all that is in the sum of parts. */
  readonly base: Band;
  readonly counted: readonly Band[];
  readonly verdict:
    | 'holds'
    | 'whole grant in one year'
    | 'near the whole grant'
    | 'grant left out'
    | 'does not hold';
  readonly span: Span;
}

/** Guides round, and leave out what is discretionary: a difference up to here is no finding. */
const TOLERANCE = 0.1;
/** A total this near to its parts with the whole grant was added up that way, and not rounded. */
const EXACT = 0.02;

/**
 * Every total that can be checked: one with a base in its own currency in its row. A bonus in percent is of the base;
 * a grant over four years counts a quarter a year; a sign-on counts once or not at all.
 */
export function totalChecks(guide: Guide): readonly TotalCheck[] {
  const known = CHECKS.get(guide);
  if (known !== undefined) return known;
  const checks = checksOf(guide);
  CHECKS.set(guide, checks);
  return checks;
}

/** Made once for a guide: two rules and the JSON ask for them. */
const CHECKS = new WeakMap<Guide, readonly TotalCheck[]>();

function checksOf(guide: Guide): TotalCheck[] {
  return payRows(guide.bands).flatMap(row => {
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
  const bare = parts.filter(({component}) => component !== 'signOn');
  const nearest = (grantYears: number) => {
    const of = (counted: readonly Band[]) => ({counted, ...sum(base, counted, grantYears)});
    const [within, without] = [of(parts), of(bare)];
    return distance(without, stated) < distance(within, stated) ? without : within;
  };
  const yearly = nearest(4);
  const off = (grantYears: number) => distance(nearest(grantYears), stated);
  const hasGrant = parts.some(({basis}) => basis === '4yr');
  return {
    row: [total.region, total.level].filter(one => one !== null && one !== '').join(', '),
    currency: total.currency,
    stated,
    parts: {low: yearly.low, high: yearly.high},
    base,
    counted: yearly.counted,
    verdict: hasGrant
      ? verdictOf(distance(yearly, stated), off(1), off(Number.POSITIVE_INFINITY))
      : distance(yearly, stated) <= TOLERANCE
        ? 'holds'
        : 'does not hold',
    span: total.span,
  };
}

/** By how far the total is from a year of its parts, from them with the whole grant, and from them without it. */
function verdictOf(year: number, whole: number, without: number): TotalCheck['verdict'] {
  if (whole <= EXACT && year > EXACT) return 'whole grant in one year';
  if (year <= TOLERANCE) return 'holds';
  if (whole <= TOLERANCE) return 'near the whole grant';
  return without <= TOLERANCE ? 'grant left out' : 'does not hold';
}

function sum(base: Band, parts: readonly Band[], grantYears: number) {
  const add = (end: 'low' | 'high') =>
    parts.reduce((all, band) => {
      const value = band[end] ?? band.low;
      if (band.unit === 'percent') return all + ((base[end] ?? base.low) * value) / 100;
      return all + (isGrant(band) ? value / grantYears : value);
    }, 0);
  return {low: add('low'), high: add('high')};
}

/** What counts a quarter a year; a sign-on counts once. */
function isGrant({basis, component}: Band): boolean {
  return basis === '4yr' && component !== 'signOn';
}

/** A column behind the total that raises it is no part of it. */
function isPremium({component}: Band): boolean {
  return component.startsWith('other:') && namesPremium(component);
}

function distance(one: {low: number; high: number}, other: {low: number; high: number}): number {
  return Math.max(Math.abs(one.low - other.low) / other.low, Math.abs(one.high - other.high) / other.high);
}

export const grantCountedWhole: AuditCheck = {
  name: 'grant-counted-whole',
  severity: 'error',
  says: 'a yearly total that counts a four-year grant whole',
  *check(guide): Iterable<AuditHit> {
    for (const one of totalChecks(guide)) {
      if (one.verdict !== 'whole grant in one year') continue;
      const {said, added, where} = words(one);
      const yearly = guide.strategy?.anchor.some(({key}) => key.startsWith('equityPerYear')) === true;
      yield {
        message: say`${where}: the total ${said} counts the four-year grant whole, a year of its parts is ${added}${yearly ? '; the strategy asks for a grant by the year, so the heading may be the mistake' : ''}`,
        span: one.span,
        hint: 'compare offers by a quarter of the grant a year, or ask whether the grant is for each year',
      };
    }
  },
};

const NEAR = {
  'near the whole grant': '; it comes near with the whole four-year grant',
  'grant left out': '; it comes near without the grant',
  'does not hold': '',
} as const;

export const totalAgainstParts: AuditCheck = {
  name: 'total-against-parts',
  severity: 'warning',
  says: 'a total more than 10% away from a year of its parts',
  *check(guide, {text}): Iterable<AuditHit> {
    for (const one of totalChecks(guide)) {
      if (one.verdict === 'holds' || one.verdict === 'whole grant in one year') continue;
      if (one.stated.high > one.parts.high && hasUnsaid(text, one)) continue;
      const {said, added, where} = words(one);
      yield {
        message: say`${where}: the total says ${said}, a year of its parts is ${added}${NEAR[one.verdict]}`,
        span: one.span,
        hint: 'ask which parts the total counts',
      };
    }
  },
};

/** Whether a part of the row is told in words, "Discretionary" or "Profit-sharing": the total may well count it. */
function hasUnsaid(text: string, {span}: TotalCheck): boolean {
  const row = text.slice(text.lastIndexOf('\n', span.from) + 1, endOf(text, span.from));
  const [, ...cells] = row.replace(/^\s*\|/, '').split('|');
  return cells.some(saysPay);
}

function endOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function words(one: TotalCheck) {
  const {row, currency, stated, span} = one;
  return {
    said: fromTo(guideSum(stated.low, currency, span), guideSum(stated.high, currency, span)),
    added: addedUp(one),
    where: guideQuote(row === '' ? 'the row' : row),
  };
}

/** A year of the parts: `$250K to $330K`. */
function addedUp({base, counted}: TotalCheck): Known {
  const summands = counted.map((band, at) => {
    if (band.unit === 'percent') return `part${counted.indexOf(base)} * part${at}`;
    return isGrant(band) ? `part${at} / 4` : `part${at}`;
  });
  const inputs = counted.map((band, at) => ({
    name: `part${at}`,
    label: band.component,
    figure: cellFigure(band),
  }));
  return workedRange(summands.join(' + '), inputs, {
    style: {as: 'short'},
  });
}
