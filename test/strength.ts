/**
 * How hard what rests on chance is tried: at full strength by `npm run calibrate`, at a tenth in the suite. What a count
 * may be follows from how many were drawn, so that both hold the code to the same law.
 */
const FULL = process.env['CALIBRATE'] !== undefined;

/** How many of `full` draws are made here, e.g. 1,000 of them in `npm run calibrate` and 100 in the suite. */
export function times(full: number): number {
  return FULL ? full : Math.ceil(full / 10);
}

/** At full strength all of them; else so many that each part of one, e.g. a sign or a grouping, is in one of them. */
export function eachPart<T extends {readonly parts: readonly string[]}>(all: readonly T[]): readonly T[] {
  if (FULL) return all;
  const met = new Set<string>();
  const news = ({parts}: T) => parts.filter(part => !met.has(part)).length;
  // Those first that bring two parts which none before has.
  return [2, 1].flatMap(least =>
    all.filter(one => {
      const isNew = news(one) >= least;
      if (isNew) for (const part of one.parts) met.add(part);
      return isNew;
    }),
  );
}

/** The chance with which a test of a true law fails at either end, were its seed not fixed. */
const FALSE_ALARM = 1e-6;

/** As many standard errors as a normal mean strays to one side with a chance of one in a million. */
export const ERRORS = 4.753424;

/**
 * How many of `trials` hold, where each does with a chance of `least` to `most`, but for one run in a million at
 * either end: of 1,000 with 0.92 to 0.98, from 876 to 997.
 */
export function held(
  trials: number,
  least: number,
  most = least,
): {readonly fewest: number; readonly most: number} {
  return {fewest: quantile(trials, least), most: trials - quantile(trials, 1 - most)};
}

/** The least count of a binomial law below which less than a chance of FALSE_ALARM lies. */
function quantile(trials: number, chance: number): number {
  let log = trials * Math.log1p(-chance);
  let below = 0;
  for (let count = 0; count < trials; count++) {
    below += Math.exp(log);
    if (below > FALSE_ALARM) return count;
    log += Math.log((trials - count) / (count + 1)) + Math.log(chance / (1 - chance));
  }
  return trials;
}
