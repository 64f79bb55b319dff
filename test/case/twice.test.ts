import {describe, expect, test} from 'vitest';
import {source} from '../../src/base/index.ts';
import {readMoves} from '../../src/case/moves.ts';
import {readOffer} from '../../src/case/offer.ts';
import {brief, words} from './notation.ts';

const HEAD = (kind = 'target') =>
  `party: Example\nkind: ${kind}\ncurrency: USD\nevidence: {tier: documented, source: letter}\nterms:\n`;

/** An offer of these lines of terms: `base 185K year`, and what else stands there. */
function offer(terms: readonly string[], kind?: string) {
  const text = HEAD(kind) + terms.map(term => `  - ${term}\n`).join('');
  return readOffer(source('offers/x.yaml', text), 'x', {today: '2026-11-22', pinned: true});
}

const BASE = '{component: base, amount: 185000, per: year}';

describe('what stands twice is never added up', () => {
  test.each<[string, string[], string?]>([
    ['pasted', [BASE, BASE]],
    ['another sum', [BASE, '{component: base, amount: 235000, per: year}']],
    ['by an alias', [`&b ${BASE}`, '*b']],
    ['a month beside a year', [BASE, '{component: base, amount: 15000, per: month}']],
    ['once beside a year', [BASE, '{component: base, amount: 15000, per: once}']],
    ['guaranteed beside unsaid', [BASE, BASE.replace('}', ', guaranteed: true}')]],
    ['in the job of today', [BASE, BASE], 'current'],
    ['of a rival', [BASE, BASE], 'competing'],
  ])('base: %s', (_, terms, kind) => {
    const {offer: read, findings} = offer(terms, kind);
    expect(read).toBeNull();
    expect(brief(findings)).toEqual(['offers/x.yaml:7:5 repeated-term']);
    expect(words(findings, 'repeated-term')).toMatch(
      /^base stands here a second time, beside offers\/x\.yaml:6:/,
    );
  });

  test.each<[string, string, string, boolean]>([
    ['equal bonuses', '{component: bonus, amount: 95000, per: year}', '', false],
    ['a newer sum of a bonus', '{component: bonus, amount: 95000, per: year}', 'amount: 100000', false],
    ['a bonus by the month', '{component: bonus, amount: 95000, per: year}', 'per: month', false],
    ['a guaranteed part', '{component: bonus, amount: 95000, per: year}', 'guaranteed: true', true],
    ['another condition', '{component: signOn, amount: 25000, per: once}', 'condition: after a year', true],
    ['once and by the year', '{component: bonus, amount: 95000, per: year}', 'per: once', true],
    [
      'shares of two things',
      '{component: pnl, share: {percent: 2, of: my pods}, per: year}',
      'of: all pods',
      true,
    ],
  ])('other components: %s', (_, term, change, isApart) => {
    const [key = ''] = change.split(':');
    const old = new RegExp(`${key}: [^,}]+`);
    const other =
      change === '' ? term : old.test(term) ? term.replace(old, change) : term.replace(/\}$/, `, ${change}}`);
    const {offer: read, findings} = offer([term, other]);
    expect(brief(findings)).toEqual(isApart ? [] : ['offers/x.yaml:7:5 repeated-term']);
    expect(read === null).toBe(!isApart);
  });

  test('the terms of a move', () => {
    const term = {component: 'base', amount: 185_000, per: 'year'};
    const line = JSON.stringify({
      at: '2026-11-20',
      by: 'them',
      kind: 'offer',
      currency: 'USD',
      terms: [term, term],
    });
    const {moves, findings} = readMoves(source('moves.jsonl', `${line}\n`), {today: '2026-11-22'});
    expect(moves).toEqual([]);
    expect(brief(findings)).toEqual([`moves.jsonl:1:${line.lastIndexOf('{') + 1} repeated-term`]);
  });
});

describe('an offer is in one currency', () => {
  test.each([
    ['£195K', 'is in GBP, but the amounts here are in USD'],
    ['195K EUR', 'is in EUR, but the amounts here are in USD'],
    ['CHF 195,000', 'is in CHF, but the amounts here are in USD'],
  ])('%s in dollars is an error with its place', (amount, why) => {
    const {offer: read, findings} = offer([`component: base\n    amount: ${amount}\n    per: year`]);
    expect(read).toBeNull();
    expect(brief(findings)).toEqual(['offers/x.yaml:7:13 ambiguous-amount']);
    expect(words(findings, 'ambiguous-amount')).toContain(why);
  });

  test('but for a term that says another one itself', () => {
    const {offer: read} = offer(['component: signOn\n    amount: £30K\n    currency: GBP\n    per: once']);
    expect(read?.terms[0]).toMatchObject({amount: 30_000, currency: 'GBP'});
  });
});
