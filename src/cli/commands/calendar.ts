import {buildCommand} from '@stricli/core';
import {
  calendarReport,
  type CalendarFinding,
  type CalendarReport,
  exchange,
  isFinding,
  listedCalendars,
} from '../../calendar/index.ts';
import {calendarsText, calendarText} from '../calendar-text.ts';
import {BRIEFS} from '../briefs.ts';
import {type Context, EXIT} from '../context.ts';
import {sayFindings} from '../findings.ts';
import {json} from '../flags.ts';

interface CalendarFlags {
  readonly year?: number;
  readonly json: boolean;
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new Error(`expected a year such as 2026, got "${text}"`);
  return Number(text);
}

export const command = buildCommand<CalendarFlags, [string?], Context>({
  func: calendar,
  parameters: {
    flags: {
      year: {
        kind: 'parsed',
        parse: year,
        brief: 'The year; this one unless told',
        placeholder: 'YEAR',
        optional: true,
      },
      json,
    },
    positional: {
      kind: 'tuple',
      parameters: [
        {parse: String, brief: 'An exchange, such as XNYS or CME:equity', placeholder: 'ID', optional: true},
      ],
    },
  },
  docs: {
    brief: BRIEFS.calendar,
    fullDescription: [
      'Tells a year of an exchange: its sessions and open minutes, what 99.99% of a quarter allows, the days that are cut',
      'short and those that are closed, with reasons. Without an exchange it lists all of them. docs/calendar.md names the',
      'sources.',
      '',
      'EXAMPLES',
      '  parley calendar',
      '  parley calendar XNYS --year 2026',
      '  parley calendar CME:equity --json',
    ].join('\n'),
  },
});

/** `parley calendar [ID]`: a year of one exchange, or of all of them, a line each. */
export function calendar(this: Context, flags: CalendarFlags, id?: string): void {
  const year = flags.year ?? Number(this.today.slice(0, 4));
  const reports = (id === undefined ? listedCalendars().map(one => one.id) : [id]).map(one =>
    reportOf(one, year),
  );
  const told = reports.flatMap(report => (isFinding(report) ? [] : [report]));
  sayFindings(this, reports.filter(isFinding));
  if (told.length === 0) return this.exit(EXIT.usage);
  const look = {width: this.width, colour: this.colour};
  const one = id === undefined ? undefined : told[0];
  if (flags.json) this.print(JSON.stringify(one ?? told, null, 2));
  else this.print(one === undefined ? calendarsText(told, look) : calendarText(one, look));
}

function reportOf(id: string, year: number): CalendarReport | CalendarFinding {
  const found = exchange(id);
  return isFinding(found) ? found : calendarReport(found, year);
}
