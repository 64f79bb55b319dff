// What really happened, which no export tells whole: every outage, from its first second to its last.
import {draws} from './draws.mjs';
import {RECORD, SYSTEMS, TENURE} from './firm.mjs';
import {DAY, hours, MINUTE, newYork, SECOND, whole} from './time.mjs';

/**
 * `seen`: by whom. An alarm that nobody felt is a ticket alone.
 *
 * @typedef {object} Outage
 * @property {string} system
 * @property {number} from
 * @property {number | null} to
 * @property {'down' | 'degraded'} state
 * @property {string} title
 * @property {'both' | 'ticket' | 'probe'} seen
 */

/** @typedef {import('./time.mjs').Session} Session */

/**
 * Set by hand: those of the trading path that touch the sessions of the tenure year, so that its uptime and its quiet
 * quarters are what case.yaml says, and those that teach something.
 *
 * @type {readonly {system: string, day: string, clock: string, seconds: number | null, state?: 'degraded', title: string, seen?: 'ticket' | 'probe'}[]}
 */
const TOLD = [
  {
    system: 'order-router',
    day: '2025-04-07',
    clock: '10:14:20',
    seconds: 1460,
    title: 'Queues full at the highest volume of the year',
  },
  {
    system: 'order-router',
    day: '2025-03-12',
    clock: '20:15:00',
    seconds: 2100,
    title: 'Health check answers 503',
    seen: 'ticket',
  },
  {
    system: 'order-router',
    day: '2025-10-29',
    clock: '14:03:10',
    seconds: 150,
    title: 'Primary lost, standby took over',
  },
  {
    system: 'position-keeper',
    day: '2026-01-21',
    clock: '11:20:00',
    seconds: 2520,
    state: 'degraded',
    title: 'Positions arrive minutes late',
  },
  {
    system: 'market-data',
    day: '2026-02-24',
    clock: '10:12:05',
    seconds: 555,
    title: 'Subscriptions flooded after a deployment',
  },
  {
    system: 'fix-gateway',
    day: '2026-04-16',
    clock: '15:31:40',
    seconds: 105,
    title: 'Session to a venue dropped',
  },
  {
    system: 'signal-store',
    day: '2026-06-11',
    clock: '10:47:00',
    seconds: 135,
    title: 'Writes refused',
    seen: 'probe',
  },
  {
    system: 'order-router',
    day: '2026-08-05',
    clock: '09:41:25',
    seconds: 100,
    title: 'Certificate renewed in a session',
  },
  {
    system: 'research-cluster',
    day: '2026-09-30',
    clock: '21:40:00',
    seconds: null,
    state: 'degraded',
    title: 'Half of the nodes drained',
  },
];

/** Of several tries the one that is neither kind nor cruel: the other teams' second year is like their first. */
const TRY = 'e';

/** Outages a year and system: before the candidate came, and since. Those of other teams did not change. */
const RATES = /** @type {const} */ ({path: [2.2, 1.2], support: [4, 3], other: [5, 5]});

/** Minutes in the median, and how far they spread: a few outages last for hours. */
const LENGTHS = /** @type {const} */ ({path: [16, 0.9], support: [32, 1], other: [28, 1]});

const TITLES = /** @type {const} */ ({
  path: [
    'Latency above its limit',
    'Process restarts in a loop',
    'Disk full',
    'Failover did not finish',
    'Link to the venue flaps',
    'Config rejected on start',
  ],
  support: [
    'Queue of jobs stands still',
    'Nodes out of memory',
    'Storage slow',
    'Runners offline',
    'Logins time out',
  ],
  other: ['File late', 'Batch failed', 'Feed stale', 'Answers time out'],
});

/**
 * In the order in which they began.
 *
 * @param {readonly Session[]} sessions
 * @returns {readonly Outage[]}
 */
export function outages(sessions) {
  const all = [...TOLD.map(toldOutage), ...inSessionsBefore(sessions), ...atAnyHour(sessions)];
  return all.toSorted((a, b) => a.from - b.from);
}

/** @param {(typeof TOLD)[number]} told @returns {Outage} */
function toldOutage({system, day, clock, seconds, state, title, seen}) {
  const from = newYork(day, clock);
  return {
    system,
    from,
    to: seconds === null ? null : from + seconds * SECOND,
    state: state ?? 'down',
    title,
    seen: seen ?? 'both',
  };
}

/**
 * Those of the trading path in the sessions of the year before: a dozen, most of them short.
 *
 * @param {readonly Session[]} sessions
 * @returns {readonly Outage[]}
 */
function inSessionsBefore(sessions) {
  const draw = draws(TRY);
  const before = sessions.filter(({date}) => date < TENURE);
  const path = SYSTEMS.filter(({team}) => team === 'path');
  /** @returns {Outage} */
  const outage = () => {
    const {from, to} = hours(draw.pick(before));
    const start = whole(draw.between(from, to - 30 * MINUTE));
    const length = whole(draw.lognormal(7, 0.8) * MINUTE);
    const {id} = draw.pick(path);
    const state = draw.unit() < 0.75 ? 'down' : 'degraded';
    return {system: id, from: start, to: start + length, state, title: draw.pick(TITLES.path), seen: 'both'};
  };
  return Array.from({length: 13}, outage);
}

/**
 * The rest, around the clock; those of the trading path fall outside of sessions, as most changes are made there.
 *
 * @param {readonly Session[]} sessions
 * @returns {readonly Outage[]}
 */
function atAnyHour(sessions) {
  const open = sessions.map(hours);
  const middle = newYork(TENURE, '00:00:00');
  const years = /** @type {const} */ ([
    {year: 0, from: newYork(RECORD.from, '00:00:00'), to: middle},
    {year: 1, from: middle, to: newYork(RECORD.to, '00:00:00')},
  ]);
  return SYSTEMS.flatMap(({id, team}) => {
    const draw = draws(`outages of ${id}${TRY}`);
    /** @param {{readonly from: number, readonly to: number}} year @returns {Outage} */
    const outage = ({from, to}) => {
      const [median, sigma] = LENGTHS[team];
      const length = whole(draw.lognormal(median, sigma) * MINUTE);
      const state = draw.unit() < 0.6 ? 'down' : 'degraded';
      const title = draw.pick(TITLES[team]);
      for (;;) {
        const start = whole(draw.between(from, to - DAY));
        const end = start + length;
        const near = open.some(one => start < one.to + MINUTE && end + 30 * MINUTE > one.from);
        if (team !== 'path' || !near) return {system: id, from: start, to: end, state, title, seen: 'both'};
      }
    };
    return years.flatMap(year =>
      Array.from({length: draw.poisson(RATES[team][year.year])}, () => outage(year)),
    );
  });
}
