import {describe, expect, test} from 'vitest';
import {isFinding} from '../../../src/figure/index.ts';
import {shippedRates} from '../../../src/base/index.ts';
import {normal, stream} from '../../../src/stats/index.ts';
import {
  type CostsPlan,
  type CostsReport,
  costsReport,
  monthlyCosts,
  purseOf,
} from '../../../src/operations/index.ts';
import {type Cost, monthAfter} from '../../../src/record/index.ts';
import {messageOf, withTexts} from '../../findings.ts';

/** `count` months of one scope from `first` on, each `of(number of the month)`. */
function bills(scope: string, first: string, count: number, of: (at: number) => number | null): Cost[] {
  const rows: Cost[] = [];
  for (let at = 0, month = first; at < count; at++, month = monthAfter(month)) {
    const amount = of(at);
    if (amount === null) continue;
    rows.push({scope, item: null, month, date: null, amount: {amount, currency: 'USD'}, source: 'bills'});
  }
  return rows;
}

const MOVE: CostsPlan = {scopes: [], control: [], day: '2025-01-01', settled: null, source: 'the plan'};
const COVERS = {from: Date.UTC(2020, 0, 1), to: Date.UTC(2030, 0, 1)};

function report(costs: readonly Cost[], plan: Partial<CostsPlan> = {}): CostsReport {
  const found = costsReport(costs, {...MOVE, ...plan}, {covers: COVERS}, {zone: 'UTC', currency: null});
  if ('rule' in found) throw new Error(messageOf(found));
  return found;
}

const change = (of: CostsReport['together']['plain'] | CostsReport['together']['overControl']) => {
  if (of === null || isFinding(of)) throw new Error(of === null ? 'no control' : messageOf(of));
  return of.change;
};
const told = ({together}: CostsReport) => together.findings.map(({rule, severity}) => `${severity} ${rule}`);

describe('costs before and after', () => {
  test('of months that are all alike are cut by just what they are', () => {
    const {together} = report(bills('a', '2024-01', 24, at => (at < 12 ? 100 : 65)));
    expect(together.before).toEqual({from: '2024-01', to: '2024-12', months: 12, mean: 100, median: 100});
    expect(together.after).toMatchObject({from: '2025-01', to: '2025-12', months: 12, mean: 65});
    expect(change(together.plain).mid).toBeCloseTo(-0.35, 12);
    expect(change(together.overTrend).mid).toBeCloseTo(-0.35, 12);
    expect(together.saved?.mid).toBeCloseTo(35, 9);
  });

  test('that rise all along are cut from their line, where the plain change falls short', () => {
    const {together} = report(bills('a', '2024-01', 24, at => 100 * 1.01 ** at * (at < 12 ? 1 : 0.7)));
    expect(change(together.overTrend).mid).toBeCloseTo(-0.3, 9);
    expect(change(together.plain).mid).toBeCloseTo(0.7 * 1.01 ** 12 - 1, 9);
    expect(together.saved?.by).toBe('trend');
  });

  test('lose what the control lost too', () => {
    const rows = [
      ...bills('a', '2024-01', 24, at => (at < 12 ? 100 : 60)),
      ...bills('rest', '2024-01', 24, at => (at < 12 ? 50 : 40)),
    ];
    const {together} = report(rows, {control: ['rest']});
    expect(together.scopes).toEqual(['a']);
    expect(change(together.overControl).mid).toBeCloseTo(0.75 - 1, 9);
    expect(together.saved).toMatchObject({by: 'control'});
    expect(together.saved?.mid).toBeCloseTo(20, 9);
  });

  test('leave the months of the move out of both sides, and say what they cost', () => {
    const rows = bills('a', '2024-01', 24, at => (at < 11 ? 100 : at < 14 ? 150 : 60));
    const {together} = report(rows, {day: '2024-12-15', settled: '2025-03-01'});
    expect(together.before).toMatchObject({to: '2024-11', months: 11});
    expect(together.after).toMatchObject({from: '2025-03', months: 10});
    expect(together.moving).toEqual({months: 3, paid: 450, above: 150});
  });

  test('take a month that the day falls into for neither', () => {
    const {together} = report(
      bills('a', '2024-01', 24, () => 100),
      {day: '2025-01-02'},
    );
    expect([together.before?.to, together.after?.from, together.moving?.months]).toEqual([
      '2024-12',
      '2025-02',
      1,
    ]);
  });

  test('of 300 made-up series hold the truth in 95 of 100 intervals', () => {
    let held = 0;
    for (let seed = 0; seed < 300; seed++) {
      const chance = stream(seed, 'costs');
      let error = 0;
      const rows = bills('a', '2023-09', 22, at => {
        error = 0.3 * error + 0.03 * normal(chance);
        return 1000 * Math.exp(0.004 * at + (at < 16 ? 0 : Math.log(0.7)) + error);
      });
      const {low, high} = change(report(rows).together.overTrend);
      if (low <= -0.3 && -0.3 <= high) held++;
    }
    // Were each to hold with 95%, between 273 and 295 do, with a chance of 99.8% (binomial).
    expect(held).toBeGreaterThanOrEqual(273);
    expect(held).toBeLessThanOrEqual(295);
  });
});

