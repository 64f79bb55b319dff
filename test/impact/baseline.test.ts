import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Prose, textOf} from '../../src/figure/index.ts';
import {conflictOf} from '../../src/operations/clause.ts';
import {at, desks, type MadeUp, priced, report} from './made-up.ts';
import {messageOf, withTexts} from '../findings.ts';

const target = (uptime: number) => ({kind: 'target', uptime, source: 'the agreement of 2024'}) as const;

/** A year of one desk that makes $390,000 a day: $1,000 a minute. */
const DESK: MadeUp = {...desks(1, 390_000), outages: {platform: ['2025-09-03 15:00 +10']}};

describe('what was protected', () => {
  test('is what would have been lost under the target less what was', () => {
    const {baselines, unprotected} = report({...DESK, impact: {baselines: [target(0.999)]}});
    const [against] = baselines;
    // 250 sessions of $390,000, a thousandth of which the target leaves; ten minutes were lost.
    expect(against?.counterfactual).toBeCloseTo(97_500, 4);
    expect(against?.protected.mid).toBeCloseTo(87_500, 4);
    expect(against?.perYear).toBeCloseTo(87_500, 4);
    expect(against?.uptime).toBeCloseTo(0.999, 12);
    expect(unprotected).toBeNull();
  });

  test('is negative where the record is the worse of the two', () => {
    const [against] = report({...DESK, impact: {baselines: [target(0.9999)]}}).baselines;
    expect(against?.protected.mid).toBeCloseTo(9750 - 10_000, 4);
  });

  test('is shown against every baseline that is given, side by side', () => {
    const {baselines, pods} = report({
      ...DESK,
      systems: {...DESK.systems, legacy: {}},
      outages: {
        platform: ['2025-02-03 15:00 +60', '2025-09-03 15:00 +10'],
        legacy: ['2025-08-05 15:00 +30'],
      },
      impact: {
        baselines: [
          {kind: 'own', from: null, until: at('2025-07-01 00:00')},
          {kind: 'control', systems: ['legacy']},
          target(0.999),
          {kind: 'reference', uptime: 0.998, source: 'a survey'},
        ],
      },
    });
    expect(baselines.map(({baseline: {kind}}) => kind)).toEqual(['own', 'control', 'target', 'reference']);
    const [own, control, agreed, survey] = baselines.map(({protected: {mid}}) => mid) as [
      number,
      number,
      number,
      number,
    ];
    // An hour in the 122 sessions before, at the same rate over the 128 sessions since.
    expect(own).toBeCloseTo((60_000 * 128) / 122 - 10_000, 4);
    expect(control).toBeCloseTo(30_000 - 10_000, 4);
    expect(agreed).toBeCloseTo(128 * 390 - 10_000, 4);
    expect(survey).toBeCloseTo(2 * 128 * 390 - 10_000, 4);
    expect(pods[0]?.protected.map(Math.round)).toEqual([own, control, agreed, survey].map(Math.round));
  });

  test('is annual PnL x the difference of uptimes where all minutes are alike', () => {
    const uptimes = fc.integer({min: 9000, max: 9999}).map(of => of / 10_000);
    const minutes = fc.integer({min: 1, max: 300});
    fc.assert(
      fc.property(uptimes, minutes, (uptime, down) => {
        const [against] = report({
          ...DESK,
          // 2022-02: nineteen sessions of 390 minutes, none of them short.
          covers: ['2022-02-01', '2022-03-01'],
          outages: {platform: [`2022-02-02 15:00 +${down}`]},
          impact: {baselines: [target(uptime)]},
          draws: 2,
        }).baselines;
        const short = 19 * 390_000 * (1 - down / (19 * 390) - uptime);
        expect(against?.protected.mid).toBeCloseTo(short, 3);
        expect(against?.identity.product).toBeCloseTo(short, 3);
        expect(against?.identity.agrees).toBe(true);
      }),
      {numRuns: 40},
    );
  });

  test('parts from that identity on a short day, and says so', () => {
    const [against] = report({
      ...DESK,
      outages: {platform: ['2025-11-28 15:00 +60']},
      impact: {baselines: [target(0.999)]},
    }).baselines;
    expect(against?.identity.agrees).toBe(false);
    expect(against?.identity.product).toBeGreaterThan(against?.protected.mid ?? Infinity);
  });

  test('holds its own middle, and is wider the fewer outages there were', () => {
    const before = (rows: readonly string[]) =>
      report({
        ...DESK,
        outages: {platform: rows},
        impact: {baselines: [{kind: 'own', from: null, until: at('2025-07-01 00:00')}]},
        draws: 2000,
      }).baselines[0]?.protected;
    const one = before(['2025-02-03 15:00 +60']);
    const many = before(
      Array.from({length: 20}, (_, day) => `2025-02-${String(day + 1).padStart(2, '0')} 15:00 +3`),
    );
    for (const found of [one, many]) {
      expect(found?.low).toBeLessThanOrEqual(found?.mid ?? -1);
      expect(found?.high).toBeGreaterThanOrEqual(found?.mid ?? Infinity);
    }
    expect(one?.low).toBeLessThan(0);
    expect(many?.low).toBeGreaterThan(0);
  });

  test('is the same for the same seed, and another draw for another', () => {
    const made = {
      ...DESK,
      pnl: {'pod-1': [100, 200, 300, 400]},
      impact: {
        lossGivenOutage: {low: 0.1, mode: 0.2, high: 0.9, source: 'a guess'},
        baselines: [target(0.99)],
      },
    };
    expect(report({...made, seed: 7})).toEqual(report({...made, seed: 7}));
    expect(report({...made, seed: 8}).total.lost).not.toEqual(report({...made, seed: 7}).total.lost);
  });

  test('is shared where a share of credit is stated', () => {
    const [against] = report({
      ...DESK,
      impact: {baselines: [target(0.999)], credit: {share: 0.25, source: 'agreed with the team'}},
    }).baselines;
    expect(against?.credited).toBeCloseTo(87_500 / 4, 4);
  });

  test('is no number where the time before is not in the record', () => {
    const {baselines, unprotected, findings} = report({
      ...DESK,
      impact: {
        from: at('2025-01-01 00:00'),
        baselines: [{kind: 'own', from: null, until: at('2024-06-01 00:00')}],
      },
    });
    expect(baselines).toEqual([]);
    expect(unprotected).toMatch(/none of the baselines can be worked out/);
    expect(messageOf(findings.find(({rule}) => rule === 'no-baseline'))).toMatch(
      /outside of what the record covers/,
    );
  });

  test('has an interval where the time before had no outage, and says how little that shows', () => {
    const own = {kind: 'own', from: null, until: at('2025-07-01 00:00')} as const;
    const {baselines, findings} = report({...DESK, impact: {baselines: [own]}});
    expect(baselines[0]?.counterfactual).toBe(0);
    expect(baselines[0]?.protected.high).toBeGreaterThan(0);
    expect(messageOf(findings.find(({rule}) => rule === 'few-outages'))).toMatch(
      /^the record of the time before has no outage/,
    );
    const many = Array.from({length: 5}, (_, day) => `2025-02-0${day + 3} 15:00 +3`);
    const more = report({...DESK, outages: {platform: many}, impact: {baselines: [own]}});
    expect(more.findings.filter(({rule}) => rule === 'few-outages')).toEqual([]);
  });

  test('does not count what the controls cost', () => {
    const {total} = report({
      systems: {platform: {alpha: 1}, legacy: {alpha: 1}},
      pnl: {alpha: 390_000},
      outages: {legacy: ['2025-08-05 15:00 +30']},
      impact: {baselines: [{kind: 'control', systems: ['legacy']}]},
    });
    expect(total.lost.mid).toBe(0);
  });
});

