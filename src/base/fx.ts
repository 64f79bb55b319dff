import {factPlace, readFact} from './facts.ts';
import type {Currency, Money} from './money.ts';
import type {Span} from './span.ts';

/** Reference rates: units of each currency for one euro, by day (`YYYY-MM-DD`). */
export interface Rates {
  readonly source: string;
  /** What is held at so many units of a currency by whoever issues it, and is in no reference series. */
  readonly pegs?: Readonly<Partial<Record<Currency, Peg>>>;
  readonly days: Readonly<Record<string, Readonly<Partial<Record<Currency, number>>>>>;
}

/** So many units for one of `to`, from a day on. */
export interface Peg {
  readonly to: Currency;
  readonly rate: number;
  readonly since: string;
  readonly source: string;
}

/** A rate with the day it is of. Whoever prints a conversion prints the day. */
export interface DatedRate {
  readonly from: Currency;
  readonly to: Currency;
  readonly rate: number;
  readonly day: string;
  readonly source: string;
}

/** The rates that ship with Parley: month ends and the latest day of the ECB's reference series. */
export function shippedRates(): Rates {
  return (shipped ??= readFact('fx.json') as Rates);
}
let shipped: Rates | undefined;

/** The rate of the last day on or before `day`; undefined where a currency is unknown or `day` is too early. */
export function rateOn(rates: Rates, from: Currency, to: Currency, day: string): DatedRate | undefined {
  const known = daysOf(rates).findLast(
    one => one <= day && perEuro(rates, one, from) !== undefined && perEuro(rates, one, to) !== undefined,
  );
  if (known === undefined) return undefined;
  const rate = (perEuro(rates, known, to) as number) / (perEuro(rates, known, from) as number);
  return {from, to, rate, day: known, source: rates.source};
}

/** Sorted once for rates that a thousand guides are held against. */
const DAYS = new WeakMap<Rates, readonly string[]>();

function daysOf(rates: Rates): readonly string[] {
  const known = DAYS.get(rates);
  if (known !== undefined) return known;
  const days = Object.keys(rates.days).sort();
  DAYS.set(rates, days);
  return days;
}

/** `money` in the currency of `rate`. Throws where the rate is of another currency. */
export function convert(money: Money, rate: DatedRate): Money {
  if (money.currency !== rate.from) throw new Error(`a ${rate.from} rate cannot convert ${money.currency}`);
  return {amount: money.amount * rate.rate, currency: rate.to};
}

/** Units of a currency for one euro on a day of the rates; of a pegged one by what it is pegged to. */
export function perEuro(rates: Rates, day: string, currency: Currency): number | undefined {
  if (currency === 'EUR') return 1;
  const known = rates.days[day]?.[currency];
  const peg = rates.pegs?.[currency];
  if (known !== undefined || peg === undefined || day < peg.since) return known;
  const of = rates.days[day]?.[peg.to];
  return of === undefined ? undefined : of * peg.rate;
}

/** One currency of a rate: so many for one euro, where the data that ships with Parley says so. */
export interface RateLeg {
  readonly currency: Currency;
  readonly perEuro: number;
  /** How it is pegged to that currency, and where this is said; null for the currency itself. */
  readonly peg: (Peg & {readonly currency: Currency; readonly span: Span}) | null;
  readonly span: Span;
}

/** The published numbers that a rate was worked out from, with their places; null for a rate that is not of the shipped data. */
export function rateLegs({from, to, rate, day}: DatedRate): readonly RateLeg[] | null {
  const rates = shippedRates();
  const per = (currency: Currency) => perEuro(rates, day, currency) ?? Number.NaN;
  if (per(to) / per(from) !== rate) return null;
  return [to, from].filter(currency => currency !== 'EUR').map(currency => legOf(rates, day, currency));
}

function legOf(rates: Rates, day: string, currency: Currency): RateLeg {
  const peg = rates.days[day]?.[currency] === undefined ? rates.pegs?.[currency] : undefined;
  const own = peg?.to ?? currency;
  return {
    currency: own,
    perEuro: perEuro(rates, day, own) ?? Number.NaN,
    peg:
      peg === undefined ? null : {...peg, currency, span: factPlace('fx.json', ['pegs', currency, 'rate'])},
    span: factPlace('fx.json', ['days', day, own]),
  };
}
