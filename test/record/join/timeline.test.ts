import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {disagreementOf} from '../../../src/record/join/disagreement.ts';
import {prefer} from '../../../src/record/join/timeline.ts';
import {timelineOf} from '../../../src/record/index.ts';
import {marks, minutes, row, timeline} from './notation.ts';

const rows = (length: number) =>
  fc.string({unit: fc.constantFrom('u', 'd', 'g', '?', ' '), minLength: length, maxLength: length});

describe('a timeline', () => {
  const joined = (...of: string[]) =>
    row(
      timelineOf(
        of.flatMap(one => marks(one)),
        minutes(of[0] as string),
        'unknown',
      ),
    );

  test('takes overlapping outages as one', () => {
    expect(joined(' dddd   ', '   ddd  ', 'uuuuuuuu')).toBe('uddddduu');
  });

  test('lets the gravest stand: down, degraded, unknown, up', () => {
    expect(joined('uuuu', ' ???', '  gg', '   d')).toBe('u?gd');
  });

  test('is unknown where nothing speaks', () => {
    expect(joined('u  u')).toBe('u??u');
  });

  test('takes what lasts still to last until the end', () => {
    const open = [{start: 120_000, end: null, state: 'down'} as const];
    expect(row(timelineOf(open, minutes('      '), 'up'))).toBe('uudddd');
  });

  test('is cut to its period', () => {
    const long = [{start: -600_000, end: 60_000, state: 'down'} as const];
    expect(row(timelineOf(long, minutes('   '), 'up'))).toBe('duu');
  });

  test('is, minute by minute, the gravest of what the marks say', () => {
    fc.assert(
      fc.property(fc.array(rows(12), {minLength: 1, maxLength: 5}), of => {
        const graver = 'u?gd';
        const naive = [...Array(12).keys()].map(at => {
          const said = of.map(one => graver.indexOf(one[at] as string)).filter(grave => grave >= 0);
          return said.length === 0 ? '?' : graver[Math.max(...said)];
        });
        expect(joined(...of)).toBe(naive.join(''));
      }),
    );
  });

  test('has neighbours of different states', () => {
    fc.assert(
      fc.property(rows(20), of => {
        const {stretches} = timeline(of);
        expect(stretches.every(({state}, at) => state !== stretches[at + 1]?.state)).toBe(true);
      }),
    );
  });
});

test('probes count where they know, tickets where they do not', () => {
  expect(row(prefer(timeline('uu??dd'), timeline('ududud')))).toBe('uuuddd');
});

describe('probes and tickets', () => {
  test('are set side by side: what both have, and what only one has', () => {
    const found = disagreementOf(timeline('udddduuuuu'), timeline('uuuddduduu'));
    expect(found).toMatchObject({agreed: 2, probesOnly: 2, ticketsOnly: 2});
  });

  test('say by how much tickets start late, in the median of the outages that both have', () => {
    const found = disagreementOf(timeline('udddduuuddddduuu'), timeline('uuuddduuuuuddduu'));
    expect(found.lag).toEqual({median: 2.5, outages: 2});
  });

  test('are not held against each other where the probes saw nothing', () => {
    const found = disagreementOf(timeline('????'), timeline('dddd'));
    expect(found).toMatchObject({agreed: 0, probesOnly: 0, ticketsOnly: 0, lag: null});
  });
});
