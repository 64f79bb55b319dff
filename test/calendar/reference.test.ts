import {createHash} from 'node:crypto';
import {describe, expect, test} from 'vitest';
import {isFinding} from '../../src/figure/index.ts';
import {readFact} from '../../src/base/index.ts';
import {type Calendar, exchange} from '../../src/calendar/index.ts';
import {lineOf, reference, referenceThere} from './reference.ts';
import {messageOf} from '../findings.ts';

interface Exceptions {
  /** Hours, in the exchange's own time, that the reference counts as open though they are closed. */
  readonly rules: readonly (Sourced & {
    readonly from: string;
    readonly to?: string;
    readonly closed: readonly (readonly [string, string])[];
  })[];
  readonly days: readonly (Sourced & {readonly dates: readonly string[]})[];
}
interface Sourced {
  readonly calendar: string;
  readonly reason: string;
  readonly source: string;
}

const exceptions = readFact('exchanges/exceptions.json') as Exceptions;

/** Our calendars and the files that hold theirs. */
const PAIRS = [
  ['XNYS', 'xnys'],
  ['XNAS', 'xnys'],
  ['XLON', 'xlon'],
  ['XTKS', 'xtks'],
  ['XHKG', 'xhkg'],
  ['XTSE', 'xtse'],
  ['XETR', 'xetr'],
  ['XPAR', 'xpar'],
  ['XSWX', 'xswx'],
  ['XSES', 'xses'],
  ['XASX', 'xasx'],
  ['CME:equity', 'cmes'],
  ['CME:rates', 'cmes'],
  ['CME:energy', 'cmes'],
  ['CME:fx', 'cmes'],
  ['CME:metals', 'cmes'],
  ['24x5', '24-5'],
] as const;

describe.skipIf(!referenceThere)('every session is that of the reference', () => {
  test.each(PAIRS)('%s, but for the recorded exceptions', (id, file) => {
    const calendar = named(id);
    const rules = exceptions.rules.filter(rule => rule.calendar === id);
    const recorded = exceptions.days.flatMap(day => (day.calendar === id ? day.dates : []));
    const differ = differing(calendar, file, rules);
    expect(differ.filter(({date}) => !recorded.includes(date))).toEqual([]);
    // An exception that is none any more has to go.
    expect(recorded.filter(date => !differ.some(one => one.date === date))).toEqual([]);
    for (const rule of rules) {
      const without = differing(
        calendar,
        file,
        rules.filter(other => other !== rule),
      );
      expect(without.length, rule.reason).toBeGreaterThan(differ.length + 100);
    }
  });
});

/** `XNYS 2020: 253 sessions, 8c1f…`: of each year that is known whole, without the days of recorded exceptions. */
function checksums({covers}: Calendar, id: string, lines: ReadonlyMap<string, string>): readonly string[] {
  const apart = exceptions.days.flatMap(day => (day.calendar === id ? day.dates : []));
  return Array.from({length: 12}, (_, at) => `${2015 + at}`)
    .filter(year => covers.from <= `${year}-01-01` && `${year}-12-31` <= covers.to)
    .map(year => {
      const own = [...lines].filter(([date]) => date.startsWith(year) && !apart.includes(date));
      const sum = createHash('sha256').update(own.map(([, line]) => `${line}\n`).join(''));
      return `${id} ${year}: ${own.length} sessions, ${sum.digest('hex').slice(0, 16)}`;
    });
}

describe('the sessions of every year are those of exchange_calendars at 5308ce2 of 2026-07-23, under Apache-2.0', () => {
  const ours = (id: string) => new Map(named(id).sessions.map(session => [session.date, lineOf(session)]));
  const theirs = (id: string, file: string) =>
    reference(file, {zone: named(id).zone, rules: exceptions.rules.filter(rule => rule.calendar === id)});
  const shown = (linesOf: (id: string, file: string) => ReadonlyMap<string, string>) =>
    PAIRS.flatMap(([id, file]) => checksums(named(id), id, linesOf(id, file)).map(line => `${line}\n`)).join(
      '',
    );

  test('by its checksum', () => expect(shown(ours)).toMatchFileSnapshot('golden/sessions.txt'));
  test.skipIf(!referenceThere)('which is that of the reference', () =>
    expect(shown(theirs)).toMatchFileSnapshot('golden/sessions.txt'),
  );
});

test('every exception names its reason and its source, and every calendar is compared', () => {
  for (const {calendar, reason, source} of [...exceptions.rules, ...exceptions.days]) {
    expect(PAIRS.map(([id]) => id)).toContain(calendar);
    expect(reason.length).toBeGreaterThan(10);
    expect(source.length).toBeGreaterThan(10);
  }
});

function differing(calendar: Calendar, file: string, rules: Exceptions['rules']) {
  const {covers, zone} = calendar;
  const theirs = reference(file, {zone, rules});
  const ours = new Map(calendar.sessions.map(session => [session.date, lineOf(session)]));
  const [first = '', last = ''] = [[...theirs.keys()][0], [...theirs.keys()].at(-1)];
  const inside = (date: string) =>
    date >= covers.from &&
    date <= covers.to &&
    date >= first.slice(0, 4) &&
    date <= `${last.slice(0, 4)}-12-31`;
  const dates = [...new Set([...ours.keys(), ...theirs.keys()])].filter(inside).sort();
  expect(dates.length).toBeGreaterThan(1500);
  return dates
    .map(date => ({date, ours: ours.get(date), theirs: theirs.get(date)}))
    .filter(one => one.ours !== one.theirs);
}

function named(id: string): Calendar {
  const calendar = exchange(id);
  if (isFinding(calendar)) throw new Error(messageOf(calendar));
  return calendar;
}
