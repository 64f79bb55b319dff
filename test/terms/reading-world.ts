import {valueOf} from '../../src/figure/index.ts';
import type {Composed} from '../../src/terms/compose/composed.ts';
import type {World} from '../../src/terms/contract/world.ts';
import type {Reading} from '../../src/terms/years/reading.ts';
import {FOREVER} from './contract/worlds.ts';

/**
 * The one path on which contracts pay what a reading says: somebody who stays, and an employer that pays the least or what was meant.
 * What is only claimed no path pays.
 */
export function readingWorld(reading: Exclude<Reading, 'claimed'>, {pnl}: Composed): World {
  const isFree = reading === 'target';
  return {
    paths: 1,
    left: Float64Array.of(FOREVER),
    exit: Uint8Array.of(0),
    observe(what, {from, to}) {
      if (what.is === 'price') return what.of === 'share' && reading === 'guaranteed' ? 0 : 1;
      if (what.is === 'pnl') {
        const named = pnl[what.scope];
        return isFree && named !== undefined ? (valueOf(named) * (to - from)) / 12 : 0;
      }
      return Number.NaN;
    },
    generosity: () => (isFree ? 1 : 0),
  };
}
