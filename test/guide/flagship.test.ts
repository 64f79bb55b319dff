import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {shippedRates, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {audit, type Guide, guideJson, readGuide, totalChecks} from '../../src/guide/index.ts';
import {messageOf} from '../findings.ts';
import {beside} from '../beside.ts';

const SHARED = new URL('../../../shared/', import.meta.url);
const FILE = new URL('seed/millennium-devops-engineer.md', SHARED);
const GOLD = new URL('gold/millennium-management__devops-engineer.json', SHARED);
const {isThere: present} = beside('gold', 'the flagship guide reads as it was read by hand');

describe.skipIf(!present)('the flagship guide', () => {
  const text = present ? readFileSync(FILE, 'utf8') : '';
  const reading = readGuide('flagship.md', text);
  const guide = reading.guide as Guide;
  const json = guideJson(reading, 'flagship.md');

  test('reads as it was read by hand', () => {
    const gold = JSON.parse(readFileSync(GOLD, 'utf8')) as Record<string, unknown> & {
      levers: unknown;
      strategy: Record<string, unknown>;
    };
    const bare = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'span' ? undefined : one)));
    for (const part of ['role', 'company', 'dna', 'bands', 'levels', 'sources'] as const)
      expect(bare(json[part])).toEqual(gold[part]);
    expect(json.levers.map(({title, amounts}) => ({title, amounts}))).toEqual(gold.levers);
    for (const part of ['anchor', 'accept', 'walkAway'] as const)
      expect(bare(json.strategy[part])).toEqual(gold.strategy[part]);
    // the readings by hand name no currency of an offer
    expect(json.strategy.competing).toMatchObject(gold.strategy['competing'] as object[]);
  });

  test('leaves nothing unread', () => {
    expect(guide.unread).toEqual([]);
    expect(reading.findings).toEqual([]);
  });

  test('keeps the labels of the economics, and every lever its script', () => {
    expect(guide.narrative.flatMap(({label}) => label ?? [])).toHaveLength(4);
    expect(guide.levers.map(({script}) => text.slice(script?.span.from, script?.span.to))).toEqual(
      guide.levers.map(({script}) => script?.value),
    );
  });

  test('attaches conditions to the numbers they are of', () => {
    const {strategy} = guide;
    const held = strategy?.accept.map(({key, guaranteed, written}) => [key, guaranteed, written]);
    expect(held).toEqual([
      ['base', false, false],
      ['bonus', true, false],
      ['pnlPercent', false, true],
    ]);
    expect(strategy?.anchor.map(({guaranteed, firstYear}) => [guaranteed, firstYear])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(strategy?.walkAwayIf).toHaveLength(1);
    expect(strategy?.asks).toHaveLength(3);
  });

  test('totals hold; what does not is told once', () => {
    expect(
      totalChecks(guide).map(({stated, verdict}) => [stated.low / 1000, stated.high / 1000, verdict]),
    ).toEqual([
      [315, 455, 'holds'],
      [295, 425, 'holds'],
      [233, 343, 'holds'],
    ]);
    const found = audit(guide, source('flagship.md', text), {
      rates: shippedRates(),
      conventions: shippedConventions(),
      today: '2026-11-22',
    });
    expect(found.map(({rule}) => rule)).toEqual([
      'implied-rate',
      'percent-without-base',
      'percent-without-base',
      'percent-without-base',
      'loss-called-prevention',
      'loss-called-prevention',
      'rates-contradict',
      'downtime-recomputed',
      'downtime-recomputed',
      'offer-not-yours',
      'offer-not-yours',
      'source-without-year',
    ]);
    expect(messageOf(found[0])).toContain('1.267 USD for one GBP');
  });
});
