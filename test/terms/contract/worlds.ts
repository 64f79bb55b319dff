import * as fc from 'fast-check';
import {type Contract, type Exit, EXITS} from '../../../src/terms/contract/contract.ts';
import type {Observable, Observed, Predicate} from '../../../src/terms/contract/observable.ts';
import type {World} from '../../../src/terms/contract/world.ts';

export const FOREVER = Infinity;

/** A world of a few paths, each told by when and how the job ends; what is observed is `observe`'s to say, by path. */
export function worldOf(
  ends: readonly (readonly [left: number, exit: Exit])[],
  observe: (what: Observed, path: number, period: {from: number; to: number}) => number = () => 0,
  generosity: (path: number) => number = () => 1,
): World {
  const columns = (of: (path: number) => number) => Float64Array.from(ends, (_, path) => of(path));
  return {
    paths: ends.length,
    left: columns(path => ends[path]?.[0] ?? FOREVER),
    exit: Uint8Array.from(ends, ([, exit]) => EXITS.indexOf(exit)),
    observe: (what, period) => columns(path => observe(what, path, period)),
    generosity: () => columns(generosity),
  };
}

/** A number that hangs on all of what is asked, the same each time: from -1 to 1. */
function chance(...of: readonly unknown[]): number {
  let hash = 17;
  for (const sign of JSON.stringify(of)) hash = (Math.imul(hash, 31) + sign.charCodeAt(0)) | 0;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) / 2 ** 31;
}

const ends = fc.tuple(
  fc.oneof(fc.constant(FOREVER), fc.integer({min: 1, max: 48})),
  fc.constantFrom(...EXITS),
);
export const worlds: fc.Arbitrary<World> = fc
  .tuple(fc.array(ends, {minLength: 1, maxLength: 5}), fc.integer())
  .map(([of, seed]) =>
    worldOf(
      of,
      (what, path, period) => {
        const drawn = chance(seed, what, path, period);
        return what.is === 'uptime' || what.is === 'price' ? Math.abs(drawn) : drawn * 1e6;
      },
      path => 1 + chance(seed, path),
    ),
  );

const months = fc.integer({min: 0, max: 36});
const pnl = fc.constant<Observed>({is: 'pnl', scope: 'pod', netting: 'within', costs: null, carry: null});
const {observables, predicates} = fc.letrec<{observables: Observable; predicates: Predicate}>(tie => ({
  observables: fc.oneof(
    {depthSize: 'small'},
    fc.integer({min: -100_000, max: 100_000}),
    pnl,
    fc.constantFrom<Observable>({is: 'base'}, {is: 'uptime'}, {is: 'tenure'}, {is: 'longestIncident'}),
    fc.record({
      is: fc.constantFrom('sum' as const, 'min' as const, 'max' as const),
      of: fc.array(tie('observables'), {minLength: 1, maxLength: 3}),
    }),
    fc.record({is: fc.constant('count' as const), every: fc.constantFrom(3, 12), test: tie('predicates')}),
  ),
  predicates: fc.oneof(
    {depthSize: 'small'},
    fc.record({
      is: fc.constantFrom('atLeast' as const, 'atMost' as const),
      what: tie('observables'),
      bound: tie('observables'),
    }),
    fc.record({is: fc.constant('not' as const), test: tie('predicates')}),
    fc.record({
      is: fc.constantFrom('both' as const, 'either' as const),
      of: fc.array(tie('predicates'), {minLength: 1, maxLength: 2}),
    }),
  ),
}));
export {observables};

const exits = fc.uniqueArray(fc.constantFrom(...EXITS), {minLength: 1});
const vesting = fc
  .array(fc.tuple(fc.integer({min: 0, max: 24}), fc.integer({min: 1, max: 9})), {minLength: 1, maxLength: 4})
  .map(parts => {
    const whole = parts.reduce((sum, [, part]) => sum + part, 0);
    return parts.map(([after, part]) => ({after, part: part / whole}));
  });

export const contracts: fc.Arbitrary<Contract> = fc.letrec<{contract: Contract}>(tie => {
  const of = tie('contract');
  return {
    contract: fc.oneof(
      {depthSize: 'small'},
      fc.constant<Contract>({is: 'none'}),
      fc.record({is: fc.constant('pay' as const), amount: observables, after: months}),
      fc.record({is: fc.constant('all' as const), of: fc.array(of, {maxLength: 3})}),
      fc.record({is: fc.constant('scale' as const), by: fc.integer({min: -3, max: 3}), of}),
      fc.record({is: fc.constant('if' as const), test: predicates, yes: of, no: of}),
      fc.record({
        is: fc.constant('schedule' as const),
        from: months,
        every: fc.constantFrom(1, 3, 12),
        times: fc.integer({min: 0, max: 4}),
        of,
      }),
      fc.record({
        is: fc.constant('defer' as const),
        share: fc.double({min: 0, max: 1, noNaN: true}),
        above: fc.constantFrom(null, null, 0, 500),
        vesting,
        into: fc.constantFrom('cash' as const, 'fund' as const),
        of,
      }),
      fc.record({is: fc.constant('forfeit' as const), on: exits, of}),
      fc.record({
        is: fc.constant('repay' as const),
        on: exits,
        taper: fc.constantFrom({full: 12, until: 24}, {full: 0, until: 6}),
        of,
      }),
      fc.record({
        is: fc.constant('choose' as const),
        by: fc.constant('me' as const),
        of: fc.array(of, {minLength: 1, maxLength: 3}),
      }),
      fc.record({
        is: fc.constant('choose' as const),
        by: fc.constant('employer' as const),
        least: fc.constant<Contract>({is: 'none'}),
        most: of,
        target: fc.double({min: 0, max: 1, noNaN: true}),
      }),
    ),
  };
}).contract;
