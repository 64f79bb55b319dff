import {describe, expect, test} from 'vitest';
import {quantity} from '../../src/base/index.ts';
import type {Fact, OwnClaim} from '../../src/claims/index.ts';
import {textOf} from '../../src/figure/index.ts';
import {claimed, fromRecord, ledgerOf, stated} from './facts.ts';

const FACTS = [
  stated('up', 0.99997, 'percent', {label: 'uptime, against the 99.9% target', subject: 'uptime'}),
  stated('poor', 0.985, 'percent', {label: 'uptime of the old system'}),
  stated('before', 240, 'minute', {label: 'minutes before', subject: 'deploymentTime'}),
  stated('after', 15, 'minute', {label: 'minutes after'}),
  stated('quiet', 3, 'quarter', {label: 'quarters without an incident of over 5 minutes'}),
];

/** The verdict on a claim in the reader's words over `formula`. */
function said(
  says: string,
  formula: string,
  figure: OwnClaim['stated'] = null,
  facts: readonly Fact[] = FACTS,
) {
  return ledgerOf(facts, {claims: [claimed(says, formula, figure)]})[0]?.verdict.kind;
}

describe("the reader's own words", () => {
  test.each([
    ['uptime was 99.997%', 'up'],
    ['each deployment is done 225 minutes sooner', 'before - after'],
    ['from 240 to 15 minutes, 225 sooner', 'before - after'],
    ['deployment time fell from 240 to 15 minutes', '1 - after / before'],
    ['deployment time fell by 93.75%', '1 - after / before'],
    ['deployment time fell by 94%', '1 - after / before'],
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
    ['uptime was 99.997%, against the 99.9% target', 'up'],
    ['quarters without an incident of over 5 minutes', 'quiet'],
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

  test('a claim is about what its facts are about', () => {
    const [claim] = ledgerOf(FACTS, {claims: [claimed('sooner', 'before - after')]});
    expect(claim).toMatchObject({kind: 'own', subject: 'deploymentTime', facts: ['before', 'after']});
    expect(claim?.about).toEqual(['deploymentTime']);
    const [both] = ledgerOf(FACTS, {claims: [claimed('minutes that were up', 'before * up')]});
    expect(both).toMatchObject({subject: 'uptime', about: ['uptime', 'deploymentTime']});
  });

  test('what is worked out is shown with the constants of its formula', () => {
    const [claim] = ledgerOf(FACTS, {claims: [claimed('half of it', '(before - after) / 2')]});
    expect(claim?.workings.map(({formula, shown}) => [textOf(formula), textOf(shown)])).toEqual([
      ['(minutes before − minutes after) ÷ 2', '(240 minutes − 15 minutes) ÷ 2 = 112.5 minutes'],
    ]);
  });
});

describe('how long an incident may be', () => {
  const quiet = (longerThan: unknown, label = 'quarters without an incident of over 5 minutes') =>
    fromRecord('quiet 3 (3 to 3) quarter', {label}, {}, {what: 'quietQuarters', longerThan});
  const may = (says: string, fact: Fact) => said(says, 'quiet', null, [fact]);

  test.each([
    [5, 'no incident of over 5 minutes'],
    ['5m', 'no incident of over 5 minutes'],
    [90, 'no incident of over 1.5 hours'],
    [90, 'no 90-minute incident'],
  ])('is what the record was asked: %s gives "%s"', (longerThan, says) =>
    expect(may(says, quiet(longerThan, 'quiet quarters'))).toBe('holds'),
  );

  test.each([
    [10, 'no incident of over 5 minutes'],
    [5, 'no incident of over 5 hours'],
    [5, 'no incident of over 5 seconds'],
  ])('and not what a label says: %s does not give "%s"', (longerThan, says) =>
    expect(may(says, quiet(longerThan))).toBe('does not hold'),
  );
});

describe('labels and ids', () => {
  const measured = [
    fromRecord(
      'quiet 3 (3 to 3) quarter',
      {label: 'quarters without an incident of over 5 minutes'},
      {},
      {
        what: 'quietQuarters',
        longerThan: 5,
      },
    ),
    fromRecord('before 240 (220 to 263) minute', {label: 'time to deploy, before'}),
    fromRecord('after 15 (14.3 to 16) minute', {label: 'time to deploy, after'}),
  ];
  const claims = [
    claimed('quarters without an incident of over 5 minutes', 'quiet', null, 'quiet-quarters'),
    claimed('225 minutes sooner', 'before - after', quantity(225, 'minute'), 'uptime-protection'),
    claimed('three times as fast', 'before / after', null, 'fact-before'),
  ];

  test('decide no verdict', () => {
    const kinds = (facts: readonly Fact[], own: readonly OwnClaim[]) =>
      ledgerOf(facts, {claims: own}).map(({kind, subject, verdict}) => [kind, subject, verdict.kind]);
    const before = kinds(measured, claims);
    expect(before.map(([, , kind]) => kind).slice(0, 3)).toEqual(['holds', 'holds', 'does not hold']);
    const renamed = measured.map((fact, at) => ({...fact, label: `something ${'abc'.charAt(at)}`}));
    const other = claims.map((claim, at) => ({...claim, id: `claim-${'xyz'.charAt(at)}`}));
    expect(kinds(renamed, other)).toEqual(before);
  });
});
