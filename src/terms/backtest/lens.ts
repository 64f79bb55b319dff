import type {Known} from '../../figure/index.ts';
import type {Composed} from '../compose/composed.ts';
import type {Observed} from '../contract/observable.ts';
import type {Period} from '../contract/world.ts';
import {isWithin, type Lens} from '../years/reading.ts';
import {bare, leaf, NOTHING, plus, type Sum, times} from '../years/sum.ts';
import {observedIn, observedName, type ObservedQuarter, together} from './observed.ts';

/**
 * The record as a lens: what was observed decides every test; what nobody observed passes none and pays nothing, and an employer that
 * may choose is taken to have paid the least. With `isPassing` every test passes: what would have been paid.
 */
export function recordLens(
  {figures, pnl}: Composed,
  quarters: readonly ObservedQuarter[],
  isPassing = false,
): Lens {
  const places = new Map<Known, number>();
  const first = figures.length + Object.keys(pnl).length;
  const placeOf = (figure: Known) => {
    const at = places.get(figure) ?? first + places.size;
    places.set(figure, at);
    return at;
  };
  const sumOf = (what: Observed, period: Period): Sum => {
    const name = observedName(what);
    const found = name === null ? null : observedIn(quarters, name, period);
    if (name === null || found === null) return NOTHING;
    const leaves = found.figures.map(figure => leaf(figure, placeOf(figure)));
    if (name === 'longestIncident') return bare(found.value);
    const sum = leaves.reduce<Sum>(plus, NOTHING);
    const isMean = together(name, [1, 1]) === 1;
    return isMean ? times(sum, bare(1 / leaves.length)) : sum;
  };
  return {
    share: () => 0,
    observe: sumOf,
    passes(test, period, value) {
      if (isPassing) return true;
      const name = typeof test.what === 'number' || !('is' in test.what) ? null : nameOf(test.what);
      const found = name === null ? null : observedIn(quarters, name, period);
      return found !== null && isWithin(test, found.value, value(test.bound));
    },
  };
}

function nameOf(what: {readonly is: string}) {
  return observedName(what as Observed);
}
