import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Claim, type Fact, showVerdict} from '../../src/claims/index.ts';
import {isKnown, say, textOf} from '../../src/figure/index.ts';
import {claimed, fromRecord, ledgerOf, printed, stated} from './facts.ts';

/** The claim over a formula of facts. */
function over(formula: string, facts: readonly Fact[], says = 'what follows'): Claim {
  const [claim] = ledgerOf(facts, {claims: [claimed(says, formula)]});
  if (claim === undefined) throw new Error('no claim');
  return claim;
}

const line = (claim: Claim | undefined) => (claim === undefined ? '' : textOf(showVerdict(claim.verdict)));

function intervalOf({margin}: Claim) {
  if (margin?.interval == null) return null;
  return {level: textOf(margin.interval.level), ends: textOf(margin.interval.ends)};
}

const BEFORE = fromRecord('before 240 (220 to 263) minute', {}, {turns: say`before would turn`});
const AFTER = fromRecord('after 15 (14.3 to 16) minute', {}, {turns: say`after would turn`});
const UPTIME = fromRecord('uptime 0.9998206 (0.99865 to 0.99994) percent', {subject: 'uptime'});

describe('a measured fact', () => {
  test('is told with its interval, to the digits that it is known to', () => {
    const [, uptime] = ledgerOf([BEFORE, UPTIME]);
    const told = '99.982% (95%: 99.865% to 99.994%)';
    expect(textOf(uptime?.statedText ?? say``)).toBe(told);
    expect(line(uptime)).toBe(`holds: measured: ${told}, counted by hand`);
    expect(uptime?.inputs.map(({shown}) => textOf(shown))).toEqual([told]);
    expect(uptime).toMatchObject({kind: 'fact', subject: 'uptime', facts: ['uptime'], about: ['uptime']});
  });

  test('that leaves nothing to chance has none', () => {
    expect(intervalOf(over('quarters', [fromRecord('quarters 4 (4 to 4) quarter')]))).toBeNull();
  });

  test('that is confidential tells neither interval nor method to others', () => {
    const secret = fromRecord('uptime 0.9998206 (0.99865 to 0.99994) percent', {disclosure: 'confidential'});
    const claims = ledgerOf([secret], {claims: [claimed('what follows', '1 - uptime')]});
    expect(printed('desk', claims, [secret])).toMatch(/by hand/);
    expect(printed('call', claims, [secret])).not.toMatch(/99\.|0\.99|0\.00|by hand|would turn/);
  });
});

describe('a figure whose interval includes no effect', () => {
  const compared = (text: string): Fact => fromRecord(text, {}, {noEffect: 0});
  const verdicts = (fact: Fact, formula: string) =>
    ledgerOf([fact], {claims: [claimed('what follows', formula)]}).map(({verdict, margin}) => [
      verdict.kind,
      margin?.shown,
    ]);

  test('is not shown, and neither is what is worked out from it', () => {
    const open = compared('kept 0.0011 (-0.0003 to 0.0028) percent');
    expect(verdicts(open, '2 * kept')).toEqual([
      ['cannot be checked', false],
      ['cannot be checked', false],
    ]);
    expect(line(ledgerOf([open])[0])).toMatch(
      /^cannot be checked: not shown: its interval, −0\.03% to 0\.28%, includes no effect at all; needs/,
    );
  });

  test('is shown where it lies wholly on one side', () => {
    expect(verdicts(compared('cut -0.918 (-0.931 to -0.902) percent'), 'cut')).toEqual([
      ['holds', true],
      ['holds', true],
    ]);
  });

  test('is not shown of a difference of one’s own either', () => {
    const slower = fromRecord('after 230 (205 to 270) minute');
    const claim = over('before - after', [BEFORE, slower]);
    expect(claim.verdict.kind).toBe('cannot be checked');
    expect(claim.margin?.shown).toBe(false);
    expect(over('before - after', [BEFORE, AFTER]).margin?.shown).toBe(true);
  });
});

describe('a claim over measured facts', () => {
  test('has the interval of its formula, at a level that holds for both', () => {
    const claim = over('1 - after / before', [BEFORE, AFTER]);
    expect(intervalOf(claim)).toEqual({level: '90%', ends: '92.7% to 94.6%'});
    expect(claim.margin?.turns.map(textOf)).toEqual(['before: before would turn', 'after: after would turn']);
    expect(intervalOf(over('before - after', [BEFORE, AFTER]))?.ends).toBe('204 to 249 minutes');
    const {quantityOf: result} = claim.stated;
    expect(isKnown(result) && result.interval?.level).toBeCloseTo(0.9, 9);
    expect(textOf(claim.margin?.method ?? say``)).toBe('counted by hand');
  });

  test('over one that is stated is as sure as the measured one', () => {
    const claim = over('before / after', [BEFORE, stated('after', 15, 'minute')]);
    expect(intervalOf(claim)?.level).toBe('95%');
  });

  test('that names one twice has no interval: its ends need not give the ends', () => {
    expect(intervalOf(over('before - before * after / after', [BEFORE, AFTER]))).toBeNull();
  });

  test('that may divide by nothing has none', () => {
    const nothing = fromRecord('after 15 (0 to 16) minute');
    expect(intervalOf(over('before / after', [BEFORE, nothing]))).toBeNull();
  });

  test('whose words say more than the record is answered with the record', () => {
    const claim = over('uptime', [UPTIME], 'my systems were up 99.997% of market hours');
    expect(line(claim)).toBe(
      'does not hold: the record does not show "99.997"; 99.982% (95%: 99.865% to 99.994%)',
    );
  });

  test('has every value of its inputs within its ends', () => {
    const between = fc.double({min: 0, max: 1, noNaN: true});
    fc.assert(
      fc.property(between, between, (one, other) => {
        const before = 220 + one * 43;
        const after = 14.3 + other * 1.7;
        const {quantityOf: result} = over('before - after', [BEFORE, AFTER]).stated;
        const {low = Number.NaN, high = Number.NaN} = (isKnown(result) && result.interval) || {};
        expect(before - after).toBeGreaterThanOrEqual(low - 1e-9);
        expect(before - after).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });
});
