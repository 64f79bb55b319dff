import {incident, systemsOf} from './incident.ts';
import {leftOut, rowReader} from './read.ts';
import {isFields, list, type Row, text, time} from './row.ts';
import type {Severities, Tool} from './tool.ts';

const severities: Severities = {
  words: {critical: 'down', major: 'down', minor: 'degraded', none: null, maintenance: null},
  unsaid: 'unknown',
  why: 'impact is a label that somebody chose, not a measure; critical and major read as outages, minor as less, and none says that nothing was hit. A history without labels cannot tell which, so it is unknown',
};

const OVER = ['resolved', 'postmortem', 'completed'];
const PLANNED = ['scheduled', 'in progress', 'in_progress', 'verifying', 'completed'];

const read = rowReader(['incidents', 'scheduled_maintenances'], row => {
  const id = text(row, 'id', 'entry_id', 'shortlink', 'url');
  const states = statesOf(row);
  const impact = text(row, 'impact_override', 'impact');
  const last = states.at(-1);
  const planned =
    impact === 'maintenance' || row.value['scheduled_for'] != null || PLANNED.includes(last ?? '');
  if (planned && row.source.states['maintenance'] == null) {
    return {id, entries: [leftOut(row, 'maintenance that was announced')]};
  }
  const start = time(row, 'downtime_start', 'impact_window.start_at');
  const resolved = time(row, 'resolved_at');
  const over = resolved !== null || OVER.includes(last ?? '');
  const opened = time(row, 'started_at', 'created_at', 'published_at');
  return incident(row, severities, {
    id,
    systems: systemsOf(row, ...components(row)),
    opened,
    closed: resolved ?? (over ? lastUpdate(row) : null),
    over,
    impact: start === null ? null : {start, end: time(row, 'downtime_end', 'impact_window.end_at')},
    words: [planned ? 'maintenance' : impact],
  });
});

/** The states that the incident went through, oldest first: as a list of words, or of its updates, newest first. */
function statesOf(row: Row): readonly string[] {
  const sequence = list(row, 'status_sequence').map(String);
  const status = text(row, 'status');
  const words = status === null ? sequence : [...sequence, status];
  return words.map(word => word.toLowerCase());
}

/** The newest of the updates: when a history without resolved_at was closed. */
function lastUpdate(row: Row): number | null {
  const updates = list(row, 'incident_updates', 'updates').filter(isFields);
  const newest = updates
    .map(update => update['display_at'] ?? update['created_at'] ?? update['at'])
    .filter(at => typeof at === 'string')
    .sort()
    .at(-1);
  return newest === undefined ? null : time({...row, value: {newest}}, 'newest');
}

/** The components by name; the page as a whole, under the name of the source, where none is named. */
function components(row: Row): readonly (string | null)[] {
  const named = list(row, 'components').map(one => (isFields(one) ? one['name'] : one));
  const names = named.filter(name => typeof name === 'string' && name !== '') as string[];
  return names.length > 0 ? names : [row.source.name];
}

export const statuspage: Tool = {
  title: 'Statuspage incidents',
  reader: read,
  formats: ['json', 'jsonl'],
  at: 'incidents',
  fields: [
    'id',
    'impact',
    'status',
    'created_at',
    'started_at',
    'resolved_at',
    'components',
    'incident_updates',
    'impact_window',
    'downtime_start',
    'downtime_end',
  ],
  export:
    'save /api/v2/incidents.json of the page; it holds the last 50, so save it again before they roll off',
  seen: 'a scraped history of 2022 to 2026 as JSON Lines, and the public description of the answer',
  states: severities,
};
