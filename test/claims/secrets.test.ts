import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {type Fact, ledger, REDACTED, redact} from '../../src/claims/index.ts';

const SPAN = {file: 'case.yaml', from: 0, to: 1, line: 1, column: 1};

function fact(name: string, value: number, unit: string, disclosure: Fact['disclosure']): Fact {
  const evidence = {tier: 'stated', source: 'a colleague'} as const;
  return {
    name,
    label: `the ${name}`,
    quantity: quantity(value, unit),
    share: false,
    evidence,
    disclosure,
    span: SPAN,
  };
}

const PNL = fact('pnl', 18_730_000, 'USD/day', 'confidential');
const BEFORE = fact('before', 13_110_000, 'USD/day', 'confidential');
const PODS = fact('pods', 143, 'pod', 'confidential');
const RELEASES = fact('releases', 57, 'release', 'private');

function told(
  rule: Parameters<typeof ledger>[0]['rules']['confidential'],
  facts: readonly Fact[] = [PNL, BEFORE, PODS, RELEASES],
) {
  const claims = ledger({
    guide: null,
    facts,
    claims: [],
    rules: {confidential: rule, facts: {}},
    secrets: [18_730_000, 13_110_000, 143],
  });
  return Object.fromEntries(claims.map(claim => [claim.id, claim.statedText]));
}

describe('a text', () => {
  test.each([
    '18730000',
    '18,730,000',
    '18 730 000',
    '18.730.000',
    '18’730’000',
    '$18.73M',
    '$18.73M/day',
    '-18.73M',
    'USD18.73M',
    '18.73 mio',
    '$18.73-million',
    '18.73  million',
    '18.73MUSD',
    '18.73 mln',
    '18.73 Millionen',
    '18,730 thousands',
    '1.873e+7',
    '1.873×10⁷',
    '1,87,30,000',
    '18·730·000',
    '18\u2009730\u2009000',
    '$.01873B',
    '187.3 lakh',
    '１４３',
    '1.873e7',
    'USD 18.7 million',
    '$19M',
    '143 pods',
    '143-pod',
    '143pods',
    '143:',
    'about 143.',
  ])('that tells "%s" is redacted', text => {
    expect(redact(`we made ${text} in all`, [18_730_000, 143])).toContain(REDACTED);
  });

  test.each(['2026-11-143', '1430', 'version 1.143.2', '$1.873M', '21 million'])(
    '"%s" tells nothing and stays',
    text => {
      expect(redact(text, [18_730_000, 143])).toBe(text);
    },
  );

  test('no notation of a secret survives', () => {
    const notations: readonly ((value: number) => string)[] = [
      String,
      value => value.toLocaleString('en-US'),
      value => `$${(value / 1e6).toFixed(2)}M`,
      value => `${(value / 1e3).toFixed(0)}k`,
      value => `${(value / 1e6).toFixed(1)} million`,
    ];
    fc.assert(
      fc.property(
        fc.integer({min: 10_000_000, max: 900_000_000}),
        fc.constantFrom(...notations),
        (secret, write) => {
          expect(redact(`it is ${write(secret)} a day`, [secret])).toEqual(
            expect.stringMatching(/^it is \$?\[withheld\] a day$/),
          );
        },
      ),
    );
  });
});

describe('the ledger tells a confidential figure', () => {
  test('not at all', () =>
    expect(told({as: 'omit'})).toMatchObject({'fact-pnl': 'withheld', 'fact-pods': 'withheld'}));

  test('by its order of magnitude', () =>
    expect(told({as: 'round'})).toMatchObject({
      'fact-pnl': 'tens of millions of USD per day',
      'fact-pods': 'hundreds of pods',
    }));

  test('as a multiple of another secret of its unit', () =>
    expect(told({as: 'ratio', to: 'before'})).toMatchObject({
      'fact-pnl': 'about 1.4 times the before',
      'fact-pods': 'withheld',
    }));

  test('never over a figure that others know', () => {
    const open = {...BEFORE, disclosure: 'public'} as const;
    expect(told({as: 'ratio', to: 'before'}, [PNL, open])).toMatchObject({'fact-pnl': 'withheld'});
  });

  test('and a private one as it is', () => expect(told({as: 'omit'})['fact-releases']).toBe('57 releases'));
});

describe('a claim over a secret', () => {
  const rules = {confidential: {as: 'omit'}, facts: {}} as const;
  const sealed = (formula: string) =>
    ledger({
      guide: null,
      facts: [PNL, PODS, RELEASES],
      claims: [{id: 'mine', says: 'mine', formula, stated: null, span: SPAN}],
      rules,
      secrets: [18_730_000, 143],
    })[0];

  test.each(['pnl / pods', 'pnl / 390', 'pods * 2', 'releases * 143', '18730000 / 390'])(
    '%s gives nothing away',
    formula => {
      const claim = sealed(formula);
      expect(claim?.stated).toBeNull();
      expect(JSON.stringify({...claim, span: null, id: ''})).not.toMatch(/\d{3}/);
    },
  );

  test('a claim over what is mine is worked out in the open', () =>
    expect(sealed('releases * 2')?.workings[0]?.shown).toBe('57 releases × 2 = 114 releases'));
});
