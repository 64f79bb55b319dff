import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {type Claim, type DisclosureRules, type Fact, showVerdict} from '../../src/claims/index.ts';
import {matcherOf, seal, textOf} from '../../src/figure/index.ts';
import {claimed, fromRecord, inEdition, ledgerOf, printed, stated} from './facts.ts';

const secret = (name: string, value: number, unit: string, label = `the ${name}`) =>
  stated(name, value, unit, {label, disclosure: 'confidential', tier: 'stated'});

const PNL = secret('pnl', 18_730_000, 'USD/day');
const BEFORE = secret('before', 13_110_000, 'USD/day');
const PODS = secret('pods', 143, 'pod');
const RELEASES = stated('releases', 57, 'release', {label: 'the releases', tier: 'stated'});

function told(rule: DisclosureRules['confidential'], facts: readonly Fact[] = [PNL, BEFORE, PODS, RELEASES]) {
  const claims = inEdition('call', ledgerOf(facts, {rules: {confidential: rule, facts: {}}}), facts);
  return Object.fromEntries(claims.map(claim => [claim.id, textOf(claim.statedText)]));
}

describe('a confidential fact is told to others', () => {
  test('not at all', () =>
    expect(told({as: 'omit'})).toMatchObject({'fact-pnl': '[kept back]', 'fact-pods': '[kept back]'}));

  test('by its order of magnitude', () =>
    expect(told({as: 'round'})).toMatchObject({
      'fact-pnl': 'tens of millions of USD per day',
      'fact-pods': 'hundreds of pods',
    }));

  test('but not of a share, nor of less than one', () => {
    const facts = [secret('part', 0.31, 'percent'), secret('cent', 0.5, 'USD')];
    expect(Object.values(told({as: 'round'}, facts))).toEqual(['[kept back]', '[kept back]']);
  });

  test('as a multiple of another secret of its unit', () =>
    expect(told({as: 'ratio', to: 'before'})).toMatchObject({
      'fact-pnl': 'about 1.4 times the before',
      'fact-pods': '[kept back]',
    }));

  test('whose label tells no secret either', () => {
    const loud = secret('before', 13_110_000, 'USD/day', 'the $13.1M of before');
    expect(told({as: 'ratio', to: 'before'}, [PNL, loud])['fact-pnl']).toBe(
      'about 1.4 times the $[kept back] of before',
    );
  });

  test('by its order of magnitude, with nothing of how sure it is', () => {
    const how = (noEffect: number, ends = '220 to 263') => {
      const fact = fromRecord(`down 240 (${ends}) minute`, {disclosure: 'confidential'}, {noEffect});
      const rules = {confidential: {as: 'round'}, facts: {}} as const;
      const [claim] = inEdition('call', ledgerOf([fact], {rules}), [fact]);
      expect(claim).not.toHaveProperty('margin');
      return claim === undefined ? [] : [textOf(claim.statedText), textOf(showVerdict(claim.verdict))];
    };
    expect(how(0)).toEqual(['hundreds of minutes', 'holds: worked out from confidential figures']);
    expect(how(230)).toEqual(how(0));
    expect(how(0, '240 to 240')).toEqual(how(0));
  });

  test('never over a figure that others know', () => {
    const open = stated('before', 13_110_000, 'USD/day', {disclosure: 'public'});
    expect(told({as: 'ratio', to: 'before'}, [PNL, open])).toMatchObject({'fact-pnl': '[kept back]'});
  });

  test('and a private one as it is', () => expect(told({as: 'omit'})['fact-releases']).toBe('57 releases'));

  test('and to me as it is', () =>
    expect(ledgerOf([PNL]).map(({statedText}) => textOf(statedText))).toEqual(['$18,730,000 per day']));
});

