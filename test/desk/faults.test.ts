import {describe, expect, test} from 'vitest';
import {
  type Edition,
  figuresOf,
  isKnown,
  type Known,
  type Prose,
  show,
  textOf,
} from '../../src/figure/index.ts';
import type {Brief} from '../../src/strategy/index.ts';
import {type Case, changed, example, replaced} from './cases.ts';
import {within} from './within.ts';

const flagship = await example();

/** The texts of a plan that hold certain words. */
function saying({planned}: Case, words: string, edition: Edition = 'call'): readonly Prose[] {
  return within(planned.for(edition).report)
    .texts.map(({text}) => text)
    .filter(text => textOf(text).includes(words));
}

function placeOf(figure: Known): string {
  return figure.figure === 'read'
    ? `${figure.span.file}:${figure.span.line}:${figure.span.column}`
    : figure.figure;
}

/** Where a number of those texts leads, wherever it is said. */
function leads(of: Case, words: string, shown: string): readonly string[] {
  const figures = saying(of, words)
    .flatMap(figuresOf)
    .filter(isKnown)
    .filter(figure => show(figure) === shown);
  return [...new Set(figures.map(placeOf))];
}

describe('a number leads to what it is, and to nothing that is only as much', () => {
  test.each([
    ['accept at $190K', '$190K', ['guide.md:62:574']],
    ['accept at $110K', '$110K', ['guide.md:62:591']],
    ['participation of at least 2%', '2%', ['guide.md:62:641']],
    ['$267,750,000', '$267,750,000 per year', ['worked']],
  ])('%s', (words, shown, places) => {
    expect(leads(flagship, words, shown)).toEqual(places);
  });

  test('a floor leads to the guide where an offer has the same sum', async () => {
    const of = await changed((text, name) =>
      name === 'offers/millennium.yaml' ? replaced(text, '95000', '190000') : text,
    );
    expect(leads(of, 'a base of at least $190K', '$190K')).toEqual(['guide.md:62:574']);
    expect(leads(of, 'accept at $190K', '$190K')).toEqual(['guide.md:62:574']);
    const bonus = of.planned
      .for('call')
      .report.offers.find(({kind}) => kind === 'target')
      ?.standings.find(({component}) => component === 'bonus')?.amount;
    expect(isKnown(bonus) && placeOf(bonus)).toBe('offers/millennium.yaml:21:13');
  });

  test('what a rival offers leads to the letter of the rival', async () => {
    const of = await changed((text, name) =>
      name === 'offers/citadel.yaml' ? replaced(text, '210000', '230000') : text,
    );
    expect(leads(of, 'Citadel offers $230,000', '$230,000')).toEqual(['offers/citadel.yaml:15:13']);
  });
});

test('what the record does not show is held back, whatever a fact is called', async () => {
  const of = await changed((text, name) =>
    name === 'case.yaml'
      ? replaced(
          text,
          'uptime in market hours over the last year, all six systems of the trading path up at once',
          'share of the sessions of the last year in which all of the trading path worked',
        )
      : text,
  );
  for (const {planned} of [flagship, of]) {
    const {levers, notToSay} = planned.for('call').report;
    const [lever] = levers;
    for (const list of [lever?.withheld ?? [], notToSay]) {
      const held = list.filter(({text}) => textOf(text) === '99.997% uptime');
      expect(held.map(({why}) => textOf(why))).toEqual([
        expect.stringMatching(/^your record shows 99\.982% .*Do not say 99\.997%$/),
      ]);
      expect(
        held
          .flatMap(({text, why}) => [...figuresOf(text), ...figuresOf(why)])
          .filter(isKnown)
          .map(placeOf),
      ).toEqual(['guide.md:52:273', 'measured', 'guide.md:52:273']);
    }
    expect(levers.flatMap(({script}) => script.map(({text}) => textOf(text))).join(' ')).not.toContain(
      '99.997',
    );
  }
});

