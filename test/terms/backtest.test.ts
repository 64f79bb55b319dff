import * as fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity, source} from '../../src/base/index.ts';
import {readOffer} from '../../src/case/offer.ts';
import {type Known, measured, valueOf} from '../../src/figure/index.ts';
import {backtest} from '../../src/terms/backtest/backtest.ts';
import {observedIn, observedName, type ObservedQuarter} from '../../src/terms/backtest/observed.ts';
import {compose} from '../../src/terms/compose/compose.ts';
import {paymentsOf} from '../../src/terms/contract/payments.ts';
import type {World} from '../../src/terms/contract/world.ts';
import type {Offer} from '../../src/terms/index.ts';
import {FOREVER} from './contract/worlds.ts';

const TODAY = '2026-12-01';

function offerOf(terms: string): Offer {
  const text = `party: A fund\nkind: target\ncurrency: USD\nevidence: {tier: documented, source: a letter}\nterms:\n${terms}`;
  const {offer, findings} = readOffer(source('offers/x.yaml', text), 'x', {today: TODAY, pinned: true});
  expect(findings).toEqual([]);
  if (offer === null) throw new Error('not read');
  return offer;
}

const seen = (value: number, unit: string): Known =>
  measured(
    quantity(value, unit),
    {question: {}, period: {from: '2026-01-01', to: '2026-03-31'}, sources: ['tickets']},
    {tier: 'measured', source: 'the record'},
  );

const quarter = (at: number, uptime: number | null, longest: number | null): ObservedQuarter => ({
  quarter: `2025-Q${at}`,
  observed: {
    ...(uptime === null ? {} : {uptime: seen(uptime, '1')}),
    ...(longest === null ? {} : {longestIncident: seen(longest, 'minute')}),
  },
});

const AWARD = `  - component: onCall
    amount: 5000
    per: quarter
    when: [{what: longestIncident, atMost: 5 minutes}]
`;
const RISING = `  - component: pnl
    per: quarter
    share: {percent: 2, of: PnL that outages would have cost, scope: protected}
    escalator: {percent: 0.5, every: quarter}
    when: [{what: uptime, atLeast: 99.99%}]
`;

describe('terms on a record', () => {
  const quarters = [quarter(1, 0.99995, 4), quarter(2, 0.9995, 12), quarter(3, 1, 0), quarter(4, null, null)];

  test('an award is paid in quiet quarters; in others what it missed, and by how much', () => {
    const report = backtest(offerOf(AWARD), quarters, TODAY);
    expect(report.quarters.map(({terms}) => valueOf(terms[0]?.paid as Known))).toEqual([5000, 0, 5000, 0]);
    const second = report.quarters[1]?.terms[0];
    expect(second?.missed && valueOf(second.missed)).toBe(5000);
    expect(second?.tests.map(({passed, margin}) => [passed, margin && valueOf(margin)])).toEqual([
      [false, -7],
    ]);
    expect(report.quarters[3]?.terms[0]?.tests.map(({passed}) => passed)).toEqual([null]);
  });

  test('what it pays next is a beta law over the quarters that are known', () => {
    const [next] = backtest(offerOf(AWARD), quarters, TODAY).next;
    expect([next?.passed, next?.periods]).toEqual([2, 3]);
    const {numberOf} = next?.probability ?? {};
    expect(numberOf && valueOf(numberOf as Known)).toBeCloseTo(2.5 / 4, 12);
    // Quantiles of Beta(2.5, 1.5), by integrating its density.
    expect(next?.interval.low).toBeCloseTo(0.1767, 4);
    expect(next?.interval.high).toBeCloseTo(0.9613, 4);
  });

  test('a share that rises counts the quarters that passed before and with its own', () => {
    const kept = quarters
      .slice(0, 3)
      .map(one => ({...one, observed: {...one.observed, protected: seen(1_000_000, 'USD')}}));
    const report = backtest(offerOf(RISING), kept, TODAY);
    // 2.5% after one that passed, still 2.5% after one that failed, 3% after the next.
    expect(report.quarters.map(({terms}) => valueOf(terms[0]?.paid as Known))).toEqual([
      25_000, 25_000, 30_000,
    ]);
  });

  test('what no record tells is named and pays nothing', () => {
    const report = backtest(
      offerOf('  - {component: pnl, per: year, share: {percent: 2, of: PnL of my pods, scope: pod}}\n'),
      quarters,
      TODAY,
    );
    expect(report.untold).toEqual([{term: 'participation', needs: ['PnL of the pod']}]);
    expect(report.quarters.every(({terms}) => terms.length === 0)).toBe(true);
  });

  test('any record pays what its path pays a simulation', () => {
    const observed = fc.array(
      fc.tuple(
        fc.constantFrom(0.9995, 0.9999, 1),
        fc.integer({min: 0, max: 9}),
        fc.integer({min: 0, max: 9}),
      ),
      {minLength: 1, maxLength: 8},
    );
    const offer = offerOf(AWARD + RISING);
    fc.assert(
      fc.property(observed, all => {
        const kept = all.map(([uptime, longest, saved], at) => ({
          quarter: `Q${at}`,
          observed: {
            uptime: seen(uptime, '1'),
            longestIncident: seen(longest, 'minute'),
            protected: seen(saved * 1000, 'USD'),
          },
        }));
        const paid = kept.map(() => 0);
        const world: World = {
          paths: 1,
          left: Float64Array.of(FOREVER),
          exit: Uint8Array.of(0),
          observe(what, period) {
            const name = observedName(what);
            return (name === null ? null : observedIn(kept, name, period))?.value ?? Number.NaN;
          },
          generosity: () => 0,
          until: 3 * kept.length,
        };
        const years = Math.ceil(kept.length / 4);
        for (const {contract} of compose(offer, TODAY, years).terms)
          paymentsOf(contract, world, (month, [amount = 0]) => {
            const at = month / 3 - 1;
            paid[at] = (paid[at] ?? 0) + amount;
          });
        const said = backtest(offer, kept, TODAY).quarters.map(({terms}) =>
          terms.reduce((sum, one) => sum + valueOf(one.paid), 0),
        );
        for (const [at, sum] of said.entries()) expect(sum).toBeCloseTo(paid[at] ?? Number.NaN, 6);
      }),
    );
  });
});
