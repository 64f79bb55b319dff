import type {Currency, Span} from '../../base/index.ts';
import {namesPremium, saysPay} from '../../english/index.ts';
import {guideQuote, type Known, say, workedRange} from '../../figure/index.ts';
import {cellFigure, fromTo, guideSum} from '../stated.ts';
import type {Band, Guide} from '../types.ts';
import {fromNone} from './most.ts';
import {payRows} from './rows.ts';
import type {AuditCheck, AuditHit} from './rule.ts';

/** Over which time a grant may be meant. */
type GrantReading = 'a year' | 'four years';
const READINGS = {'a year': 1, 'four years': 4} as const;

/** One row of the compensation table: its total held against the sum of its parts. */
export interface TotalCheck {
  /** The region and level of the row. */
  readonly row: string;
  readonly currency: Currency;
  readonly stated: {readonly low: number; readonly high: number};
  /** Base, bonus, a year of equity and the rest; the sum that comes nearest where a sign-on may be in or out. */
  readonly parts: {readonly low: number; readonly high: number};
  /** Of a grant that no period is stated for, the one with which the parts come nearer to the total; else null. */
  readonly reading: GrantReading | null;
  /** Whether the total holds with that reading and not with the other. */
  readonly isTold: boolean;
  /** The base, and all that is in the sum of parts. */
  readonly base: Band;
  readonly counted: readonly Band[];
  readonly verdict:
    | 'holds'
    | 'whole grant in one year'
    | 'near the whole grant'
    | 'grant left out'
    | 'below the base'
    | 'does not hold';
  readonly span: Span;
}

/** Guides round, and leave out what is discretionary: a difference up to here is no finding. */
const TOLERANCE = 0.1;
/** A total this near to its parts with the whole grant was added up that way, and not rounded. */
const EXACT = 0.02;

/**
 * Every total that can be checked: one with a base in its own currency in its row. A bonus in percent is of the base;
 * a grant over four years counts a quarter a year, and one without a period counts a year or a quarter, whichever fits; a
 * sign-on counts once or not at all.
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
    if (base.high === null || base.currency !== total.currency) return [];
    // "up to $200K": nobody says where it begins
    if (fromNone(base) !== base || fromNone(total) !== total) return [];
    const parts = row.filter(band => band !== total && !isPremium(band));
    if (parts.length > 1 && parts.every(band => band.high !== null && band.currency === total.currency))
      return [check(total, base, parts)];
    // of a base alone nobody can say that it is all of the total, but the total cannot be less
    return isBelow(total, base) ? [check(total, base, [base])] : [];
  });
}

/** Whether an end of a total is less than that of the base alone, by more than is rounded off. */
function isBelow(total: Band, base: Band): boolean {
  const [all, alone] = [total, base].map(({low, high}) => [low, high ?? low].sort((a, b) => a - b));
  return [0, 1].some(end => (all?.[end] ?? 0) < (alone?.[end] ?? 0) * (1 - EXACT));
}

function check(total: Band, base: Band, parts: readonly Band[]): TotalCheck {
  const stated = {low: total.low, high: total.high ?? total.low};
  const [reading, other] = readingsOf(base, parts, stated);
  const off = (years: Years) => distance(nearest(base, parts, years, stated), stated);
  const unsaid = reading === null ? 1 : READINGS[reading];
  const yearly = nearest(base, parts, {grant: 4, unsaid}, stated);
  const year = distance(yearly, stated);
  const without = off({grant: Number.POSITIVE_INFINITY, unsaid: Number.POSITIVE_INFINITY});
  const hasGrant = parts.some(({basis}) => basis === '4yr');
  return {
    row: [total.region, total.level].filter(one => one !== null && one !== '').join(', '),
    currency: total.currency,
    stated,
    parts: {low: yearly.low, high: yearly.high},
    reading,
    isTold: reading !== null && [TOLERANCE, EXACT].some(most => year <= most && other > most),
    base,
    counted: yearly.counted,
    verdict: isBelow(total, base)
      ? 'below the base'
      : hasGrant
        ? verdictOf(year, off({grant: 1, unsaid}), without)
        : year <= TOLERANCE
          ? 'holds'
          : reading !== null && without <= TOLERANCE
            ? 'grant left out'
            : 'does not hold',
    span: total.span,
  };
}

/** The reading of a grant without a period that comes nearest to the total, and how far off the other is. */
function readingsOf(
  base: Band,
  parts: readonly Band[],
  stated: {low: number; high: number},
): [GrantReading | null, number] {
  if (parts.every(({basis}) => basis !== 'unknown')) return [null, 0];
  const off = (unsaid: number) => distance(nearest(base, parts, {grant: 4, unsaid}, stated), stated);
  const [year, four] = [off(READINGS['a year']), off(READINGS['four years'])];
  return year <= four ? ['a year', four] : ['four years', year];
}

