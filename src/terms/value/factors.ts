import {fillNormal, fillUniform, type Stream, stream} from '../../stats/index.ts';
import type {Column} from '../contract/world.ts';

/**
 * Chance, for a block of paths side by side. Each factor draws from streams of its own, one for each year and block: neither
 * another factor, nor a longer horizon, nor the order in which they are asked moves what is drawn. So all offers, and all runs
 * of one seed, meet the same worlds. A column that is given back is good until `begin`, and is not to be changed.
 */
export interface Factors {
  /** Takes up a block. */
  begin(block: number): void;
  readonly paths: number;
  stream(name: string): Stream;
  /** Uniform numbers from 0 to below 1, drawn once a block. */
  uniform(name: string): Column;
  /** Standard normal numbers that share no factor, drawn once a block. */
  normal(name: string): Column;
  /** The common factor in a year, counted from 0: standard normal. */
  common(year: number): Column;
  /** What of a factor a year brings: standard normal, of which a share `rho` of the variance is the common factor's. */
  linked(name: string, year: number): Column;
  /**
   * Where a factor stands after so many months: a Brownian path, of deviation 1 a year, from 0. Its years are `linked` where
   * `isLinked`, and its quarters and months share out the year by chance of their own. Null at month 0.
   */
  path(name: string, isLinked: boolean, month: number): Column | null;
  /** A column by a name of the caller's, filled once a block. */
  kept(name: string, fill: (into: Column) => void): Column;
}

/** Factors of blocks of so many paths; `rho` is the correlation of any two that are linked. */
export function factorsOf(seed: number, paths: number, rho: number): Factors {
  const columns = new Map<string, {readonly column: Column; block: number}>();
  const [common, own] = [Math.sqrt(rho), Math.sqrt(1 - rho)];
  let block = -1;

  const kept = (name: string, fill: (into: Column) => void): Column => {
    let found = columns.get(name);
    if (found === undefined) {
      found = {column: new Float64Array(paths), block: -1};
      columns.set(name, found);
    }
    if (found.block !== block) {
      found.block = block;
      fill(found.column);
    }
    return found.column;
  };
  const streamOf = (name: string) => stream(seed, `${name}, block ${block}`);
  const normal = (name: string) => kept(name, into => fillNormal(streamOf(name), into));
  const yearOf = (name: string, year: number) => normal(`${name}, year ${year}`);
  const commonOf = (year: number) => yearOf('common', year);
  const linked = (name: string, year: number) => {
    const alone = yearOf(name, year);
    if (rho === 0) return alone;
    const shared = commonOf(year);
    return kept(`${name}, linked, year ${year}`, into => {
      for (let at = 0; at < into.length; at++)
        into[at] = common * (shared[at] as number) + own * (alone[at] as number);
    });
  };

  const path = (name: string, isLinked: boolean, month: number): Column | null => {
    if (month <= 0) return null;
    const step = month % 12 === 0 ? 12 : month % 3 === 0 ? 3 : 1;
    if (step === 12) {
      const [before, year] = [path(name, isLinked, month - 12), month / 12 - 1];
      const more = isLinked ? linked(name, year) : yearOf(name, year);
      return before === null
        ? more
        : kept(`${name} ${isLinked} at ${month}`, into => sum(before, more, into));
    }
    const span = step === 3 ? 12 : 3;
    const begin = Math.floor(month / span) * span;
    return kept(`${name} ${isLinked} at ${month}`, into => {
      const [from, to] = [path(name, isLinked, begin), path(name, isLinked, begin + span) as Column];
      bridge(from, to, partsOf(name, begin, span, step), (month - begin) / step, step, into);
    });
  };
  /** How the parts of a year, or of a quarter, stray from each other. */
  const partsOf = (name: string, begin: number, span: number, step: number) =>
    Array.from({length: span / step}, (_, part) =>
      normal(`${name}, ${begin} to ${begin + span}, part ${part}`),
    );

  return {
    paths,
    begin(next) {
      block = next;
    },
    stream: streamOf,
    uniform: name => kept(name, into => fillUniform(streamOf(name), into)),
    normal,
    common: commonOf,
    linked,
    path,
    kept,
  };
}

/** Where a Brownian path stands after some of the equal parts between two known places. */
function bridge(
  from: Column | null,
  to: Column,
  parts: readonly Column[],
  count: number,
  months: number,
  into: Column,
): void {
  const deviation = Math.sqrt(months / 12);
  const share = count / parts.length;
  for (let at = 0; at < into.length; at++) {
    const begin = from === null ? 0 : (from[at] as number);
    let [some, whole] = [0, 0];
    for (let part = 0; part < parts.length; part++) {
      const one = (parts[part] as Column)[at] as number;
      whole += one;
      if (part < count) some += one;
    }
    into[at] = begin + share * ((to[at] as number) - begin) + deviation * (some - share * whole);
  }
}

function sum(one: Column, other: Column, into: Column): void {
  for (let at = 0; at < into.length; at++) into[at] = (one[at] as number) + (other[at] as number);
}
