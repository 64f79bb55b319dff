import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {shippedConventions} from '../../src/calendar/index.ts';
import {type Claim, contextOf, showVerdict, type Verdict} from '../../src/claims/index.ts';
import {guideClaims} from '../../src/claims/recognise/index.ts';
import {textOf} from '../../src/figure/index.ts';
import {readGuide} from '../../src/guide/index.ts';
import {beside} from '../beside.ts';

const {path: SEED, isThere} = beside(
  'seed/millennium-devops-engineer.md',
  'the claims of the guide that the example retells have these verdicts; the example stands for it',
);
const EXAMPLE = 'examples/millennium-devops/guide.md';

function claimsOf(path: string, text: string): readonly Claim[] {
  const {guide} = readGuide(path, text);
  if (guide === null) throw new Error(`${path} is no guide`);
  const band = guide.bands.find(one => one.component === 'pnl' && one.region.startsWith('New York'));
  return guideClaims(contextOf(guide, shippedConventions(), band ?? null));
}

/** The texts of a verdict. */
function words(verdict: Verdict | undefined) {
  return Object.fromEntries(
    Object.entries(verdict ?? {}).map(([key, text]) => [key, typeof text === 'string' ? text : textOf(text)]),
  );
}

/** What went into a claim, by the names that its formula has for it. */
function inputsOf(claim: Claim | undefined) {
  return Object.fromEntries((claim?.inputs ?? []).map(({name, shown}) => [name, textOf(shown)]));
}

