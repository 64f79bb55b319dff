import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import {type Fact, ledger, type OwnClaim} from '../../src/claims/index.ts';

const SPAN = {file: 'case.yaml', from: 0, to: 1, line: 1, column: 1};

function fact(name: string, value: number, unit: string, label: string): Fact {
  const evidence = {tier: 'documented', source: 'an export'} as const;
  return {
    name,
    label,
    quantity: quantity(value, unit),
    share: unit === 'percent',
    evidence,
    disclosure: 'private',
    span: SPAN,
  };
}

const FACTS = [
  fact('up', 0.99997, 'percent', 'uptime, against the 99.9% target'),
  fact('poor', 0.985, 'percent', 'uptime of the old system'),
  fact('before', 240, 'minute', 'minutes before'),
  fact('after', 15, 'minute', 'minutes after'),
  fact('quiet', 3, 'quarter', 'quarters without an incident of over 5 minutes'),
];

/** The verdict on a claim in the reader's words over `formula`. */
function said(says: string, formula: string, stated: OwnClaim['stated'] = null) {
  const claims = ledger({
    guide: null,
    facts: FACTS,
    claims: [{id: 'mine', says, formula, stated, span: SPAN}],
    rules: {confidential: {as: 'omit'}, facts: {}},
    secrets: [],
  });
  return claims[0]?.verdict.kind;
}

describe("the reader's own words", () => {
  test.each([
    ['uptime was 99.997%', 'up'],
    ['each deployment is done 225 minutes sooner', 'before - after'],
    ['from 240 to 15 minutes, 225 sooner', 'before - after'],
    ['deployment time fell from 240 to 15 minutes', '1 - after / before'],
    ['deployment time fell by 93.75%', '1 - after / before'],
    ['deployment time fell by 94%', '1 - after / before'],
    ['quarters without an incident of over 5 minutes', 'quiet'],
    ['I cut the time to deploy', '1 - after / before'],
  ])('"%s" may be said of %s', (says, formula) => expect(said(says, formula)).toBe('holds'));

  test.each([
    ['uptime was 100%', 'up'],
    ['uptime was 99.99%', 'up'],
    ['uptime was 99.9%', 'up'],
    ['uptime was 99%', 'poor'],
    ['each deployment is done 240 minutes sooner', 'before - after'],
    ['each deployment is done 24,000 minutes sooner', 'before - after'],
    ['each deployment is done 229 minutes sooner', 'before - after'],
    ['deployment time fell by 94 hours', '1 - after / before'],
    ['deployment time fell by 99%', '1 - after / before'],
    ['deployments are fourfold faster', 'before / after'],
    ['there were zero outages', 'up'],
    ['it was always perfect', 'up'],
    ['uptime was １００%', 'up'],
    ['for 500 pods each deployment is done 225 minutes sooner', 'before - after'],
  ])('"%s" may not be said of %s', (says, formula) => expect(said(says, formula)).toBe('does not hold'));

  test('a stated figure is the result in its own digits', () => {
    expect(said('sooner', 'before - after', quantity(225, 'minute'))).toBe('holds');
    expect(said('sooner', 'before - after', quantity(229, 'minute'))).toBe('does not hold');
    expect(said('up', 'up', quantity(1))).toBe('does not hold');
  });

  test.each(['5000', '1 - nobody', 'before + up'])('the formula %s cannot be checked', formula => {
    expect(said('mine', formula)).toBe('cannot be checked');
  });
});
