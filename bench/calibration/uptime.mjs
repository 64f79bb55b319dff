/**
 * Uptime, and the rates and years that stand beside it.
 *
 * @typedef {import('./coverage.mjs').Library} Library
 * @typedef {import('./coverage.mjs').Estimate} Estimate
 * @typedef {import('./coverage.mjs').Row} Row
 * @typedef {import('./coverage.mjs').Stream} Stream
 * @typedef {import('../../src/stats/index.ts').DurationLaw} DurationLaw
 */

/** Minutes of a year of 252 sessions. */
const OPEN = 252 * 390;

/** @type {readonly {name: string, law: DurationLaw, infinite?: boolean}[]} */
const LAWS = [
  {name: 'lognormal, sigma 1.11', law: {name: 'lognormal', mu: 3, sigma: 1.11}},
  {name: 'lognormal, sigma 0.7', law: {name: 'lognormal', mu: 3, sigma: 0.7}},
  {name: 'exponential', law: {name: 'exponential', scale: 30}},
  {name: 'Weibull, shape 0.7', law: {name: 'weibull', shape: 0.7, scale: 25}},
  {name: 'Lomax, alpha 2.5', law: {name: 'lomax', alpha: 2.5, scale: 45}, infinite: true},
  {name: 'Lomax, alpha 1.8', law: {name: 'lomax', alpha: 1.8, scale: 24}, infinite: true},
];

/**
 * @param {Library} of
 * @param {number} draws of each bootstrap
 * @returns {readonly Row[]}
 */
export function uptimeRows(of, draws) {
  /** @type {(from: Stream, law: DurationLaw, mean: number) => number[]} */
  const incidents = (from, law, mean) =>
    Array.from({length: of.poisson(from, mean)}, () => of.drawDuration(from, law));
  /** @type {(from: Stream, minutes: readonly number[], blocks?: 'incidents' | 'days') => Estimate} */
  const uptime = (from, minutes, blocks = 'incidents') =>
    of.uptimeInterval({blocks, minutes, open: OPEN, longest: 390}, {from, draws});
  /** @type {(law: DurationLaw, mean: number) => number} */
  const truly = (law, mean) => 1 - (mean * of.meanOf(law)) / OPEN;
  const reference = /** @type {DurationLaw} */ (LAWS[0]?.law);

  /** @type {readonly Omit<Row, 'figure'>[]} */
  const rows = [
    ...LAWS.flatMap(({name, law, infinite}) =>
      [12, 25, 40, 100].map(mean => ({
        name: `uptime by incidents, ${mean} a year, ${name}`,
        promise: /** @type {Row['promise']} */ (infinite === true ? 'told' : 'within'),
        /** @param {Stream} from */
        trial: from => ({truth: truly(law, mean), estimate: uptime(from, incidents(from, law, mean))}),
      })),
    ),
    ...[0.5, 2, 5].map(mean => ({
      name: `uptime by incidents, ${mean} a year, lognormal, sigma 1.11`,
      promise: /** @type {const} */ ('at least'),
      /** @param {Stream} from */
      trial: from => ({
        truth: truly(reference, mean),
        estimate: uptime(from, incidents(from, reference, mean)),
      }),
    })),
    ...[false, true].map(byDay => ({
      name: `uptime by ${byDay ? 'days' : 'incidents'}, 30 bad days a year of one to four incidents of one length`,
      promise: /** @type {Row['promise']} */ (byDay ? 'within' : 'told'),
      /** @param {Stream} from */
      trial: from => {
        /** @type {number[]} */
        const days = [];
        /** @type {number[]} */
        const each = [];
        for (let left = of.poisson(from, 30); left > 0; left--) {
          const minutes = of.drawDuration(from, {name: 'lognormal', mu: 2.5, sigma: 0.8});
          const times = 1 + of.index(from, 4);
          days.push(minutes * times);
          for (let time = 0; time < times; time++) each.push(minutes);
        }
        const truth = 1 - (30 * 2.5 * Math.exp(2.5 + 0.8 ** 2 / 2)) / OPEN;
        return {truth, estimate: byDay ? uptime(from, days, 'days') : uptime(from, each)};
      },
    })),
    ...[true, false].map(known => ({
      name: `uptime by incidents, 12 quarters of 10 in bursts, variance 3 times the mean, ${known ? 'taken in' : 'left out'}`,
      promise: /** @type {Row['promise']} */ (known ? 'within' : 'told'),
      /** @param {Stream} from */
      trial: from => {
        const counts = Array.from({length: 12}, () => of.negativeBinomial(from, 10, 5));
        const minutes = counts.flatMap(count =>
          Array.from({length: count}, () => of.drawDuration(from, reference)),
        );
        const {ratio} = of.dispersionOf(counts);
        const record = /** @type {const} */ ({blocks: 'incidents', open: 3 * OPEN, longest: 390});
        return {
          truth: 1 - (120 * of.meanOf(reference)) / (3 * OPEN),
          estimate: of.uptimeInterval(
            {...record, minutes, ...(known ? {dispersion: ratio} : {})},
            {from, draws},
          ),
        };
      },
    })),
    {
      name: 'rate, exact bounds, 0.5 to 40 events',
      promise: 'at least',
      trial: from => {
        const truth = 0.5 + 39.5 * of.uniform(from);
        return {truth, estimate: of.rateOf({events: of.poisson(from, truth), time: 1})};
      },
    },
    {
      name: 'rate from 12 quarters in bursts, variance 3 times the mean of 10',
      promise: 'within',
      trial: from => ({
        truth: 10,
        estimate: of.rateOfCounts(Array.from({length: 12}, () => of.negativeBinomial(from, 10, 5))),
      }),
    },
    {
      name: 'the same with exact Poisson bounds',
      promise: 'told',
      trial: from => {
        let events = 0;
        for (let quarter = 0; quarter < 12; quarter++) events += of.negativeBinomial(from, 10, 5);
        return {truth: 10, estimate: of.rateOf({events, time: 12})};
      },
    },
    {
      name: 'a next year of losses, foretold from two years of 20 incidents',
      promise: 'within',
      trial: from => {
        const record = incidents(from, reference, 40);
        const law = of.fitLognormal(record.map(minutes => ({minutes})));
        const given = {low: 0.2, mode: 0.5, high: 1};
        const {year} = of.annualLoss(
          [
            {
              system: 'one',
              incidents: {events: record.length, time: 2},
              durations: law,
              learnedFrom: record.length,
              longest: 390,
              perMinute: [1000],
              given,
            },
          ],
          {seed: from.next(), years: draws},
        );
        let truth = 0;
        for (const minutes of incidents(from, reference, 20)) truth += Math.min(minutes, 390) * 1000;
        return {truth: truth * of.pert(from, given), estimate: year};
      },
    },
  ];
  return rows.map(row => {
    const uptime = row.name.startsWith('uptime');
    return {
      ...row,
      figure: uptime ? 'uptime' : 'rates and years',
      trial: from => {
        const found = row.trial(from);
        // A width is told beside the downtime: beside an uptime near 1 every width is small.
        return uptime
          ? {...found, beside: row.name.startsWith('uptime gained') ? found.truth : 1 - found.truth}
          : found;
      },
    };
  });
}
