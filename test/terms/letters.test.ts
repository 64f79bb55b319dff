import {describe, expect, test} from 'vitest';
import {textOf, valueOf} from '../../src/figure/index.ts';
import type {Offer} from '../../src/terms/index.ts';
import {offerReading, startConflicts} from '../../src/terms/report/offer.ts';
import {compose} from '../../src/terms/compose/compose.ts';
import {paymentsOf} from '../../src/terms/contract/payments.ts';
import {READINGS, type Reading} from '../../src/terms/years/reading.ts';
import {yearTable} from '../../src/terms/years/table.ts';
import {leavingOf} from '../../src/terms/leaving/leaving.ts';
import {clauseOf} from '../../src/terms/words/clause.ts';
import {letter, LETTERS, TODAY} from './letters.ts';
import {readingWorld} from './reading-world.ts';

function years(name: string, reading: Reading, count = 4): number[] {
  return yearTable(compose(letter(name), TODAY, count), count).years.map(one =>
    Number(valueOf(one[reading]).toFixed(2)),
  );
}

/** An offer as it reads, in its own currency. */
function read(offer: Offer) {
  return offerReading(compose(offer, TODAY, 4), TODAY, 4, sum => sum, null);
}

describe('what letters pay by the year', () => {
  test('a guarantee of which a part is deferred, and a sign-on: 306,000 in the first year, and 34,000 later', () => {
    expect(years('fund', 'guaranteed')).toEqual([306_000, 206_333.33, 206_333.33, 206_333.33]);
    expect(years('fund', 'target')).toEqual([321_000, 275_666.67, 290_333.33, 305_000]);
    const [first] = yearTable(compose(letter('fund'), TODAY, 4), 4).deferred;
    expect([first?.guaranteed, first?.target].map(one => (one ? valueOf(one) : null))).toEqual([
      34_000, 44_000,
    ]);
  });

  test('a grant that vests 33/33/22/12, and what was paid once: nothing is averaged', () => {
    expect(years('bigtech', 'target')).toEqual([394_450, 342_450, 298_450, 258_450]);
    expect(years('bigtech', 'guaranteed')).toEqual([235_000, 183_000, 183_000, 183_000]);
    expect(years('bigtech', 'zero')).toEqual([367_000, 315_000, 271_000, 231_000]);
  });

  test('options over their strike are claimed, and nothing in any other column', () => {
    expect(years('startup', 'target')).toEqual([170_000, 170_000, 170_000, 170_000]);
    expect(years('startup', 'claimed')).toEqual([1, 2, 3, 4].map(() => 170_000 + 347_820 / 4));
    expect(years('london', 'claimed')).toEqual([1, 2, 3, 4].map(() => 96_000 + 4500 + 7680));
  });

  test('a guarantee of the first year alone, and receipts', () => {
    expect(years('final-text', 'guaranteed', 2)).toEqual([375_000, 225_000]);
    expect(years('final-text', 'claimed', 1)).toEqual([400_000]);
  });

  test('a range counts at its low end, and is claimed at its high one', () => {
    expect(years('rival-call', 'target', 1)).toEqual([370_000]);
    expect(years('rival-call', 'claimed', 1)).toEqual([390_000]);
  });

  test.each(LETTERS)('%s: read with its formulas, each year is what its contracts pay', name => {
    const composed = compose(letter(name), TODAY, 4);
    for (const reading of READINGS.filter(one => one !== 'claimed')) {
      const paid = [0, 0, 0, 0];
      for (const {contract} of composed.terms)
        paymentsOf(contract, readingWorld(reading, composed), (month, [amount = 0]) => {
          const year = Math.max(0, Math.ceil(month / 12) - 1);
          if (year < 4) paid[year] = (paid[year] ?? 0) + amount;
        });
      const said = yearTable(composed, 4).years.map(one => valueOf(one[reading]));
      for (const [at, sum] of said.entries()) expect(sum).toBeCloseTo(paid[at] ?? Number.NaN, 6);
    }
  });
});

