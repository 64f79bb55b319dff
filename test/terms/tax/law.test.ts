import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {netTable, TAX_PLACES, type TaxCase, taxOf} from '../../../src/terms/index.ts';
import {taxLaw} from '../../../src/terms/tax/facts.ts';
import {NUMBERS} from '../../../src/terms/tax/sums.ts';
import {deductionOf} from '../../../src/terms/tax/us.ts';
import {CASES, nameOf, WAGES} from './households.ts';

const nyc = (status: 'single' | 'joint', wages: number, year = 2026) =>
  taxOf({place: 'nyc', year, status, wages});
const london = (wages: number) => taxOf({place: 'london', year: 2026, status: null, wages});

describe('$315,000 of wages, single, 2026', () => {
  test('nets $197,780 in New York and $224,574 in Miami', () => {
    expect(Math.round(nyc('single', 315_000).net)).toBe(197_780);
    expect(Math.round(taxOf({place: 'miami', year: 2026, status: 'single', wages: 315_000}).net)).toBe(
      224_574,
    );
  });
});

describe('New York takes back what its lower brackets save', () => {
  // Past each step all of the taxable income is taxed at one rate, but for what the law's own table rounds: it says 567 of the
  // first step of 2026, where its rates give 568.25.
  test.each([
    ['single', 170_000, 0.059],
    ['single', 300_000, 0.0685],
    ['single', 1_200_000, 0.0965],
    ['single', 6_000_000, 0.103],
    ['single', 26_000_000, 0.109],
    ['joint', 250_000, 0.059],
    ['joint', 500_000, 0.0685],
    ['joint', 2_300_000, 0.0965],
    ['joint', 6_000_000, 0.103],
  ] as const)('%s, %i: %f of all of it', (status, wages, rate) => {
    const {parts, taxable} = nyc(status, wages);
    expect(Math.abs((parts.state ?? 0) - rate * (taxable.state ?? 0))).toBeLessThan(2);
  });

  test('and begins above $107,650 of income', () => {
    const bracketsOnly =
      0.039 * 8500 + 0.044 * 3200 + 0.0515 * 2200 + 0.054 * 66_750 + 0.059 * (99_650 - 80_650);
    expect(nyc('single', 107_650).parts.state).toBeCloseTo(bracketsOnly, 2);
    expect((nyc('single', 132_650).parts.state ?? 0) - bracketsOnly - 0.059 * 25_000).toBeCloseTo(567 / 2, 2);
  });
});

describe('the school tax credit of New York City', () => {
  test.each([
    ['the fixed part ends above $250,000 of income', 'single', 250_000, 63],
    ['of a couple too', 'joint', 250_000, 125],
    ['the rest above $500,000 of taxable income', 'single', 508_000, 0.00171 * 12_000 + 0.00228 * 488_000],
    ['of a couple too', 'joint', 516_050, 0.00171 * 21_600 + 0.00228 * 478_400],
  ] as const)('%s', (_what, status, wages, lost) => {
    const more = (nyc(status, wages + 1).parts.city ?? 0) - (nyc(status, wages).parts.city ?? 0);
    expect(more).toBeCloseTo(lost + 0.03876, 1);
  });

  test('its fixed part is paid out where there is no tax', () => {
    expect(nyc('single', 8000).parts.city).toBe(-63);
  });
});

describe('what is itemised', () => {
  const federal = (year: number, status: 'single' | 'joint') => {
    const law = taxLaw({place: 'nyc', year, status}, value => value).federal;
    if (law === undefined) throw new Error('New York has a federal law');
    return law;
  };
  const itemised = (wages: number, paid: number, law = federal(2026, 'single')) =>
    deductionOf(wages, paid, law, NUMBERS);

  test.each([
    [16_100, {kind: 'standard', amount: 16_100}],
    [16_101, {kind: 'itemised', amount: 16_101}],
    [50_000, {kind: 'itemised', amount: 40_400}],
  ])('%i of taxes at 400,000 of wages', (paid, deduction) => {
    expect(itemised(400_000, paid)).toEqual(deduction);
  });

  test('the cap falls by three tenths of what is above its threshold, to its floor', () => {
    expect(itemised(525_000, 50_000).amount).toBeCloseTo(40_400 - 0.3 * 20_000, 6);
    expect(itemised(700_000, 50_000)).toEqual({kind: 'standard', amount: 16_100});
    expect(deductionOf(520_000, 50_000, federal(2025, 'single'), NUMBERS).amount).toBeCloseTo(34_000, 6);
  });

  test('from 2026 loses 2/37 of as much of it as lies in the top bracket', () => {
    const open = {...federal(2026, 'single'), salt: {cap: 74_000, from: 1e9, rate: 0, floor: 0}};
    expect(itemised(640_600, 80_000, open).amount).toBe(74_000);
    expect(itemised(677_600, 80_000, open).amount).toBeCloseTo(72_000, 6);
    expect(itemised(900_000, 80_000, open).amount).toBeCloseTo(70_000, 6);
    const before = {...open, itemisedLimit: federal(2025, 'single').itemisedLimit};
    expect(itemised(900_000, 80_000, before).amount).toBe(74_000);
  });
});

