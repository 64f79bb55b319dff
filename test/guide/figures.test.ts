import {describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import type {Figure} from '../../src/guide/index.ts';
import {figuresIn} from './figures-in.ts';

/** `$500K money /day each pod: daily PnL`: a figure in one line, what it has not left out. */
function told({text, kind, per, unit, each, of, open}: Figure): string {
  return [
    text,
    unit ?? kind,
    open && !text.endsWith('+') && 'floor',
    per && `/${per}`,
    each && `each ${each}`,
    of && `of ${of}`,
  ]
    .filter(Boolean)
    .join(' ');
}

function read(text: string): string[] {
  return figuresIn(source('note.md', text), 0, text.length).map(told);
}

describe('a number and the words around it', () => {
  test.each([
    [
      'rates by thing and time',
      '80 desks each earn $3K per trading minute',
      ['80 count of desk', '$3K money /minute each desk'],
    ],
    [
      'a distributive noun before',
      '30 pods, with each pod making $400K in daily PnL',
      ['30 count of pod', '$400K money /day each pod of daily PnL'],
    ],
    [
      'two numbers that only a blank parts',
      'in area 51 300 engineers, at $500 401(k) match',
      ['51 count', '300 count of engineer', '$500 money'],
    ],
    [
      'words before the number',
      '25 teams with combined daily revenue of $9.5M',
      ['25 count of team', '$9.5M money /day of combined daily revenue'],
    ],
    [
      'a time as the subject',
      'Each minute of downtime costs about $60K in lost orders',
      ['$60K money /minute of lost order'],
    ],
    ['a floor', 'with participation of at least 3%', ['3% percent floor of participation']],
    ['a plus', 'kept 99.95%+ uptime', ['99.95%+ percent of uptime']],
    [
      'a change',
      'cut release time by 60% and hosting costs by 25%',
      ['60% percent of release time', '25% percent of hosting cost'],
    ],
    [
      'durations',
      'from 6 hours to 20 minutes, 1.5 hours per deployment',
      ['6 hour', '20 minute', '1.5 hour each deployment'],
    ],
    ['a multiple', 'a 4x traffic spike', ['4 multiple of traffic spike']],
    ['a rate by quarter', 'a $7K bonus for every quarter without incidents', ['$7K money /quarter of bonus']],
    ['words for magnitudes', 'revenue of $2.4 billion', ['$2.4 billion money of revenue']],
  ])('%s', (_, text, figures) => expect(read(text)).toEqual(figures));

  test('years, list numbers and names hold no figure', () => {
    expect(read('1. In 2024-2026 the L4 and IC5 levels moved (FY2025, Feb 11).')).toEqual([]);
  });

  test.each([
    'running 24/7 with a 50:1 ratio on a 40/30/20/10 schedule, so 50-50',
    'in Phase 2, at step 3 and in Years 3 and 4 from Day 1 on',
    'SOC 2, ISO 27001 and ASC 606/IFRS 15 under SEC Rule 613, SR 11-7',
    'for Fortune 500 firms, the Big 4 and the S&P 500',
    'a Snapdragon 8 Gen 5, STIG 1.1, Dota 2 and GPT-4 on 5G and Web 3',
    'at the 99th percentile, (1) first and (2) second, and #3',
    'the 401(k) and the 10-K, in T+1, for an L[3/4]',
    'Tactic 1: ring-0 under 21 CFR Part 11, for the 11.11 sales, from 6-10pm, in the Year 1 bonus',
    'Series 7, HKEX: 2238, 3 March at 10:30, 9 PM',
  ])('what counts nothing is no figure: %s', text => expect(read(text)).toEqual([]));

  test.each([
    ['a title', 'Serve 40 Trading Desks', ['40 count of Trading Desk']],
    ['a place', 'in Boston 30 engineers', ['30 count of engineer']],
    ['a day', 'on each day 50 pods trade', ['50 count of pods trade']],
    ['a size', 'sub-100 latency and top-10 pay', ['100 count of latency', '10 count of pay']],
    ['a team', 'a 10-person team', ['10 count']],
    ['its own words only', 'a 24-month bonus of $4K', ['24 month of bonus', '$4K money of bonus']],
  ])('%s counts', (_, text, figures) => expect(read(text)).toEqual(figures));

  test('markup is looked through, and the span is of the source', () => {
    const text = 'ask for **$40K** a year';
    const [figure] = figuresIn(source('note.md', text), 0, text.length);
    expect(text.slice(figure?.span.from, figure?.span.to)).toBe('$40K');
    expect(figure).toMatchObject({low: 40_000, per: 'year', currency: 'USD'});
  });

  test('a range lends its magnitude, keeps its ends and its sign', () => {
    const ends = (text: string) =>
      figuresIn(source('x', text), 0, text.length).map(({low, high, currency}) => [low, high, currency]);
    expect(ends('$20-50K')).toEqual([[20_000, 50_000, 'USD']]);
    expect(ends('PLN 700K–1.1M')).toEqual([[700_000, 1_100_000, 'PLN']]);
    expect(ends('₹25,00,000 to ₹40,00,000')).toEqual([[2_500_000, 4_000_000, 'INR']]);
    expect(ends('$[20K-30K] now, $[X] later')).toEqual([[20_000, 30_000, 'USD']]);
    expect(ends('SGD 90K and $90K')).toEqual([
      [90_000, 90_000, 'SGD'],
      [90_000, 90_000, 'USD'],
    ]);
  });
});
