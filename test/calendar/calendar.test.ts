import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {isFinding} from '../../src/figure/index.ts';
import {calendarOf, isOpen} from '../../src/calendar/calendar.ts';
import type {ExchangeFacts} from '../../src/calendar/facts.ts';
import {
  allowedSeconds,
  type Calendar,
  exchange,
  openMinutes,
  openWithin,
  sessions,
} from '../../src/calendar/index.ts';
import {messageOf, withTexts} from '../findings.ts';

const at = (text: string) => Date.parse(text);
const minutes = (id: string, from: string, to: string) => openMinutes(named(id), at(from), at(to));

describe('an interval of a market day', () => {
  test.each([
    ['a whole session', 'XNYS', '2026-03-03T00:00Z', '2026-03-04T00:00Z', 390],
    ['the opening minute', 'XNYS', '2026-03-03T14:30Z', '2026-03-03T14:31Z', 1],
    ['half a second', 'XNYS', '2026-03-03T14:30:00.250Z', '2026-03-03T14:30:00.750Z', 1 / 120],
    ['before the open into it', 'XNYS', '2026-03-03T14:00Z', '2026-03-03T15:00Z', 30],
    ['a night', 'XNYS', '2026-03-03T21:00Z', '2026-03-04T14:30Z', 0],
    ['a weekend and a half day', 'XNYS', '2025-11-27T00:00Z', '2025-12-01T14:30Z', 210],
    ['the day of mourning', 'XNYS', '2025-01-09T00:00Z', '2025-01-10T00:00Z', 0],
    ['nothing at all', 'XNYS', '2026-03-03T15:00Z', '2026-03-03T15:00Z', 0],
    ['London, in winter', 'XLON', '2026-01-06T08:00Z', '2026-01-06T16:30Z', 510],
    ['London, in summer', 'XLON', '2026-07-07T08:00Z', '2026-07-07T16:30Z', 450],
    ['Tokyo, with its lunch', 'XTKS', '2024-11-01T00:00Z', '2024-11-01T09:00Z', 300],
    ['Tokyo, since it closes later', 'XTKS', '2024-11-05T00:00Z', '2024-11-05T09:00Z', 330],
    ['the lunch of Hong Kong', 'XHKG', '2026-03-03T04:00Z', '2026-03-03T05:00Z', 0],
    ['Hong Kong after a typhoon', 'XHKG', '2023-10-09T00:00Z', '2023-10-10T00:00Z', 120],
    ['Sydney, where it is summer', 'XASX', '2026-01-05T23:00Z', '2026-01-06T05:00Z', 360],
    ['a day of Globex', 'CME:equity', '2026-03-03T23:00Z', '2026-03-04T23:00Z', 1380],
    ['its halt', 'CME:rates', '2026-03-03T22:00Z', '2026-03-03T23:00Z', 0],
    ['the second halt of former years', 'CME:equity', '2021-06-25T20:00Z', '2021-06-25T21:00Z', 45],
    ['Globex on Sunday evening', 'CME:fx', '2026-03-01T22:00Z', '2026-03-02T00:00Z', 60],
    ['equities on the day of mourning', 'CME:equity', '2025-01-08T23:00Z', '2025-01-09T23:00Z', 930],
    ['rates on that day', 'CME:rates', '2025-01-08T23:00Z', '2025-01-09T23:00Z', 1155],
    ['energy on that day', 'CME:energy', '2025-01-08T23:00Z', '2025-01-09T23:00Z', 1380],
    ['metals on a Monday that is a holiday', 'CME:metals', '2024-01-14T23:00Z', '2024-01-15T23:00Z', 1230],
    ['every weekday', '24x5', '2026-03-06T12:00Z', '2026-03-09T12:00Z', 1440],
    ['always', '24x7', '2026-03-06T12:00Z', '2026-03-09T12:00Z', 4320],
    ['the year of NYSE', 'XNYS', '2026-01-01T12:00Z', '2026-12-31T23:00Z', 97_530],
  ])('%s', (_what, id, from, to, expected) => {
    expect(minutes(id, from, to)).toBeCloseTo(expected, 9);
  });

  test('that ends before it starts is a fault of the caller', () => {
    expect(() => minutes('XNYS', '2026-03-04T00:00Z', '2026-03-03T00:00Z')).toThrow(RangeError);
  });
});

test('a stretch is open from its first instant until before its last', () => {
  const nyse = named('XNYS');
  expect(isOpen(nyse, at('2026-03-03T14:30Z') - 1)).toBe(false);
  expect(isOpen(nyse, at('2026-03-03T14:30Z'))).toBe(true);
  expect(isOpen(nyse, at('2026-03-03T21:00Z') - 1)).toBe(true);
  expect(isOpen(nyse, at('2026-03-03T21:00Z'))).toBe(false);
});

