import fc from 'fast-check';
import {Temporal} from 'temporal-polyfill';
import {describe, expect, test} from 'vitest';
import {dayIn, isZone, patternProblem, readDay, readInstant, type TimeRule} from '../../src/intake/index.ts';

/** Zones whose clocks have been put back over midnight, by half an hour, or over a whole day. */
const zones = fc.constantFrom(
  'America/New_York',
  'Europe/London',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'UTC',
);
/** Instants of a zone: half of them within a day and a half of a change of its clocks. */
const moments = fc
  .record({
    zone: zones,
    from: fc.integer({min: 0, max: 2e12}),
    apart: fc.integer({min: -130_000_000, max: 130_000_000}),
    near: fc.boolean(),
  })
  .map(({zone, from, apart, near}) => {
    const there = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone);
    const change = near ? there.getTimeZoneTransition('next') : null;
    return {zone, at: change === null ? from : change.epochMilliseconds + apart};
  });

const nowhere: TimeRule = {zone: null};
const newYork: TimeRule = {zone: 'America/New_York'};

/** The instant as ISO 8601 in UTC, or the rule that the reading offends. */
function read(value: unknown, rule: TimeRule = nowhere): string {
  const reading = readInstant(value, rule);
  return reading.ok ? Temporal.Instant.fromEpochMilliseconds(reading.at).toString() : reading.rule;
}

test('the number of a day of a spreadsheet is no day, and its hint says what to do', () => {
  for (const number of [45_717, 45_717.5, '45717', '45717.604'])
    for (const reading of [readInstant(number, newYork), readDay(number, newYork)])
      expect(reading).toMatchObject({
        ok: false,
        hint: expect.stringContaining('give its column a date format'),
      });
  expect(readInstant(4571, newYork)).toMatchObject({
    ok: false,
    hint: expect.stringContaining('say timeUnit'),
  });
});