describe('the personal allowance of London', () => {
  test.each([
    [100_000, 12_570],
    [100_001, 12_570],
    [100_002, 12_569],
    [112_500, 6320],
    [125_139, 1],
    [125_140, 0],
    [300_000, 0],
  ])('of %i is %i: half of what is above £100,000 less, rounded up', (wages, allowance) => {
    expect(london(wages).deduction).toEqual({kind: 'allowance', amount: allowance});
  });
});

describe.each(CASES.map(one => [nameOf(one), one] as const))('%s', (_name, of) => {
  const falls = fallsOf(of);

  test('the parts are all that is between wages and net pay, to the cent', () => {
    fc.assert(
      fc.property(WAGES, wages => {
        const {parts, net} = taxOf({...of, wages});
        const gone = Object.values(parts).reduce((sum, part) => sum + Math.round(part * 100), 0);
        expect(gone).toBe(Math.round(wages * 100) - Math.round(net * 100));
      }),
    );
  });

  test('whoever earns more keeps more, but where docs/terms.md says that net pay falls', () => {
    fc.assert(
      fc.property(WAGES.map(Math.floor), fc.integer({min: 1, max: 20_000}), (wages, more) => {
        fc.pre(!falls.some(([from, to]) => wages <= to && wages + more > from));
        expect(taxOf({...of, wages: wages + more}).net).toBeGreaterThan(taxOf({...of, wages}).net);
      }),
    );
  });

  test('no part but the credit of the city is below nothing', () => {
    fc.assert(
      fc.property(WAGES, wages => {
        const {city = 0, ...parts} = taxOf({...of, wages}).parts;
        expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
        expect(city).toBeGreaterThanOrEqual(-125);
      }),
    );
  });
});

test.each(CASES.filter(({status}) => status === 'joint').map(one => [nameOf(one), one] as const))(
  '%s: a couple of one earner pays no more than the earner alone would',
  (_name, of) => {
    fc.assert(
      fc.property(WAGES, wages => {
        const alone = taxOf({...of, status: 'single', wages}).net;
        expect(taxOf({...of, wages}).net).toBeGreaterThanOrEqual(alone);
      }),
    );
  },
);

describe('net pay falls where docs/terms.md says it does, and nowhere else', () => {
  const told = (of: TaxCase) => fallsOf(of).map(ends => ends.join(' '));

  test.each([2025, 2026])('in New York in %i', year => {
    expect(told({place: 'nyc', year, status: 'single'})).toEqual([
      '223400 223400',
      '250000 250000',
      '508000 508000',
      '1085550 1127550',
      '5008000 5050000',
      '25000000 25000000',
    ]);
    expect(told({place: 'nyc', year, status: 'joint'})).toEqual([
      '177600 177600',
      '250000 250000',
      '339250 339250',
      '516050 516050',
      '2171400 2205350',
      '5016050 5050000',
      '25000000 25000000',
    ]);
  });

  test('but by pence, in neither Miami nor London', () => {
    for (const of of CASES.filter(({place}) => place !== 'nyc')) expect(told(of)).toEqual([]);
  });
});

/** From which wages to which others net pay falls, by the table: stretches that follow one another are one. */
function fallsOf({place, year, status}: TaxCase): readonly (readonly [from: number, to: number])[] {
  const {wages, net} = netTable(place, year, status, TAX_PLACES[place].currency, 0, 30_000_000);
  const falls: [from: number, to: number][] = [];
  for (const [at, from] of wages.entries()) {
    const to = Math.round(wages[at + 1] ?? from);
    if (!((net[at + 1] ?? Number.POSITIVE_INFINITY) < (net[at] ?? 0))) continue;
    const last = falls.at(-1);
    if (last?.[1] === Math.round(from)) last[1] = to;
    else falls.push([Math.round(from), to]);
  }
  return falls;
}

test('a year that nobody knows and a place that pays otherwise are refused', () => {
  expect(() => taxOf({place: 'nyc', year: 2024, status: 'single', wages: 1})).toThrow(/2024/);
  expect(() => netTable('london', 2026, null, 'USD', 0, 1)).toThrow(/USD/);
  expect(() => netTable('london', 2026, null, 'GBP', 5, 5)).toThrow(/5 to 5/);
});
