import {type Currency, type DatedRate, type Money, type Rates, rateOn, showMoney} from '../base/index.ts';
import type {Guide} from '../guide/index.ts';

/** What offers and rules are held in: the guide, the reader's row of its table, and the rates of the day. */
export interface Frame {
  readonly guide: Guide;
  /** As the table names it; undefined where the guide has no such region. */
  readonly region: string | undefined;
  readonly level: string | null;
  readonly rates: Rates;
  readonly today: string;
  /** What the reader is paid in. */
  readonly home: Currency;
}

/** A sum of the guide in the reader's currency, to three digits where it had to be converted, and how that was done. */
export function atHome(
  money: Money,
  {rates, today, home}: Frame,
): {readonly money: Money; readonly note: string | null} {
  const rate = money.currency === home ? undefined : rateOn(rates, money.currency, home, today);
  if (rate === undefined) return {money, note: null};
  const amount = Number((money.amount * rate.rate).toPrecision(3));
  return {
    money: {amount, currency: home},
    note: `${showMoney(money)} in the guide, ${showRate(rate, today)}`,
  };
}

/** Older than this, a rate's age is told with it, in days. */
const FRESH = 45;

/** `at 0.7451 GBP for one USD on 2026-04-13, 7 months old`. */
export function showRate(rate: DatedRate, today: string): string {
  const days = (Date.parse(today) - Date.parse(rate.day)) / 86_400_000;
  const age = days > FRESH ? `, ${Math.round(days / 30.4)} months old` : '';
  return `at ${Number(rate.rate.toPrecision(4))} ${rate.to} for one ${rate.from} on ${rate.day}${age}`;
}