describe('an instant', () => {
  test.each([
    ['2025-11-17T14:47:47Z', '2025-11-17T14:47:47Z'],
    ['2025-11-17T14:47:47.49Z', '2025-11-17T14:47:47.49Z'],
    ['2025-11-17T14:47:47.123999999999Z', '2025-11-17T14:47:47.123Z'],
    ['2025-11-17T14:47:47,5+05:30', '2025-11-17T09:17:47.5Z'],
    ['2025-11-17 14:47:47+00', '2025-11-17T14:47:47Z'],
    ['2025-11-17 14:47:47 -0500', '2025-11-17T19:47:47Z'],
    ['2025-11-17 14:47 UTC', '2025-11-17T14:47:00Z'],
    ['20251117T144747Z', '2025-11-17T14:47:47Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59Z'],
    ['2025-11-17T24:00Z', '2025-11-18T00:00:00Z'],
    ['2025-12-31 24:00:00 -0500', '2026-01-01T05:00:00Z'],
    ['2025-07-01T09:30:00[America/New_York]', '2025-07-01T13:30:00Z'],
    ['2025-07-01 09:30 Europe/London', '2025-07-01T08:30:00Z'],
    ['17 November 2025, 14:47:47 UTC', '2025-11-17T14:47:47Z'],
    ['Mon, 17 Nov 2025 14:47:47 +0100', '2025-11-17T13:47:47Z'],
    ['17 Nov 2025 14:47:47 EST', '2025-11-17T19:47:47Z'],
    ['Mon Nov 17 14:47:47 2025 +0100', '2025-11-17T13:47:47Z'],
    ['Mon Nov 17 14:47:47 UTC 2025', '2025-11-17T14:47:47Z'],
    ['November 17, 2025 at 2:47 PM UTC', '2025-11-17T14:47:00Z'],
    ['1 Jan 2025 12:05 am GMT', '2025-01-01T00:05:00Z'],
    ['２０２５－１１－１７Ｔ１４：４７：４７Ｚ', '2025-11-17T14:47:47Z'],
    [1763390867, '2025-11-17T14:47:47Z'],
    [1763390867123, '2025-11-17T14:47:47.123Z'],
    ['1763390867.123', '2025-11-17T14:47:47.123Z'],
    ['1763390867123456', '2025-11-17T14:47:47.123Z'],
    ['1763390867123456789', '2025-11-17T14:47:47.123Z'],
    [1763390867123456789n, '2025-11-17T14:47:47.123Z'],
  ])('%s', (written, instant) => {
    expect(read(written)).toBe(instant);
  });

  test.each([
    ['a zone is owed', '2025-11-17 14:47:47', 'unclear-time'],
    ['a zone is owed to a day too', '2025-11-17', 'unclear-time'],
    ['day or month first', '03/04/2025 10:00', 'unclear-time'],
    ['day or month first, dotted', '3.4.2025', 'unclear-time'],
    ['digits of a date are no count', '20251117', 'unclear-time'],
    ['small numbers may count anything', 45_000, 'unclear-time'],
    ['three places call their zone so', '2025-11-17 14:47 IST', 'unclear-time'],
    ['no such zone', '2025-11-17 14:47 Europe/Londn', 'unclear-time'],
    ['the offset is not of the zone', '2025-07-01T09:30-05:00[America/New_York]', 'unclear-time'],
    ['no such day', '2025-02-30T00:00Z', 'bad-row'],
    ['no such hour', '2025-02-03T25:00Z', 'bad-row'],
    ['that day was a Tuesday', 'Wed, 18 Nov 2025 14:47:47 +0000', 'bad-row'],
    ['no year', 'Nov 17, 14:47 UTC', 'bad-row'],
    ['no offset reaches so far', '2025-11-17T14:47:47+25:00', 'unclear-time'],
    ['words', 'yesterday', 'bad-row'],
    ['pages', 'x'.repeat(100_000), 'bad-row'],
    ['nothing', null, 'bad-row'],
    ['an empty text', '', 'bad-row'],
    ['a group', {at: 1}, 'bad-row'],
    ['no number', Number.NaN, 'unclear-time'],
  ])('is not guessed: %s', (_why, written, rule) => {
    expect(read(written)).toBe(rule);
  });

  test('without a zone is one of the zone that is said', () => {
    expect(read('2025-07-01 09:30', newYork)).toBe('2025-07-01T13:30:00Z');
    expect(read('2025-01-02 09:30', newYork)).toBe('2025-01-02T14:30:00Z');
    expect(read('2025-07-01T09:30Z', newYork)).toBe('2025-07-01T09:30:00Z');
    expect(read('2025-07-01', newYork)).toBe('2025-07-01T04:00:00Z');
    expect(read('2025-07-01 09:30', {zone: 'New York'})).toBe('unclear-time');
  });

  test('is there twice where a clock went back a minute after midnight, into the day before', () => {
    const stJohns = {zone: 'America/St_Johns'};
    expect(readInstant('2010-11-06 23:30', stJohns)).toMatchObject({
      message: expect.stringContaining('has twice'),
    });
    expect(dayIn(Date.parse('2010-11-07T02:45:00Z'), 'America/St_Johns')).toBe('2010-11-06');
    expect(dayIn(Date.parse('2010-11-07T02:30:30Z'), 'America/St_Johns')).toBe('2010-11-07');
  });

  test('in an hour that a zone skips or has twice wants an offset', () => {
    expect(readInstant('2025-03-09 02:30', newYork)).toMatchObject({
      rule: 'unclear-time',
      message: expect.stringContaining('skips'),
    });
    expect(readInstant('2025-11-02 01:30', newYork)).toMatchObject({
      rule: 'unclear-time',
      message: expect.stringContaining('has twice'),
    });
    expect(read('2025-11-02 01:30-04:00', newYork)).toBe('2025-11-02T05:30:00Z');
    expect(read('2025-11-02 01:30-05:00', newYork)).toBe('2025-11-02T06:30:00Z');
  });

  test('is a count of what is said, however large', () => {
    expect(read(45_000, {zone: null, unit: 's'})).toBe('1970-01-01T12:30:00Z');
    expect(read(1763390867, {zone: null, unit: 'ms'})).toBe('1970-01-21T09:49:50.867Z');
    expect(read('-1', {zone: null, unit: 's'})).toBe('1969-12-31T23:59:59Z');
    expect(read(1e300, {zone: null, unit: 'ns'})).toBe('bad-row');
  });

  test.each([
    ['MM/dd/yyyy HH:mm', '03/04/2025 10:00', '2025-03-04T15:00:00Z'],
    ['dd/MM/yyyy HH:mm', '03/04/2025 10:00', '2025-04-03T14:00:00Z'],
    ['M/d/yy h:mm a', '3/4/25 1:05 PM', '2025-03-04T18:05:00Z'],
    ['d.M.yyyy', '3.4.2025', '2025-04-03T04:00:00Z'],
    ['yyyyMMddHHmmss', '20250304100000', '2025-03-04T15:00:00Z'],
    [
      "EEE d MMM yyyy 'at' HH:mm:ss.SSS XXX",
      'Tue 4 Mar 2025 at 10:00:00.250 +00:00',
      '2025-03-04T10:00:00.25Z',
    ],
    ['MM/dd/yyyy HH:mm', '2025-03-04T10:00Z', 'bad-row'],
    ['MM/dd/yyyy', '13/04/2025', 'bad-row'],
  ])('of the pattern %s: %s', (format, written, instant) => {
    expect(read(written, {...newYork, format})).toBe(instant);
  });

  test('of a pattern that says too little is refused with the pattern', () => {
    expect(patternProblem('MM/dd HH:mm')).toContain('no year');
    expect(patternProblem('MM/dd/yyyy hh:mm')).toContain('h with a');
    expect(patternProblem('MM/dd/yyyy QQ')).toContain('QQ means nothing');
    expect(patternProblem('MM/MM/yyyy')).toContain('twice');
    expect(patternProblem('yyyy-MM-dd HH:mm')).toBeUndefined();
  });

  test('written with any offset and read again is the same', () => {
    const instant = fc.integer({min: -2e12, max: 7e12});
    fc.assert(
      fc.property(instant, fc.integer({min: -15 * 60, max: 15 * 60}), fc.boolean(), (at, minutes, blank) => {
        const sign = minutes < 0 ? '-' : '+';
        const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map(part =>
          String(part).padStart(2, '0'),
        );
        const zone = `${sign}${hours}:${rest}`;
        const written = Temporal.Instant.fromEpochMilliseconds(at).toString({timeZone: zone});
        expect(readInstant(blank ? written.replace('T', ' ') : written, nowhere)).toEqual({ok: true, at});
      }),
    );
  });

  test('written as a clock in its zone and read again is the same, or an hour that is there twice', () => {
    fc.assert(
      fc.property(moments, ({at, zone}) => {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        const reading = readInstant(zoned.toPlainDateTime().toString(), {zone});
        if (reading.ok) expect(reading.at).toBe(at);
        else expect(reading.message).toContain('has twice');
      }),
    );
  });
});

