// What people wrote up: PagerDuty for most systems, Opsgenie for those of research, the status page of a vendor.
import {draws} from './draws.mjs';
import {SYSTEMS, TENURE, toolId} from './firm.mjs';
import {DAY, HOUR, iso, MINUTE, newYork, SECOND, whole} from './time.mjs';

/** @typedef {import('./outages.mjs').Outage} Outage */
/** @typedef {Outage & {readonly id: string, readonly opened: number, readonly closed: number | null}} Ticket */

export const MADE_UP = 'made up: no such firm, vendor, outage or deployment';

/**
 * Tickets start late, by ten minutes in the median before the candidate came and by two since. Those of minutes are
 * closed by the alarm that opened them, others when somebody thinks of it.
 *
 * @param {readonly Outage[]} outages
 * @returns {readonly Ticket[]}
 */
export function tickets(outages) {
  const draw = draws('tickets');
  return outages.flatMap(outage => {
    if (outage.seen === 'probe') return [];
    const id = `Q${draw.code(13)}`;
    const length = (outage.to ?? Infinity) - outage.from;
    const lag = draw.lognormal(outage.from < newYork(TENURE, '00:00:00') ? 10 : 2, 0.7) * MINUTE;
    const opened = whole(outage.from + Math.min(lag, 0.6 * length));
    const after = length < 6 * MINUTE ? 20 * SECOND : draw.lognormal(4, 0.8) * MINUTE;
    return [{...outage, id, opened, closed: outage.to === null ? null : whole(outage.to + after)}];
  });
}

/** Pages of GET /incidents, one for each half-year. @param {readonly Ticket[]} all @returns {readonly (readonly [string, string])[]} */
export function pagerduty(all) {
  const told = all.filter(({system}) => by(system).tells === 'pagerduty');
  const edges = ['2024-10-01', '2025-04-01', '2025-10-01', '2026-04-01', '2026-10-01'];
  return edges.slice(1).map((to, at) => {
    const from = edges[at] ?? '';
    const rows = told
      .map((ticket, index) => ({ticket, number: 4101 + index}))
      .filter(
        ({ticket}) => ticket.opened >= newYork(from, '00:00:00') && ticket.opened < newYork(to, '00:00:00'),
      )
      .map(({ticket: {id, system, state, title, opened, closed, from: began}, number}) => {
        const length = (closed ?? Infinity) - began;
        const priority =
          state === 'degraded' ? (length > HOUR ? 'P3' : 'P4') : length > 20 * MINUTE ? 'P1' : 'P2';
        const service = by(system);
        return {
          id,
          type: 'incident',
          incident_number: number,
          title,
          created_at: iso(opened),
          status: closed === null ? 'acknowledged' : 'resolved',
          resolved_at: closed === null ? null : iso(closed),
          last_status_change_at: iso(closed ?? opened + 5 * MINUTE),
          urgency: state === 'down' ? 'high' : 'low',
          priority: {type: 'priority_reference', summary: priority},
          service: {id: toolId(service), type: 'service_reference', summary: service.title},
        };
      });
    return [
      `pagerduty/${from}.json`,
      page({note: MADE_UP, limit: 100, offset: 0, more: false}, 'incidents', rows),
    ];
  });
}

/** A page of GET /v1/incidents, which tells when the impact began. @param {readonly Ticket[]} all @returns {readonly [string, string]} */
export function opsgenie(all) {
  const rows = all
    .filter(({system}) => by(system).tells === 'opsgenie')
    .map(({id, system, state, title, opened, from, to}, index) => ({
      id: id.toLowerCase(),
      tinyId: String(index + 311),
      message: title,
      status: to === null ? 'open' : 'resolved',
      priority: state === 'down' ? 'P2' : 'P3',
      createdAt: iso(opened),
      impactStartDate: iso(from),
      ...(to === null ? {} : {impactEndDate: iso(to)}),
      impactedServices: [toolId(by(system))],
    }));
  return ['opsgenie/incidents.json', page({note: MADE_UP, totalCount: rows.length}, 'data', rows)];
}

/** What a vendor tells the world, its announced maintenance among it. @param {readonly Ticket[]} all @returns {readonly [string, string]} */
export function statuspage(all) {
  const hits = all
    .filter(({system}) => by(system).tells === 'statuspage')
    .map(({id, system, state, title, opened, closed}) => ({
      id: id.toLowerCase(),
      name: title,
      impact: state === 'down' ? 'major' : 'minor',
      status: 'resolved',
      created_at: iso(opened),
      started_at: iso(opened),
      resolved_at: iso(closed ?? opened),
      components: [{name: by(system).title}],
    }));
  const planned = ['2025-02-15', '2025-07-19', '2026-01-17', '2026-07-18'].map((day, index) => {
    const from = newYork(day, '06:00:00');
    return {
      id: `m${index + 1}`,
      name: 'Move of the database',
      impact: 'maintenance',
      status: 'completed',
      created_at: iso(from - 7 * DAY),
      scheduled_for: iso(from),
      scheduled_until: iso(from + 4 * HOUR),
      resolved_at: iso(from + 3 * HOUR),
      components: [{name: 'Reference Data'}],
    };
  });
  const rows = [...hits, ...planned].toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1));
  const head = {page: {name: 'Fernhill Reference Data', note: MADE_UP}};
  return ['statuspage/incidents.json', page(head, 'incidents', rows)];
}

/** A JSON page with a row to a line, to be read and compared by people. @param {object} head @param {string} name @param {readonly object[]} rows */
export function page(head, name, rows) {
  const lines = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},`,
  );
  const list = rows.map(row => `    ${JSON.stringify(row)}`).join(',\n');
  return `{\n${lines.join('\n')}\n  ${JSON.stringify(name)}: [\n${list}\n  ]\n}\n`;
}

/** @param {string} id */
function by(id) {
  const system = SYSTEMS.find(one => one.id === id);
  if (system === undefined) throw new Error(`no system ${id}`);
  return system;
}
