import {normalQuantile} from '../../stats/index.ts';
import {EXITS, type Exit} from '../contract/contract.ts';
import type {Column} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import type {Factors} from './factors.ts';

/** How and when jobs end, on the paths of a block: good until the next is asked for. */
export interface Survival {
  /** The month; Infinity where the job goes on. */
  readonly left: Column;
  /** The place in `EXITS`. */
  readonly exit: Uint8Array;
}

/** Exits that come by themselves, whatever the year is like, and those that come in bad years. */
const OWN = ['quit', 'cause'] as const satisfies readonly Exit[];
const LINKED = ['dismissed', 'podClosed'] as const satisfies readonly Exit[];

/**
 * Draws the first exit of each path within some years. Each kind has a constant hazard. Of those that hang on the common factor a
 * year brings one where a linked normal number lies below the quantile of its chance (Vasicek 2002), in the month to which the
 * constant hazard would have come by then: the worse the year, the earlier. The same for all offers.
 */
export function survivalOf(model: Model, years: number): (factors: Factors) => Survival {
  let [left, exit] = [new Float64Array(0), new Uint8Array(0)];
  const thresholds = LINKED.map(kind => monthlyThresholds(model[kind]));
  return factors => {
    if (left.length !== factors.paths)
      [left, exit] = [new Float64Array(factors.paths), new Uint8Array(factors.paths)];
    left.fill(Infinity);
    const end = (at: number, month: number, kind: Exit) => {
      if (month >= (left[at] as number)) return;
      left[at] = month;
      exit[at] = EXITS.indexOf(kind);
    };
    for (const kind of OWN) {
      const hazard = -Math.log1p(-model[kind]) / 12;
      if (hazard === 0) continue;
      const drawn = factors.uniform(kind);
      for (let at = 0; at < drawn.length; at++) {
        const month = Math.ceil(-Math.log1p(-(drawn[at] as number)) / hazard);
        if (month <= 12 * years) end(at, Math.max(1, month), kind);
      }
    }
    for (const [place, kind] of LINKED.entries()) {
      if (model[kind] === 0) continue;
      const months = thresholds[place] as Float64Array;
      const last = months[11] as number;
      for (let year = 0; year < years; year++) {
        const drawn = factors.linked(kind, year);
        for (let at = 0; at < drawn.length; at++) {
          const luck = drawn[at] as number;
          if (luck < last) end(at, 12 * year + 1 + months.findIndex(one => luck < one), kind);
        }
      }
    }
    return {left, exit};
  };
}

/** Below which number of a year the exit came within one month, two, … twelve. */
function monthlyThresholds(chance: number): Float64Array {
  return Float64Array.from({length: 12}, (_, at) => normalQuantile(1 - (1 - chance) ** ((at + 1) / 12)));
}
