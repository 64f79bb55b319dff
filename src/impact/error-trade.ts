import {type Currency, convert, type DatedRate, rateOn, type Rates} from '../base/index.ts';
import {type Finding, finding, say} from '../figure/index.ts';
import type {ErrorTradePlan} from './plan.ts';
import {annualLoss} from '../stats/index.ts';
import {type Outlook, type YearLoss, yearLoss} from './year.ts';

/**
 * Wrong orders by a machine: a loss with a chance and a size of its own, which no minute measures. It is in no figure of
 * what was lost or protected. Amounts are in the currency of the report.
 */
export interface ErrorTrades {
  /** The chance of one in a year. */
  readonly perYear: number;
  readonly loss: {readonly low: number; readonly mode: number; readonly high: number};
  /** By which the stated amounts were taken in; null where they are in the currency of the report. */
  readonly rate: DatedRate | null;
  readonly source: string;
  readonly alone: YearLoss;
  /** With the outages of a year, each as one that was; null where there is no outage to learn from. */
  readonly withOutages: YearLoss | null;
}

/** Simulates years of wrong orders as they are stated, by themselves and beside outages. `day` is that of the rate. */
export function errorTrades(
  {perYear, loss, source}: ErrorTradePlan,
  outlook: Outlook | null,
  seed: number,
  {currency, rates, day}: {readonly currency: Currency; readonly rates: Rates; readonly day: string},
): ErrorTrades | Finding {
  const from = loss.currency;
  const rate = from === currency ? null : (rateOn(rates, from, currency, day) ?? undefined);
  if (rate === undefined) {
    const message = say`no rate from ${from} to ${currency} by ${day}: error trades are left out`;
    const hint = 'state them in the currency of the report';
    return finding('no-rate', 'error', message, {hint});
  }
  const taken = (amount: number) => (rate === null ? amount : convert({amount, currency: from}, rate).amount);
  const range = {low: taken(loss.low), mode: taken(loss.mode), high: taken(loss.high)};
  const branches = [{name: 'error trades', chance: perYear, loss: range}];
  return {
    perYear,
    loss: range,
    rate,
    source,
    alone: yearLoss(annualLoss([], {seed, branches})),
    withOutages: outlook === null ? null : yearLoss(annualLoss([outlook.source], {seed, branches})),
  };
}