describe.each(isThere ? [EXAMPLE, SEED] : [EXAMPLE])('the headline claims of %s', path => {
  const claims = claimsOf(path, readFileSync(path, 'utf8'));
  const headline = claims.filter(claim => claim.headline);
  const saying = (said: RegExp): Claim => {
    const found = headline.filter(claim => said.test(textOf(claim.says)));
    expect(found.map(claim => textOf(claim.says))).toHaveLength(1);
    return found[0] as Claim;
  };
  const shown = (claim: Claim | undefined) => claim?.workings.map(one => textOf(one.shown));

  test('are five', () => expect(headline.map(claim => claim.id)).toHaveLength(5));

  test('15 minutes across 50 pods: $520K only in a day of 720 minutes', () => {
    const claim = saying(/15 minutes.*50 pods.*\$520K/);
    expect(claim).toMatchObject({kind: 'outage-loss', subject: 'outage'});
    expect(words(claim.verdict)).toEqual({
      kind: 'holds only if',
      assumption: 'the day has 720 minutes (twelve hours: $520,833)',
      instead: '$961,538 at 390 minutes (the NYSE session)',
    });
    expect(shown(claim)?.[0]).toBe(
      '50 pods × $500,000 per pod per day × 15 minutes ÷ 390 minutes per day = $961,538',
    );
    expect(inputsOf(claim)).toEqual({
      things: '50 pods',
      rate: '$500,000 per pod per day',
      outage: '15 minutes',
      day: '390 minutes per day',
    });
  });

  test('100 pods at 99.99%: $5.256M is the loss left over, not prevented', () => {
    const claim = saying(/99\.99% uptime prevents \$5\.2M/);
    expect(claim).toMatchObject({kind: 'prevention', subject: 'uptime'});
    expect(words(claim.verdict)).toMatchObject({
      kind: 'does not hold',
      because: expect.stringMatching(/\$5,256,000.*left over.*720 minutes x 365 days.*not a loss prevented/),
      instead: expect.stringMatching(/needs a baseline/),
    });
    expect(shown(claim)?.join()).toContain('365 days per year');
    expect(inputsOf(claim)).toEqual({
      things: '100 pods',
      rate: '$2,000 per pod per minute',
      day: '390 minutes per day',
      year: '252 days per year',
      uptime: '99.99%',
    });
  });

  test('85 pods, $42.5M a day: $170K a minute only in a day of 250 minutes', () => {
    const claim = saying(/\$42\.5M a day is \$170K a minute/);
    expect(claim).toMatchObject({kind: 'rate', subject: 'outage'});
    expect(words(claim.verdict)).toMatchObject({
      kind: 'holds only if',
      assumption: expect.stringContaining('the day has 250 minutes'),
      instead: expect.stringMatching(/^\$108,974 per minute at 390 minutes/),
    });
    expect(textOf(claim.workings[1]?.assumption ?? claim.says)).toBe(
      'a day of 250 minutes (which no market keeps)',
    );
  });

  test('99.997%: $1.3M needs a baseline near 99.985%; against 99.99% it is $749,700', () => {
    const claim = saying(/99\.997% uptime prevents \$1\.3M/);
    expect(words(claim.verdict)).toMatchObject({
      kind: 'does not hold',
      because: expect.stringContaining('baseline'),
      instead: expect.stringMatching(
        /against 99\.99% it would be \$749,700.*\$1\.3M needs a baseline near 99\.985%/,
      ),
    });
    expect(shown(claim)?.at(-1)).toBe(
      '$42,500,000 per day × 252 days per year × (99.997% − 99.9849%) = $1,300,000 per year',
    );
  });

  test('2.5% of all PnL: $267.75M, thousands of times the band', () => {
    const claim = saying(/2\.5% of all PnL/);
    expect(claim).toMatchObject({kind: 'share', subject: 'pnl'});
    expect(words(claim.verdict)).toEqual({
      kind: 'does not hold',
      because: "$267,750,000 per year, 3,000 to 5,400 times the guide's own $50K to $90K",
      instead: '2.5% of a base of $2M to $3.6M is what the band pays',
    });
    expect(inputsOf(claim)).toEqual({share: '2.5%', daily: '$42,500,000 per day', year: '252 days per year'});
    expect(shown(claim)?.slice(1)).toEqual([
      '$50,000 per year ÷ 2.5% = $2,000,000 per year',
      '$90,000 per year ÷ 2.5% = $3,600,000 per year',
    ]);
  });

  test('totals of the three regions hold', () => {
    const totals = claims.filter(claim => claim.kind === 'total');
    expect(totals.map(claim => [textOf(claim.statedText), claim.verdict.kind])).toEqual([
      ['$315K to $455K', 'holds'],
      ['$295K to $425K', 'holds'],
      ['£233K to £343K', 'holds'],
    ]);
    expect(shown(totals[0])?.[0]).toBe(
      '$175,000 per year + $90,000 per year + $50,000 per year = $315,000 per year',
    );
  });

  test('the four hours less fifteen minutes hold, and are the time of a deployment', () => {
    const claim = claims.find(one => one.kind === 'time-saved');
    expect(claim?.verdict.kind).toBe('holds');
    expect(claim?.subject).toBe('deploymentTime');
    expect(inputsOf(claim)).toEqual({before: '240 minutes', after: '15 minutes'});
  });

  test('a figure without inputs cannot be checked, and says what it needs', () => {
    const alpha = claims.find(claim => textOf(claim.statedText) === '$4M');
    expect(alpha).toMatchObject({kind: 'figure', subject: null});
    expect(words(alpha?.verdict)).toMatchObject({
      kind: 'cannot be checked',
      needs: expect.stringContaining('record'),
    });
  });

  test('what went into the others, each by its name', () => {
    const by = (id: string) => claims.find(one => one.id === id);
    expect(inputsOf(by('rate-each-pod'))).toEqual({
      total: '$500,000 per pod per day',
      day: '390 minutes per day',
    });
    expect(shown(by('total-of-each'))).toEqual(['$500,000 per pod per day × 85 pods = $42,500,000 per day']);
    expect(inputsOf(by('total-of-each'))).toEqual({each: '$500,000 per pod per day', things: '85 pods'});
    const range = claims.find(one => one.kind === 'share' && textOf(one.statedText) === '2-3%');
    expect(shown(range)?.slice(0, 2)).toEqual([
      '2% × $42,500,000 per day × 252 days per year = $214,200,000 per year',
      '3% × $42,500,000 per day × 252 days per year = $321,300,000 per year',
    ]);
    const quarterly = claims.find(one => one.kind === 'share' && textOf(one.statedText) === '0.5%');
    expect(inputsOf(quarterly)).toMatchObject({quarter: '63 days per quarter'});
    expect(words(quarterly?.verdict)).toEqual({
      kind: 'does not hold',
      because: "$13,387,500 per quarter, 600 to 1,100 times the guide's own $50K to $90K",
      instead: '0.5% of a base of $2.5M to $4.5M is what the band pays',
    });
    expect(by('exposure')).toMatchObject({kind: 'exposure', subject: null});
    expect(words(by('exposure')?.verdict)['because']).toMatch(/^\$42\.5M is all that is made in a day/);
  });

  test('every claim stands in the guide', () => {
    const text = readFileSync(path, 'utf8');
    for (const {span} of claims) expect(text.slice(span?.from, span?.to)).not.toBe('');
    expect(claims.length).toBeGreaterThan(20);
  });
});

