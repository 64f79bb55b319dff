import {expect, test} from 'vitest';
import {shippedRates} from '../../../src/base/index.ts';
import {type Prose, textOf} from '../../../src/figure/index.ts';
import {makePlan, writeBrief} from '../../../src/strategy/index.ts';
import {shippedConventions} from '../../../src/calendar/index.ts';
import {loadCase} from '../../../src/case/index.ts';
import {type Guide, readGuide} from '../../../src/guide/index.ts';
import {madeUp} from '../../guide/made-up.ts';

const {situation} = loadCase('examples/millennium-devops', {today: '2026-11-22'});
if (situation === null) throw new Error('the example does not load');

const text = (of: Prose | null) => (of === null ? null : textOf(of));

/** Everything that is asked for and said where the guide's strategy goes on with `words`, and its levers are these. */
function said(words: string, levers?: string): string {
  const strategy = `> **Negotiate Up Strategy:** Anchor at $195K base. ${words} **Accept at $170K+ base.**`;
  const markdown = madeUp({strategy, ...(levers === undefined ? {} : {levers})});
  const guide = readGuide('guide.md', markdown).guide as Guide;
  if (situation === null) return '';
  const changed = {...situation, readings: [{guide, findings: []}], region: 'Boston (HQ)'};
  const plan = makePlan(changed, {conventions: shippedConventions(), rates: shippedRates()});
  const {levers: told} = writeBrief(plan, changed);
  return JSON.stringify([
    plan.asks.map(({text: ask, why, floor}) => [text(ask), text(why), text(floor)]),
    told.map(({ask, script}) => [text(ask), script.map(one => text(one.text))]),
  ]).replace(/^\[|\]$/g, '');
}

const brackets = (text: string) =>
  (JSON.parse(`[${text}]`) as unknown[]).flat(9).filter(one => /[[\]]/.test(String(one)));

test.each([
  ['Request a $[X] sign-on.', 'sign-on'],
  ['Push for [a title/a team] of your own.', 'of your own'],
  ['Request [X years] of on-call relief.', 'on-call relief'],
  ['Demand an allowance like that of [Foxglove/Teasel] at $77K.', '77'],
])('a request with an open placeholder goes unsaid: %s', (words, gone) => {
  expect(said(words)).not.toContain(gone);
  expect(brackets(said(words))).toEqual([]);
});

test('one that holds a sum is asked for with it, and without its bracket', () => {
  const told = said('Request a $[20K-30K] sign-on.');
  expect(told).toContain('$30,000');
  expect(brackets(told)).toEqual([]);
});

test('a lever with open placeholders says no sum of theirs', () => {
  const told = said(
    '',
    '#### Global Levers\n\n1. **Desk for [City/Town]**: "I ask for $[X] because [Foxglove/Teasel] pay $91K for it."',
  );
  expect(told).not.toMatch(/\$91|Desk for/);
  expect(brackets(told)).toEqual([]);
});
