import {describe, expect, test} from 'vitest';
import {perMinute} from '../../src/impact/identity.ts';
import {desks, priced, report} from './made-up.ts';
import {messageOf} from '../findings.ts';

// The figures that people bring to the table, worked out from a record.

describe('fifty desks of half a million a day, down for a quarter of an hour', () => {
  const morning = {...desks(50, 500_000), outages: {platform: ['2025-03-03 15:00 +15']}};

  test('lose $961,538 in the session of the NYSE', () => {
    expect(report(morning).total.lost.mid).toBeCloseTo(961_538.46, 1);
  });

  test('would lose $520,833 only if the day had 720 minutes', () => {
    expect(perMinute(50 * 500_000, 720) * 15).toBeCloseTo(520_833.33, 1);
  });

  test('lose nothing at night, nor on a holiday', () => {
    for (const when of ['2025-03-03 03:00', '2025-07-04 15:00', '2025-03-02 15:00'])
      expect(report({...morning, outages: {platform: [`${when} +15`]}}).total.lost.mid).toBe(0);
  });

  test('lose more a minute on a day that closes early, for it is a whole day still', () => {
    const short = report({...morning, outages: {platform: ['2025-11-28 15:00 +15']}});
    expect(short.total.lost.mid).toBeCloseTo((15 / 210) * 25_000_000, 3);
  });
});

test('85 desks that make $42.5M a day have $108,974 a minute at risk; $170,000 takes a day of 250 minutes', () => {
  expect(report(desks(85, 500_000)).total.perMinute).toBeCloseTo(108_974.36, 1);
  expect(perMinute(42_500_000, 250)).toBe(170_000);
});

describe('99.99% for 100 desks at $2,000 a minute each', () => {
  test('prevents nothing that can be told without a baseline', () => {
    const {baselines, unprotected, pods} = report(desks(100, 780_000));
    expect(baselines).toEqual([]);
    expect(pods[0]?.protected).toEqual([]);
    expect(unprotected).toMatch(/no baseline is given: what was protected is not a number/);
  });
});

test('2.5% of what all desks make is $267.75M a year, and less than a fund ever made', () => {
  const {total, findings} = report({...desks(85, 500_000), covers: ['2024-01-01', '2025-01-01']});
  expect(total.annual * 0.025).toBeCloseTo(267_750_000, 3);
  expect(findings.map(({rule}) => rule)).not.toContain('beyond-record-year');
});

test('a year beyond what any fund has made is doubted', () => {
  const {findings} = priced(desks(85, 800_000));
  expect(messageOf(findings.find(({rule}) => rule === 'beyond-record-year'))).toMatch(
    /17\.0 billion USD a year; the most that any fund has made is 16\.0 billion USD \(Citadel 2022/,
  );
});
