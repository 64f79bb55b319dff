import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {beforeAll, describe, expect, test} from 'vitest';
import {shippedRates, source} from '../../src/base/index.ts';
import {shippedConventions} from '../../src/calendar/index.ts';
import {audit, readGuide, totalChecks} from '../../src/guide/index.ts';
import {messageOf} from '../findings.ts';
import {beside} from '../beside.ts';

const {path: FAMILY, isThere: THERE} = beside(
  'guides',
  'the audit finds as many faults in a family of guides as a survey did',
);

/**
 * Shares of guides in percent, from a survey of the whole family by pattern matching. Part of it is read here, drawn by
 * company, and companies lay out all their guides alike: what varies is which companies are among those drawn.
 */
const SURVEYED = {
  'grant counted whole': (100 * 884) / 4466,
  'total fits no sum of its parts': (100 * 1018) / 4466,
  'one range under two signs': (100 * 22) / 4466,
  'floor in all above an implied table': (100 * 102) / 4466,
  'no word of a floor': (100 * 430) / 4466,
  'competing figures in the strategy': (100 * 1708) / 4466,
  'brackets in the strategy': (100 * 1687) / 4466,
  'no source with a link': (100 * 4102) / 4466,
  'no source with a year': (100 * 94) / 4466,
  'two identical regions': (100 * 264) / 4466,
} as const;
type Trait = keyof typeof SURVEYED;
/** Companies in the whole family. */
const COMPANIES = 319;

/**
 * Three standard errors, in percent, of a share drawn by whole companies without putting any back: by how much the share
 * differs from company to company, as measured on those drawn. Of a trait that all guides of a company have or none,
 * this is what a draw of single companies gives; of one that few guides have anywhere, it is far less.
 */
function off(shares: readonly number[]): number {
  const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  const variance = shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (shares.length - 1);
  return 300 * Math.sqrt((variance / shares.length) * (1 - shares.length / COMPANIES));
}

/** What is said of one guide in the terms of the survey. */
function traitsOf(file: string, text: string): Trait[] {
  const {guide, findings: read} = readGuide(file, text);
  if (guide === null) throw new Error(`${file} is no guide`);
  const found = audit(guide, source(file, text), {
    rates: shippedRates(),
    conventions: shippedConventions(),
    today: '2026-11-22',
  });
  const has = (rule: string, words = '') =>
    [...read, ...found].some(finding => finding.rule === rule && messageOf(finding).includes(words));
  const traits: Record<Trait, boolean> = {
    'grant counted whole': has('grant-counted-whole'),
    'total fits no sum of its parts': totalChecks(guide).some(({verdict}) => verdict === 'does not hold'),
    'one range under two signs': has('damaged-cell', 'signs of'),
    'floor in all above an implied table': has('table-may-be-base'),
    'no word of a floor': has('no-floor', 'does not say'),
    'competing figures in the strategy': has('offer-not-yours', 'the strategy names'),
    'brackets in the strategy': has('leftover-placeholder', 'the strategy leaves'),
    'no source with a link': guide.sources.length > 0 && guide.sources.every(({url}) => url === null),
    'no source with a year': guide.sources.every(({years}) => years.length === 0),
    'two identical regions': has('identical-regions'),
  };
  return (Object.keys(traits) as Trait[]).filter(trait => traits[trait]);
}

describe.skipIf(!THERE)('shares over the family of guides', () => {
  /** The traits of every guide, by company. */
  const companies = new Map<string, Trait[][]>();
  const guidesWith = (trait: Trait) =>
    [...companies.values()].map(guides => guides.filter(traits => traits.includes(trait)).length);
  let all = 0;

  function drawn(trait: Trait) {
    const counts = guidesWith(trait);
    const count = counts.reduce((sum, one) => sum + one, 0);
    const sizes = [...companies.values()].map(({length}) => length);
    const bound = off(counts.map((one, at) => one / (sizes[at] ?? 1)));
    return {count, share: (100 * count) / all, bound};
  }

  beforeAll(() => {
    for (const name of readdirSync(FAMILY, {recursive: true, encoding: 'utf8'})) {
      if (!name.endsWith('.md')) continue;
      all++;
      const company = companies.get(dirname(name)) ?? [];
      companies.set(dirname(name), [...company, traitsOf(name, readFileSync(join(FAMILY, name), 'utf8'))]);
    }
    for (const [trait, surveyed] of Object.entries(SURVEYED)) {
      const {count, share, bound} = drawn(trait as Trait);
      console.log(
        `${trait}: ${count}, ${share.toFixed(1)}%; surveyed ${surveyed.toFixed(1)}%, within ${bound.toFixed(1)}`,
      );
    }
  }, 120_000);

  test.each(Object.entries(SURVEYED))('%s', (trait, surveyed) => {
    const {share, bound} = drawn(trait as Trait);
    expect(Math.abs(share - surveyed)).toBeLessThan(bound);
  });
});
