import {buildCommand} from '@stricli/core';
import {calendar as ask} from '../../desk/index.ts';
import {calendarDocument, calendarsDocument} from '../../views/index.ts';
import {BRIEFS} from '../briefs.ts';
import type {Context} from '../context.ts';
import {html, json} from '../flags.ts';
import {answered, type PrintFlags, show} from '../show.ts';

interface CalendarFlags extends PrintFlags {
  readonly year?: number;
}

/** `parley calendar [ID]`: a year of one exchange, or of all of them, a line each. */
async function calendar(this: Context, flags: CalendarFlags, id?: string): Promise<void> {
  const year = flags.year ?? Number(this.world.today.slice(0, 4));
  const report = answered(this, await ask({id: id ?? null, year}, this.world));
  if (report === null) return;
  const [one] = id === undefined ? [] : report;
  const printed = one === undefined ? calendarsDocument(report) : calendarDocument(one);
  await show(this, flags, one ?? report, printed);
}

export const command = buildCommand<CalendarFlags, [string?], Context>({
  func: calendar,
  parameters: {
    flags: {
      year: {
        kind: 'parsed',
        parse: yearOf,
        brief: 'The year; this one unless told',
        placeholder: 'YEAR',
        optional: true,
      },
      html,
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

function yearOf(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new Error(`expected a year such as 2026, got "${text}"`);
  return Number(text);
}
