import {EMPTY, type Ink, margin, render, run, table, wrap} from '../page/index.ts';
import type {CalendarReport, ShortSession} from '../calendar/index.ts';
import type {Look} from './guide-text.ts';

/** A year of an exchange for a terminal: how long it is open, what four nines allow, and every day out of the ordinary. */
export function calendarText(report: CalendarReport, {width, colour}: Look): string {
  const {calendar, year, short, closures, quarters} = report;
  const say = (text: string, ink: Ink = 'plain') => wrap([run(text, ink)], width);
  const dated = (date: string, text: string) => wrap([run(text)], width, margin(`${date}  `));
  const lines = [
    ...say(`${calendar.id} ${year}: ${calendar.name}`, 'bold'),
    ...say(`${count(report.sessions)} sessions, ${count(report.minutes)} open minutes (${calendar.zone})`),
    EMPTY,
    ...table(
      [
        {head: ''},
        {head: 'sessions', right: true},
        {head: 'minutes', right: true},
        {head: '99.99% allows', right: true},
      ],
      quarters.map(({quarter, sessions, minutes, allows}) =>
        [quarter, count(sessions), count(minutes), spell(allows)].map(text => [run(text)]),
      ),
      width,
    ),
    EMPTY,
    ...say('Open for less than usual', 'bold'),
    ...(short.length === 0 ? say('no day') : []),
    ...short.flatMap(one => dated(one.date, shortWords(one))),
    EMPTY,
    ...say('Closed', 'bold'),
    ...(closures.length === 0 ? say('no day of its week') : []),
    ...closures.flatMap(({date, name, kind, doubt}) =>
      dated(date, `${name}${kind === 'holiday' ? '' : ` (${kind})`}${doubtWords(doubt)}`),
    ),
    EMPTY,
    ...calendar.notes.flatMap(note => say(note, 'muted')),
    ...say(
      `Facts of ${calendar.asOf}, from ${calendar.covers.from} to ${calendar.covers.to}: ${calendar.source}.`,
      'muted',
    ),
  ];
  return render(lines, colour);
}

/** A year of every exchange, a line each. */
export function calendarsText(reports: readonly CalendarReport[], {width, colour}: Look): string {
  const rows = reports.map(({calendar, sessions, minutes, short, closures}) =>
    [
      calendar.id,
      calendar.name,
      count(sessions),
      count(minutes),
      count(short.length),
      count(closures.length),
      calendar.covers.to.slice(0, 4),
    ].map(text => [run(text)]),
  );
  const lines = [
    ...wrap([run(`Sessions of ${reports[0]?.year}`, 'bold')], width),
    ...table(
      [
        {head: '', least: 10},
        {head: '', least: 16},
        {head: 'sessions', right: true},
        {head: 'minutes', right: true},
        {head: 'short', right: true},
        {head: 'closed', right: true},
        {head: 'until', right: true},
      ],
      rows,
      width,
    ),
  ];
  return render(lines, colour);
}

function shortWords({minutes, early, late, doubt}: ShortSession): string {
  const why = early === null ? late : early;
  const how =
    early !== null && late !== null ? 'late and early' : early !== null ? 'closes early' : 'opens late';
  return `${count(minutes)} minutes${why === null ? '' : `, ${how}: ${why}`}${doubtWords(doubt)}`;
}

function doubtWords(doubt: string | null): string {
  return doubt === null ? '' : `; not certain: ${doubt}`;
}

/** `2 min 27 s`, cut and not rounded: no more is allowed than that. */
function spell(seconds: number): string {
  const whole = Math.floor(seconds + 1e-6);
  return `${count(Math.floor(whole / 60))} min ${whole % 60} s`;
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}
