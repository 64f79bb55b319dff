// What went out: strategies of the pods in the release log, platform services on GitHub, the desktop from Jenkins.
import {draws} from './draws.mjs';
import {PODS, RECORD, SYSTEMS} from './firm.mjs';
import {MADE_UP, page} from './tickets.mjs';
import {DAY, HOUR, hours, iso, median, MINUTE, newYork, whole} from './time.mjs';

/** @typedef {import('./time.mjs').Session} Session */
/** @typedef {import('./tickets.mjs').Ticket} Ticket */

/** The Saturdays on which each third of the pods moved to the new pipeline; the platform moved with the first. */
const MOVED = /** @type {const} */ (['2026-02-07', '2026-02-21', '2026-03-07']);

/** Minutes from start to finish, in the median of the quarter that case.yaml names. */
const BEFORE = {minutes: 240, from: '2025-01-01', to: '2025-03-31'};
const AFTER = {minutes: 15, from: '2026-07-01', to: '2026-09-30'};

/**
 * @typedef {object} Release
 * @property {string} service
 * @property {string} day
 * @property {boolean} moved
 * @property {number} committed
 * @property {number} started
 * @property {number} minutes
 * @property {string} result
 * @property {string} version
 */

/** Deployments of strategies, in the order in which they started. @param {readonly Session[]} sessions @returns {readonly Release[]} */
function strategies(sessions) {
  const draw = draws('strategies');
  const first = Date.parse(RECORD.from);
  const all = sessions.flatMap(session => {
    const {date} = session;
    const {from, to} = hours(session);
    return PODS.filter(({since}) => since <= date).flatMap(({id, wave}) => {
      const moved = date >= MOVED[wave];
      return Array.from({length: draw.poisson(moved ? 0.11 : 0.055)}, () => {
        // Things grew faster by themselves as well, by a seventh a year: a before and after alone would overstate.
        const drift = Math.exp((-0.15 * (Date.parse(date) - first)) / (365 * DAY));
        const minutes = moved ? draw.lognormal(15, 0.45) : draw.lognormal(240, 0.5) * drift;
        const started = whole(
          moved ? draw.between(from - HOUR, to) : draw.between(from - 2 * HOUR, from + 4 * HOUR),
        );
        const committed = whole(started - draw.lognormal(moved ? 1.6 : 22, 0.9) * HOUR);
        const [luck, failing] = [draw.unit(), moved ? 0.04 : 0.08];
        const result = luck < failing ? 'failure' : luck < failing + 0.02 ? 'cancelled' : 'success';
        const version = draw.code(7, '0123456789abcdef');
        return {service: id, day: date, moved, committed, started, minutes, result, version};
      });
    });
  });
  const scaled = [BEFORE, AFTER].map(quarter => quarter.minutes / medianIn(all, quarter));
  return all
    .map(one => ({...one, minutes: one.minutes * (scaled[one.moved ? 1 : 0] ?? 1)}))
    .toSorted((a, b) => a.started - b.started);
}

/** @param {readonly Release[]} all @param {{from: string, to: string}} quarter */
function medianIn(all, {from, to}) {
  return median(
    all
      .filter(({day, result}) => day >= from && day <= to && result === 'success')
      .map(({minutes}) => minutes),
  );
}

/** Tickets of the trading path that the log declares a deployment to have caused: the last to start before them. */
const CAUSED = [
  'Subscriptions flooded after a deployment',
  'Config rejected on start',
  'Process restarts in a loop',
];

/** The release log of the strategies. @param {readonly Session[]} sessions @param {readonly Ticket[]} tickets @returns {readonly [string, string]} */
export function releaseLog(sessions, tickets) {
  const all = strategies(sessions);
  const caused = new Map();
  for (const {id, from} of tickets.filter(one => CAUSED.includes(one.title))) {
    const guilty = all.findLast(({started, result}) => result === 'success' && started < from);
    if (guilty !== undefined) caused.set(guilty, id);
  }
  const end = newYork(RECORD.to, '00:00:00') + DAY;
  const rows = all.map(one => {
    const {service, committed, started, minutes, result, version} = one;
    const finished = whole(started + minutes * MINUTE);
    const late = finished >= end;
    return [
      service,
      'production',
      iso(committed),
      iso(started),
      late ? '' : iso(finished),
      late ? 'running' : result,
      version,
      caused.get(one) ?? '',
    ].join(',');
  });
  const head = 'pod,environment,committed,started,finished,result,version,caused incident (made up)';
  return ['release-log/strategies.csv', `${[head, ...rows].join('\n')}\n`];
}

/** The answer of GraphQL to repository.deployments for each platform service of the candidate. @returns {readonly (readonly [string, string])[]} */
export function githubDeployments() {
  const end = newYork(RECORD.to, '00:00:00') + DAY;
  return SYSTEMS.filter(({team}) => team !== 'other').map(({id}) => {
    const draw = draws(`deployments of ${id}`);
    const nodes = [];
    let at = newYork(RECORD.from, '00:00:00');
    for (;;) {
      const moved = at >= newYork(MOVED[0], '00:00:00');
      at += whole(draw.lognormal(moved ? 3 : 9, 0.8) * DAY);
      if (at >= end - DAY) break;
      const minutes = moved ? draw.lognormal(9, 0.4) : draw.lognormal(55, 0.5);
      const failed = draw.unit() < (moved ? 0.05 : 0.09);
      const committed = at - whole(draw.lognormal(moved ? 3 : 30, 0.8) * HOUR);
      const sha = draw.code(40, '0123456789abcdef');
      const node = (/** @type {string} */ environment, /** @type {number} */ start) => ({
        id: `DE_${draw.code(10)}`,
        environment,
        createdAt: iso(start),
        commitOid: sha,
        commit: {committedDate: iso(committed)},
        repository: {name: id},
        statuses: {
          nodes: [
            {
              state: failed && environment === 'production' ? 'FAILURE' : 'SUCCESS',
              createdAt: iso(whole(start + minutes * MINUTE)),
            },
            {state: 'IN_PROGRESS', createdAt: iso(start)},
          ],
        },
      });
      if (draw.unit() < 0.3) nodes.push(node('staging', at - 2 * HOUR));
      nodes.push(node('production', at));
    }
    const rows = nodes.map(one => `    ${JSON.stringify(one)}`).join(',\n');
    const text = `{"extensions": {"note": ${JSON.stringify(MADE_UP)}},\n "data": {"repository": {"deployments": {"nodes": [\n${rows}\n  ]}}}}\n`;
    return [`github/${id}.json`, text];
  });
}

/** Builds of the traders' desktop, which stayed on the old pipeline: a control. @returns {readonly [string, string]} */
export function jenkins() {
  const draw = draws('jenkins');
  const rows = [];
  const end = newYork(RECORD.to, '00:00:00');
  for (let number = 812, at = newYork(RECORD.from, '18:00:00'); at < end; number++) {
    const luck = draw.unit();
    rows.push({
      number,
      fullDisplayName: `trader-desktop #${number}`,
      timestamp: at,
      duration: whole(draw.lognormal(41, 0.35) * MINUTE),
      building: false,
      result: luck < 0.07 ? 'FAILURE' : luck < 0.09 ? 'ABORTED' : 'SUCCESS',
      actions: [{lastBuiltRevision: {SHA1: draw.code(40, '0123456789abcdef')}}],
    });
    at += whole(draw.lognormal(2.6, 0.6) * DAY);
  }
  return ['jenkins/trader-desktop.json', page({note: MADE_UP}, 'allBuilds', rows)];
}
