// Ten thousand years of twelve systems, as `annual.mjs PODS INCIDENTS`; with "bare", the draws alone.
import {annualLoss, lognormal, pert, stream} from '../dist/lib/stats/index.js';

const YEARS = 10_000;
const SYSTEMS = 12;
const [first, second] = process.argv.slice(2);
const given = {low: 0.2, mode: 0.6, high: 1};

if (first === 'bare') {
  const from = stream(1, 'bare');
  let sum = 0;
  for (let left = YEARS * Number(second); left > 0; left--)
    sum += lognormal(from, 3, 1.1) * pert(from, given);
  process.stdout.write(`${Math.round(sum)}\n`);
} else {
  const perMinute = Array.from({length: Number(first)}, (_, pod) => 1000 + pod);
  const sources = Array.from({length: SYSTEMS}, (_, at) => ({
    system: `system ${at}`,
    incidents: {events: Number(second) / SYSTEMS, time: 1},
    durations: /** @type {const} */ ({name: 'lognormal', mu: 3, sigma: 1.1}),
    longest: 390,
    perMinute,
    given,
  }));
  const start = performance.now();
  const {mean} = annualLoss(sources, {seed: 1, years: YEARS});
  process.stdout.write(`${Math.round(mean.mid)} a year, ${Math.round(performance.now() - start)} ms\n`);
}