test('London and New York overlap for two hours, and three while their clocks disagree', () => {
  const [london, york] = [named('XLON'), named('XNYS')];
  const overlap = (day: string) => {
    const both = answer(openWithin(london, at(`${day}T00:00Z`), at(`${day}T23:59Z`)));
    return both.reduce((sum, {from, to}) => sum + answer(openMinutes(york, from, to)), 0);
  };
  const days = answer(sessions(london, '2026-01-01', '2026-12-31')).map(({date}) => date);
  const wide = days.filter(day => overlap(day) === 180);
  expect(wide).toHaveLength(20);
  expect(wide.filter(day => day.startsWith('2026-03'))).toHaveLength(15);
  expect([wide[0], wide.at(-1)]).toEqual(['2026-03-09', '2026-10-30']);
  expect(overlap('2026-03-06')).toBe(120);
});

test('a day lost to the exchange itself is no session, and told apart from holidays', () => {
  const {closures} = named('XTKS');
  expect(closures.filter(({kind}) => kind === 'venue').map(({date}) => date)).toEqual(['2020-10-01']);
  expect(answer(sessions(named('XTKS'), '2020-10-01', '2020-10-01'))).toEqual([]);
});

test('a session whose hours are not certain says why', () => {
  const [fall] = answer(sessions(named('CME:energy'), '2024-11-29', '2024-11-29'));
  expect(fall).toMatchObject({
    early: 'Day after Thanksgiving',
    doubt: expect.stringContaining('not sourced'),
  });
  const uncertain = (id: string) => named(id).sessions.filter(({doubt}) => doubt !== null).length;
  expect([uncertain('XNYS'), uncertain('CME:equity'), uncertain('CME:metals')]).toEqual([0, 0, 8]);
});

test('stretches that touch are told as one', () => {
  const week = answer(openWithin(named('24x5'), at('2026-03-02T00:00Z'), at('2026-03-09T00:00Z')));
  expect(week).toEqual([{from: at('2026-03-02T00:00Z'), to: at('2026-03-07T00:00Z')}]);
});

describe('where there are no facts there is no answer', () => {
  test.each([
    ['2028-01-03T15:00Z', 'XNYS ends with 2027-12-31'],
    ['2014-12-31T15:00Z', 'XNYS begins with 2015-01-01'],
  ])('at %s', (instant, message) => {
    const nyse = named('XNYS');
    const inside = at('2026-03-03T15:00Z');
    const ends = [at(instant), inside].sort((a, b) => a - b) as [number, number];
    for (const refusal of [
      openMinutes(nyse, ...ends),
      openWithin(nyse, ...ends),
      isOpen(nyse, at(instant)),
      sessions(nyse, ...(ends.map(end => new Date(end).toISOString().slice(0, 10)) as [string, string])),
    ])
      expect(withTexts(refusal)).toMatchObject({
        rule: 'beyond-calendar',
        message: expect.stringContaining(message),
      });
  });

  test.each([
    ['XNSY', 'did you mean XNYS?'],
    ['nyse', 'did you mean XNYS?'],
    ['Nasdak', 'did you mean XNAS?'],
  ])('of an exchange called %s', (id, hint) => {
    const finding = exchange(id);
    expect(withTexts(finding)).toMatchObject({rule: 'unknown-calendar', hint});
    expect(isFinding(finding) && messageOf(finding)).toContain('XLON');
  });

  test('an id may be written in any case', () => {
    expect(named('xnys').id).toBe('XNYS');
    expect(named('XNAS')).toMatchObject({id: 'XNAS', name: 'Nasdaq'});
  });
});

