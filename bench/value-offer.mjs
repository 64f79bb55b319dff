// The full offer of the flagship in terms: base pay, a bonus that is guaranteed for a year and then meant, on-call pay with more
// for quiet quarters, a milestone, a share of a pod's PnL with losses carried, base pay that rises with uptime, and a sign-on
// that is repaid; bonus and share are deferred by 40% over three years.
import {
  all,
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
} from '../dist/lib/terms/contract/contract.js';

const quarters = {every: 3, times: 16};
/** @type {import('../src/terms/index.ts').Observed} */
const pod = {is: 'pnl', scope: 'pod', netting: 'within', costs: 'none', carry: 'forward'};
/** @type {import('../src/terms/index.ts').Predicate} */
const passes = {is: 'atLeast', what: {is: 'uptime'}, bound: 0.9999};
/** @type {import('../src/terms/index.ts').Predicate} */
const isQuiet = {is: 'atMost', what: {is: 'longestIncident'}, bound: 15};
/** @type {import('../src/terms/index.ts').Predicate} */
const isFast = {is: 'atMost', what: {is: 'deploymentTime'}, bound: 45};
/** @param {import('../src/terms/index.ts').Contract} of */
const deferred = of => defer(0.4, equalParts(3, 12), of);

/** @type {import('../src/terms/index.ts').ValuedOffer} */
export const flagship = {
  id: 'flagship',
  terms: Object.entries({
    base: forfeit(EXITS, schedule({every: 1, times: 48}, pay({is: 'base'}))),
    bonus: forfeit(
      EXITS,
      deferred(
        all(
          schedule({every: 12, times: 1}, pay(100_000)),
          schedule({from: 12, every: 12, times: 3}, discretion(none, pay(100_000))),
        ),
      ),
    ),
    onCall: forfeit(EXITS, schedule(quarters, all(pay(7500), when(isQuiet, pay(5000))))),
    milestone: forfeit(EXITS, schedule({every: 12, times: 1}, when(isFast, pay(50_000)))),
    participation: forfeit(EXITS, deferred(schedule(quarters, scale(0.025, pay({is: 'max', of: [0, pod]}))))),
    escalator: forfeit(
      EXITS,
      schedule(
        quarters,
        pay({is: 'product', of: [0.005, {is: 'base'}, {is: 'count', every: 3, test: passes}]}),
      ),
    ),
    signOn: repay(['quit'], {full: 12, until: 24}, pay(60_000)),
  }).map(([name, contract]) => ({name, contract})),
  basePay: 200_000,
  pnl: {pod: 2_000_000},
  reliability: {
    incidents: {
      rate: {perYear: 6},
      durations: {name: 'lognormal', mu: Math.log(5), sigma: 1},
      longest: 390,
      minutesPerYear: 98_280,
    },
    deploymentTime: {median: 30, sigma: 0.5},
    cost: null,
  },
  net: null,
};

/** What the other program takes for granted too: the assumptions that are shipped, but for a dismissal for cause. */
export const model = {
  horizon: 4,
  riskAversion: 2,
  wealth: 2,
  discountRate: 0.05,
  quit: 0.15,
  dismissed: 0.05,
  cause: 0,
  podClosed: 0.05,
  commonFactor: 0.5,
  podSharpe: 1,
  generosity: 1,
  generositySpread: 0.4,
  shareGrowth: 0.05,
  shareVolatility: 0.35,
  fundGrowth: 0.08,
  fundVolatility: 0.08,
  fxVolatility: 0.08,
  incidentsPerYear: 6,
  incidentMinutes: 10,
  incidentSpread: 1,
};
