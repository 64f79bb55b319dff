// What the flagship's record is worth, with `--pods K` times the pods, `--incidents K` times the outages and `--draws N`:
// prints the milliseconds that it took once the record was read, the median of several turns.
import {parseArgs} from 'node:util';
import {exchange} from '../dist/lib/calendar/index.js';
import {readImpactFile, readRecordFile} from '../dist/lib/case/index.js';
import {impactReport} from '../dist/lib/impact/index.js';
import {PnlColumns, readRecord, recordReport} from '../dist/lib/record/index.js';

const TURNS = 5;
const WEEK = 7 * 86_400_000;

const {values} = parseArgs({
  options: {
    pods: {type: 'string', default: '1'},
    incidents: {type: 'string', default: '1'},
    draws: {type: 'string', default: '2000'},
  },
});
const pods = Number(values.pods);
const incidents = Number(values.incidents);
const draws = Number(values.draws);

const {plan: asRead} = readRecordFile('examples/millennium-devops/record');
if (asRead === null) throw new Error('the flagship has no record');
const {plan: assumed} = readImpactFile(asRead);
if (assumed === null) throw new Error('the flagship assumes nothing');
const record = morePods(moreIncidents(await readRecord(asRead), incidents), pods);
const plan = {
  ...asRead,
  systems: asRead.systems.map(system => ({...system, pods: shares(system.pods, pods)})),
};
const calendars = plan.calendars.map(exchange).flatMap(one => ('rule' in one ? [] : [one]));
const within = {from: -Infinity, to: Infinity};
const report = recordReport(record, plan, {calendars, target: 0.9999, within});

const times = Array.from({length: TURNS}, () => {
  const start = performance.now();
  impactReport(record, report, plan, assumed, {seed: 1, draws});
  return performance.now() - start;
});
process.stdout.write(`${times.sort((a, b) => a - b)[TURNS >> 1]}\n`);

/**
 * Every pod as often as said, each with a PnL and shares of its own, so that no two are of one fate.
 *
 * @param {import('../src/record/index.ts').OperationalRecord} of
 * @param {number} times
 */
function morePods(of, times) {
  const pnl = [...of.pnl].flatMap(row =>
    copies(times).map(copy => ({
      ...row,
      pod: podOf(row.pod, copy),
      amount: {...row.amount, amount: row.amount.amount * (1 + copy / 100)},
    })),
  );
  return {...of, pnl: PnlColumns.of(pnl)};
}

/**
 * @param {Readonly<Record<string, number>>} of
 * @param {number} times
 */
function shares(of, times) {
  return Object.fromEntries(
    Object.entries(of).flatMap(([pod, share]) =>
      copies(times).map(copy => [podOf(pod, copy), share * (1 - copy / 1000)]),
    ),
  );
}

/**
 * Every outage as often as said, weeks apart.
 *
 * @param {import('../src/record/index.ts').OperationalRecord} of
 * @param {number} times
 */
function moreIncidents(of, times) {
  const intervals = of.intervals.flatMap(row =>
    copies(row.state === 'down' && row.end !== null ? times : 1).map(copy => ({
      ...row,
      start: row.start + copy * WEEK,
      end: row.end === null ? null : row.end + copy * WEEK,
      ticket: null,
    })),
  );
  return {...of, intervals};
}

/** @param {number} times */
function copies(times) {
  return Array.from({length: times}, (_, copy) => copy);
}

/**
 * @param {string} pod
 * @param {number} copy
 */
function podOf(pod, copy) {
  return copy === 0 ? pod : `${pod}.${copy}`;
}
