import type {EpochMs} from '../../calendar/index.ts';
import {say} from '../../figure/index.ts';
import {incident, systemsOf} from './incident.ts';
import {rowReader} from './read.ts';
import {amiss, latest, list, type Row, shownTime, textIn, time} from './row.ts';
import type {Severities, Tool} from './tool.ts';

const severities: Severities = {
  words: {p1: 'down', p2: 'down', p3: 'degraded', p4: 'degraded', p5: null},
  unsaid: 'down',
  why: 'Opsgenie calls P1 critical, P2 high, P3 moderate, P4 low and P5 informational',
};

const read = rowReader(['data'], row => {
  const start = time(row, 'impactStartDate');
  const status = textIn(row, 'status')?.toLowerCase();
  const over = status === 'resolved' || status === 'closed';
  const end = time(row, 'impactEndDate') ?? (over ? lastTouched(row) : null);
  const impact = start === null ? null : {start, end};
  const services = list(row, 'impactedServices').map(name => (typeof name === 'string' ? name : null));
  return incident(row, severities, {
    id: textIn(row, 'id', 'tinyId'),
    systems: systemsOf(row, ...services),
    opened: time(row, 'createdAt'),
    closed: end,
    over,
    heard: latest(row, 'updatedAt'),
    impact,
    words: [textIn(row, 'priority')],
  });
});

/** The end of the impact is all that Opsgenie keeps of the resolution; without it, the last update is the latest end. */
function lastTouched(row: Row): EpochMs | null {
  const at = time(row, 'updatedAt');
  if (at !== null) {
    const message = say`impactEndDate is missing: taken to end with its last update, ${shownTime(at)}, at the latest`;
    amiss(row, 'bad-row', 'warning', message, 'fill in the end of the impact in Opsgenie, and export again');
  }
  return at;
}

export const opsgenie: Tool = {
  title: 'Opsgenie incidents',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: 'data',
  fields: [
    'id',
    'tinyId',
    'createdAt',
    'impactStartDate',
    'impactEndDate',
    'updatedAt',
    'status',
    'priority',
    'impactedServices',
  ],
  export: 'save the pages of GET /v1/incidents (100 incidents each, by offset)',
  seen: 'two raw answers of 2023, worked out a second time by an independent program; impactedServices holds ids, so record.yaml names the systems by them',
  states: severities,
};
