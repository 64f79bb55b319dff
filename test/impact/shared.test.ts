import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Contributor} from '../../src/impact/plan.ts';
import type {Baseline} from '../../src/operations/index.ts';
import {NOBODY, type SharedCredit} from '../../src/impact/index.ts';
import {at, type MadeUp, report} from './made-up.ts';

/** `ann: router, quotes | bob: quotes`; the first is you. */
function contributors(text: string): readonly Contributor[] {
  return text.split(' | ').map((one, index) => {
    const [name = '', systems = ''] = one.split(': ');
    return {name, you: index === 0, systems: systems.split(', '), source: 'the rota'};
  });
}

const agreed: Baseline = {kind: 'target', uptime: 0.999, source: 'the agreement'};
const before: Baseline = {kind: 'own', from: null, until: at('2022-02-12 00:00')};

/** February 2022: nineteen sessions of 390 minutes, none of them short. */
function shared(made: Partial<MadeUp>, text: string, baseline: Baseline): SharedCredit & {mid: number} {
  const [against] = report({
    covers: ['2022-02-01', '2022-03-01'],
    systems: {router: {alpha: 1}, quotes: {alpha: 0.5}},
    pnl: {alpha: 390_000},
    draws: 2,
    ...made,
    impact: {baselines: [baseline], credit: {contributors: contributors(text)}},
  }).baselines;
  if (against?.shared == null) return expect.fail('contributors are named, and nothing is shared');
  const {credited, protected: shielded} = against;
  expect(credited).toBe(against.shared.credits[0]?.value);
  return {...against.shared, mid: shielded.mid};
}

const values = ({credits}: SharedCredit) => credits.map(({value}) => value);

