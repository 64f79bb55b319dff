import {
  all,
  type Contract,
  defer,
  discretion,
  equalParts,
  EXITS,
  forfeit,
  none,
  pay,
  repay,
  scale,
  schedule,
  when,
} from '../../../src/terms/contract/contract.ts';
import type {PnlBase} from '../../../src/terms/contract/observable.ts';
import {assumptionsOf, type Model, modelOf} from '../../../src/terms/value/assumptions.ts';
import type {Reliability, ValuedOffer} from '../../../src/terms/value/types.ts';
import {type OfferValue, valueOffers, type ValueOptions} from '../../../src/terms/value/valuation.ts';

/** A world in which nothing happens, but for what is told: `quiet({quit: 0.15})`. */
export function quiet(but: Partial<Model> = {}): Model {
  return {
    ...modelOf(assumptionsOf()),
    horizon: 10,
    discountRate: 0,
    quit: 0,
    dismissed: 0,
    cause: 0,
    podClosed: 0,
    commonFactor: 0,
    generositySpread: 0,
    ...but,
  };
}

/** The assumptions as they are shipped, but for some. */
export function usual(but: Partial<Model> = {}): Model {
  return {...modelOf(assumptionsOf()), ...but};
}

/** What a single offer is worth. */
export function valued(of: ValuedOffer, options: ValueOptions): OfferValue {
  const [value] = valueOffers([of], options).offers;
  if (value === undefined) throw new Error('no offer was valued');
  return value;
}

export function offer(
  id: string,
  terms: Readonly<Record<string, Contract>>,
  more: Partial<ValuedOffer> = {},
): ValuedOffer {
  return {
    id,
    terms: Object.entries(terms).map(([name, contract]) => ({name, contract})),
    basePay: 200_000,
    pnl: {},
    reliability: null,
    net: null,
    ...more,
  };
}

export const podPnl = {is: 'pnl', scope: 'pod', netting: 'within', costs: 'none', carry: 'none'} as const;
export const carried = {...podPnl, carry: 'forward'} as const satisfies PnlBase & {readonly is: 'pnl'};

/** Six incidents a year, half of them under five market minutes. */
export const reliability: Reliability = {
  incidents: {
    rate: {perYear: 6},
    durations: {name: 'lognormal', mu: Math.log(5), sigma: 1},
    longest: 390,
    minutesPerYear: 98_280,
  },
  deploymentTime: {median: 30, sigma: 0.5},
  cost: {perYear: 2_000_000, sigma: 0.2},
};

const quarterly = {every: 3, times: 16};
const passes = {is: 'atLeast', what: {is: 'uptime'}, bound: 0.9999} as const;
const isQuiet = {is: 'atMost', what: {is: 'longestIncident'}, bound: 15} as const;

/** Eight terms over four years, of which what is earned by the year or the quarter is deferred by 40%. */
export const flagship = offer(
  'flagship',
  {
    base: forfeit(EXITS, schedule({every: 1, times: 48}, pay({is: 'base'}))),
    bonus: forfeit(
      EXITS,
      defer(
        0.4,
        equalParts(3, 12),
        all(
          schedule({every: 12, times: 1}, pay(100_000)),
          schedule({from: 12, every: 12, times: 3}, discretion(none, pay(100_000))),
        ),
      ),
    ),
    'on call': forfeit(EXITS, schedule(quarterly, all(pay(7500), when(isQuiet, pay(5000))))),
    milestone: forfeit(EXITS, when({is: 'atMost', what: {is: 'deploymentTime'}, bound: 45}, pay(50_000, 12))),
    participation: forfeit(
      EXITS,
      defer(
        0.4,
        equalParts(3, 12),
        schedule({every: 12, times: 4}, scale(0.025, pay({is: 'max', of: [0, carried]}))),
      ),
    ),
    escalator: forfeit(
      EXITS,
      schedule(
        quarterly,
        pay({is: 'product', of: [0.005, {is: 'base'}, {is: 'count', every: 3, test: passes}]}),
      ),
    ),
    'sign-on': repay(['quit', 'cause'], {full: 12, until: 24}, pay(60_000)),
    guarantee: forfeit(['quit', 'cause'], schedule({every: 12, times: 1}, pay(20_000))),
  },
  {pnl: {pod: 2_000_000}, reliability},
);
