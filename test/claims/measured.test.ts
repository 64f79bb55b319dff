import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {type Fact, ledger, type SealedClaim} from '../../src/claims/index.ts';

const SPAN = {file: 'case.yaml', from: 0, to: 1, line: 1, column: 1};

/** `before 240 (220 to 263) minute`: a fact as a record measured it, at 95%. */
function measured(text: string, disclosure: Fact['disclosure'] = 'private'): Fact {
  const [, name = '', value = '', low = '', high = '', unit = ''] =
    /^(\w+) (\S+) \((\S+) to (\S+)\) (\S+)$/.exec(text) ?? [];
  return {
    name,
    label: name,
    quantity: quantity(Number(value), unit),
    share: unit === 'percent',
    evidence: {tier: 'measured', source: 'the record: 2 systems'},
    disclosure,
    span: SPAN,
    measured: {
      low: Number(low),
      high: Number(high),
      level: 0.95,
      method: 'counted by hand',
      turns: `${name} would turn`,
      papers: false,
    },
  };
}

/** The claim over a formula of facts, as others may see it. */
function over(formula: string, facts: readonly Fact[], says = 'what follows'): SealedClaim {
  const [claim] = ledger({
    guide: null,
    facts,
    claims: [{id: 'mine', says, formula, stated: null, span: SPAN}],
    rules: {confidential: {as: 'omit'}, facts: {}},
    secrets: [],
  });
  if (claim === undefined) throw new Error('no claim');
  return claim;
}

const BEFORE = measured('before 240 (220 to 263) minute');
const AFTER = measured('after 15 (14.3 to 16) minute');
const UPTIME = measured('uptime 0.9998206 (0.99865 to 0.99994) percent');

describe('a measured fact', () => {
  test('is told with its interval, to the digits that it is known to', () => {
    const [, uptime] = ledger({
      guide: null,
      facts: [BEFORE, UPTIME],
      claims: [],
      rules: {confidential: {as: 'omit'}, facts: {}},
      secrets: [],
    });
    expect(uptime?.statedText).toBe('99.982% (95%: 99.865% to 99.994%)');
    expect(uptime?.verdict).toMatchObject({
      kind: 'holds',
      because: expect.stringContaining('counted by hand'),
    });
    expect(uptime?.inputs[0]?.shown).toBe('99.982% (95%: 99.865% to 99.994%)');
  });

  test('that leaves nothing to chance has none', () => {
    expect(over('quarters', [measured('quarters 4 (4 to 4) quarter')]).margin?.interval).toBeNull();
  });

  test('that is confidential tells neither interval nor method', () => {
    const secret = measured('uptime 0.9998206 (0.99865 to 0.99994) percent', 'confidential');
    const told = JSON.stringify(over('1 - uptime', [secret]));
    expect(told).not.toMatch(/99\.|0\.99|0\.00|by hand|would turn/);
  });
});

describe('a figure whose interval includes no effect', () => {
  const compared = (text: string): Fact => {
    const {measured: how, ...fact} = measured(text);
    return how === undefined ? fact : {...fact, measured: {...how, noEffect: 0}};
  };
  const verdicts = (fact: Fact, formula: string) =>
    ledger({
      guide: null,
      facts: [fact],
      claims: [{id: 'mine', says: 'what follows', formula, stated: null, span: SPAN}],
      rules: {confidential: {as: 'omit'}, facts: {}},
      secrets: [],
    }).map(({verdict, margin}) => [verdict.kind, margin?.shown]);

  test('is not shown, and neither is what is worked out from it', () => {
    const open = compared('kept 0.0011 (-0.0003 to 0.0028) percent');
    expect(verdicts(open, '2 * kept')).toEqual([
      ['cannot be checked', false],
      ['cannot be checked', false],
    ]);
    const [, fact] = ledger({
      guide: null,
      facts: [open],
      claims: [{id: 'mine', says: 'what follows', formula: 'kept', stated: null, span: SPAN}],
      rules: {confidential: {as: 'omit'}, facts: {}},
      secrets: [],
    });
    expect(fact?.verdict).toMatchObject({
      because: 'not shown: its interval, −0.03% to 0.28%, includes no effect at all',
    });
  });

  test('is shown where it lies wholly on one side', () => {
    expect(verdicts(compared('cut -0.918 (-0.931 to -0.902) percent'), 'cut')).toEqual([
      ['holds', true],
      ['holds', true],
    ]);
  });

  test('is not shown of a difference of one’s own either', () => {
    const slower = measured('after 230 (205 to 270) minute');
    const claim = over('before - after', [BEFORE, slower]);
    expect(claim.verdict.kind).toBe('cannot be checked');
    expect(claim.margin?.shown).toBe(false);
    expect(over('before - after', [BEFORE, AFTER]).margin?.shown).toBe(true);
  });
});

describe('a claim over measured facts', () => {
  test('has the interval of its formula, at a level that holds for both', () => {
    const claim = over('1 - after / before', [BEFORE, AFTER]);
    expect(claim.margin?.interval).toEqual({level: '90%', ends: '92.7% to 94.6%'});
    expect(claim.margin?.turns).toEqual(['before: before would turn', 'after: after would turn']);
    expect(over('before - after', [BEFORE, AFTER]).margin?.interval?.ends).toBe('204 to 249 minutes');
  });

  test('over one that is stated is as sure as the measured one', () => {
    const {measured: _how, ...stated} = AFTER;
    expect(over('before / after', [BEFORE, stated]).margin?.interval?.level).toBe('95%');
  });

  test('that names one twice has no interval: its ends need not give the ends', () => {
    expect(over('before - before * after / after', [BEFORE, AFTER]).margin?.interval).toBeNull();
  });

  test('that may divide by nothing has none', () => {
    expect(
      over('before / after', [BEFORE, measured('after 15 (0 to 16) minute')]).margin?.interval,
    ).toBeNull();
  });

  test('whose words say more than the record is answered with the record', () => {
    const claim = over('uptime', [UPTIME], 'my systems were up 99.997% of market hours');
    expect(claim.verdict).toEqual({
      kind: 'does not hold',
      because: 'the record does not show "99.997"',
      instead: '99.982% (95%: 99.865% to 99.994%)',
    });
  });

  test('has every value of its inputs within its ends', () => {
    const between = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(between, between, (one, other) => {
        const before = 220 + one * 43;
        const after = 14.3 + other * 1.7;
        const ends = over('before - after', [BEFORE, AFTER]).margin?.interval?.ends ?? '';
        const [low = Number.NaN, high = Number.NaN] = ends.split(' to ').map(Number.parseFloat);
        expect(before - after).toBeGreaterThanOrEqual(low - 0.5);
        expect(before - after).toBeLessThanOrEqual(high + 0.5);
      }),
    );
  });
});
