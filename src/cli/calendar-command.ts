import {buildCommand} from '@stricli/core';
import {json} from './flags.ts';
import type {Context} from './context.ts';

export interface CalendarFlags {
  readonly year?: number;
  readonly json: boolean;
}

function year(text: string): number {
  if (!/^\d{4}$/.test(text)) throw new Error(`expected a year such as 2026, got "${text}"`);
  return Number(text);
}

export const calendarCommand = buildCommand<CalendarFlags, [string?], Context>({
  loader: async () => (await import('./commands/calendar.ts')).calendar,
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
    brief: 'When exchanges are open: sessions, minutes, short days, closures',
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
