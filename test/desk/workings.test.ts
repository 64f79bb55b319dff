import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {showUnit} from '../../src/base/index.ts';
import {figuresOf, highOf, isKnown, type Known, type Prose, show, valueOf} from '../../src/figure/index.ts';
import type {Brief} from '../../src/strategy/index.ts';
import {near} from './again.ts';
import {type Case, caseIn, example, MADE_UP} from './cases.ts';
import {planned, variations} from './variations.ts';
import {knownWithin} from './within.ts';

// A formula over the wrong figures still gives what it gives: here each stands for what it is called.

const flagship = await example();
const cases: readonly (readonly [string, Case])[] = [
  ['the example', flagship],
  ...(await Promise.all(
    MADE_UP.map(async folder => [folder.split('/').at(-1) ?? '', await caseIn(folder)] as const),
  )),
];

/** What a name of our formulas stands for, by its unit; `money` is any currency. */
const UNITS: Readonly<Record<string, RegExp>> = {
  amount: /^money per year$/,
  band: /^money per year$/,
  baseline: /^1$/,
  daily: /^money per day$/,
  day: /^minutes per day$/,
  each: /^money per \w+ per day$/,
  outage: /^minutes$/,
  pays: /^money per (?:year|quarter)$/,
  quarter: /^days per quarter$/,
  share: /^1$/,
  uptime: /^1$/,
  year: /^days per year$/,
};

describe.each(cases)('%s', (_, of) => {
  const report = of.planned.for('desk').report;

  test('calls figures by names of what they are', () => {
    const wrong = knownWithin(report).flatMap(({figure}) => {
      if (figure.figure !== 'worked') return [];
      return figure.inputs.flatMap(({name, figure: input}) => {
        const unit = isKnown(input)
          ? (showUnit(input.quantity.unit) || '1').replace(/[A-Z]{3}/, 'money')
          : null;
        const fits = unit === null || UNITS[name] === undefined || UNITS[name].test(unit);
        return fits ? [] : [`${name} of ${figure.formula} is in ${unit}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('places an offer in its band, and says how much it is short of a rule', () => {
    expect(misplaced(report)).toEqual([]);
  });
});

test('whatever is offered is placed in its band', async () => {
  await fc.assert(
    fc.asyncProperty(variations, async files => {
      const of = await planned(files);
      expect(misplaced(of.planned.for('desk').report)).toEqual([]);
    }),
    {numRuns: 25},
  );
});

/** Shares of bands and gaps to rules that are not what the sums beside them give. */
function misplaced({offers, rules}: Brief): readonly string[] {
  const placed = offers.flatMap(({offer, standings}) =>
    standings.flatMap(({amount, band, share, component, place}) => {
      if (!isKnown(amount) || !isKnown(band) || !isKnown(share)) return [];
      const [low, high, is] = [valueOf(band), highOf(band), valueOf(amount)];
      const where = is < low ? 'below' : is > high ? 'above' : 'within';
      const same = Math.abs((is - low) / (high - low) - valueOf(share)) < 1e-9 && where === place;
      return same
        ? []
        : [`${offer} ${component}: ${show(share)} of ${show(band)} for ${show(amount)}, ${place}`];
    }),
  );
  const short = rules.flatMap(({text, results}) =>
    results.flatMap(({shown, offer}) => {
      const [stated, gap] = figuresOf(shown).filter(isKnown);
      const [needed] = figuresOf(text).filter(isKnown);
      if (!isGap(gap) || stated === undefined || needed === undefined) return [];
      const own = gap.inputs.find(({name}) => name === 'needed')?.figure;
      const needs = isKnown(own) && own.figure === 'worked' ? own : needed;
      return near(valueOf(needs) - valueOf(stated), valueOf(gap)) && valueOf(gap) > 0
        ? []
        : [`${offer}: ${show(stated)}, ${show(gap)} short of ${show(needs)}`];
    }),
  );
  return [...placed, ...short];
}

function isGap(figure: Known | undefined): figure is Known & {readonly figure: 'worked'} {
  return figure?.figure === 'worked' && figure.formula === 'needed - stated';
}

describe('the share of everything in the example', () => {
  const claim = flagship.planned
    .for('call')
    .report.ledger.find(({kind, headline}) => kind === 'share' && headline);
  const figures = (of: Prose | undefined) => (of === undefined ? [] : figuresOf(of).filter(isKnown));
  const told = (of: Prose | undefined) => figures(of).map(show);

  test('is multiplied by all that is made in a day and by the days', () => {
    const working = claim?.workings[0]?.result.quantityOf;
    const inputs = isKnown(working) && working.figure === 'worked' ? working.inputs : [];
    expect(Object.fromEntries(inputs.map(({name, figure}) => [name, show(figure)]))).toEqual({
      share: '2.5%',
      daily: '$42,500,000 per day',
      year: '252 days per year',
    });
    expect(working === undefined ? '' : show(working)).toBe('$267,750,000 per year');
  });

  test('is held against the band, from its high end to its low', () => {
    const {verdict} = claim ?? {};
    const [pays, least, most, band] = figures(
      verdict?.kind === 'does not hold' ? verdict.because : undefined,
    );
    const [paid, range] = [valueOf(pays as Known), band as Known];
    expect(valueOf(least as Known)).toBeCloseTo(paid / highOf(range), 9);
    expect(valueOf(most as Known)).toBeCloseTo(paid / valueOf(range), 9);
    expect(told(verdict?.kind === 'does not hold' ? verdict.instead : undefined)).toEqual([
      '2.5%',
      '$2M',
      '$3.6M',
    ]);
  });
});

test('an outage of a venue lasts from when it was stopped to when it went on', () => {
  const lasted = knownWithin(flagship.planned.for('call').report).flatMap(({figure}) =>
    figure.figure === 'worked' && figure.formula === 'to - from' ? [figure] : [],
  );
  expect([...new Set(lasted.map(show))]).toEqual(['3 hours 38 minutes']);
  for (const figure of lasted) expect(valueOf(figure)).toBeGreaterThan(0);
});
