import type {Observed} from '../contract/observable.ts';
import type {Column, Period, World} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import type {Factors} from './factors.ts';
import {outagesOf} from './incidents.ts';
import {pnlOf} from './pnl.ts';
import type {ValuedOffer} from './types.ts';

/**
 * A block of drawn paths as an offer meets them, but for how its job ends. What nobody knows is 0: a term that hangs on it is left out before, but for
 * PnL and base pay, of which a share is then nothing.
 */
export function drawnWorld(offer: ValuedOffer, model: Model, factors: Factors): Omit<World, 'left' | 'exit'> {
  const incidents = offer.reliability?.incidents ?? null;
  // Offers of the same systems meet the same incidents.
  const key = `incidents of ${JSON.stringify(incidents)}`;
  const observe = (what: Observed, period: Period): number | Column => {
    const years = (period.to - period.from) / 12;
    switch (what.is) {
      case 'base':
        return (offer.basePay ?? 0) * years;
      case 'pnl':
        return pnlOf(what, offer.pnl[what.scope] ?? 0, period, factors, model);
      case 'uptime': {
        if (incidents === null) return 0;
        const {minutes} = outagesOf(incidents, key, factors, period.from, period.to);
        const open = incidents.minutesPerYear * years;
        return factors.kept(`${key}, uptime, ${period.from} to ${period.to}`, into => {
          for (let at = 0; at < into.length; at++) into[at] = Math.max(0, 1 - (minutes[at] as number) / open);
        });
      }
      case 'longestIncident':
        return incidents === null ? 0 : outagesOf(incidents, key, factors, period.from, period.to).longest;
      case 'deploymentTime': {
        const {median = 0, sigma = 0} = offer.reliability?.deploymentTime ?? {};
        return lognormal('deployment time', factors, period, Math.log(median), sigma);
      }
      case 'cost': {
        const {perYear = 0, sigma = 0} = offer.reliability?.cost ?? {};
        return lognormal(
          'cost of systems',
          factors,
          period,
          Math.log(perYear * years) - sigma ** 2 / 2,
          sigma,
        );
      }
      case 'price':
        return what.of === 'share'
          ? priceOf('share', true, model.shareGrowth, model.shareVolatility, period, factors)
          : priceOf('fund', true, model.fundGrowth, model.fundVolatility, period, factors);
      case 'fx': {
        const today = offer.fx?.[what.from] ?? 0;
        return priceOf(
          `fx ${what.from}`,
          false,
          0,
          model.fxVolatility,
          {from: 0, to: period.to},
          factors,
          today,
        );
      }
    }
  };
  return {
    paths: factors.paths,
    until: monthsOf(model),
    observe,
    generosity: ({to}) => {
      const year = Math.max(0, Math.ceil(to / 12) - 1);
      const drawn = factors.linked('generosity', year);
      return factors.kept(`generosity of year ${year}, as paid`, into => {
        for (let at = 0; at < into.length; at++)
          into[at] = Math.max(0, model.generosity + model.generositySpread * (drawn[at] as number));
      });
    },
  };
}

/** Months of service that count: part of one does not. */
export function monthsOf({horizon}: Model): number {
  return Math.floor(12 * horizon + 1e-9);
}

/** A price at the end of a period over that at its beginning, times `today`: a geometric Brownian motion of so much growth a year. */
function priceOf(
  name: string,
  isLinked: boolean,
  growth: number,
  volatility: number,
  {from, to}: Period,
  factors: Factors,
  today = 1,
): number | Column {
  const years = (to - from) / 12;
  const drift = Math.log1p(growth) * years - (volatility ** 2 * years) / 2;
  if (years <= 0 || volatility === 0) return today * Math.exp(drift);
  const [before, after] = [factors.path(name, isLinked, from), factors.path(name, isLinked, to) as Column];
  return factors.kept(`price of ${name} times ${today}, ${from} to ${to}`, into => {
    for (let at = 0; at < into.length; at++) {
      const moved = (after[at] as number) - (before === null ? 0 : (before[at] as number));
      into[at] = today * Math.exp(drift + volatility * moved);
    }
  });
}

function lognormal(
  name: string,
  factors: Factors,
  {from, to}: Period,
  mu: number,
  sigma: number,
): number | Column {
  if (sigma === 0) return Math.exp(mu);
  const drawn = factors.normal(`${name}, ${from} to ${to}`);
  return factors.kept(`${name} of ${mu} and ${sigma}, ${from} to ${to}`, into => {
    for (let at = 0; at < into.length; at++) into[at] = Math.exp(mu + sigma * (drawn[at] as number));
  });
}
