import {normalQuantile} from '../../stats/index.ts';
import {EXITS, type Exit} from '../contract/contract.ts';
import {apart} from '../contract/columns.ts';
import type {Column} from '../contract/world.ts';
import type {Model} from './assumptions.ts';
import type {Factors} from './factors.ts';

/** How and when jobs end, on the paths of the block that was drawn last. */
export interface Survival {
  /** The month; Infinity where the job goes on. */
  readonly left: Column;
  /** The place in `EXITS`. */
  readonly exit: Uint8Array;
  /** Draws those of the block that the factors have begun, into the same columns. */
  draw(): void;
}

/** Exits that come by themselves, whatever the year is like, and those that come in bad years. */
const OWN = ['quit', 'cause'] as const satisfies readonly Exit[];
const LINKED = ['dismissed', 'podClosed'] as const satisfies readonly Exit[];

/**
 * The first exit of each path within some years. Each kind has a constant hazard. Of those that hang on the common factor a
 * year brings one where a linked normal number lies below the quantile of its chance (Vasicek 2002), in the month to which the
 * constant hazard would have come by then: the worse the year, the earlier. The same for all offers.
 */
export function survivalOf(model: Model, years: number, factors: Factors): Survival {
  const left = new Float64Array(factors.paths);
  const exit = new Uint8Array(factors.paths);
  const own = OWN.filter(kind => model[kind] > 0);
  const linked = LINKED.filter(kind => model[kind] > 0).map(kind => ({
    kind,
    months: monthlyThresholds(model[kind]),
  }));
  return {
    left,
    exit,
    draw() {
      left.fill(Infinity);
      for (const kind of own)
        apart(leave, {left, exit, kind}, factors.uniform(kind, 0), model[kind], 12 * years);
      for (const {kind, months} of linked)
        for (let year = 0; year < years; year++)
          apart(leaveInBadYear, {left, exit, kind}, factors.linked(kind, year), months, 12 * year);
    },
  };
}

type Ends = Pick<Survival, 'left' | 'exit'> & {readonly kind: Exit};

/** By a clock of constant hazard, of which a number from 0 to 1 says how far it went. */
function leave({left, exit, kind}: Ends, drawn: Column, chance: number, last: number): void {
  const hazard = -Math.log1p(-chance) / 12;
  const place = EXITS.indexOf(kind);
  for (let at = 0; at < drawn.length; at++) {
    const month = Math.max(1, Math.ceil(-Math.log1p(-(drawn[at] as number)) / hazard));
    if (month > last || month >= (left[at] as number)) continue;
    left[at] = month;
    exit[at] = place;
  }
}

function leaveInBadYear({left, exit, kind}: Ends, drawn: Column, months: Float64Array, begin: number): void {
  const worst = months[11] as number;
  const place = EXITS.indexOf(kind);
  for (let at = 0; at < drawn.length; at++) {
    const luck = drawn[at] as number;
    if (luck >= worst) continue;
    let month = begin + 1;
    while (luck >= (months[month - begin - 1] as number)) month++;
    if (month >= (left[at] as number)) continue;
    left[at] = month;
    exit[at] = place;
  }
}

/** Below which number of a year the exit came within one month, two, … twelve. */
function monthlyThresholds(chance: number): Float64Array {
  return Float64Array.from({length: 12}, (_, at) => normalQuantile(1 - (1 - chance) ** ((at + 1) / 12)));
}
