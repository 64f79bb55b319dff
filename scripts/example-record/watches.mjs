// What the machines saw: a prober of the firm's own that looks every 15 s and writes down changes, and an Upptime page.
import {draws} from './draws.mjs';
import {RECORD, SYSTEMS} from './firm.mjs';
import {DAY, HOUR, hours, iso, MINUTE, newYork, SECOND} from './time.mjs';

/** @typedef {import('./outages.mjs').Outage} Outage */

const STEP = 15 * SECOND;

/** When the prober itself was off: a weekend of moving it, and half an hour of one of its rules. */
const BLIND = [
  {system: null, from: newYork('2025-08-16', '08:00:00'), to: newYork('2025-08-17', '19:00:00')},
  {system: 'market-data', from: newYork('2025-11-18', '11:05:00'), to: newYork('2025-11-18', '11:45:00')},
];

/** Changes of state, in the prober's steps; while it is off it writes nothing. @param {readonly Outage[]} outages @returns {readonly [string, string]} */
export function prober(outages) {
  const rows = SYSTEMS.filter(({watch}) => watch === 'prober').flatMap(({id}) => {
    const blind = BLIND.filter(({system}) => system === null || system === id);
    const marks = outages
      .filter(one => one.system === id && one.seen !== 'ticket' && one.to !== null)
      .map(({from, to, state}) => ({
        from: step(from),
        to: step(to ?? from),
        state: /** @type {string} */ (state),
      }));
    const told = [...marks, ...blind.map(one => ({...one, state: 'off'}))].toSorted(
      (a, b) => a.from - b.from,
    );
    const lines = [];
    let at = newYork(RECORD.from, '00:00:00');
    for (const {from, to, state} of told) {
      if (to <= at) continue;
      if (from > at) lines.push([id, at, from, 'up']);
      if (state !== 'off') lines.push([id, Math.max(from, at), to, state]);
      at = to;
    }
    return [...lines, [id, at, END, 'up']];
  });
  const written = rows.map(
    ([id, from, to, state]) => `${id},${iso(Number(from))},${iso(Number(to))},${state}`,
  );
  return ['prober/state-changes.csv', `${['target,from,to,state (made up)', ...written].join('\n')}\n`];
}

const END = newYork(RECORD.to, '00:00:00') + DAY;

/** The first look that sees it. @param {number} at */
function step(at) {
  return Math.ceil(at / STEP) * STEP;
}

/** The commits of an Upptime page, oldest first: it looks every five minutes, and commits a line a day at least. @param {readonly Outage[]} outages @returns {readonly [string, string]} */
export function upptime(outages) {
  const draw = draws('upptime');
  const lines = SYSTEMS.filter(({watch}) => watch === 'upptime').flatMap(({id, title}) => {
    /** @param {number} at @param {string} state */
    const line = (at, state) => {
      const code = state === 'down' ? '0 in 30000 ms' : `200 in ${Math.round(draw.lognormal(180, 0.3))} ms`;
      const sign = {up: '🟩', down: '🟥', degraded: '🟨'}[state];
      return {at, system: id, state, subject: `${sign} ${title} is ${state} (${code}) [skip ci]`};
    };
    const changes = outages
      .filter(one => one.system === id)
      .flatMap(({from, to, state}) => {
        const [first, last] = [look(from), to === null ? null : look(to)];
        if (first === last) return [];
        return [line(first, state), ...(last === null ? [] : [line(last, 'up')])];
      });
    /** @param {number} at */
    const stateAt = at => changes.findLast(one => one.at <= at)?.state ?? 'up';
    const daily = [];
    for (let at = newYork(RECORD.from, '00:00:00'); at < END; at += DAY) {
      const state = stateAt(at);
      daily.push(line(at, state));
    }
    return [...daily, line(END - 5 * MINUTE, stateAt(END))].concat(changes);
  });
  const written = lines
    .toSorted((a, b) => a.at - b.at)
    .map(({at, subject}) => JSON.stringify({committed_at: iso(at), subject, made_up: true}));
  return ['upptime/commits.jsonl', `${written.join('\n')}\n`];
}

/** The next look of a schedule that runs late by a minute or so. @param {number} at */
function look(at) {
  const every = HOUR / 12;
  return Math.ceil(at / every) * every + 70 * SECOND;
}

/** An order to nowhere, sent through the router once a minute of the last quarter's sessions. */
const TRIED = {system: 'order-router', from: '2026-07-01'};

/**
 * The samples of that order: when it was sent, in seconds since 1970, and whether it came back.
 *
 * @param {readonly Outage[]} outages
 * @param {readonly import('./time.mjs').Session[]} sessions
 * @returns {readonly [string, string]}
 */
export function orders(outages, sessions) {
  const hits = outages.filter(({system, state}) => system === TRIED.system && state === 'down');
  const lines = sessions
    .filter(({date}) => date >= TRIED.from)
    .map(hours)
    .flatMap(({from, to}) =>
      Array.from({length: (to - from) / MINUTE}, (_, minute) => {
        const at = from + minute * MINUTE + 7 * SECOND;
        const lost = hits.some(one => one.seen !== 'ticket' && one.from <= at && at < (one.to ?? Infinity));
        return `${at / SECOND},${lost ? 0 : 1}`;
      }),
    );
  return ['orders/2026-q3.csv', `${['at,ok (made up)', ...lines].join('\n')}\n`];
}