describe('the sensitivity of the headline', () => {
  const made: MadeUp = {
    ...DESK,
    impact: {
      baselines: [target(0.999)],
      lossGivenOutage: {low: 0.2, mode: 0.5, high: 0.8, source: 'a guess'},
    },
  };

  test('moves one assumption at a time, the one that matters most first', () => {
    const {sensitivity, baselines} = report(made);
    const swings = sensitivity.map(({low, high}) => Math.abs(high.headline - low.headline));
    expect(swings).toEqual(swings.toSorted((a, b) => b - a));
    const row = sensitivity.find(({input}) => input === 'loss given outage');
    expect(wordsOf(row?.low.value)).toBe('20%');
    expect(row?.low.headline).toBeCloseTo(87_500 * 0.2, 4);
    expect(row?.high.headline).toBeCloseTo(87_500 * 0.8, 4);
    expect(baselines[0]?.protected.mid).toBeCloseTo(87_500 * 0.5, 4);
  });

  test('says at which baseline nothing would have been protected', () => {
    const row = report(made).sensitivity.find(({input}) => input.startsWith('the baseline'));
    expect(wordsOf(row?.turns)).toMatch(/^at uptime 99\.98974/);
  });

  test('weighs the hours of an outage by the shape of the day', () => {
    const shape = (when: string) =>
      report({...made, outages: {platform: [`2025-03-03 ${when} +30`]}, impact: {}}).sensitivity.find(
        ({input}) => input === 'weights within a session',
      );
    expect(shape('20:30')?.high.headline).toBeGreaterThan(shape('20:30')?.low.headline ?? Infinity);
    expect(shape('17:30')?.high.headline).toBeLessThan(shape('17:30')?.low.headline ?? 0);
  });
});

