import type {Contract} from '../contract/contract.ts';
import type {Observable, Predicate} from '../contract/observable.ts';
import {type AssumptionName, ASSUMPTIONS, cornersOf, type Model} from './assumptions.ts';
import {certainsOf, compared, FEWER_PATHS} from './certain.ts';
import type {Run} from './payoffs.ts';
import type {ValuedOffer} from './types.ts';
import type {Valuation} from './valuation.ts';

/** One assumption at one of its corners, all others as they are. */
export interface Corner {
  readonly assumption: AssumptionName;
  readonly from: number;
  readonly to: number;
  /** Ids, the best first, by `certain` there. */
  readonly order: readonly string[];
  /** In the order of the offers. */
  readonly certain: readonly number[];
}

/** How far what offers are worth hangs on the assumptions. */
export interface Corners {
  readonly paths: number;
  /** The order without a change, on the same paths. */
  readonly order: readonly string[];
  /** Both corners of every assumption that any of the offers hangs on. */
  readonly corners: readonly Corner[];
  /** Those that turn the order. */
  readonly turns: readonly Corner[];
  /** The least and the greatest `certain` of each offer over all corners and none. */
  readonly ranges: readonly {readonly id: string; readonly low: number; readonly high: number}[];
}

/** Values offers at every corner of the assumptions, one at a time and on the same paths: 16,384 of them unless told. */
export function cornersOfOffers(
  offers: readonly ValuedOffer[],
  {seed, model, paths = FEWER_PATHS}: Pick<Run, 'seed' | 'model'> & {readonly paths?: number},
): Corners {
  const among = compared(offers, {seed, model});
  const run = {seed, paths};
  const touched = new Set(
    among.offers.flatMap(({terms}) => terms.flatMap(({contract}) => [...touchedBy(contract)])),
  );
  const at = ASSUMPTIONS.filter(name => ALWAYS.has(name) || touched.has(name)).flatMap(assumption => {
    const from = model[assumption];
    return cornersOf(assumption, from)
      .filter(to => to !== from)
      .map(to => ({assumption, from, to, model: {...model, [assumption]: to} as Model}));
  });
  // Whoever bears the risk meets the same payoffs: they are drawn once for all who do.
  const borne = at.filter(({assumption}) => BORNE.has(assumption));
  const [plain = [], ...ofBorne] = certainsOf(among, [model, ...borne.map(one => one.model)], run);
  const orderBy = (certain: readonly number[]) =>
    offers
      .map(({id}, of) => ({id, certain: certain[of] as number}))
      .toSorted((one, other) => other.certain - one.certain)
      .map(({id}) => id);
  const order = orderBy(plain);
  const corners = at.map(({assumption, from, to, model: there}): Corner => {
    const place = borne.findIndex(one => one.model === there);
    const certain = (place < 0 ? certainsOf(among, [there], run)[0] : ofBorne[place]) ?? [];
    return {assumption, from, to, order: orderBy(certain), certain};
  });
  return {
    paths,
    order,
    corners,
    turns: corners.filter(corner => corner.order.some((id, place) => id !== order[place])),
    ranges: offers.map(({id}, of) => {
      const all = [plain, ...corners.map(({certain}) => certain)].map(certain => certain[of] as number);
      return {id, low: Math.min(...all), high: Math.max(...all)};
    }),
  };
}

/** So many standard errors a lead is to be ahead of nothing. */
const CERTAIN = 2;

/**
 * Whether one offer may be called better than another: not where the lead may be of the drawing alone. Where the range of either over
 * the assumptions is wider than its range over chance, from P10 to P90, every corner has to agree which it is; else the order decides.
 */
export function isDecided(valuation: Valuation, corners: Corners, a: string, b: string): boolean {
  const pair = valuation.beats.find(({a: one, b: other}) => [one, other].every(id => id === a || id === b));
  if (pair === undefined || a === b) throw new RangeError(`${a} and ${b} are no pair of the offers`);
  const {lead, standardError} = pair;
  if (Math.abs(lead) <= CERTAIN * standardError) return false;
  const isWider = valuation.offers.some(({id, p10, p90}) => {
    const range = corners.ranges.find(of => of.id === id && (id === a || id === b));
    return range !== undefined && range.high - range.low > p90 - p10;
  });
  if (!isWider) return true;
  const place = (id: string) => valuation.offers.findIndex(offer => offer.id === id);
  const [one, other] = [place(pair.a), place(pair.b)];
  return corners.corners.every(
    ({certain}) => Math.sign((certain[one] as number) - (certain[other] as number)) === Math.sign(lead),
  );
}

const BORNE: ReadonlySet<AssumptionName> = new Set(['riskAversion', 'wealth']);
const ALWAYS: ReadonlySet<AssumptionName> = new Set([...BORNE, 'horizon', 'discountRate', 'commonFactor']);
const EXITING: readonly AssumptionName[] = ['quit', 'dismissed', 'cause', 'podClosed'];

/** The assumptions that a contract hangs on, but for those that all do. */
function touchedBy(contract: Contract): ReadonlySet<AssumptionName> {
  const touched = new Set<AssumptionName>();
  const touch = (...names: readonly AssumptionName[]) => {
    for (const name of names) touched.add(name);
  };
  const look = (of: Contract | Observable | Predicate): void => {
    if (typeof of === 'number') return;
    switch (of.is) {
      case 'forfeit':
      case 'repay':
        touch(...EXITING);
        break;
      case 'defer':
        if (of.into === 'fund') touch('fundGrowth', 'fundVolatility');
        break;
      case 'choose':
        if (of.by === 'employer') touch('generosity', 'generositySpread');
        break;
      case 'pnl':
        touch('podSharpe');
        break;
      case 'price':
        if (of.of === 'share') touch('shareGrowth', 'shareVolatility');
        else touch('fundGrowth', 'fundVolatility');
        return;
      case 'fx':
        touch('fxVolatility');
        return;
      case 'uptime':
      case 'longestIncident':
        touch('incidentsPerYear', 'incidentMinutes', 'incidentSpread');
        return;
      default:
    }
    for (const part of Object.values(of) as readonly unknown[])
      for (const one of Array.isArray(part) ? part : [part])
        if (typeof one === 'object' && one !== null && 'is' in one) look(one as Contract);
  };
  look(contract);
  return touched;
}
