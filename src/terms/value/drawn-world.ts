import {exponentials} from '../../stats/index.ts';
import {addTimes, apart, raise} from '../contract/columns.ts';
import type {Observed} from '../contract/observable.ts';
import type {Column, Period, World} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import {ALONE, type Factors} from './factors.ts';
import {outagesOf} from './incidents.ts';
import {type PnlIn, pnlOf} from './pnl.ts';
import {reliabilityOf} from './reliability.ts';
import type {Survival} from './survival.ts';
import type {ValuedOffer} from './types.ts';

/**
 * Drawn paths as an offer meets them, block by block. What nobody knows is 0: a term that hangs on it is left out before, but for
 * PnL and base pay, of which a share is then nothing.
 */
export function drawnWorld(
  offer: ValuedOffer,
  model: Model,
  factors: Factors,
  {left, exit}: Survival,
): World {
  const {basePay, fx} = offer;
  const reliability = reliabilityOf(offer, model);
  const incidents = reliability?.incidents ?? null;
  const outages = incidents === null ? null : outagesOf(incidents, factors);
  const upName = `uptime of ${JSON.stringify(incidents)}`;
  const pnl = new Map<Observed, PnlIn>();
  const observe = (what: Observed, period: Period): number | Column => {
    const years = (period.to - period.from) / 12;
    switch (what.is) {
      case 'base':
        return (basePay ?? 0) * years;
      case 'pnl': {
        const found = pnl.get(what) ?? pnlOf(what, offer.pnl[what.scope] ?? 0, factors, model);
        pnl.set(what, found);
        return found(period);
      }
      case 'uptime': {
        if (outages === null || incidents === null) return 0;
        const {minutes} = outages(period);
        const open = incidents.minutesPerYear * years;
        return factors.kept(upName, PERIODS * period.from + period.to, into => {
          into.fill(1);
          addTimes(into, -1 / open, minutes);
          raise(into, 0);
        });
      }
      case 'longestIncident':
        return outages === null ? 0 : outages(period).longest;
      case 'deploymentTime': {
        const {median = 0, sigma = 0} = reliability?.deploymentTime ?? {};
        return lognormal('deployment time', factors, period, Math.log(median), sigma);
      }
      case 'cost': {
        const {perYear = 0, sigma = 0} = reliability?.cost ?? {};
        return lognormal(
          'cost of systems',
          factors,
          period,
          Math.log(perYear * years) - sigma ** 2 / 2,
          sigma,
        );
      }
      case 'price': {
        const [growth, volatility] =
          what.of === 'share'
            ? [model.shareGrowth, model.shareVolatility]
            : [model.fundGrowth, model.fundVolatility];
        return priceOf({name: what.of, growth, volatility, today: 1}, period, factors);
      }
      case 'fx': {
        const today = fx?.[what.from] ?? 0;
        const name = `${ALONE}fx ${what.from}`;
        return priceOf(
          {name, growth: 0, volatility: model.fxVolatility, today},
          {from: 0, to: period.to},
          factors,
        );
      }
    }
  };
  return {
    paths: factors.paths,
    left,
    exit,
    until: monthsOf(model),
    observe,
    generosity: ({to}) => {
      const year = Math.max(0, Math.ceil(to / 12) - 1);
      const drawn = factors.linked('generosity', year);
      return factors.kept('generosity, as paid', year, into => {
        into.fill(model.generosity);
        addTimes(into, model.generositySpread, drawn);
        raise(into, 0);
      });
    },
  };
}

/** More months than anybody works: a period is known by two of them. */
const PERIODS = 4096;

/** Months of service that count: part of one does not. */
export function monthsOf({horizon}: Model): number {
  return Math.floor(12 * horizon + 1e-9);
}

interface Price {
  readonly name: string;
  /** On average, a year. */
  readonly growth: number;
  readonly volatility: number;
  readonly today: number;
}

/** A price at the end of a period over that at its beginning, times `today`: a geometric Brownian motion. */
function priceOf(
  {name, growth, volatility, today}: Price,
  {from, to}: Period,
  factors: Factors,
): number | Column {
  const years = (to - from) / 12;
  const drift = Math.log1p(growth) * years - (volatility ** 2 * years) / 2;
  if (years <= 0 || volatility === 0) return today * Math.exp(drift);
  const [before, after] = [factors.path(name, from), factors.path(name, to) as Column];
  return factors.kept(`price of ${name} from ${today}`, PERIODS * from + to, into => {
    into.fill(Math.log(today) + drift);
    addTimes(into, volatility, after);
    if (before !== null) addTimes(into, -volatility, before);
    apart(exponentials, into, 0);
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
  const drawn = factors.normal(`${name} by ${to - from}`, to);
  return factors.kept(`${name} of ${mu} and ${sigma} by ${to - from}`, to, into => {
    into.fill(mu);
    addTimes(into, sigma, drawn);
    apart(exponentials, into, 0);
  });
}
