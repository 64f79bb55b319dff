import {type Currency, isCurrency, rateOn, readFact, shippedRates} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';

interface SanityFacts {
  readonly source: string;
  readonly recordYear: {
    readonly fund: string;
    readonly year: number;
    readonly amount: number;
    readonly currency: string;
  };
}

/** Warns where the PnL of a year is beyond what any fund has made in one, at the rate of a day (`YYYY-MM-DD`). */
export function sanityFindings(annual: number, currency: Currency, day: string): readonly Finding[] {
  const {recordYear, source} = readFact('sanity.json') as SanityFacts;
  if (!isCurrency(recordYear.currency)) throw new Error(`sanity.json: ${recordYear.currency}`);
  const rate = rateOn(shippedRates(), currency, recordYear.currency, day)?.rate ?? Number.NaN;
  if (!(annual * rate > recordYear.amount)) return [];
  const billions = (of: number) => `${(of / 1e9).toFixed(1)} billion ${recordYear.currency}`;
  const message = say`these pods would make ${billions(annual * rate)} a year; the most that any fund has made is ${billions(recordYear.amount)} (${recordYear.fund} ${String(recordYear.year)}; ${source})`;
  const hint = 'check the unit of the PnL, and whether it is a day or a year';
  return [finding('beyond-record-year', 'warning', message, {hint})];
}
