import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {readOffer} from '../../src/case/offer.ts';
import {textOf, valueOf} from '../../src/figure/index.ts';
import type {Offer} from '../../src/terms/index.ts';
import {compose} from '../../src/terms/compose/compose.ts';
import {offerReading} from '../../src/terms/report/offer.ts';
import {taxOf} from '../../src/terms/tax/bill.ts';

const TODAY = '2026-12-01';
const FOLDER = 'examples/millennium-devops/strategy';

/** The guide's strategy as an offer of a place. */
function strategy(place: string, name: string): Offer {
  const path = `${FOLDER}/${place}/${name}.yaml`;
  const {offer, findings} = readOffer(source(path, readFileSync(path, 'utf8')), name, {
    today: TODAY,
    pinned: true,
  });
  expect(findings).toEqual([]);
  if (offer === null) throw new Error(`${path} could not be read`);
  return offer;
}

function read(offer: Offer, taxed: Parameters<typeof offerReading>[4] = null) {
  return offerReading(compose(offer, TODAY, 2), TODAY, 2, one => one, taxed);
}

describe("the guide's strategy, as three offers", () => {
  test.each([
    ['new-york', 'anchor', 215_000 + 135_000 + 30_000, 215_000 + 30_000],
    ['new-york', 'accept', 190_000 + 110_000, 190_000],
    ['new-york', 'walk-away', 175_000 + 90_000, 175_000],
    ['miami', 'anchor', 205_000 + 125_500 + 30_000, 205_000 + 30_000],
    ['london', 'walk-away', 130_000 + 65_000, 130_000],
  ])(
    '%s, %s: a guarantee of the first year is guaranteed in the first year',
    (place, name, first, second) => {
      expect(read(strategy(place, name)).years.map(({guaranteed}) => valueOf(guaranteed))).toEqual([
        first,
        second,
      ]);
    },
  );

  test('at target a participation that rises with each quarter, an award a quarter, a milestone once', () => {
    const [first, second] = read(strategy('new-york', 'anchor')).years.map(({target}) => valueOf(target));
    const fixed = 215_000 + 135_000 + 30_000 + 4 * 5000;
    // 2.5% and half a point for each of four quarters, of 2.8M; eight quarters by the end of the second year.
    expect(first).toBeCloseTo(fixed + 50_000 + 0.045 * 2_800_000, 6);
    expect(second).toBeCloseTo(fixed + 0.065 * 2_800_000, 6);
  });

  test.each([
    ['nyc', 197_780],
    ['miami', 224_574],
  ] as const)('$315,000 of wages in %s', (place, net) => {
    const bill = taxOf({place, year: 2026, status: 'single', wages: 315_000});
    expect(Math.abs(bill.net - net)).toBeLessThanOrEqual(1);
  });

  test('after tax each year is the bill of its target', () => {
    const offer = strategy('miami', 'accept');
    const {years, afterTax} = read(offer, {place: 'miami', year: 2026, status: 'single'});
    expect(afterTax?.taxYear).toBe('2026');
    for (const [at, {target}] of years.entries())
      expect(afterTax && valueOf(afterTax.years[at] ?? target)).toBe(
        taxOf({place: 'miami', year: 2026, status: 'single', wages: valueOf(target)}).net,
      );
  });

  test('what its letters would leave open is asked, and what they say is not', () => {
    const asked = read(strategy('new-york', 'anchor')).questions.map(({text}) => textOf(text));
    expect(asked.join(' ')).toContain('market hours');
    expect(asked.join(' ')).not.toContain('Whose PnL');
    const bare = strategy('new-york', 'walk-away');
    const [base] = bare.terms;
    if (base === undefined) throw new Error('no base');
    const loose: Offer = {
      ...bare,
      terms: [
        {...base, component: 'pnl', amount: null, share: {percent: 2, of: 'PnL'}},
        {...base, component: 'milestone', amount: 50_000, per: 'once'},
        {...base, component: 'bonus', amount: 90_000, guaranteed: null},
      ],
    };
    const open = read(loose)
      .questions.map(({text}) => textOf(text))
      .join(' ');
    for (const part of [
      'Whose PnL',
      'loss of one pod',
      'What exactly has to be reached',
      'Who decides that',
      'By which day',
      'guaranteed, or does the firm',
    ])
      expect(open).toContain(part);
  });
});