describe('what cannot be said of costs', () => {
  test('of few months', () => {
    const {together} = report(bills('a', '2024-10', 6, () => 100));
    expect(withTexts(together.plain)).toMatchObject({
      rule: 'few-months',
      message: '3 months before the change and 3 after, expected 4 or more on either side and 12 in all',
    });
    expect(together).toMatchObject({saved: null, before: {months: 3}, after: {months: 3}});
  });

  test('of a scope without any', () => {
    const none = costsReport([], MOVE, {covers: COVERS}, {zone: 'UTC', currency: null});
    expect(withTexts(none)).toMatchObject({
      rule: 'few-months',
      message: 'the record has no costs of these scopes',
    });
  });

  test('of a month that cost nothing', () => {
    const {together} = report(bills('a', '2024-01', 24, at => (at < 12 ? 100 : 0)));
    expect(together.plain).toMatchObject({rule: 'no-cost'});
    expect(together.after?.mean).toBe(0);
  });

  test('where nobody names the day, nobody stands beside and a month is missing', () => {
    const rows = bills('a', '2024-01', 24, at => (at === 3 ? null : 100 + (at % 2)));
    expect(told(report(rows, {source: null}))).toEqual([
      'warning months-left-out',
      'warning date-from-data',
      'note no-control',
      'note regression-to-mean',
    ]);
  });

  test('where the months before were dear', () => {
    const rows = bills('a', '2024-01', 24, at => (at < 9 ? 100 + (at % 2) : at < 12 ? 130 : 100));
    expect(told(report(rows))).toContain('warning regression-to-mean');
    const rising = bills('a', '2024-01', 24, at => 100 * 1.02 ** at + (at % 2));
    expect(told(report(rising))).toContain('note regression-to-mean');
  });

  test('where the control went another way before', () => {
    const rows = [
      ...bills('a', '2024-01', 24, at => 100 * 1.05 ** at * (1 + 0.001 * (at % 2))),
      ...bills('rest', '2024-01', 24, () => 50),
    ];
    expect(told(report(rows, {control: ['rest']}))).toContain('warning not-parallel');
  });
});

describe('what scopes cost together', () => {
  const purse = () => purseOf('USD', shippedRates(), '2025-12-28');

  test('is known where each of them is', () => {
    const rows = [
      ...bills('a', '2024-01', 4, () => 10),
      ...bills('b', '2024-01', 4, at => (at === 1 ? null : 1)),
    ];
    const {months, unknown} = monthlyCosts(rows, ['a', 'b'], purse());
    expect([...months]).toEqual([
      ['2024-01', 11],
      ['2024-03', 11],
      ['2024-04', 11],
    ]);
    expect(unknown).toEqual(['2024-02']);
  });

  test('holds what came later, or went, as nothing while its bill tells of others', () => {
    const rows = [...bills('old', '2024-01', 2, () => 10), ...bills('new', '2024-03', 2, () => 6)];
    const {months, passing, unknown} = monthlyCosts(rows, ['old', 'new'], purse());
    expect([...months.values()]).toEqual([10, 10, 6, 6]);
    expect({passing, unknown}).toEqual({passing: ['old', 'new'], unknown: []});
    const apart = rows.map(row => ({...row, source: row.scope}));
    expect(monthlyCosts(apart, ['old', 'new'], purse()).months.size).toBe(0);
  });

  test('is in one currency, at one rate for all months', () => {
    const rows = bills('a', '2024-01', 2, () => 10).map((row, at) =>
      at === 0 ? row : {...row, amount: {amount: 10, currency: 'GBP' as const}},
    );
    const taken = purse();
    const {months} = monthlyCosts(rows, ['a'], taken);
    const [rate] = taken.rates();
    expect(rate).toMatchObject({from: 'GBP', to: 'USD'});
    expect(months.get('2024-02')).toBeCloseTo(10 * (rate?.rate ?? Number.NaN), 9);
  });
});