describe('clauses', () => {
  test('99.99% of 63 sessions and five minutes an outage part at three minutes', () => {
    expect(conflictOf(63 * 390 * 1e-4, {longest: 5, source: 'x'})).toEqual({
      longest: 5,
      source: 'x',
      outage: 3,
      breaks: 'uptime',
    });
  });

  test('a looser uptime forgives what the five minutes do not', () => {
    expect(conflictOf(24.57, {longest: 5, source: 'x'})).toMatchObject({outage: 6, breaks: 'longest'});
  });

  test('two that lie within a minute of each other part at no whole minute', () => {
    expect(conflictOf(4.9, {longest: 4.2, source: 'x'}).outage).toBeNull();
  });

  test('are held against every whole quarter of the record', () => {
    const [clause] = report({
      ...DESK,
      outages: {platform: ['2025-05-05 15:00 +3', '2025-09-03 15:00 +2']},
      impact: {
        clauses: [
          {uptime: 0.9999, source: 'the agreement'},
          {longest: 5, source: 'the offer'},
        ],
      },
    }).clauses;
    expect(clause?.kept.map(({quarter, down, kept}) => [quarter, down, kept])).toEqual([
      ['2025-Q1', 0, true],
      ['2025-Q2', 3, false],
      ['2025-Q3', 2, true],
      ['2025-Q4', 0, true],
    ]);
    expect(clause?.conflicts).toMatchObject([{longest: 5, outage: 3, breaks: 'uptime'}]);
  });
});

test('a record without PnL is not priced, and the finding says what to add', () => {
  expect(withTexts(priced({systems: {platform: {alpha: 1}}, pnl: {}}))).toMatchObject({
    report: null,
    findings: [
      {
        rule: 'nothing-to-price',
        hint: 'add a source of kind pnl to record.yaml, or dailyPnl: to impact.yaml',
      },
    ],
  });
});

test('yen come in at a dated rate, which is told', () => {
  const {total, assumptions} = report({
    systems: {platform: {tokyo: 1}},
    pnl: {tokyo: 100_000_000},
    currency: 'JPY',
    calendars: ['XTKS'],
    impact: {currency: 'USD'},
  });
  expect(total.daily).toBeGreaterThan(300_000);
  expect(total.daily).toBeLessThan(1_000_000);
  expect(wordsOf(assumptions.find(({id}) => id === 'rate')?.says)).toMatch(
    /^1 JPY is 0\.00\d+ USD, the rate of 20\d\d-\d\d-\d\d$/,
  );
});

/** A text without its sources; of none, none. */
function wordsOf(said: Prose | null | undefined): string {
  return said == null ? '' : textOf(said);
}