/** In how many years a stated grant counts whole, and one without a period. */
interface Years {
  readonly grant: number;
  readonly unsaid: number;
}

/** The sum of parts that comes nearest where a sign-on may be in or out, and "up to 20%" begin at none or be paid in full. */
function nearest(base: Band, parts: readonly Band[], years: Years, stated: {low: number; high: number}) {
  const from = parts.map(fromNone);
  const ways = from.every((band, at) => band === parts[at]) ? [parts] : [parts, from];
  return ways
    .flatMap(all => [all, all.filter(({component}) => component !== 'signOn')])
    .map(counted => ({counted, ...sum(base, counted, years)}))
    .reduce((one, next) => (distance(next, stated) < distance(one, stated) ? next : one));
}

/** By how far the total is from a year of its parts, from them with the whole grant, and from them without it. */
function verdictOf(year: number, whole: number, without: number): TotalCheck['verdict'] {
  if (whole <= EXACT && year > EXACT) return 'whole grant in one year';
  if (year <= TOLERANCE) return 'holds';
  if (whole <= TOLERANCE) return 'near the whole grant';
  return without <= TOLERANCE ? 'grant left out' : 'does not hold';
}

function sum(base: Band, parts: readonly Band[], years: Years) {
  const add = (end: 'low' | 'high') =>
    parts.reduce((all, band) => {
      const value = band[end] ?? band.low;
      if (band.unit === 'percent') return all + ((base[end] ?? base.low) * value) / 100;
      return all + value / (isGrant(band) ? years.grant : band.basis === 'unknown' ? years.unsaid : 1);
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

/** By how much of the total a year of its parts is off, at the end that is farther off. */
export function offBy({parts, stated}: TotalCheck): number {
  return distance(parts, stated);
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
      const {said, added, where} = totalWords(one);
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
  says: 'a total more than 10% away from a year of its parts, or below its base',
  *check(guide, {text}): Iterable<AuditHit> {
    for (const one of totalChecks(guide)) {
      if (one.verdict === 'holds' || one.verdict === 'whole grant in one year') continue;
      if (one.verdict !== 'below the base' && isNowhereBelow(one) && hasUnsaid(text, one)) continue;
      const {said, added, where} = totalWords(one);
      const held =
        one.verdict === 'below the base'
          ? say`less than its base alone, ${fromTo(...ends(one.base))}`
          : say`a year of its parts is ${added}${NEAR[one.verdict]}`;
      yield {
        message: say`${where}: the total says ${said}, ${held}`,
        span: one.span,
        hint: 'ask which parts the total counts',
      };
    }
  },
};

function ends({low, high, currency, span}: Band) {
  return [guideSum(low, currency, span), guideSum(high ?? low, currency, span)] as const;
}

/** Whether a total differs from its parts upwards alone: nothing that it counts besides can make it less. */
function isNowhereBelow({stated, parts}: TotalCheck): boolean {
  return (['low', 'high'] as const).every(end => parts[end] - stated[end] <= TOLERANCE * stated[end]);
}

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

/** What a total says, what its parts add up to, and where. */
export function totalWords(one: TotalCheck) {
  const {row, currency, stated, span} = one;
  return {
    said: fromTo(guideSum(stated.low, currency, span), guideSum(stated.high, currency, span)),
    added: addedUp(one),
    where: guideQuote(row === '' ? 'the row' : row),
  };
}

/** A year of the parts: `$250K to $330K`. */
function addedUp({base, counted, reading}: TotalCheck): Known {
  const summands = counted.map((band, at) => {
    if (band.unit === 'percent') return `part${counted.indexOf(base)} * part${at}`;
    const isQuarter = isGrant(band) || (band.basis === 'unknown' && reading === 'four years');
    return isQuarter ? `part${at} / 4` : `part${at}`;
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

export const grantWithoutPeriod: AuditCheck = {
  name: 'grant-without-period',
  severity: 'note',
  says: 'a grant whose table does not say over which time it is',
  *check(guide): Iterable<AuditHit> {
    const grant = guide.bands.find(({basis}) => basis === 'unknown');
    if (grant === undefined) return;
    const readings = new Set(totalChecks(guide).flatMap(({reading, isTold}) => (isTold ? [reading] : [])));
    const [reading] = readings;
    const fit =
      readings.size === 1 && typeof reading === 'string'
        ? `the totals fit if it is over ${reading}`
        : readings.size === 2
          ? 'some totals fit if it is over a year, others if it is over four years'
          : 'the totals do not tell';
    yield {
      message: say`the table does not say over which time the equity is: ${fit}`,
      span: grant.span,
      hint: 'ask over which time the grant vests before it is held against an offer',
    };
  },
};
