import {showNumber} from './number.ts';

/** ISO 4217 codes that guides of the family and offers use, with the sign printed before an amount. */
export const CURRENCY_SIGNS = {
  USD: '$',
  GBP: '£',
  EUR: '€',
  CHF: 'CHF ',
  CAD: 'C$',
  SGD: 'S$',
  HKD: 'HK$',
  JPY: 'JP¥',
  CNY: 'CN¥',
  INR: '₹',
  AUD: 'A$',
  ILS: '₪',
  PLN: 'PLN ',
  CZK: 'CZK ',
  SEK: 'SEK ',
  DKK: 'DKK ',
  BRL: 'R$',
  IDR: 'IDR ',
  UYU: 'UYU ',
  AED: 'AED ',
  SAR: 'SAR ',
  KRW: '₩',
  TWD: 'NT$',
  VND: '₫',
  NOK: 'NOK ',
  NZD: 'NZ$',
  MXN: 'MX$',
} as const;
export type Currency = keyof typeof CURRENCY_SIGNS;

export function isCurrency(code: string): code is Currency {
  return Object.hasOwn(CURRENCY_SIGNS, code);
}

/** An amount of one currency, in major units (dollars, not cents). Unrounded: rounding is for showing. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** A span of pay, both ends included. */
export interface MoneyRange {
  readonly low: number;
  readonly high: number;
  readonly currency: Currency;
}

/** What a term of pay or a column of a guide pays for. `other:…` keeps a heading that has no word here. */
export const COMPONENTS = [
  'base',
  'bonus',
  'pnl',
  'equity',
  'signOn',
  'buyOut',
  'onCall',
  'milestone',
  'deferral',
  'retention',
  'severance',
  'gardenLeave',
  'nonCompete',
  'notice',
  'relocation',
  'pension',
  'benefit',
  'options',
  'carry',
  'total',
] as const;
export type Component = (typeof COMPONENTS)[number];

/** `$961,538`: every digit before the point, none after, as a claim's working is shown. */
export function showMoney({amount, currency}: Money): string {
  const digits = Math.abs(amount) < 100 && !Number.isInteger(amount) ? 2 : 0;
  const text = showNumber(Math.abs(amount), digits, digits);
  return `${amount < 0 ? '−' : ''}${CURRENCY_SIGNS[currency]}${text}`;
}

/** `$215K`, `$1.3M`, `$10.71B`: at most `figures` significant digits (4 unless told), for charts and tables. */
export function showMoneyShort({amount, currency}: Money, figures = 4): string {
  const [divisor, suffix] = scaleOf(Math.abs(amount));
  const scaled = Number((Math.abs(amount) / divisor).toPrecision(figures));
  const digits = showNumber(scaled, 6);
  return `${amount < 0 ? '−' : ''}${CURRENCY_SIGNS[currency]}${digits}${suffix}`;
}

/** `$175K to $225K`, or one amount where both ends are equal. */
export function showRange({low, high, currency}: MoneyRange): string {
  const from = showMoneyShort({amount: low, currency});
  return low === high ? from : `${from} to ${showMoneyShort({amount: high, currency})}`;
}

function scaleOf(size: number): [number, string] {
  if (size >= 1e9) return [1e9, 'B'];
  if (size >= 1e6) return [1e6, 'M'];
  if (size >= 1e4) return [1e3, 'K'];
  return [1, ''];
}
