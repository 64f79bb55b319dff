import {type Currency, rateOn, shippedRates} from '../base/index.ts';

/** A year's base in dollars below which, and above which, it is asked about: less than any full year pays, more than any base. */
const PLAUSIBLE = [2000, 100_000_000] as const;

/** What is strange about a year's base; null where nothing is, or where no rate of its currency is known. */
export function strangeYear(amount: number | null, currency: Currency | null): string | null {
  if (amount === null || amount === 0 || currency === null) return null;
  const rates = shippedRates();
  const day = Object.keys(rates.days).sort().at(-1) ?? '';
  const rate = currency === 'USD' ? 1 : rateOn(rates, currency, 'USD', day)?.rate;
  if (rate === undefined) return null;
  const [least, most] = PLAUSIBLE;
  if (amount * rate < least) return 'less than a year of work pays';
  return amount * rate > most ? 'more than any base' : null;
}
