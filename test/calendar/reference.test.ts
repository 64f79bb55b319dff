import {describe, expect, test} from 'vitest';
import {readFact} from '../../src/base/index.ts';
import {type Calendar, exchange, isFinding} from '../../src/calendar/index.ts';
import {lineOf, reference, referenceThere} from './reference.ts';

interface Exception {
  readonly calendar: string;
  readonly date: string;
  readonly reason: string;
  readonly source: string;
}

const {days: exceptions} = readFact('exchanges/exceptions.json') as {readonly days: readonly Exception[]};

/** Our calendars and the files that hold theirs. */
const PAIRS = [
  ['XNYS', 'xnys'],
  ['XNAS', 'xnys'],
  ['XLON', 'xlon'],
] as const;

if (!referenceThere) console.log('skipped: no calendars of another library in ../shared/calendars');

describe.skipIf(!referenceThere)('every session is that of the reference', () => {
  test.each(PAIRS)('%s, but for the recorded exceptions', (id, file) => {
    const calendar = calendarNamed(id);
    const theirs = reference(file);
    const ours = new Map(calendar.sessions.map(session => [session.date, lineOf(session)]));
    const {from, to} = calendar.covers;
    const dates = [...new Set([...ours.keys(), ...theirs.keys()])].filter(date => date >= from && date <= to);
    expect(dates.length).toBeGreaterThan(2500);
    const differ = dates.filter(date => ours.get(date) !== theirs.get(date)).sort();
    const recorded = exceptions.filter(one => one.calendar === id).map(one => one.date);
    const show = (date: string) => ({date, ours: ours.get(date), theirs: theirs.get(date)});
    expect(differ.filter(date => !recorded.includes(date)).map(show)).toEqual([]);
    // An exception that is none any more has to go.
    expect(recorded.filter(date => !differ.includes(date))).toEqual([]);
  });
});

function calendarNamed(id: string): Calendar {
  const calendar = exchange(id);
  if (isFinding(calendar)) throw new Error(calendar.message);
  return calendar;
}
