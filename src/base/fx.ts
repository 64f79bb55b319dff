import {factPlace, readFact} from './facts.ts';
import type {Currency, Money} from './money.ts';
import type {Span} from './span.ts';

/** Reference rates: units of each currency for one euro, by day (`YYYY-MM-DD`). */
export interface Rates {
  readonly source: string;
  readonly days: Readonly<Record<string, Readonly<Partial<Record<Currency, number>>>>>;
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
    one => one <= day && per(rates, one, from) !== undefined && per(rates, one, to) !== undefined,
  );
  if (known === undefined) return undefined;
  const rate = (per(rates, known, to) as number) / (per(rates, known, from) as number);
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

function per(rates: Rates, day: string, currency: Currency): number | undefined {
  return currency === 'EUR' ? 1 : rates.days[day]?.[currency];
}

/** One currency of a rate: so many for one euro, where the data that ships with Parley says so. */
export interface RateLeg {
  readonly currency: Currency;
  readonly perEuro: number;
  readonly span: Span;
}

/** The published numbers that a rate was worked out from, with their places; null for a rate that is not of the shipped data. */
export function rateLegs({from, to, rate, day}: DatedRate): readonly RateLeg[] | null {
  const days = shippedRates().days[day];
  const legs = [to, from].filter(currency => currency !== 'EUR');
  const per = (currency: Currency) => (currency === 'EUR' ? 1 : (days?.[currency] ?? Number.NaN));
  if (per(to) / per(from) !== rate) return null;
  return legs.map(currency => ({
    currency,
    perEuro: per(currency),
    span: factPlace('fx.json', ['days', day, currency]),
  }));
}
