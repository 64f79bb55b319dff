import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {shippedConventions} from '../../src/calendar/index.ts';
import {contextOf, ledger, showVerdict} from '../../src/claims/index.ts';
import {type Edition, matcherOf, seal, textOf} from '../../src/figure/index.ts';
import {readGuide} from '../../src/guide/index.ts';
import type {Offer, Term} from '../../src/terms/index.ts';
import {SPAN} from './facts.ts';

const PATH = 'examples/millennium-devops/guide.md';
const {guide} = readGuide(PATH, readFileSync(PATH, 'utf8'));

function offer(more: Partial<Offer> = {}, ofTerms: Partial<Term> = {}): Offer {
  const evidence = {tier: 'documented', source: 'letter of 2026-11-10'} as const;
  const term = (component: Term['component'], amount: number): Term => ({
    component,
    amount,
    currency: 'USD',
    per: 'year',
    guaranteed: true,
    written: true,
    share: null,
    condition: null,
    evidence: more.evidence ?? evidence,
    disclosure: 'private',
    span: SPAN,
    places: {amount: SPAN, share: null},
    ...ofTerms,
  });
  return {
    id: 'citadel',
    party: 'Citadel',
    kind: 'competing',
    role: null,
    level: null,
    remote: null,
    start: null,
    region: null,
    made: '2026-11-10',
    expires: null,
    evidence,
    disclosure: 'private',
    scope: [],
    terms: [term('base', 210_000), term('bonus', 130_000)],
    span: SPAN,
    ...more,
  };
}

/** What an edition has of the guide's offer of Citadel, beside an offer of the case. */
function citadel(offers: readonly Offer[], edition: Edition = 'call', neverSay: readonly string[] = []) {
  if (guide === null) throw new Error('no guide');
  const claims = ledger({
    guide: contextOf(guide, shippedConventions(), null, offers),
    facts: [],
    claims: [],
    rules: {confidential: {as: 'omit'}, facts: {}},
    today: '2026-11-22',
  });
  const ruledOut = matcherOf(neverSay.map(words => ({words, subjects: []})));
  const left = seal(claims, {edition, ruledOut, secrets: [], guarded: new Map()});
  const found = left.find(({kind, id}) => kind === 'competing' && id === 'competing-citadel');
  return found === undefined ? null : [textOf(found.says), textOf(showVerdict(found.verdict))];
}

const SAYS = 'Citadel has offered $210K + $130K';

describe("the guide's offer of a competitor", () => {
  test('holds where the case has it on paper, and may be seen by anybody', () => {
    const held = [SAYS, 'holds: $210K + $130K stands in letter of 2026-11-10'];
    expect(citadel([offer()])).toEqual(held);
    expect(citadel([offer()], 'share')).toEqual(held);
  });

  test('is an example where the case has none, and nothing for others', () => {
    expect(citadel([])).toEqual([
      SAYS,
      "cannot be checked: it is the guide's example: your case holds no such offer; needs an offer of that firm, on paper",
    ]);
    expect(citadel([], 'share')).toBeNull();
  });

  test.each([
    ['by word of mouth', offer({evidence: {tier: 'stated', source: 'the recruiter'}})],
    ['confidential', offer({disclosure: 'confidential'})],
    ['run out', offer({expires: '2026-11-21'})],
  ])('is nothing for others where the case has one that is %s', (_, one) => {
    expect(citadel([one])?.[0]).toBe(SAYS);
    expect(citadel([one], 'share')).toBeNull();
  });

  test('goes whole where the firm is ruled out', () => {
    expect(citadel([offer()], 'call', ['Citadel'])).toBeNull();
    expect(citadel([offer()], 'call', ['Jump Trading'])?.[0]).toBe(SAYS);
  });

  test('is answered with the figures of the paper', () => {
    expect(citadel([offer({}, {amount: 200_000})])?.[1]).toBe(
      'does not hold: your paper of Citadel states other figures; $200,000 per year + $200,000 per year',
    );
  });

  test('is decided by no confidential sum', () => {
    const line = (amount: number) => citadel([offer({}, {amount, disclosure: 'confidential'})])?.[1];
    expect(line(210_000)).toMatch(/^cannot be checked: your offer of Citadel does not state all of it/);
    expect(line(1)).toBe(line(210_000));
  });
});