describe('what leaving costs', () => {
  const rows = leavingOf(letter('current'), TODAY).byNotice.map(({from, total}) => [from, valueOf(total)]);

  test('before the grants of 1 March all of it; after the bonus of 15 March 103,800 less', () => {
    expect(rows).toEqual([
      ['2026-11-30', 34_500 + 166_320],
      ['2027-03-02', 34_500 + 97_020],
      ['2027-03-16', 97_020],
      ['2028-03-02', 27_720],
      ['2029-03-02', 0],
    ]);
    expect(34_500 + 166_320 - 97_020).toBe(103_800);
  });

  test('notice that is known moves the days of what needs employment, not of what notice loses', () => {
    const job = letter('current');
    const [base] = job.terms;
    if (base === undefined) throw new Error('no base');
    const withNotice: Offer = {
      ...job,
      terms: [
        ...job.terms,
        {...base, component: 'notice', amount: null, more: {...MORE, length: {count: 4, unit: 'week'}}},
      ],
    };
    expect(leavingOf(withNotice, TODAY).byNotice.map(({from}) => from)).toEqual([
      '2026-11-30',
      '2027-02-02',
      '2027-03-16',
      '2028-02-03',
      '2029-02-02',
    ]);
  });

  test('a guarantee that wants an early start is priced against it', () => {
    const conflicts = startConflicts([letter('fund'), letter('current')], TODAY);
    expect(conflicts).toMatchObject([{offer: 'fund', startBy: '2027-02-01', isNoticeKnown: false}]);
    const [conflict] = conflicts;
    expect(conflict?.early && valueOf(conflict.early.total)).toBe(200_820);
    expect(conflict && valueOf(conflict.guaranteed)).toBe(85_000);
    expect(conflict?.week && valueOf(conflict.week)).toBe(3750);
    expect(conflict?.later.map(({from, kept}) => [from, valueOf(kept)])).toEqual([
      ['2027-03-02', 69_300],
      ['2027-03-16', 103_800],
    ]);
  });
});

describe('what letters leave open', () => {
  const asked = (name: string) => read(letter(name)).questions.map(({text}) => textOf(text));

  test.each([
    ['fund', ['award date', 'my pod is closed', 'shortened', 'lost in garden leave']],
    ['current', ['How long is my notice period']],
    ['london', ['How many weeks of on-call']],
    ['london-rival', ['which part is yours']],
    ['bigtech', ['On which day is the bonus paid', 'turned into units']],
  ])('%s', (name, parts) => {
    for (const part of parts) expect(asked(name).join(' ')).toContain(part);
  });

  test('figures that hold each other, and one that does not', () => {
    const checks = (name: string) => read(letter(name)).terms.flatMap(one => one.checks);
    expect(checks('startup').map(({holds}) => holds)).toEqual([true, true]);
    expect(checks('bigtech').map(({holds}) => holds)).toEqual([true]);
    const offer = letter('bigtech');
    const wrong = {
      ...offer,
      terms: offer.terms.map(one => (one.component === 'base' ? {...one, amount: 200_000} : one)),
    };
    expect(textOf(read(wrong).questions[0]?.text ?? {prose: []})).toContain('which of the two holds?');
  });

  test.each(LETTERS)('%s: nothing that was typed is left out of its clauses', name => {
    const offer = letter(name);
    for (const term of offer.terms) {
      const said = textOf(clauseOf(term));
      for (const word of [
        term.condition,
        term.share?.of,
        term.more?.metric,
        term.more?.measuredBy,
        term.more?.rota,
      ])
        if (word != null) expect(said).toContain(word);
      for (const day of [term.more?.paid, term.more?.startBy, term.more?.by])
        if (day != null) expect(said).toContain(day);
      for (const figure of Object.values(term.more?.numbers ?? {}))
        expect(
          clauseOf(term).prose.some(part => part === figure) || figure === term.more?.numbers.times,
        ).toBe(true);
    }
  });
});

const MORE: NonNullable<Offer['terms'][number]['more']> = {
  numbers: {},
  upToTimes: null,
  guaranteedYears: null,
  years: null,
  scope: null,
  netting: null,
  costs: null,
  carry: null,
  escalator: null,
  when: [],
  measuredBy: null,
  metric: null,
  rota: null,
  by: null,
  startBy: null,
  paid: null,
  needs: null,
  vesting: null,
  into: null,
  window: null,
  lostOn: null,
  repay: null,
  length: null,
  receipts: null,
};