describe('open minutes', () => {
  const some = fc.constantFrom('XNYS', 'XLON', 'XTKS', 'XHKG', 'XASX', 'XTSE', 'CME:equity', '24x5');
  const instant = fc.integer({min: at('2015-01-03T00:00Z'), max: at('2026-12-20T00:00Z')});
  const three = fc
    .array(instant, {minLength: 3, maxLength: 3})
    .map(ends => ends.sort((a, b) => a - b) as [number, number, number]);

  test('of two intervals that touch are those of both, and never more than elapsed', () => {
    fc.assert(
      fc.property(some, three, (id, [a, b, c]) => {
        const calendar = named(id);
        const [ab, bc, ac] = [
          answer(openMinutes(calendar, a, b)),
          answer(openMinutes(calendar, b, c)),
          answer(openMinutes(calendar, a, c)),
        ];
        expect(ab + bc).toBeCloseTo(ac, 6);
        expect(ab).toBeGreaterThanOrEqual(0);
        expect(ac).toBeGreaterThanOrEqual(Math.max(ab, bc));
        expect(ac).toBeLessThanOrEqual((c - a) / 60_000);
      }),
    );
  });

  test('are what one counts minute by minute', () => {
    const start = instant.map(ms => Math.floor(ms / 60_000) * 60_000);
    fc.assert(
      fc.property(some, start, fc.integer({min: 0, max: 4000}), (id, from, length) => {
        const calendar = named(id);
        let walked = 0;
        for (let minute = 0; minute < length; minute++)
          if (isOpen(calendar, from + minute * 60_000) === true) walked++;
        expect(openMinutes(calendar, from, from + length * 60_000)).toBe(walked);
      }),
      {numRuns: 60},
    );
  });

  test('are the sum of the stretches within', () => {
    fc.assert(
      fc.property(some, instant, fc.integer({min: 0, max: 30 * 86_400_000}), (id, from, length) => {
        const calendar = named(id);
        const to = Math.min(from + length, at('2026-12-31T00:00Z'));
        const sum = answer(openWithin(calendar, from, to)).reduce((ms, one) => ms + one.to - one.from, 0);
        expect(openMinutes(calendar, from, to)).toBeCloseTo(sum / 60_000, 9);
      }),
    );
  });
});

describe('what an uptime allows', () => {
  test('is met by an outage of just so long', () => {
    // Sixty sessions of 300 minutes: in doubles 1 - 0.9995 is below 0.0005.
    expect(allowedSeconds(60 * 300, 0.9995) / 60).toBe(9);
    expect(allowedSeconds(90 * 1440, 0.9)).toBe(12_960 * 60);
    expect(allowedSeconds(64 * 390, 0.9999)).toBe(149.76);
  });
});

describe('facts are refused', () => {
  const facts: ExchangeFacts = {
    id: 'XTST',
    name: 'A made-up exchange',
    zone: 'Europe/London',
    source: 'made up',
    asOf: '2026-01-01',
    covers: {from: '2026-01-01', to: '2026-12-31'},
    hours: [
      {
        from: '2026-01-01',
        open: [
          ['08:00', '12:00'],
          ['13:00', '16:00'],
        ],
      },
    ],
    closed: [{name: 'Christmas Day', on: 'December 25'}],
    short: [{name: 'Christmas Eve', on: 'December 24', close: '12:00'}],
  };

  test('unless they are whole', () => {
    const calendar = calendarOf(facts);
    expect(calendar.sessions).toHaveLength(260);
    expect(calendar.sessions.filter(({early}) => early !== null)).toEqual([
      {
        date: '2026-12-24',
        opens: [{from: at('2026-12-24T08:00Z'), to: at('2026-12-24T12:00Z')}],
        early: 'Christmas Eve',
        late: null,
        doubt: null,
      },
    ]);
  });

  test.each<[string, Partial<ExchangeFacts>, RegExp]>([
    [
      'that contradict each other',
      {closed: [...facts.closed, {name: 'A funeral', on: ['2026-12-24']}]},
      /2026-12-24: "A funeral" and "Christmas Eve"/,
    ],
    ['that say one thing twice', {closed: [...facts.closed, ...facts.closed]}, /two facts for 2025-12-25/],
    ['of a day without a session', {closed: [{name: 'A funeral', on: ['2026-12-26']}]}, /no session/],
    ['of a day that is none', {closed: [{name: 'A funeral', on: ['2026-02-30']}]}, /2026-02-30/],
    ['beyond what they cover', {closed: [{name: 'A funeral', on: ['2027-01-05']}]}, /2027-01-05/],
    ['that no rule reads', {closed: [{name: 'A feast', on: 'some Monday of May'}]}, /is no rule/],
    [
      'that shorten nothing',
      {short: [{name: 'A short day', on: ['2026-12-23'], close: '16:00'}]},
      /does not shorten/,
    ],
    ['without hours at first', {hours: [{from: '2026-02-01', open: facts.hours[0]?.open ?? []}]}, /no hours/],
    [
      'whose hours run backwards',
      {hours: [...facts.hours, {from: '2025-01-01', open: facts.hours[0]?.open ?? []}]},
      /not in the order/,
    ],
    ['that never apply', {closed: [{name: 'A feast', on: 'May 1', from: 2030}]}, /on no day/],
    ['with an odd time', {hours: [{from: '2026-01-01', open: [['8am', '12:00']]}]}, /"8am"/],
  ])('%s', (_what, wrong, message) => {
    expect(() => calendarOf({...facts, ...wrong})).toThrow(message);
  });
});

function named(id: string): Calendar {
  return answer(exchange(id));
}

function answer<T>(found: T | Extract<ReturnType<typeof exchange>, {rule: string}>): T {
  if (isFinding(found)) throw new Error(messageOf(found));
  return found;
}
