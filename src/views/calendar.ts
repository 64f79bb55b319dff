import {type Evidence, showCount} from '../base/index.ts';
import type {CalendarReport, ShortSession} from '../calendar/index.ts';
import {count, day, type Figure, isKnown, named, type Prose, quote, say} from '../figure/index.ts';
import {type Block, type Document, text, toned} from '../page/index.ts';

const COLUMNS = [
  {head: say`quarter`, least: 7},
  {head: say`sessions`, figures: true, least: 8},
  {head: say`minutes`, figures: true, least: 7},
  {head: say`${quote('99.99%', {disclosure: 'public'})} allows`, figures: true, least: 13},
];

/** A year of an exchange: how long it is open, what four nines allow, and every day out of the ordinary. */
export function calendarDocument(report: CalendarReport): Document {
  const {calendar, year, sessions, minutes, quarters, short, closures} = report;
  const {id, name, zone, covers, asOf, source, notes} = calendar;
  return {
    title: say`${named(id)} ${named(String(year))}`,
    kind: [toned('plain', say`When an exchange is open`)],
    heading: say`${named(`${id} ${year}: ${name}`)}`,
    lines: [text`${count(sessions)} sessions, ${minutes} open minutes (${named(zone)})`],
    answer: null,
    sections: [
      {
        id: 'quarters',
        heading: say`By quarter`,
        blocks: [
          {
            block: 'table',
            caption: say`Sessions and open minutes by quarter`,
            columns: COLUMNS,
            rows: quarters.map(one => ({
              cells: [
                {text: text`${named(one.quarter)}`},
                {text: text`${count(one.sessions)}`},
                {text: text`${one.minutes}`},
                {text: text`${one.allows}`},
              ],
            })),
          },
        ],
      },
      {
        id: 'short',
        heading: say`Open for less than usual`,
        blocks: [
          dated(
            short.map(one => [one.date, shortWords(one)] as const),
            say`no day`,
          ),
        ],
      },
      {
        id: 'closed',
        heading: say`Closed`,
        blocks: [
          dated(
            closures.map(({date, name: why, kind, doubt}) => {
              const of = kind === 'holiday' ? say`` : say` (${kind})`;
              return [date, say`${quote(why)}${of}${doubtWords(doubt)}`] as const;
            }),
            say`no day of its week`,
          ),
          ...notes.map((note): Block => ({block: 'paragraph', text: [toned('muted', say`${quote(note)}`)]})),
        ],
      },
    ],
    ground: groundOf(minutes),
    footer: say`Facts of ${day(asOf)}, from ${day(covers.from)} to ${day(covers.to)}: ${quote(source)}.`,
    dated: say`as of ${day(asOf)}`,
  };
}

/** A year of every exchange, a line each. */
export function calendarsDocument(reports: readonly CalendarReport[]): Document {
  const year = reports[0]?.year ?? 0;
  const figures = true;
  return {
    title: say`Sessions of ${named(String(year))}`,
    kind: [toned('plain', say`When exchanges are open`)],
    heading: say`Sessions of ${named(String(year))}`,
    lines: [],
    answer: null,
    sections: [
      {
        id: 'exchanges',
        heading: say`Every exchange`,
        blocks: [
          {
            block: 'table',
            caption: say`A year of every exchange`,
            columns: [
              {head: say`id`, least: 10},
              {head: say`exchange`, least: 16},
              {head: say`sessions`, figures, least: 8},
              {head: say`minutes`, figures, least: 7},
              {head: say`short`, figures, least: 5},
              {head: say`closed`, figures, least: 6},
              {head: say`until`, figures, least: 5},
            ],
            rows: reports.map(({calendar, sessions, minutes, short, closures}) => ({
              cells: [
                named(calendar.id),
                named(calendar.name),
                count(sessions),
                minutes,
                count(short.length),
                count(closures.length),
                named(calendar.covers.to.slice(0, 4)),
              ].map(of => ({text: text`${of}`})),
            })),
          },
        ],
      },
    ],
    ground: groundOf(reports[0]?.minutes),
    footer: say`${named(showCount(reports.length))} exchanges; docs/calendar.md names the sources.`,
    dated: say`${named(String(year))}`,
  };
}

function groundOf(figure: Figure | undefined): readonly Evidence[] {
  return isKnown(figure) ? [figure.evidence] : [];
}

/** Days with what there is to say of each; `none` where there is no such day. */
function dated(days: readonly (readonly [string, Prose])[], none: Prose): Block {
  if (days.length === 0) return {block: 'paragraph', text: [{text: none}]};
  return {block: 'facts', rows: days.map(([date, of]) => ({label: say`${day(date)}`, text: [{text: of}]}))};
}

function shortWords({minutes, early, late, doubt}: ShortSession): Prose {
  const how =
    early !== null && late !== null
      ? say`late and early`
      : early !== null
        ? say`closes early`
        : say`opens late`;
  const why = early ?? late;
  return say`${minutes} minutes${why === null ? null : say`, ${how}: ${quote(why)}`}${doubtWords(doubt)}`;
}

function doubtWords(doubt: string | null): Prose {
  return doubt === null ? say`` : say`; not certain: ${quote(doubt)}`;
}