describe('what was protected, shared among those who looked after it', () => {
  test('by hand: what is left of the way is as the agreement says', () => {
    const {credits, least} = shared(
      {outages: {router: ['2022-02-02 15:00 +10']}},
      'ann: router | bob: quotes',
      agreed,
    );
    // In money of nineteen days at $1,000 a minute: 7.41 minutes under the agreement, 10 in the record.
    const worth = {
      none: 0,
      // The router as it was, and half of the pod down for a thousandth of the time on account of the quotes.
      ann: 7410 - 10_000 - 3705 + 0.5 * 0.001 * 10_000,
      // The quotes as they were help nobody while the router stops the whole of the pod.
      bob: 0,
      both: 7410 - 10_000,
    };
    expect(credits[0]?.firstIn).toBeCloseTo(worth.ann, 4);
    expect(credits[0]?.lastIn).toBeCloseTo(worth.both - worth.bob, 4);
    expect(credits[0]?.value).toBeCloseTo((worth.ann + worth.both - worth.bob) / 2, 4);
    expect(credits[1]?.firstIn).toBeCloseTo(0, 6);
    expect(credits[1]?.value).toBeCloseTo((worth.both - worth.ann) / 2, 4);
    expect(least).toBe('firstIn');
  });

  test('comes to the whole of it, against every kind of baseline', () => {
    const outages = fc.array(
      fc
        .tuple(
          fc.integer({min: 1, max: 28}),
          fc.integer({min: 0, max: 300}),
          fc.integer({min: 1, max: 90}),
          fc.constantFrom('', '', ' unknown', ' degraded'),
        )
        .map(
          ([day, after, minutes, state]) =>
            `2022-02-${String(day).padStart(2, '0')} ${String(15 + Math.floor(after / 60)).padStart(2, '0')}:${String(after % 60).padStart(2, '0')} +${minutes}${state}`,
        ),
      {maxLength: 4},
    );
    const share = fc.integer({min: 0, max: 10}).map(of => of / 10);
    const kinds: readonly Baseline[] = [before, agreed, {kind: 'control', systems: ['legacy']}];
    const teams = ['ann: router, ledger | bob: quotes', 'ann: router | bob: quotes, router', 'ann: ledger'];
    fc.assert(
      fc.property(
        fc.record({router: outages, quotes: outages, ledger: outages, legacy: outages}),
        fc.array(fc.tuple(share, share, share), {minLength: 1, maxLength: 3}),
        fc.constantFrom(...kinds),
        fc.constantFrom(...teams),
        (down, pods, baseline, team) => {
          const of = (system: number) =>
            Object.fromEntries(pods.map((shares, pod) => [`pod-${pod}`, shares[system] as number]));
          const told = shared(
            {
              systems: {router: {...of(0), 'pod-0': 1}, quotes: of(1), ledger: of(2), legacy: {}},
              pnl: Object.fromEntries(pods.map((_, pod) => [`pod-${pod}`, 100_000 * (pod + 1)])),
              outages: down,
            },
            team,
            baseline,
          );
          expect(values(told).reduce((sum, one) => sum + one, 0)).toBeCloseTo(told.total, 4);
          expect(told.total).toBeCloseTo(told.mid, 4);
          for (const {value, adds} of told.credits) {
            expect(value).toBeGreaterThanOrEqual(adds.least - 1e-6);
            expect(value).toBeLessThanOrEqual(adds.most + 1e-6);
          }
        },
      ),
      {numRuns: 40},
    );
  });

  test('is the same for two whose systems did the same', () => {
    const [ann, bob] = values(
      shared(
        {
          systems: {router: {alpha: 0.6, beta: 0.2}, quotes: {alpha: 0.6, beta: 0.2}},
          pnl: {alpha: 390_000, beta: 100_000},
          outages: {router: ['2022-02-15 15:00 +10'], quotes: ['2022-02-16 15:00 +10']},
        },
        'ann: router | bob: quotes',
        agreed,
      ),
    );
    expect(ann).toBeCloseTo(bob as number, 6);
    expect(ann).not.toBeCloseTo(0, 0);
  });

  test('is nothing for one whose systems cost nothing, before and since', () => {
    const outages = {router: ['2022-02-02 15:00 +60', '2022-02-15 15:00 +10']};
    const told = shared({outages}, 'ann: router | bob: quotes', before);
    expect(told.credits[1]).toMatchObject({value: 0, firstIn: 0, lastIn: 0});
    expect(told.credits[0]?.value).toBeCloseTo(told.mid, 6);
    expect(told.mid).toBeGreaterThan(0);
    const idle = {systems: {router: {alpha: 1}, quotes: {}}, outages};
    expect(shared(idle, 'ann: router | bob: quotes', agreed).credits[1]?.value).toBe(0);
  });

  test('of one system goes in equal parts to all who have it, and none of them has it alone', () => {
    const told = shared(
      {systems: {router: {alpha: 1}}, outages: {router: ['2022-02-02 15:00 +60']}},
      'ann: router | bob: router',
      before,
    );
    expect(values(told)).toEqual([told.mid / 2, told.mid / 2].map(half => expect.closeTo(half, 6)));
    for (const {firstIn, lastIn} of told.credits) {
      expect(firstIn).toBeCloseTo(0, 6);
      expect(lastIn).toBeCloseTo(told.mid, 6);
    }
  });

  test('has what is in no care stand with nobody', () => {
    const {credits} = shared({}, 'ann: quotes', agreed);
    expect(credits.map(({contributor, you, systems}) => [contributor, you, systems])).toEqual([
      ['ann', true, ['quotes']],
      [NOBODY, false, ['router']],
    ]);
  });

  test('weighs what failed together as it did: the larger share stands', () => {
    const together = {router: ['2022-02-02 15:00 +60'], quotes: ['2022-02-02 15:00 +60']};
    const {credits, least} = shared({outages: together}, 'ann: router | bob: quotes', before);
    // While the router was down too, the quotes alone would have mended nothing.
    const [ann, bob] = credits;
    expect(bob?.value).toBeLessThan(0.5 * (ann?.value ?? 0));
    expect(least).toBe('firstIn');
  });
});
