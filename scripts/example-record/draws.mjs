// Random draws that are the same on every machine: one stream for each name, so that a change to one part of the
// example leaves the others as they are.

/** @typedef {ReturnType<typeof draws>} Draws */

/** @param {string} name */
export function draws(name) {
  let state = hash(`parley example record/${name}`);
  /** A number from 0 to below 1: the mulberry32 generator. */
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  /** Standard normal, by Box and Muller. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  return {
    unit,
    normal,
    /** @param {number} from @param {number} to */
    between: (from, to) => from + (to - from) * unit(),
    /** @param {number} median @param {number} sigma */
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    /** Student's t with four degrees of freedom, scaled to variance 1: the tails of daily returns are fat. */
    fat: () => normal() / Math.sqrt(-Math.log((1 - unit()) * (1 - unit()))),
    /** @param {number} mean */
    poisson: mean => {
      let count = 0;
      const left = Math.exp(-mean);
      for (let product = unit(); product > left; product *= unit()) count++;
      return count;
    },
    /**
     * @template T
     * @param {readonly T[]} list
     */
    pick: list => {
      const picked = list[Math.floor(unit() * list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    /** @param {number} length @param {string} [alphabet] */
    code: (length, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789') =>
      Array.from({length}, () => alphabet[Math.floor(unit() * alphabet.length)]).join(''),
  };
}

/** FNV-1a. @param {string} text */
function hash(text) {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
