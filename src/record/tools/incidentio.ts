import type {EpochMs} from '../../calendar/index.ts';
import {incident, systemsOf} from './incident.ts';
import {rowReader} from './read.ts';
import {isFields} from './fields.ts';
import {latest, list, type Row, textIn, time, timeOf} from './row.ts';
import type {Severities, Tool} from './tool.ts';

const severities: Severities = {
  words: {
    critical: 'down',
    major: 'down',
    minor: 'degraded',
    declined: null,
    merged: null,
    canceled: null,
    test: null,
  },
  unsaid: 'unknown',
  why: 'the severities that a new organisation starts with; each may name its own, which states then explains. What was declined or merged was no incident of its own',
};

/** What an organisation may call its own; the names after `columns:` in record.yaml say otherwise. */
const STAMPS = {
  start: 'Impact started at',
  end: 'Fixed at',
  opened: 'Reported at',
  closed: 'Resolved at',
} as const;
type Stamp = keyof typeof STAMPS;

const read = rowReader(['incidents'], row => {
  const start = stamp(row, 'start');
  const status =
    textIn(row, 'incident_status.category', 'status.category', 'status_category')?.toLowerCase() ?? null;
  const closed = stamp(row, 'closed');
  const end = stamp(row, 'end') ?? closed;
  const over = status === 'closed' || status === 'learning' || closed !== null;
  const dropped = status === 'declined' || status === 'merged' || status === 'canceled' || status === 'test';
  const {system} = row.source.columns;
  return incident(row, severities, {
    id: textIn(row, 'id', 'reference', 'ID', 'incident_id'),
    systems: systemsOf(
      row,
      ...(system === undefined ? fieldValues(row, 'Affected services') : fieldValues(row, system)),
    ),
    opened: stamp(row, 'opened') ?? time(row, 'created_at', 'Created at'),
    closed: closed ?? end,
    over,
    heard: latest(row, 'updated_at', 'Updated at'),
    impact: start === null ? null : {start, end},
    words: [dropped ? status : null, textIn(row, 'severity.name', 'severity', 'Severity')],
  });
});

/** A timestamp by the name that the organisation gave it: a row of the incident, or a column of the flat export. */
function stamp(row: Row, which: Stamp): EpochMs | null {
  const name = row.source.columns[which] ?? STAMPS[which];
  const like = (other: unknown) => typeof other === 'string' && other.toLowerCase() === name.toLowerCase();
  for (const one of list(row, 'incident_timestamp_values', 'timestamps')) {
    if (!isFields(one)) continue;
    const kind = one['incident_timestamp'];
    if (!like(isFields(kind) ? kind['name'] : one['name'])) continue;
    const held = isFields(one['value']) ? one['value']['value'] : one['value'];
    return held === undefined || held === null || held === '' ? null : timeOf(row, name, held);
  }
  const column = Object.keys(row.value).find(like);
  return column === undefined ? null : time(row, column);
}

/** The values of a custom field, or of a column of the flat export, in which several stand between commas. */
function fieldValues(row: Row, name: string): readonly string[] {
  for (const entry of list(row, 'custom_field_entries')) {
    if (!isFields(entry) || !isFields(entry['custom_field']) || entry['custom_field']['name'] !== name)
      continue;
    const values = Array.isArray(entry['values']) ? entry['values'].filter(isFields) : [];
    return values.map(valueName).filter(value => value !== null);
  }
  return (
    textIn(row, name)
      ?.split(/[,;]/)
      .map(one => one.trim())
      .filter(Boolean) ?? []
  );
}

function valueName(value: Readonly<Record<string, unknown>>): string | null {
  for (const key of ['value_catalog_entry', 'value_option']) {
    const inner = value[key];
    const name = isFields(inner) ? (inner['name'] ?? inner['value']) : undefined;
    if (typeof name === 'string') return name;
  }
  return typeof value['value_text'] === 'string' ? value['value_text'] : null;
}

export const incidentio: Tool = {
  title: 'incident.io incidents',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: 'incidents',
  fields: [
    'id',
    'reference',
    'severity',
    'incident_status.category',
    'created_at',
    'incident_timestamp_values',
    'custom_field_entries',
  ],
  headings: [...Object.values(STAMPS), 'ID', 'Severity', 'Created at'],
  export:
    'save the pages of GET /v2/incidents (by the cursor `after`), or a flat table with a column per timestamp',
  seen: 'types that other programs write down for the answer, not an answer itself; the names of timestamps are yours to say',
  states: {
    ...severities,
    words: {...severities.words, declined: null, merged: null, canceled: null, test: null},
  },
};