describe('a figure that depends on the length of the day', () => {
  const text = readFileSync(EXAMPLE, 'utf8');

  test('is right under the day that the verdict names, whatever the figure', () => {
    fc.assert(
      fc.property(fc.integer({min: 300, max: 5000}), thousands => {
        const claims = claimsOf(EXAMPLE, text.replace('that is $520K of', `that is $${thousands}K of`));
        const claim = claims.find(one => one.kind === 'outage-loss');
        const line = claim === undefined ? '' : textOf(showVerdict(claim.verdict));
        if (line.startsWith('holds:')) expect(claim?.workings[0]?.agrees).toBe(true);
        else if (line.startsWith('holds only if')) expect(claim?.workings[1]?.agrees).toBe(true);
        // All of a day of 24 hours makes $260,417: nothing under it is right.
        else expect(thousands).toBeLessThan(261);
      }),
      {numRuns: 30},
    );
  });

  test('of another currency than its inputs is right under none', () => {
    const claims = claimsOf(EXAMPLE, text.replace('that is $520K of', 'that is €520K of'));
    expect(claims.find(one => one.kind === 'outage-loss')?.verdict.kind).toBe('does not hold');
  });
});

describe('the example told otherwise', () => {
  const text = readFileSync(EXAMPLE, 'utf8');
  const told = (from: string, to: string, says: RegExp) => {
    expect(text).toContain(from);
    const claim = claimsOf(EXAMPLE, text.replace(from, to)).find(one => says.test(textOf(one.says)));
    return {inputs: inputsOf(claim), line: claim === undefined ? '' : textOf(showVerdict(claim.verdict))};
  };

  test('with a baseline is held against it', () => {
    const {inputs, line} = told('99.997% uptime,', '99.997% uptime where it was 99.985%,', /\$1\.3M/);
    expect(inputs).toMatchObject({uptime: '99.997%', baseline: '99.985%', daily: '$42,500,000 per day'});
    expect(line).toBe(
      'holds: $42,500,000 per day × 252 days per year × (99.997% − 99.985%) = $1,285,200 per year',
    );
  });

  test('with a rate in all needs no count', () => {
    const {inputs, line} = told('100 pods each make $2K per', 'all pods make $200K per', /prevents \$5\.2M/);
    expect(inputs).toMatchObject({rate: '$200,000 per minute', uptime: '99.99%'});
    expect(line).toMatch(
      /^does not hold: \$5,256,000 per year is the loss left over \(720 minutes x 365 days\)/,
    );
  });

  test('with a rate an hour spreads the day over its hours', () => {
    const {inputs, line} = told(
      'each minute of downtime costs about $170K',
      'each hour of downtime costs about $6.54M',
      /an hour/,
    );
    expect(inputs).toEqual({total: '$42,500,000 per day', day: '390 minutes per day'});
    expect(line).toBe('holds: $6,538,462 per hour at 390 minutes (the NYSE session)');
  });

  test('with a modest share is plausible', () => {
    const {line} = told(
      '2.5% blended PnL participation over all pods that run on my',
      '0.0005% blended PnL participation over all pods that run on my',
      /0\.0005%/,
    );
    expect(line).toBe('holds: it pays $53,550 per year, against a band of $50K to $90K');
  });

  test('with a total that its parts do not give says what they do', () => {
    const {line} = told('$315K - $455K', '$415K - $555K', /New York/);
    expect(line).toBe(
      'does not hold: the parts add up to something else; $315,000 per year to $455,000 per year',
    );
  });
});
