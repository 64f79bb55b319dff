import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import {isFinding} from '../../src/figure/index.ts';
import {packageRoot, readFact} from '../../src/base/index.ts';
import {dayText} from '../../src/calendar/day.ts';
import {WEEKDAYS} from '../../src/calendar/facts.ts';
import {exchange, listedCalendars} from '../../src/calendar/index.ts';
import {ruleDay} from '../../src/calendar/rule.ts';
import {messageOf} from '../findings.ts';

const day = z.iso.date();
const time = z.string().regex(/^(?:previous )?\d\d:\d\d$/);
const stretches = z.array(z.tuple([time, time])).min(1);
const dayFact = z.strictObject({
  name: z.string().min(3),
  on: z.union([z.string(), z.array(day).min(1)]),
  from: z.int().optional(),
  to: z.int().optional(),
  except: z.array(z.int()).optional(),
  weekdays: z.array(z.enum(WEEKDAYS)).optional(),
  moves: z
    .enum(['to nearest weekday', 'to weekday before', 'to next free weekday', 'Sunday to next free weekday'])
    .optional(),
  kind: z.enum(['holiday', 'mourning', 'weather', 'venue', 'election', 'ad hoc']).optional(),
  source: z.string().min(10).optional(),
  doubt: z.string().min(10).optional(),
});
const facts = z.strictObject({
  id: z.string(),
  name: z.string(),
  zone: z.string(),
  source: z.string().min(10),
  asOf: day,
  covers: z.strictObject({from: day, to: day}),
  week: z.array(z.enum(WEEKDAYS)).optional(),
  hours: z.array(z.strictObject({from: day, open: stretches, source: z.string().optional()})).min(1),
  closed: z.array(dayFact),
  short: z.array(
    dayFact.extend({open: time.optional(), close: time.optional(), hours: stretches.optional()}),
  ),
  notes: z.array(z.string()).optional(),
});

const files = readdirSync(join(packageRoot(), 'data', 'exchanges'));

describe('the facts of exchanges', () => {
  test.each(files.filter(file => !['index.json', 'exceptions.json'].includes(file)))(
    '%s says what it is of and where it is from, and no word is misspelt',
    file => {
      const read = facts.safeParse(readFact(`exchanges/${file}`));
      expect(read.error?.issues ?? []).toEqual([]);
      expect(read.data?.id.replace(':', '-')).toBe(file.replace('.json', ''));
      expect(listedCalendars().map(one => `${one.facts}.json`)).toContain(file);
    },
  );

  test.each(listedCalendars().map(one => one.id))('%s is worked out without a contradiction', id => {
    const calendar = exchange(id);
    if (isFinding(calendar)) throw new Error(messageOf(calendar));
    expect(calendar.sessions.length).toBeGreaterThan(3000 * (id.startsWith('CME') ? 0.9 : 0.98));
    expect(calendar.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('close a day early for a reason', () => {
    for (const {id} of listedCalendars()) {
      const calendar = exchange(id);
      if (isFinding(calendar)) throw new Error(messageOf(calendar));
      const shortest = Math.min(
        ...calendar.sessions
          .filter(({early, late}) => early === null && late === null)
          .map(({opens}) => opens.reduce((sum, {from, to}) => sum + to - from, 0) / 60_000),
      );
      // A usual session of any of them is five hours or more.
      expect(shortest, id).toBeGreaterThanOrEqual(300);
    }
  });
});

describe('a rule names a day of the year', () => {
  test.each([
    ['December 25', 2026, '2026-12-25'],
    ['third Monday of January', 2026, '2026-01-19'],
    ['first Monday of September', 2025, '2025-09-01'],
    ['fourth Thursday of November', 2024, '2024-11-28'],
    ['last Monday of May', 2021, '2021-05-31'],
    ['Monday before May 25', 2020, '2020-05-18'],
    ['day after fourth Thursday of November', 2019, '2019-11-29'],
    ['2 days before Easter', 2026, '2026-04-03'],
    ['50 days after Easter', 2021, '2021-05-24'],
  ])('%s %i', (rule, year, date) => {
    expect(dayText(ruleDay(rule, year) ?? Number.NaN)).toBe(date);
  });

  test.each(['sixth Monday of May', 'Easterly', 'Mai 1', 'third Monday', ''])('"%s" is none', rule => {
    expect(ruleDay(rule, 2026)).toBeNull();
  });

  test('Easter is that of the almanacs', () => {
    const years = [1961, 2000, 2008, 2011, 2019, 2024, 2027, 2038].map(year =>
      dayText(ruleDay('Easter', year) ?? Number.NaN),
    );
    expect(years).toEqual([
      '1961-04-02',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2019-04-21',
      '2024-03-31',
      '2027-03-28',
      '2038-04-25',
    ]);
  });
});
