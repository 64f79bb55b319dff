import {incident, systemsOf} from './incident.ts';
import {rowReader} from './read.ts';
import {latest, textIn, time} from './row.ts';
import type {Severities, Tool} from './tool.ts';

const severities: Severities = {
  words: {silenced: null},
  unsaid: 'down',
  why: 'an alert group has no severity, and it is there because somebody was to be woken; a silenced one was told to be none',
};

const read = rowReader(['results'], row => {
  const state = textIn(row, 'state')?.toLowerCase() ?? null;
  return incident(row, severities, {
    id: textIn(row, 'id'),
    systems: systemsOf(row, textIn(row, 'integration_id')),
    opened: time(row, 'created_at'),
    closed: time(row, 'resolved_at'),
    over: state === 'resolved',
    heard: latest(row, 'acknowledged_at'),
    impact: null,
    words: [state === 'silenced' ? state : null],
  });
});

export const oncall: Tool = {
  title: 'Grafana OnCall alert groups',
  reader: read,
  formats: ['json', 'jsonl', 'csv'],
  at: 'results',
  fields: ['id', 'integration_id', 'state', 'created_at', 'resolved_at'],
  export: 'save the pages of GET /api/v1/alert_groups/ (follow `next`)',
  seen: "the maker's own description of the answer; the open-source edition is archived since 2026-03-24",
  states: severities,
};
