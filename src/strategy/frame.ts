import {type Currency, currencyOf, type DatedRate, type Rates, rateOn} from '../base/index.ts';
import {count, day, type Known, type Prose, rateInput, say, styled, worked} from '../figure/index.ts';
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
  sum: Known,
  {rates, today, home}: Frame,
): {readonly sum: Known; readonly note: Prose | null} {
  const from = currencyOf(sum.quantity.unit);
  const rate = from === undefined || from === home ? undefined : rateOn(rates, from, home, today);
  if (rate === undefined) return {sum, note: null};
  return {
    sum: worked(
      'round(sum * rate, 3)',
      [{name: 'sum', label: 'the sum in the guide', figure: sum}, rateInput(rate)],
      {
        subject: sum.subject,
        style: sum.style,
      },
    ),
    note: say`${styled(sum, 'money')} in the guide, ${showRate(rate, today)}`,
  };
}

/** Older than this, a rate's age is told with it, in days. */
const FRESH = 45;

/** `at 0.7451 GBP for one USD on 2026-04-13, 7 months old`. */
export function showRate(rate: DatedRate, today: string): Prose {
  const days = (Date.parse(today) - Date.parse(rate.day)) / 86_400_000;
  const age = days > FRESH ? say`, ${count(Math.round(days / 30.4))} months old` : null;
  const shown = styled(rateInput(rate).figure, 'factor', {digits: 4});
  return say`at ${shown} ${rate.to} for one ${rate.from} on ${day(rate.day)}${age}`;
}
