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

/** Places in time of one name, and more years or months than anybody works. */
const PLACES = 2 ** 14;
const MONTHS = 4096;

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
    if (month % 12 === 0) {
      const before = path(name, month - 12);
      const year = month / 12 - 1;
      const more = name === COMMON || name.startsWith(ALONE) ? normal(name, year) : linked(name, year);
      return before === null ? more : kept(pathName(name), month, into => mix(into, [1, before], [1, more]));
    }
    const {from, to} = between(month);
    return kept(pathName(name), month, into => {
      const share = (month - from) / (to - from);
      const deviation = Math.sqrt(((1 - share) * (month - from)) / 12);
      multiply(into, path(name, to) as Column, share);
      const before = path(name, from);
      if (before !== null) addTimes(into, 1 - share, before);
      // Years are drawn by their place, of which there are fewer than this.
      addTimes(into, deviation, normal(name, MONTHS + month));
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

/** The months between which another is drawn by a Brownian bridge: years are halved, and their halves; a quarter has three parts. */
function between(month: number): {readonly from: number; readonly to: number} {
  const within = month % 12;
  if (within % 3 === 0)
    return within === 6 ? {from: month - 6, to: month + 6} : {from: month - 3, to: month + 3};
  return {from: month - 1, to: month % 3 === 1 ? month + 2 : month + 1};
}

function mix(into: Column, [a, one]: readonly [number, Column], [b, other]: readonly [number, Column]): void {
  multiply(into, one, a);
  addTimes(into, b, other);
}
