import {DAY_MS, type EpochMs} from '../../calendar/index.ts';
import {readInstant} from '../../intake/index.ts';
import type {Reader, RecordFinding} from '../types.ts';
import {count, finding, say} from '../../figure/index.ts';
import {incident, systemsOf} from './incident.ts';
import {leftOut, rowReader, type ToolReading} from './read.ts';
import {isFields} from './fields.ts';
import {amiss, latest, list, type Row, shownTime, textIn, time} from './row.ts';
import {type PageAnswers, reachOf, tallied} from './statuspage-reach.ts';
import type {Severities, Tool} from './tool.ts';

const severities: Severities = {
  words: {critical: 'down', major: 'down', minor: 'degraded', none: null, maintenance: null},
  unsaid: 'unknown',
  why: 'impact is a label that somebody chose, not a measure; critical and major read as outages, minor as less, and none says that nothing was hit. A history without labels cannot tell which, so it is unknown',
};

const OVER = ['resolved', 'postmortem', 'completed'];
/** Of maintenance, that it began. */
const BEGUN = ['in progress', 'in_progress', 'verifying', 'completed'];
const PLANNED = ['scheduled', 'in progress', 'in_progress', 'verifying', 'completed'];

const read: Reader = source => {
  const answers: PageAnswers = new Map();
  const rows = rowReader(['incidents', 'scheduled_maintenances'], row => {
    if (row.value['scheduled_for'] == null) tallied(row, answers);
    return one(row);
  })(source);
  return {take: rows.take, end: () => [...rows.end(), ...reachOf(answers, source)]};
};

function one(row: Row): ToolReading {
  const id = textIn(row, 'id', 'entry_id', 'shortlink', 'url');
  const states = statesOf(row);
  const impact = textIn(row, 'impact_override', 'impact');
  const last = states.at(-1) ?? '';
  const planned = impact === 'maintenance' || row.value['scheduled_for'] != null || PLANNED.includes(last);
  if (planned && row.source.states['maintenance'] == null) {
    return {id, entries: [leftOut(row, 'maintenance that was announced')]};
  }
  const all = updatesOf(row);
  const begun = all.find(({status}) => BEGUN.includes(status));
  if (planned && begun === undefined && (last === 'scheduled' || last === '')) {
    return {id, entries: [leftOut(row, 'maintenance that has not begun')]};
  }
  // What is written before maintenance begins announces it.
  const updates = planned ? all.filter(({status}) => status !== 'scheduled') : all;
  const start = time(row, 'downtime_start', 'impact_window.start_at');
  const resolved = time(row, 'resolved_at');
  const ended = updates.findLast(({status}) => OVER.includes(status));
  const over = resolved !== null || OVER.includes(last) || ended !== undefined;
  const opened = planned
    ? (begun?.at ?? time(row, 'scheduled_for', 'started_at', 'created_at'))
    : time(row, 'started_at', 'created_at', 'published_at');
  const written = ended ?? updates.at(-1);
  const closed = resolved ?? (over ? (written?.at ?? null) : null);
  if (resolved === null && ended !== undefined) wentOn(row, id, ended, updates);
  const torn = againstUpdates(row, opened, closed, updates);
  const told = incident(row, severities, {
    id,
    systems: systemsOf(row, ...components(row)),
    opened: torn ? (updates[0]?.at ?? null) : opened,
    closed: torn && over ? (written?.at ?? null) : closed,
    over,
    heard: updates.at(-1)?.at ?? latest(row, 'updated_at', 'monitoring_at'),
    impact: start === null ? null : {start, end: time(row, 'downtime_end', 'impact_window.end_at')},
    words: [planned ? 'maintenance' : impact],
  });
  return {id, entries: torn ? [{table: 'fault', row: torn}, ...told.entries] : told.entries};
}

/** An incident is over once an update says so; that a later one bears another label is told. */
function wentOn(row: Row, id: string | null, ended: Update, updates: readonly Update[]): void {
  const later = updates.findLast(({at, status}) => at > ended.at && status !== '');
  if (later === undefined || OVER.includes(later.status)) return;
  const message = say`${id ?? 'an incident'} was ${ended.status} ${shownTime(ended.at)}, and its update of ${shownTime(later.at)} is labelled ${later.status}: it is taken to end when it was ${ended.status}`;
  amiss(row, 'contradiction', 'warning', message, 'where it went on, write the end into resolved_at');
}

/** The states that the incident went through, oldest first: as a list of words, or of its updates, newest first. */
function statesOf(row: Row): readonly string[] {
  const sequence = list(row, 'status_sequence').map(String);
  const status = textIn(row, 'status');
  const words = status === null ? sequence : [...sequence, status];
  return words.map(word => word.toLowerCase());
}

/** What was written about the incident, and the state that it was given; empty where none is said. */
interface Update {
  readonly at: EpochMs;
  readonly status: string;
}

/** Oldest first. A postmortem comes weeks after the end. */
function updatesOf(row: Row): readonly Update[] {
  const found: Update[] = [];
  for (const update of list(row, 'incident_updates', 'updates')) {
    if (!isFields(update)) continue;
    const status = typeof update['status'] === 'string' ? update['status'].trim().toLowerCase() : '';
    if (status === 'postmortem') continue;
    const reading = readInstant(update['display_at'] ?? update['created_at'] ?? update['at'], {
      zone: row.source.zone,
    });
    // Only asked about where the incident's own times fail: an unreadable one costs nothing.
    if (reading.ok) found.push({at: reading.at, status});
  }
  return found.sort((a, b) => a.at - b.at);
}

/**
 * Whether the incident's own start or end lies weeks from anything that was written about it. Histories scraped from
 * pages without years have the wrong one so. The updates then count.
 */
function againstUpdates(
  row: Row,
  opened: EpochMs | null,
  closed: EpochMs | null,
  updates: readonly Update[],
): RecordFinding | null {
  const [first, last] = [updates[0]?.at, updates.at(-1)?.at];
  if (first === undefined || last === undefined) return null;
  const far = (at: EpochMs | null, update: EpochMs) => at !== null && Math.abs(at - update) > 30 * DAY_MS;
  const started = far(opened, first);
  if (!started && !far(closed, last)) return null;
  const {what, at, update} = started
    ? {what: 'start', at: opened ?? first, update: first}
    : {what: 'end', at: closed ?? last, update: last};
  const id = textIn(row, 'id') ?? 'an incident';
  const days = Math.round(Math.abs(at - update) / DAY_MS);
  const message = say`${id}: its ${what} ${shownTime(at)} lies ${count(days)} days from its update of ${shownTime(update)}: the year or month may be typed wrong; taken at its updates' times`;
  const hint = 'mend the time in the export';
  return {
    ...finding('typed-wrong-time', 'error', message, {hint}),
    place: row.place,
    source: row.source.name,
  };
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
  seen: 'the history of a public page of 2022 to 2026, 819 incidents, and a raw answer of 2024 with two, whose uptime an independent program confirms, and the public description of the answer',
  states: severities,
};
