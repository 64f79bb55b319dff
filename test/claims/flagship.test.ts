import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {shippedConventions} from '../../src/calendar/index.ts';
import {type Claim, contextOf, guideClaims} from '../../src/claims/index.ts';
import {readGuide} from '../../src/guide/index.ts';

const SEED = '../shared/seed/millennium-devops-engineer.md';
const EXAMPLE = 'examples/millennium-devops/guide.md';
if (!existsSync(SEED)) console.warn(`skipped: ${SEED} is not here, the retold guide stands for it`);

describe.each([EXAMPLE, SEED].filter(path => existsSync(path)))('the headline claims of %s', path => {
  const {guide} = readGuide(path, readFileSync(path, 'utf8'));
  if (guide === null) throw new Error(`${path} is no guide`);
  const band = guide.bands.find(one => one.component === 'pnl' && one.region.startsWith('New York'));
  const participation = band ?? null;
  const claims = guideClaims(contextOf(guide, shippedConventions(), participation));
  const headline = claims.filter(claim => claim.headline);
  const saying = (words: RegExp): Claim => {
    const found = headline.filter(claim => words.test(claim.says));
    expect(found.map(claim => claim.says)).toHaveLength(1);
    return found[0] as Claim;
  };

  test('are five', () => expect(headline.map(claim => claim.id)).toHaveLength(5));

  test('15 minutes across 50 pods: $520K only in a day of 720 minutes', () => {
    const {verdict, workings} = saying(/15 minutes.*50 pods.*\$520K/);
    expect(verdict).toEqual({
      kind: 'holds only if',
      assumption: 'the day has 720 minutes (twelve hours: $520,833)',
      instead: '$961,538 at 390 minutes (the NYSE session)',
    });
    expect(workings[0]?.shown).toBe(
      '50 pods × $500,000 per pod per day × 15 minutes ÷ 390 minutes per day = $961,538',
    );
  });

  test('100 pods at 99.99%: $5.256M is the loss left over, not prevented', () => {
    const {verdict, workings} = saying(/99\.99% uptime prevents \$5\.2M/);
    expect(verdict.kind).toBe('does not hold');
    expect(verdict).toMatchObject({
      because: expect.stringMatching(/\$5,256,000.*left over.*720 minutes x 365 days.*not a loss prevented/),
    });
    expect(verdict).toMatchObject({instead: expect.stringMatching(/needs a baseline/)});
    expect(workings.map(one => one.shown).join()).toContain('365 days per year');
  });

  test('85 pods, $42.5M a day: $170K a minute only in a day of 250 minutes', () => {
    expect(saying(/\$42\.5M a day is \$170K a minute/).verdict).toMatchObject({
      kind: 'holds only if',
      assumption: expect.stringContaining('the day has 250 minutes'),
      instead: expect.stringMatching(/^\$108,974 per minute at 390 minutes/),
    });
  });

  test('99.997%: $1.3M needs a baseline near 99.985%; against 99.99% it is $749,700', () => {
    const {verdict} = saying(/99\.997% uptime prevents \$1\.3M/);
    expect(verdict.kind).toBe('does not hold');
    expect(verdict).toMatchObject({
      because: expect.stringContaining('baseline'),
      instead: expect.stringMatching(
        /against 99\.99% it would be \$749,700.*\$1\.3M needs a baseline near 99\.985%/,
      ),
    });
  });

  test('2.5% of all PnL: $267.75M, thousands of times the band', () => {
    expect(saying(/2\.5% of all PnL/).verdict).toEqual({
      kind: 'does not hold',
      because: "$267,750,000 per year, 3,000 to 5,400 times the guide's own $50K to $90K",
      instead: '2.5% of a base of $2M to $3.6M is what the band pays',
    });
  });

  test('totals of the three regions hold', () => {
    const totals = claims.filter(claim => claim.id.startsWith('total') && !claim.id.startsWith('total-of'));
    expect(totals.map(claim => [claim.statedText, claim.verdict.kind])).toEqual([
      ['$315K to $455K', 'holds'],
      ['$295K to $425K', 'holds'],
      ['£233K to £343K', 'holds'],
    ]);
  });

  test('the four hours less fifteen minutes hold', () => {
    expect(claims.find(claim => claim.id === 'time-saved')?.verdict.kind).toBe('holds');
  });

  test('a figure without inputs cannot be checked, and says what it needs', () => {
    const alpha = claims.find(claim => claim.statedText === '$4M');
    expect(alpha?.verdict).toMatchObject({
      kind: 'cannot be checked',
      needs: expect.stringContaining('record'),
    });
  });

  test('every claim stands in the guide', () => {
    const text = readFileSync(path, 'utf8');
    for (const {span} of claims) expect(text.slice(span?.from, span?.to)).not.toBe('');
    expect(claims.length).toBeGreaterThan(20);
  });
});
