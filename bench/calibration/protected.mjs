import {CONTROL, controlDown, dayOf, history, lostASession, lostUnder, SYSTEMS} from './world.mjs';

/**
 * How often the interval of protected PnL holds what is protected in the long run, by the report as it is printed.
 *
 * @typedef {import('./coverage.mjs').Library} Library
 * @typedef {import('./coverage.mjs').Row} Row
 * @typedef {import('./coverage.mjs').Stream} Stream
 * @typedef {import('./coverage.mjs').Trial} Trial
 * @typedef {import('./world.mjs').World} World
 * @typedef {import('../../src/stats/index.ts').DurationLaw} DurationLaw
 * @typedef {import('../../src/calendar/index.ts').Session} Session
 * @typedef {import('../../src/operations/index.ts').Baseline} Baseline
 * @typedef {import('../../src/record/index.ts').RecordSpec} RecordSpec
 */

/** The record: two years, of which the second is the user's. */
const FROM = Date.parse('2024-01-01');
const CHANGE = Date.parse('2025-01-01');
const TO = Date.parse('2026-01-01');

const BASELINES = {
  own: /** @type {const} */ ({kind: 'own', from: null, until: CHANGE}),
  control: /** @type {const} */ ({kind: 'control', systems: [CONTROL]}),
  target: /** @type {const} */ ({kind: 'target', uptime: 0.999, source: 'an agreement'}),
};

/** @type {RecordSpec} */
const PLAN = {
  file: 'record.yaml',
  zone: 'UTC',
  covers: {from: FROM, to: TO},
  calendars: ['XNYS'],
  systems: [...Object.entries(SYSTEMS), /** @type {const} */ ([CONTROL, {pods: {}}])].map(([id, {pods}]) => ({
    id,
    names: [],
    counts: null,
    pods,
  })),
  sources: [...Object.keys(SYSTEMS), CONTROL].map(system => ({
    kind: 'table',
    source: {
      name: system,
      zone: 'UTC',
      disclosure: 'confidential',
      system,
      systemField: null,
      states: {},
      environments: [],
      columns: {},
    },
    covers: null,
    files: [],
    items: {},
    times: 'impact',
    onsetLag: null,
    systems: [system],
    table: {into: 'intervals', time: {zone: 'UTC'}, numbers: null, always: {}},
  })),
};

/** A lognormal law of a mean of 37 minutes. @param {number} sigma @returns {DurationLaw} */
function lasting(sigma) {
  return {name: 'lognormal', mu: Math.log(37) - sigma ** 2 / 2, sigma};
}

/** What the desks say that an outage costs of the PnL at risk; the truth of each record is drawn from it. */
const GIVEN = {low: 0.2, mode: 0.5, high: 1};

/** @type {readonly {name: string, against: keyof typeof BASELINES, world: World, promise?: Row['promise']}[]} */
const WORLDS = [
  {name: '5 outages before, 2 after', against: 'own', world: {before: 5, after: 2, law: lasting(1.1)}},
  {name: '12 before, 4 after', against: 'own', world: {before: 12, after: 4, law: lasting(1.1)}},
  {name: '25 before, 12 after', against: 'own', world: {before: 25, after: 12, law: lasting(1.1)}},
  {name: '100 before, 50 after', against: 'own', world: {before: 100, after: 50, law: lasting(1.1)}},
  {
    name: '30 before, 30 after',
    against: 'own',
    world: {before: 30, after: 30, law: lasting(1.1)},
    promise: 'at least',
  },
  {
    name: 'half an outage before and after',
    against: 'own',
    world: {before: 0.5, after: 0.5, law: lasting(1.1)},
    promise: 'at least',
  },
  {name: '25 before, 12 after, sigma 1.5', against: 'own', world: {before: 25, after: 12, law: lasting(1.5)}},
  {
    name: '5 before, 2 after, sigma 1.5',
    against: 'own',
    world: {before: 5, after: 2, law: lasting(1.5)},
    promise: 'told',
  },
  {
    name: '25 before, 12 after, Lomax, alpha 1.8',
    against: 'own',
    world: {before: 25, after: 12, law: {name: 'lomax', alpha: 1.8, scale: 30}},
    promise: 'told',
  },
  {
    name: '40 before, 20 after, in bursts by quarter, variance 3 times the mean',
    against: 'own',
    world: {before: 40, after: 20, law: lasting(1.1), bursts: 3},
  },
  {
    name: '25 before, 12 after, two in five take a second system along',
    against: 'own',
    world: {before: 25, after: 12, law: lasting(1.1), together: 0.4},
  },
  {
    name: '5 before, 2 after, loss given outage 20% to 100%',
    against: 'own',
    world: {before: 5, after: 2, law: lasting(1.1), given: GIVEN},
  },
  {
    name: '25 before, 12 after, loss given outage 20% to 100%',
    against: 'own',
    world: {before: 25, after: 12, law: lasting(1.1), given: GIVEN},
  },
  {
    name: 'the same, a day of PnL varies by ten times its mean',
    against: 'own',
    world: {before: 25, after: 12, law: lasting(1.1), given: GIVEN, noise: 10},
  },
  {
    name: '100 before, 20 after, loss given outage 20% to 100%',
    against: 'own',
    world: {before: 100, after: 20, law: lasting(1.1), given: GIVEN},
  },
  {
    name: '12 of the control, 12 of the record',
    against: 'control',
    world: {before: 12, after: 12, control: 12, law: lasting(1.1), given: GIVEN},
  },
  {
    name: '12, against an agreed uptime',
    against: 'target',
    world: {before: 12, after: 12, law: lasting(1.1), given: GIVEN},
  },
  {
    name: '30, against an agreed uptime',
    against: 'target',
    world: {before: 12, after: 30, law: lasting(1.1), given: GIVEN},
  },
  {
    name: '60, against an agreed uptime',
    against: 'target',
    world: {before: 12, after: 60, law: lasting(1.1), given: GIVEN},
  },
  {
    name: '3, against an agreed uptime',
    against: 'target',
    world: {before: 12, after: 3, law: lasting(1.1), given: GIVEN},
    promise: 'at least',
  },
];

