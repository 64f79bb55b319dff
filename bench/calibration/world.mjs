/**
 * A world that is known: four systems fail by chance, in bursts or together, six pods that share them earn a known mean
 * with noise, and an outage costs a known part of what hangs on it. What is lost in the long run has a closed form.
 *
 * @typedef {import('./coverage.mjs').Library} Library
 * @typedef {import('./coverage.mjs').Stream} Stream
 * @typedef {import('../../src/stats/index.ts').DurationLaw} DurationLaw
 * @typedef {{low: number, mode: number, high: number}} Range
 * @typedef {{rate: number, systems: readonly string[]}} Kind outages a year that take these systems down together
 * @typedef {{system: string, start: number, end: number}} Outage in sessions since the record began
 *
 * @typedef {{
 *   before: number,
 *   after: number,
 *   law: DurationLaw,
 *   control?: number,
 *   bursts?: number,
 *   together?: number,
 *   given?: Range,
 *   noise?: number,
 * }} World
 *   `before`, `after`: outages a year of the four systems in all; `control`: of the control in each year; `law`: their
 *   minutes. `bursts`: variance over mean of the counts of a quarter. `together`: how often an outage takes a second
 *   system with it for as long. `given`: the range that its owner states, from which the true loss given outage comes.
 *   `noise`: the deviation of a day's PnL over its mean
 */

/** Which pods hang on a system and by how much, and its part of all outages. */
export const SYSTEMS = {
  router: {part: 0.35, pods: {alpha: 1, beta: 0.8, gamma: 0.6, delta: 0.9}},
  prices: {part: 0.3, pods: {alpha: 0.7, beta: 1, gamma: 1, epsilon: 1}},
  gateway: {part: 0.2, pods: {gamma: 0.5, delta: 1, zeta: 1}},
  archive: {part: 0.15, pods: {beta: 0.3, zeta: 0.4}},
};
export const CONTROL = 'legacy';

/** Expected PnL a day. */
const DAILY = {alpha: 400_000, beta: 250_000, gamma: 150_000, delta: 90_000, epsilon: 60_000, zeta: 30_000};
export const PODS = Object.entries(DAILY);

/** The part of a day's noise that all pods share. */
const COMMON = 0.3;

/** Minutes of a session, and the sessions of the year by which rates are told. */
const [SESSION, YEAR] = [390, 250];
const QUARTER = YEAR / 4;

/** Sessions before a record in which an outage may start that reaches into it. */
const EARLIER = 10;

/** @param {World} world @param {number} rate outages a year @returns {readonly Kind[]} */
function kindsOf({together = 0}, rate) {
  return Object.entries(SYSTEMS).flatMap(([system, {part}]) => {
    const others = Object.keys(SYSTEMS).filter(other => other !== system);
    return [
      {rate: rate * part * (1 - together), systems: [system]},
      ...others.map(other => ({rate: (rate * part * together) / others.length, systems: [system, other]})),
    ].filter(({rate: own}) => own > 0);
  });
}

/**
 * Outages between two sessions of a record, with those that began shortly before.
 *
 * @param {Library} of @param {World} world @param {readonly Kind[]} kinds @param {Stream} from
 * @param {readonly [number, number]} within @returns {readonly Outage[]}
 */
function outagesOf(of, {bursts = 1, law}, kinds, from, [first, last]) {
  const mean = kinds.reduce((sum, {rate}) => sum + rate, 0) / 4;
  /** @type {Outage[]} */
  const found = [];
  for (let quarter = first; quarter < last; quarter += QUARTER) {
    const sessions = Math.min(QUARTER, last - quarter);
    const times = bursts > 1 ? of.gamma(from, mean / (bursts - 1), (bursts - 1) / mean) : 1;
    for (const {rate, systems} of kinds)
      for (let left = of.poisson(from, (rate * times * sessions) / YEAR); left > 0; left--) {
        const start = quarter + of.uniform(from) * sessions;
        const end = start + of.drawDuration(from, law) / SESSION;
        found.push(...systems.map(system => ({system, start, end})));
      }
  }
  return found;
}

/**
 * @param {Library} of @param {World} world @param {Stream} from @param {number} change the first session of the user's work
 * @param {number} end
 * @returns {readonly Outage[]}
 */
export function history(of, world, from, change, end) {
  const control = [{rate: world.control ?? 0, systems: [CONTROL]}];
  return [
    ...outagesOf(of, world, kindsOf(world, world.before), from, [-EARLIER, change]),
    ...outagesOf(of, world, kindsOf(world, world.after), from, [change, end]),
    ...(world.control === undefined
      ? []
      : outagesOf(of, {law: world.law, before: 0, after: 0}, control, from, [-EARLIER, end])),
  ];
}

/**
 * A day's PnL of each pod: its mean, and noise of which a part is common to all.
 *
 * @param {Library} of @param {World} world @param {Stream} from @returns {readonly [pod: string, amount: number][]}
 */
export function dayOf(of, {noise = 3}, from) {
  const common = of.normal(from) * Math.sqrt(COMMON);
  return PODS.map(([pod, mean]) => [
    pod,
    mean * (1 + noise * (common + of.normal(from) * Math.sqrt(1 - COMMON))),
  ]);
}

/**
 * The chance that outages of a kind are under way: 1 - exp(-rate x mean length), whatever the law of their lengths is (a
 * queue of endless servers). A burst only moves it by the square of a chance, which is left out.
 *
 * @param {Library} of @param {World} world @param {number} rate
 */
function underWay(of, {law}, rate) {
  return -Math.expm1((-rate / YEAR) * (of.meanOf(law) / SESSION));
}

/**
 * PnL lost a session in the long run, were the whole lost of what stops: of each pod, the largest share that stops.
 *
 * @param {Library} of @param {World} world @param {'before' | 'after'} when
 */
export function lostASession(of, world, when) {
  const kinds = kindsOf(world, world[when]);
  return PODS.reduce((sum, [pod, mean]) => {
    const shares = kinds
      .map(({rate, systems}) => ({
        down: underWay(of, world, rate),
        share: Math.max(...systems.map(one => shareOf(one, pod))),
      }))
      .sort((a, b) => b.share - a.share);
    let [up, stopped] = [1, 0];
    for (const {down, share} of shares) {
      stopped += up * down * share;
      up *= 1 - down;
    }
    return sum + mean * stopped;
  }, 0);
}

/**
 * The same where all that hangs on anything stops for a share of the time: an agreed uptime, or a control's own.
 *
 * @param {number} down
 */
export function lostUnder(down) {
  return PODS.reduce(
    (sum, [pod, mean]) => sum + mean * down * Math.max(...Object.keys(SYSTEMS).map(one => shareOf(one, pod))),
    0,
  );
}

/** @param {Library} of @param {World} world */
export function controlDown(of, world) {
  return underWay(of, world, world.control ?? 0);
}

/** @param {string} system @param {string} pod */
function shareOf(system, pod) {
  const {pods} = SYSTEMS[/** @type {keyof typeof SYSTEMS} */ (system)];
  return /** @type {Record<string, number>} */ (pods)[pod] ?? 0;
}
