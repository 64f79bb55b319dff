import {say} from '../../figure/index.ts';
import {incident, systemsOf} from './incident.ts';
import {after} from './lasting.ts';
import {knownFirst} from './severity.ts';
import {rowReader} from './read.ts';
import {amiss, lacks, latest, number, type Row, textIn, time} from './row.ts';
import type {Severities, Tool} from './tool.ts';

const severities: Severities = {
  words: {
    p1: 'down',
    p2: 'down',
    p3: 'degraded',
    p4: 'degraded',
    p5: 'degraded',
    'sev-1': 'down',
    'sev-2': 'down',
    'sev-3': 'degraded',
    'sev-4': 'degraded',
    'sev-5': 'degraded',
    high: 'down',
    low: 'degraded',
  },
  unsaid: 'down',
  why: 'a priority counts before the urgency; the two highest are what PagerDuty itself calls major, and high urgency wakes somebody',
};

const read = rowReader(['incidents', 'data'], row => {
  const created = time(row, 'created_at', 'created_on');
  const over = textIn(row, 'status') === 'resolved' || row.value['resolved_at'] != null;
  const seconds = number(row, 'seconds_to_resolve');
  const resolved =
    time(row, 'resolved_at') ??
    (created !== null && seconds !== null ? after(row, created, seconds * 1000, 'seconds_to_resolve') : null);
  // Before 2023 the incident did not carry resolved_at; its last change of status is then the resolution.
  const closed = resolved ?? (over ? time(row, 'last_status_change_at', 'last_status_change_on') : null);
  if (
    created !== null &&
    resolved !== null &&
    seconds !== null &&
    Math.abs(resolved - created - seconds * 1000) > 60_000
  ) {
    amiss(
      row,
      'contradiction',
      'warning',
      say`resolved_at is ${String((resolved - created) / 1000)} s after created_at, seconds_to_resolve says ${String(seconds)}`,
      'resolved_at counts; the figures of analytics lag behind',
    );
  }
  return incident(row, severities, {
    id: textIn(row, 'id', 'incident_number'),
    systems: systemsOf(row, service(row)),
    opened: created,
    closed,
    over,
    heard: latest(row, 'last_status_change_at', 'last_status_change_on', 'updated_at', 'acknowledged_at'),
    impact: null,
    words: knownFirst(row, severities, textIn(row, 'priority.summary', 'priority.name', 'priority_name'), [
      textIn(row, 'urgency'),
    ]),
  });
});

/** The name of the service. A CSV has it as it is, or as a program printed the object: `{'id': 'PX1', …}`. */
function service(row: Row): string | null {
  const {service: cell} = row.value;
  if (typeof cell !== 'string')
    return textIn(row, 'service.summary', 'service_name', 'service.name', 'service.id', 'service_id');
  if (!cell.startsWith('{')) return textIn(row, 'service');
  const {system, systemField} = row.source;
  const hint = 'service holds a printed object: save the answer as JSON, or say system: for this source';
  if (system === null && systemField === null) lacks(row, 'the name of the system', hint);
  return null;
}

export const pagerduty: Tool = {
  title: 'PagerDuty incidents',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: 'incidents',
  fields: [
    'id',
    'incident_number',
    'created_at',
    'resolved_at',
    'last_status_change_at',
    'created_on',
    'last_status_change_on',
    'seconds_to_resolve',
    'status',
    'service',
    'service_name',
    'priority',
    'priority_name',
    'urgency',
  ],
  export:
    'save the pages of GET /incidents (at most six months and 100 incidents each), or of POST /analytics/raw/incidents',
  seen: "the maker's published schema, raw answers of 2022, a page of 2016 from the first version of the API and a CSV that a program made of answers of 2021, all counted a second time by an independent program; the headings of the CSV in the user interface are not checked: read those with kind: table",
  states: severities,
};
