import {valueOf} from '../../figure/index.ts';
import {type AssumptionName, ASSUMPTIONS, type Assumptions, cornersOf, modelOf} from '../value/assumptions.ts';
import type {ValuedOffer} from '../value/types.ts';
import {FEWER_PATHS, valueOffers} from '../value/valuation.ts';

/** One assumption at another value, and what the offers are worth then. */
export interface Corner {
  readonly assumption: AssumptionName;
  readonly from: number;
  readonly to: number;
  readonly order: readonly string[];
  /** What each offer is worth for certain, by its id. */
  readonly certain: Readonly<Record<string, number>>;
}

/** Every assumption at both of its corners, one at a time, on fewer paths. */
export function cornersAround(
  offers: readonly ValuedOffer[],
  assumptions: Assumptions,
  seed: number,
  onDone?: (done: number, all: number) => void,
): readonly Corner[] {
  const model = modelOf(assumptions);
  const asked = ASSUMPTIONS.flatMap(assumption => {
    const from = valueOf(assumptions[assumption]);
    return cornersOf(assumption, from)
      .filter(to => to !== from)
      .map(to => ({assumption, from, to}));
  });
  return asked.map(({assumption, from, to}, at) => {
    const {order, offers: valued} = valueOffers(offers, {
      seed,
      model: {...model, [assumption]: to},
      paths: FEWER_PATHS,
    });
    onDone?.(at + 1, asked.length);
    return {
      assumption,
      from,
      to,
      order,
      certain: Object.fromEntries(valued.map(({id, certain}) => [id, certain])),
    };
  });
}
