import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {isKnown, isSecret, valueOf} from '../../src/figure/index.ts';
import {loadCase} from '../../src/case/index.ts';
import type {Offer} from '../../src/terms/index.ts';
import {copyOf} from '../desk.ts';

const CASE = join(import.meta.dirname, '../../examples/millennium-devops');

function load(folder = CASE) {
  const {situation, findings} = loadCase(folder, {today: '2030-01-01'});
  if (situation === null) throw new Error(JSON.stringify(findings));
  return {situation, findings};
}

test('the case loads, and nothing is wrong with it', () => {
  const {situation, findings} = load();
  expect(findings).toEqual([]);
  expect([situation.role, situation.company, situation.region]).toEqual([
    'DevOps Engineer',
    'Millennium Management',
    'New York',
  ]);
  expect([situation.today, situation.deadline]).toEqual(['2026-11-22', '2026-12-04']);
});

/** `Citadel (competing, documented): base 210K guaranteed written, bonus …`. */
function line({party, kind, evidence, scope, terms}: Offer): string {
  const told = terms.map(({component, amount, currency, per, guaranteed, written}) => {
    const words = [
      component,
      `${currency} ${(amount ?? Number.NaN) / 1e3}K a ${per}`,
      guaranteed === true && 'guaranteed',
      written === true && 'written',
    ];
    return words.filter(word => word !== false).join(' ');
  });
  return `${party} (${kind}, ${evidence.tier}, ${scope.length} of scope): ${told.join('; ')}`;
}

test('one competing offer is on paper and one is not; the firm’s own leaves guarantee and scope open', () => {
  const {offers} = load().situation;
  expect(offers.map(line).sort()).toEqual([
    'Citadel (competing, documented, 0 of scope): base USD 210K a year guaranteed written; bonus USD 130K a year guaranteed written',
    'Jump Trading (competing, stated, 0 of scope): base USD 200K a year; bonus USD 120K a year guaranteed',
    'Millennium Management (target, documented, 0 of scope): base USD 180K a year guaranteed written; bonus USD 95K a year written',
  ]);
  const firm = offers.find(offer => offer.kind === 'target');
  expect(firm?.terms.find(term => term.component === 'bonus')?.guaranteed).toBeNull();
});

describe('every figure of the example', () => {
  test('says in its source that it is made up', () => {
    const {facts, offers} = load().situation;
    const {measures} = loadCase(CASE, {today: '2030-01-01'});
    expect(measures.length).toBeGreaterThan(4);
    const sources = [
      ...measures.map(one => one.record ?? ''),
      ...facts.map(({figure}) => (isKnown(figure) ? figure.evidence.source : '')),
      ...offers.map(offer => offer.evidence.source),
      ...offers.flatMap(offer => offer.terms.map(term => term.evidence.source)),
    ];
    expect(sources.length).toBeGreaterThan(12);
    expect(sources.filter(source => !source.endsWith('(made up)'))).toEqual([]);
  });

  test('that is confidential stands nowhere else, so that a leak is seen', () => {
    const secrets = load()
      .situation.facts.map(({figure}) => figure)
      .filter(isSecret);
    expect(secrets.map(valueOf)).toEqual([18_730_000, 143]);
    const others = [
      'guide.md',
      'README.md',
      'offers/millennium.yaml',
      'offers/citadel.yaml',
      'offers/jump.yaml',
    ];
    for (const file of others)
      expect(readFileSync(join(CASE, file), 'utf8')).not.toMatch(/18[.,]?73|\b143\b/);
  });
});

describe('what its README suggests', () => {
  function changed(file: string, change: (text: string) => string) {
    const text = readFileSync(join(CASE, file), 'utf8');
    expect(change(text)).not.toBe(text);
    return load(copyOf(CASE, {[file]: change}));
  }

  test('Jump’s offer, once documented, loads as such', () => {
    const {situation} = changed('offers/jump.yaml', text => text.replace('tier: stated', 'tier: documented'));
    expect(situation.offers.find(offer => offer.party === 'Jump Trading')?.evidence.tier).toBe('documented');
  });

  test('the scope line goes into Millennium’s offer as it is printed', () => {
    const readme = readFileSync(join(CASE, 'README.md'), 'utf8');
    const scope = /`(scope: \[.*\])`/.exec(readme)?.[1] ?? '';
    const {situation} = changed('offers/millennium.yaml', text => `${text}${scope}\n`);
    expect(situation.offers.find(offer => offer.kind === 'target')?.scope).toEqual([
      {text: 'cross-pod infrastructure scope', included: true},
    ]);
  });
});
