import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {drawDuration, logDensity, meanOf} from '../../src/stats/duration.ts';
import {fitLognormal, hillIndex} from '../../src/stats/fit.ts';
import {
  type Duration,
  type DurationLaw,
  dispersionOf,
  durationQuantile,
  fitDurations,
  stream,
  survival,
} from '../../src/stats/index.ts';
import {ERRORS} from '../strength.ts';
import {beside} from '../beside.ts';

const laws: readonly DurationLaw[] = [
  {name: 'lognormal', mu: 3.4, sigma: 0.9},
  {name: 'lomax', alpha: 3.5, scale: 120},
  {name: 'weibull', shape: 0.7, scale: 45},
  {name: 'exponential', scale: 30},
];

describe.each(laws)('the $name law', law => {
  test('has quantiles that its survival undoes', () => {
    fc.assert(
      fc.property(fc.double({min: 1e-6, max: 1 - 1e-6, noNaN: true}), p => {
        expect(survival(law, durationQuantile(law, p))).toBeCloseTo(1 - p, 11);
      }),
    );
    expect(survival(law, 0)).toBe(1);
  });

  test('has a density that is the fall of its survival', () => {
    for (const minutes of [0.5, 7, 40, 300]) {
      const step = minutes * 1e-5;
      const fall = (survival(law, minutes - step) - survival(law, minutes + step)) / (2 * step);
      expect(Math.exp(logDensity(law, minutes)) / fall).toBeCloseTo(1, 6);
    }
  });

  test('has the mean that its survival sums to', () => {
    let area = 0;
    const step = 0.001;
    // In the logarithm of the minutes: the tail reaches far.
    for (let log = -12; log < 18; log += step) area += survival(law, Math.exp(log)) * Math.exp(log) * step;
    expect(meanOf(law) / area).toBeCloseTo(1, 3);
  });

  test('is drawn, found again and preferred', () => {
    const from = stream(17, law.name);
    const durations = Array.from({length: 1500}, () => ({minutes: drawDuration(from, law)}));
    const best = fitDurations(durations)?.fits[0];
    // A Weibull of shape 1 is exponential and is charged for a parameter more: AIC still mistakes one in six.
    expect(best?.law.name).toBe(law.name);
    // Kolmogorov: above 1.63 / sqrt(n) once in a hundred for a law known beforehand, less often for a fitted one.
    expect(best?.ks).toBeLessThan(1.63 / Math.sqrt(1500));
    for (const p of [0.1, 0.5, 0.9])
      expect(Math.abs(durationQuantile(best?.law ?? law, p) / durationQuantile(law, p) - 1)).toBeLessThan(
        0.15,
      );
  });

  test('is found through durations that last still', () => {
    const from = stream(23, law.name);
    const patience = stream(23, 'patience');
    const durations: Duration[] = Array.from({length: 1500}, () => {
      const minutes = drawDuration(from, law);
      const seen = drawDuration(patience, {name: 'exponential', scale: 120});
      return minutes > seen ? {minutes: seen, lasting: true} : {minutes};
    });
    const median = (of: readonly Duration[]) => {
      const fit = fitDurations(of)?.fits.find(fit => fit.law.name === law.name);
      return durationQuantile(fit?.law ?? law, 0.5) / durationQuantile(law, 0.5);
    };
    expect(Math.abs(median(durations) - 1)).toBeLessThan(0.1);
    // Without them the record would look shorter than it is.
    expect(median(durations.filter(({lasting}) => lasting !== true))).toBeLessThan(0.9);
  });
});

test('an open incident makes the lognormal longer, never shorter', () => {
  const ended = [12, 30, 55, 90, 240].map(minutes => ({minutes}));
  const {mu, sigma} = fitLognormal(ended);
  const longer = fitLognormal([...ended, {minutes: 600, lasting: true}]);
  expect(longer.mu > mu && longer.sigma > sigma).toBe(true);
});

test('two lengths are too few to fit, and none is a bug', () => {
  expect(fitDurations([{minutes: 3}, {minutes: 3}, {minutes: 8}])).toBeNull();
  expect(fitDurations([{minutes: 3}, {minutes: 5}, {minutes: 8, lasting: true}])).toBeNull();
  expect(() => fitDurations([{minutes: 0}])).toThrow('invalid duration');
});

test("Hill's index of a Pareto tail is its exponent", () => {
  const from = stream(31, 'hill');
  const law: DurationLaw = {name: 'lomax', alpha: 1.5, scale: 1};
  const longest = Array.from({length: 50_000}, () => drawDuration(from, law)).sort((a, b) => b - a);
  // Its standard error is alpha / sqrt(top).
  expect(Math.abs(hillIndex(longest, 500) - 1.5)).toBeLessThan((ERRORS * 1.5) / Math.sqrt(500));
});

interface Incident {
  readonly impact: string;
  readonly duration_minutes: number;
  readonly downtime_start: string;
}

const {path: github, isThere: there} = beside(
  'telemetry/github-statuses/incidents.jsonl',
  'a lognormal fits 761 incidents of GitHub best, with their median and mean',
);

describe.skipIf(!there)('761 incidents of GitHub', () => {
  const incidents = (there ? readFileSync(github, 'utf8') : '')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Incident);
  const durations = incidents
    .filter(({impact, duration_minutes: minutes}) => /minor|major|critical/.test(impact) && minutes > 0)
    .map(({duration_minutes: minutes}) => ({minutes}));

  test('are lognormal rather than anything else here, and their tail stays in doubt', () => {
    const report = fitDurations(durations);
    expect(report?.fits.map(({law, aic}) => [law.name, Math.round(aic)])).toEqual([
      ['lognormal', 8874],
      ['lomax', 8942],
      ['weibull', 9034],
      ['exponential', 9072],
    ]);
    expect(report?.n).toBe(761);
    expect(report?.fits[0]?.ks).toBeCloseTo(0.022, 3);
    expect(report?.topTenth).toBeCloseTo(0.46, 2);
    expect(report?.hill).toBeGreaterThan(1.6);
    expect(report?.hill).toBeLessThan(2);
  });

  test('have a median of 76 and a mean of 143 minutes', () => {
    const sorted = durations.map(({minutes}) => minutes).sort((a, b) => a - b);
    expect(sorted[380]).toBe(76);
    expect(Math.round(sorted.reduce((sum, minutes) => sum + minutes, 0) / 761)).toBe(143);
  });

  test('of the graver kinds came by chance until 2025, and in bursts since', () => {
    const grave = incidents.filter(({impact}) => /major|critical/.test(impact));
    const counts = Array.from({length: 17}, (_, at) => {
      const [year, quarter] = [2022 + Math.floor((at + 1) / 4), (at + 1) % 4];
      const within = ({downtime_start: start}: Incident) =>
        Number(start.slice(0, 4)) === year && Math.floor((Number(start.slice(5, 7)) - 1) / 3) === quarter;
      return grave.filter(within).length;
    });
    expect(dispersionOf(counts.slice(0, 15))).toMatchObject({law: 'poisson'});
    expect(dispersionOf(counts.slice(0, 15)).ratio).toBeCloseTo(1.26, 2);
    expect(dispersionOf(counts)).toMatchObject({law: 'negative binomial'});
    expect(dispersionOf(counts).ratio).toBeCloseTo(4.21, 2);
  });
});