/**
 * @param {Library} of
 * @param {number} draws of each interval
 * @returns {readonly Row[]}
 */
export function protectedRows(of, draws) {
  return WORLDS.map(({name, against, world, promise = 'within'}) => ({
    figure: 'protected PnL',
    name,
    promise,
    trial: from => protectedTrial(of, world, against, from, draws),
  }));
}

/**
 * One record of a world, priced against a baseline; the truth beside it.
 *
 * @param {Library} of @param {World} world @param {keyof typeof BASELINES} against @param {Stream} from @param {number} draws
 * @returns {Trial}
 */
function protectedTrial(of, world, against, from, draws) {
  const {given = {low: 1, mode: 1, high: 1}} = world;
  const calendar = of.exchange('XNYS');
  if ('rule' in calendar) throw new Error(calendar.rule);
  const sessions = calendar.sessions.filter(one => opening(one) >= FROM && opening(one) < TO);
  const change = sessions.findIndex(one => opening(one) >= CHANGE);
  const share = of.pert(from, given);
  const outages = history(of, world, from, change, sessions.length);
  const place = {file: 'made-up.csv', line: 1};
  const record = {
    intervals: outages.map(({system, start, end}) => ({
      system,
      start: instantOf(sessions, start),
      end: instantOf(sessions, end),
      state: /** @type {const} */ ('down'),
      severity: null,
      source: system,
      evidence: {id: null, place},
      ticket: null,
    })),
    deployments: [],
    loads: [],
    costs: [],
    pnl: of.PnlColumns.of(
      sessions.slice(change).flatMap(({date}) =>
        dayOf(of, world, from).map(([pod, amount]) => ({
          pod,
          date,
          at: null,
          amount: {amount, currency: /** @type {const} */ ('USD')},
          source: 'money',
        })),
      ),
    ),
    sources: [],
    findings: [],
    untold: [],
  };
  const read = of.recordReport(record, PLAN, {
    calendars: [calendar],
    target: 0.999,
    within: {from: -Infinity, to: Infinity},
  });
  const baseline = BASELINES[against];
  const plan = {
    ...of.NO_PLAN,
    from: CHANGE,
    lossGivenOutage: {...given, source: 'the desks'},
    baselines: [baseline],
  };
  const {report, findings} = of.impactReport(record, read, PLAN, plan, {seed: from.next(), draws, years: 2});
  const [found] = report?.money?.baselines ?? [];
  if (found === undefined) throw new Error(findings.map(({rule}) => rule).join());
  const otherwise = {
    own: lostASession(of, world, 'before'),
    control: lostUnder(controlDown(of, world)),
    target: lostUnder(1 - BASELINES.target.uptime),
  };
  const days = sessions.length - change;
  const spared = otherwise[against] - lostASession(of, world, 'after');
  return {
    truth: share * days * spared,
    estimate: found.protected,
    beside: share * days * otherwise[against],
  };
}

/** @param {Session} session */
function opening({opens: [first]}) {
  return first?.from ?? NaN;
}

/** The instant at which so many sessions have passed, weighing all their minutes alike. @param {readonly Session[]} sessions @param {number} at */
function instantOf(sessions, at) {
  if (at < 0) return FROM;
  const stretch = sessions[Math.floor(at)]?.opens[0];
  return stretch === undefined ? TO : stretch.from + (at % 1) * (stretch.to - stretch.from);
}