describe('a claim over a secret', () => {
  const facts = [PNL, PODS, RELEASES];
  const over = (formula: string, says = 'mine', figure: Parameters<typeof claimed>[2] = null) =>
    ledgerOf(facts, {claims: [claimed(says, formula, figure)]}).slice(0, 1);
  const sealed = (claims: readonly Claim[]) => inEdition('call', claims, facts)[0];

  test.each(['pnl / pods', 'pnl / 390', 'pods * 2', 'releases * 143', '18730000 / 390', '9365000 * 2'])(
    '%s gives nothing away',
    formula => {
      const claim = sealed(over(formula));
      expect(claim?.disclosure).toBe('confidential');
      const open = {...claim, span: null, id: '', inputs: [], says: null};
      expect(printed('call', [open as unknown as Claim], facts)).not.toMatch(/\d{3}/);
      expect(claim?.workings.map(({formula: of}) => textOf(of)).join()).not.toMatch(/\d/);
    },
  );

  test('reads as worked out from confidential figures, and says what its evidence is', () => {
    const paper = secret('pnl', 18_730_000, 'USD/day');
    const firm = {
      ...paper,
      figure: {...paper.figure, evidence: {tier: 'documented', source: 'a letter'}},
    } as Fact;
    const line = (fact: Fact, says: string) => {
      const claims = ledgerOf([fact], {claims: [claimed(says, 'pnl / 2')]});
      const [claim] = inEdition('call', claims, [fact]);
      return claim === undefined ? '' : textOf(showVerdict(claim.verdict));
    };
    expect(line(firm, 'half')).toMatch(/^cannot be checked: worked out from/);
    expect(line(firm, 'a part of it')).toBe('holds: worked out from confidential figures');
    expect(line(firm, 'it is 9 million')).toMatch(
      /^cannot be checked: worked out from confidential figures; needs/,
    );
    expect(line(paper, 'a part of it')).toBe(
      'cannot be checked: the pnl is stated only; needs an export, a letter or a contract that shows it',
    );
  });

  test('keeps back every number of its words', () => {
    const claim = sealed(over('pnl / pods', 'a pod makes $131K a day'));
    expect(textOf(claim?.says ?? {prose: []})).toBe('a pod makes $[kept back] a day');
  });

  test('that nothing can be worked out of tells no number of its formula', () => {
    const [claim] = inEdition('call', over('pnl + 18 17', 'mine'), facts);
    expect(claim === undefined ? '' : textOf(showVerdict(claim.verdict))).not.toMatch(/\d/);
  });

  test('over what is mine is worked out in the open', () =>
    expect(sealed(over('releases * 2'))?.workings.map(({shown}) => textOf(shown))).toEqual([
      '57 releases × 2 = 114 releases',
    ]));

  test('is the same to others whatever the secret is', () => {
    const claims = [
      claimed('a share of it', 'pnl / 2', null, 'a'),
      claimed('it comes to this', 'pnl / 2', quantity(9_365_000, 'USD/day'), 'b'),
      claimed('nine for each pod', 'pnl / pods', null, 'c'),
      claimed('more than before', 'change * 2', null, 'd'),
    ];
    const called = (value: number, low: number, high: number, pods: number) => {
      const all = [
        secret('pnl', value, 'USD/day'),
        secret('pods', pods, 'pod'),
        fromRecord(
          `change ${(low + high) / 2} (${low} to ${high}) percent`,
          {disclosure: 'confidential'},
          {noEffect: 0},
        ),
      ];
      return printed('call', ledgerOf(all, {claims}), all);
    };
    const first = called(18_730_000, 0.1, 0.2, 143);
    const numbers = fc.tuple(
      fc.integer({min: 1e6, max: 9e8}),
      fc.double({min: -0.9, max: 0.4, noNaN: true}),
      fc.double({min: 0.41, max: 0.9, noNaN: true}),
      fc.integer({min: 101, max: 999}),
    );
    fc.assert(
      fc.property(numbers, of => {
        expect(called(...of)).toBe(first);
      }),
    );
  });
});

describe('a fact about what the case rules out', () => {
  test('goes with its claims, whatever they are called', () => {
    const facts = [
      fromRecord('up 0.999 (0.99 to 0.9999) percent', {label: 'how it went', subject: 'uptime'}),
      RELEASES,
    ];
    const claims = ledgerOf(facts, {claims: [claimed('what was lost', '1 - up')]});
    const ruledOut = matcherOf([{words: 'availability', subjects: ['uptime']}]);
    const rules = {
      edition: 'call',
      ruledOut,
      secrets: [],
      guarded: new Map<string, ReadonlySet<number>>(),
    } as const;
    expect(seal(claims, rules).map(({id}) => id)).toEqual(['fact-releases']);
    expect(seal(claims, {...rules, ruledOut: matcherOf([])})).toHaveLength(3);
  });
});
