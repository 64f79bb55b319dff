import {readFact} from '../base/index.ts';
import type {Finding} from '../figure/index.ts';
import {type Calendar, calendarOf} from './calendar.ts';
import type {ExchangeFacts} from './facts.ts';
import {unknownCalendar} from './finding.ts';

/** A calendar that ships with Parley, before it is worked out. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  /** The file of `data/exchanges/` that holds its facts; two exchanges with one calendar share it. */
  readonly facts: string;
  /** What people call it as well. */
  readonly also?: readonly string[];
}

const known = new Map<string, Calendar>();

/** The calendars that ship with Parley, in the order in which they are listed. */
export function listedCalendars(): readonly Listed[] {
  return (readFact('exchanges/index.json') as {readonly calendars: readonly Listed[]}).calendars;
}

/**
 * The calendar of an exchange: `XNYS`, `CME:equity`, `24x7`, in any case of letters. A finding that lists the known ones
 * where there is none of that name. Facts are read when a calendar is first asked for, and kept.
 */
export function exchange(id: string): Calendar | Finding {
  const there = known.get(id.toLowerCase());
  if (there !== undefined) return there;
  const listed = listedCalendars();
  const found = listed.find(one => one.id.toLowerCase() === id.toLowerCase());
  if (found === undefined) {
    const spellings = new Map(
      listed.flatMap(one => [one.name, ...(one.also ?? [])].map(name => [name, one.id] as const)),
    );
    return unknownCalendar(
      id,
      listed.map(one => one.id),
      spellings,
    );
  }
  const facts = readFact(`exchanges/${found.facts}.json`) as ExchangeFacts;
  const calendar = {...calendarOf(facts), id: found.id, name: found.name};
  known.set(id.toLowerCase(), calendar);
  return calendar;
}