/** What a plan decides: verdicts, what is withheld, outcomes, and every figure with its place; no words. */
function decisions({ledger, levers, rules, asks, stance, notToSay}: Brief) {
  const figures = (value: unknown) =>
    within(value).figures.map(({figure}) =>
      isKnown(figure) ? [figure.quantity, figure.evidence.tier] : 'sealed',
    );
  return {
    stance: stance.action,
    verdicts: ledger.map(({kind, subject, verdict, stated, workings}) => [
      kind,
      subject,
      verdict.kind,
      figures(stated),
      figures(workings),
    ]),
    outcomes: rules.map(({side, results}) => [side, results.map(({outcome}) => outcome)]),
    asks: asks.map(({component, met, amount}) => [component, met, figures(amount)]),
    levers: levers.map(({kind, script, record, withheld, strengthen}) => [
      kind,
      script.length,
      record.length,
      withheld.length,
      strengthen.length,
      figures(script),
      figures(record),
    ]),
    withheld: notToSay.length,
  };
}

function decided({planned}: Case, edition: Edition) {
  return decisions(planned.for(edition).report);
}

describe('names are for people', () => {
  const names = [
    'uptime',
    'quietQuarters',
    'quartersWatched',
    'deployMinutesBefore',
    'deployMinutesAfter',
    'heldVolume',
    'deployChange',
    'costBefore',
    'costAfter',
    'costChange',
    'pnlShareKept',
    'pnlShareOfYear',
    'atRiskPerMinute',
    'pnlKept',
    'yearLoss',
    'employerDailyPnl',
    'employerPods',
  ];

  test('of facts and claims: with all of them changed, nothing is decided otherwise', async () => {
    const of = await changed((text, name) => {
      if (name !== 'case.yaml') return text;
      const called = names.reduce((left, one, at) => {
        const other = `fact${'ABCDEFGHIJKLMNOPQRSTU'.charAt(at)}`;
        return left
          .replace(new RegExp(`^( {2,4})${one}:`, 'gm'), `$1${other}:`)
          .replace(new RegExp(`^( *formula: .*)$`, 'gm'), line =>
            line.replace(new RegExp(`\\b${one}\\b`, 'g'), other),
          );
      }, text);
      let count = 0;
      const letter = () => 'abcdefghijklmnopqrstuvwxyz'.charAt(count++ % 26);
      return called
        .replace(/^( {4}label: ).*$/gm, (_, head: string) => `${head}thing ${letter()}`)
        .replace(/^( {2}- id: ).*$/gm, (_, head: string) => `${head}claim-${letter()}`);
    });
    expect(of.situation.facts.map(({label}) => label).every(label => label.startsWith('thing '))).toBe(true);
    for (const edition of ['call', 'desk'] as const)
      expect(decided(of, edition)).toEqual(decided(flagship, edition));
  });

  test('of parties: with all of them changed alike, nothing is decided otherwise', async () => {
    const of = await changed(text =>
      text.replaceAll('Citadel', 'Harrow').replaceAll('Jump Trading', 'Skip Trading'),
    );
    for (const edition of ['call', 'desk'] as const)
      expect(decided(of, edition)).toEqual(decided(flagship, edition));
  });

  test('of a party in the offers alone: only the claims that name it are others', async () => {
    const of = await changed((text, name) =>
      name.startsWith('offers/') ? text.replaceAll('Citadel', 'Harrow') : text,
    );
    const [before, after] = [decided(flagship, 'desk'), decided(of, 'desk')];
    expect(after.outcomes).toEqual(before.outcomes);
    expect(after.asks).toEqual(before.asks);
    const {ledger} = flagship.planned.for('desk').report;
    const other = after.verdicts.flatMap((verdict, at) =>
      JSON.stringify(verdict) === JSON.stringify(before.verdicts[at]) ? [] : [ledger[at]],
    );
    expect(other.length).toBeGreaterThan(0);
    for (const claim of other) expect(claim === undefined ? '' : textOf(claim.says)).toContain('Citadel');
  });
});
