import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {parse} from 'yaml';
import {valueOf} from '../../src/figure/index.ts';
import {compose} from '../../src/terms/compose/compose.ts';
import {defer, equalParts, forfeit, pay, schedule, type Contract} from '../../src/terms/contract/contract.ts';
import {leavingOf} from '../../src/terms/leaving/leaving.ts';
import {READINGS} from '../../src/terms/years/reading.ts';
import {yearTable} from '../../src/terms/years/table.ts';
import {letter, LETTERS, letterText, TODAY} from './letters.ts';

const FILE = join('docs', 'terms-vectors.json');
const cents = (value: number) => Number(value.toFixed(2));

/** A letter as it is typed, and what it comes to: each year by each reading, and of a job of today what leaving it costs. */
function published(name: string) {
  const offer = letter(name);
  const table = yearTable(compose(offer, TODAY, 4), 4);
  return {
    name,
    today: TODAY,
    offer: parse(letterText(name)) as unknown,
    years: table.years.map(({year, ...sums}) => ({
      year,
      ...Object.fromEntries(READINGS.map(reading => [reading, cents(valueOf(sums[reading]))])),
    })),
    ...(offer.kind === 'current'
      ? {
          leaving: leavingOf(offer, TODAY).byNotice.map(({from, total}) => ({
            from,
            total: cents(valueOf(total)),
          })),
        }
      : {}),
  };
}

/** Contracts whose expected value has a closed form: what it is worth at a yearly rate and a yearly chance to quit. */
const FORMS: readonly {
  readonly name: string;
  readonly contract: Contract;
  readonly rate: number;
  readonly quit: number;
  readonly formula: string;
  readonly value: number;
}[] = [
  {
    name: 'an award of which 40% is deferred in three parts',
    contract: forfeit(['quit'], defer(0.4, equalParts(3, 12), pay(70_000))),
    rate: 0.05,
    quit: 0.15,
    formula: '70000 * (0.6 + 0.4/3 * sum over k = 1..3 of (0.85 * exp(-0.05))^k)',
    value: 70_000 * (0.6 + (0.4 / 3) * [1, 2, 3].reduce((sum, k) => sum + (0.85 * Math.exp(-0.05)) ** k, 0)),
  },
  {
    name: 'a retention bonus after two years',
    contract: forfeit(['quit'], schedule({every: 24, times: 1}, pay(100_000))),
    rate: 0.05,
    quit: 0.2,
    formula: '100000 * (0.8 * exp(-0.05))^2',
    value: 100_000 * (0.8 * Math.exp(-0.05)) ** 2,
  },
  {
    name: 'a yearly bonus for three years',
    contract: forfeit(['quit'], schedule({every: 12, times: 3}, pay(50_000))),
    rate: 0.04,
    quit: 0.1,
    formula: '50000 * sum over k = 1..3 of (0.9 * exp(-0.04))^k',
    value: 50_000 * [1, 2, 3].reduce((sum, k) => sum + (0.9 * Math.exp(-0.04)) ** k, 0),
  },
];

const vectors = {
  version: 1,
  what: 'Offers in the language of docs/terms.md with what they come to by the year, and contracts with closed forms: for others to test with.',
  licence: 'CC0-1.0',
  letters: LETTERS.map(published),
  closedForms: FORMS.map(({value, ...form}) => ({...form, value: cents(value)})),
};

test('docs/terms-vectors.json is what the code gives: else run with WRITE_VECTORS=1, and format it', () => {
  if (process.env['WRITE_VECTORS'] !== undefined) writeFileSync(FILE, JSON.stringify(vectors, null, 2));
  expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(vectors)));
});

test('the riskless anchor, to the dollar', () => expect(Math.round(FORMS[0]?.value ?? 0)).toBe(60_581));
