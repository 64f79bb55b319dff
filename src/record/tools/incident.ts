import type {EpochMs} from '../../calendar/index.ts';
import type {Entry, Interval} from '../types.ts';
import {finding, say} from '../../figure/index.ts';
import {leftOut, type ToolReading} from './read.ts';
import {amiss, lacks, type Row, shown, shownTime, textIn} from './row.ts';
import {type Judgement, stateOf} from './severity.ts';
import {type ClockSlip, slip} from './slip.ts';
import {backwards, yearsLong} from './lasting.ts';
import type {Severities} from './tool.ts';

/** What a tool says of one incident, before it is judged. */
export interface ToolIncident {
  readonly id: string | null;
  /** All that were hit; none where the row does not say. */
  readonly systems: readonly string[];
  readonly opened: EpochMs | null;
  readonly closed: EpochMs | null;
  /** Whether the tool holds that it is over. Then a missing end is a fault, else it lasts. */
  readonly over: boolean;
  /** When it began and ended to hurt, where the tool says so apart from the ticket. */
  readonly impact: {readonly start: EpochMs; readonly end: EpochMs | null} | null;
  /** When it was last written about, which counts while it lasts. */
  readonly heard?: EpochMs | null;
  /** What a blank cell in the place of the end means, where that is all that says whether it is over. */
  readonly blank?: 'lasts' | 'not known';
  /** The tool's words for how grave it was, the weightiest first. */
  readonly words: readonly (string | null)[];
}

/** The names under which record.yaml or the row itself knows what was hit. */
export function systemsOf(row: Row, ...own: readonly (string | null)[]): readonly string[] {
  const {system, systemField} = row.source;
  if (system !== null) return [system];
  const named = systemField === null ? own : [textIn(row, systemField)];
  return [...new Set(named.flatMap(name => (name === null || name.trim() === '' ? [] : [name])))];
}

/** Judges an incident: a row for every system, or why there is none. */
export function incident(row: Row, severities: Severities, said: ToolIncident): ToolReading {
  const told = {...said, impact: ended(said)};
  const nothing = {id: told.id, entries: []};
  const ticketStart = told.opened;
  const start = told.impact?.start ?? ticketStart;
  if (start === null) {
    lacks(row, 'the time at which it began');
    return nothing;
  }
  const ticket = {start: ticketStart ?? start, end: told.closed};
  const {severity, state} = judged(row, severities, told.words);
  if (state === undefined) return nothing;
  if (state === null) {
    return {id: told.id, entries: [leftOut(row, `severity ${shown(severity ?? 'unsaid')} is left out`)]};
  }
  if (told.systems.length === 0) {
    lacks(row, 'the name of the system', 'say system: or systemField: for this source');
    return nothing;
  }
  if (told.over && (told.impact ?? ticket).end === null) {
    lacks(row, 'the time at which it ended', 'the tool says that it is over');
    return nothing;
  }
  if (backwards(row, 'the ticket', ticket) || (told.impact && backwards(row, 'the impact', told.impact))) {
    return nothing;
  }
  if (yearsLong(row, told.impact ?? ticket)) return nothing;
  const apart = told.impact && told.opened !== null ? slip(told.impact, ticket) : null;
  // Leaving the incident out would make the record better than it was: the ticket at least is in its place.
  const impact = apart?.certain ? null : told.impact;
  const given = impact ?? ticket;
  if (given.end === null) {
    endless(row, told, given.start);
  }
  const entries = told.systems.map((system): Entry => {
    const evidence = {id: told.id, place: row.place};
    const known = given.end === null && told.blank === 'not known' ? 'unknown' : state;
    const common = {system, state: known, severity, source: row.source.name, evidence};
    const interval: Interval = {
      ...common,
      start: given.start,
      end: given.end,
      ticket: impact !== null && told.opened !== null ? ticket : null,
      ...(given.end === null && told.heard != null ? {heard: told.heard} : {}),
    };
    return {table: 'interval', row: interval};
  });
  return {id: told.id, entries: apart === null ? entries : [slipped(row, told, apart), ...entries]};
}

/** Says that an incident has no end: a warning where a blank cell is all that says so. */
function endless(row: Row, {id, systems, blank}: ToolIncident, start: EpochMs): void {
  const what = say`${id ?? 'an incident'} of ${systems.join(', ')}`;
  if (blank === 'not known') {
    const message = say`${what} has a blank end: from ${shownTime(start)} on it is unknown`;
    amiss(row, 'open-interval', 'warning', message, 'fill in the end where it is known');
    return;
  }
  const hint =
    blank === undefined
      ? 'its length is a lower bound; export again once it is over'
      : 'fill in the end; where blank ends were only not written down, say end: not known';
  const severity = blank === undefined ? 'note' : 'warning';
  amiss(row, 'open-interval', severity, say`${what} has not ended since ${shownTime(start)}`, hint);
}

function slipped(row: Row, told: ToolIncident, apart: ClockSlip): Entry {
  const {place, source} = row;
  const taken = apart.certain ? "taken at its ticket's times" : 'taken as it stands';
  const message = say`${told.id ?? 'an incident'}: ${apart.message}; ${taken}`;
  const hint = 'mend the impact window in the export, or take it out: then the times of the ticket count';
  const severity = apart.certain ? 'error' : 'warning';
  const slip = finding('typed-wrong-time', severity, message, {hint});
  return {table: 'fault', row: {...slip, place, source: source.name}};
}

/** The impact, which is over when the ticket is closed at the latest. */
function ended({impact, over, closed}: ToolIncident): ToolIncident['impact'] {
  return impact !== null && impact.end === null && over ? {...impact, end: closed} : impact;
}

/** The judgement on `words`; without a state, and with a fault, where no word is known. */
function judged(row: Row, severities: Severities, words: readonly (string | null)[]): Judgement {
  const judgement = stateOf(row.source, severities, words);
  if (judgement.state === undefined) {
    const {severity} = judgement;
    amiss(
      row,
      'bad-row',
      'error',
      say`severity ${shown(severity)} is none of ${Object.keys(severities.words).join(', ')}`,
      say`say what it means: states: {${severity}: down}, or degraded, up, or null to leave it out`,
    );
  }
  return judgement;
}
