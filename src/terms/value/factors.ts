import {fillNormal, fillUniform, numberedStreams, type Stream} from '../../stats/index.ts';
import {addTimes, apart, multiply} from '../contract/columns.ts';
import type {Column} from '../contract/world.ts';

/**
 * Chance, for a block of paths side by side. Each factor draws from streams of its own, one for each place in time and block:
 * neither another factor, nor a longer horizon, nor the order in which they are asked moves what is drawn. So all offers, and all
 * runs of one seed, meet the same worlds. A column that is given back is good until `begin`, and is not to be changed. Names are
 * made once and not at each call: thousands of calls of a run know their columns by them.
 */
export interface Factors {
  /** Takes up a block. */
  begin(block: number): void;
  readonly paths: number;
  /** A stream of a factor at a place in time, which the caller numbers: a year, a month. */
  stream(name: string, at: number): Stream;
  /** Uniform numbers from 0 to below 1, drawn once a block. */
  uniform(name: string, at: number): Column;
  /** Standard normal numbers that share no factor, drawn once a block. */
  normal(name: string, at: number): Column;
  /** The common factor in a year, counted from 0: standard normal. */
  common(year: number): Column;
  /** What of a factor a year brings: standard normal, of which a share `rho` of the variance is the common factor's. */
  linked(name: string, year: number): Column;
  /**
   * Where a factor stands after so many months: a Brownian path, of deviation 1 a year, from 0. Its years are `linked`, but for
   * those of the common factor and of an exchange rate, which are its own; its quarters and months share out the year by chance
   * of their own. Null at month 0.
   */
  path(name: string, month: number): Column | null;
  /** A column by a name of the caller's, filled once a block. */
  kept(name: string, at: number, fill: (into: Column) => void): Column;
}

/** The common factor itself; and factors that share nothing with it are named by this beginning. */
export const COMMON = 'common';
export const ALONE = 'alone ';

/** Places in time of one name: more than months times `PARTS` for fifty years. */
const PLACES = 2 ** 14;

/** The parts of a year and of a quarter are kept under one name, so many to a month. */
const PARTS = 16;

interface Kept {
  readonly column: Column;
  block: number;
}

/** Factors of blocks of so many paths; `rho` is the correlation of any two that are linked. */
export function factorsOf(seed: number, paths: number, rho: number): Factors {
  const byName = <T>(make: (name: string) => T) => {
    const known = new Map<string, T>();
    return (name: string): T => {
      const found = known.get(name) ?? make(name);
      known.set(name, found);
      return found;
    };
  };
  const columns = byName(() => new Map<number, Kept>());
  const streams = byName(name => numberedStreams(seed, name));
  const linkedName = byName(name => `${name}, linked`);
  const pathName = byName(name => `${name}, path`);
  const [common, own] = [Math.sqrt(rho), Math.sqrt(1 - rho)];
  let block = -1;

  const kept = (name: string, at: number, fill: (into: Column) => void): Column => {
    const named = columns(name);
    let found = named.get(at);
    if (found === undefined) {
      found = {column: new Float64Array(paths), block: -1};
      named.set(at, found);
    }
    if (found.block !== block) {
      found.block = block;
      fill(found.column);
    }
    return found.column;
  };
  const streamOf = (name: string, at: number) => streams(name)((block * PLACES + at) | 0);
  const normal = (name: string, at: number) =>
    kept(name, at, into => apart(fillNormal, streamOf(name, at), into));
  const linked = (name: string, year: number) => {
    const alone = normal(name, year);
    if (rho === 0) return alone;
    const shared = normal(COMMON, year);
    return kept(linkedName(name), year, into => mix(into, [common, shared], [own, alone]));
  };
  const path = (name: string, month: number): Column | null => {
    if (month <= 0) return null;
    const step = month % 12 === 0 ? 12 : month % 3 === 0 ? 3 : 1;
    if (step === 12) {
      const [before, year] = [path(name, month - 12), month / 12 - 1];
      const more = name === COMMON || name.startsWith(ALONE) ? normal(name, year) : linked(name, year);
      return before === null ? more : kept(pathName(name), month, into => mix(into, [1, before], [1, more]));
    }
    const span = step === 3 ? 12 : 3;
    const begin = Math.floor(month / span) * span;
    return kept(pathName(name), month, into => {
      const [from, to] = [path(name, begin), path(name, begin + span) as Column];
      // Years are drawn by their place, of which there are fewer than months: parts lie beyond them.
      const parts = Array.from({length: span / step}, (_, part) =>
        normal(name, PARTS * (PARTS + begin) + part + (step === 1 ? PARTS / 2 : 0)),
      );
      bridge(into, {from, to, parts, count: (month - begin) / step, deviation: Math.sqrt(step / 12)});
    });
  };
  return {
    paths,
    begin(next) {
      block = next;
    },
    stream: streamOf,
    uniform: (name, at) => kept(name, at, into => apart(fillUniform, streamOf(name, at), into)),
    normal,
    common: year => normal(COMMON, year),
    linked,
    path,
    kept,
  };
}

interface Bridge {
  readonly from: Column | null;
  readonly to: Column;
  /** Standard normal numbers, one for each of the equal parts. */
  readonly parts: readonly Column[];
  /** How many of the parts have passed. */
  readonly count: number;
  /** Of one part. */
  readonly deviation: number;
}

/** Where a Brownian path stands after some of the equal parts between two known places. */
function bridge(into: Column, {from, to, parts, count, deviation}: Bridge): void {
  const share = count / parts.length;
  into.fill(0);
  for (let place = 0; place < parts.length; place++)
    addTimes(into, deviation * ((place < count ? 1 : 0) - share), parts[place] as Column);
  addTimes(into, share, to);
  if (from !== null) addTimes(into, 1 - share, from);
}

function mix(into: Column, [a, one]: readonly [number, Column], [b, other]: readonly [number, Column]): void {
  multiply(into, one, a);
  addTimes(into, b, other);
}