describe('a day', () => {
  test('is read from a date, or from a time without a zone', () => {
    expect(readDay('2025-03-04', nowhere)).toEqual({ok: true, day: '2025-03-04'});
    expect(readDay('2025-03-04 00:00:00', nowhere)).toEqual({ok: true, day: '2025-03-04'});
    expect(readDay('4 March 2025', nowhere)).toEqual({ok: true, day: '2025-03-04'});
    expect(readDay('03/04/2025', {zone: null, format: 'dd/MM/yyyy'})).toEqual({ok: true, day: '2025-04-03'});
  });

  test.each(['2025-02-29', '03/04/2025', '2025-03-04T00:00:00Z', '', 20250304])('is not %s', written => {
    expect(readDay(written, nowhere)).toMatchObject({ok: false});
  });
});

test('the day of an instant is the one that the calendar of its zone shows', () => {
  fc.assert(
    fc.property(moments, ({at, zone}) => {
      const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
      expect(dayIn(at, zone)).toBe(shown.toString());
    }),
    {numRuns: 300},
  );
});

test('zones are those of the IANA', () => {
  expect(['UTC', 'America/New_York', 'America/Argentina/Buenos_Aires'].map(isZone)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['EST', 'New York', '+02:00', 'Europe/Londn', ''].map(isZone)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test.each([
  '03/04/25',
  '25-03-04 10:00',
  '3.4.25',
  '17 Nov 25',
  '17-Nov-25 10:00',
  'Mon, 17 Nov 25 14:47:47 +0100',
])('a year of two digits, %s, is refused for what it is', text => {
  for (const reading of [readInstant(text, newYork), readDay(text, newYork)])
    expect(reading).toMatchObject({
      ok: false,
      rule: 'unclear-time',
      message: `"${text}" has a year of two digits`,
      hint: expect.stringContaining('timeFormat'),
    });
});

test('a year of two digits is read where the pattern says that it is one', () => {
  expect(readInstant('03/04/25', {zone: 'UTC', format: 'MM/dd/yy'})).toEqual({
    ok: true,
    at: Date.UTC(2025, 2, 4),
  });
  expect(readInstant('03/04/25', {zone: 'UTC', format: 'MM/dd/yyyy'})).toMatchObject({
    ok: false,
    rule: 'bad-row',
  });
});
